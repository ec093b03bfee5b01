"""Which findings still stand on a message: those that its writer has not read and gone past."""

from __future__ import annotations

from collections.abc import Iterable

from store.records import Letter
from templates.conduct.findings import Finding, Level


def not_gone_past(letter: Letter, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings without the ones that are kept with the letter as accepted; a hard one is never gone past."""
    passed = {(one.check, one.words) for one in letter.accepted}
    return tuple(one for one in findings if one.hard or (one.check, one.text) not in passed)


def open_stops(letter: Letter, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The STOPs among them that keep the letter from leaving."""
    return tuple(one for one in not_gone_past(letter, findings) if one.level is Level.STOP)
