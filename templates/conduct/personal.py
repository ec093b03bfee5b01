"""C23: scores and private facts that the kind of letter does not call for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from store.words import Kind
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.wording import is_denied, is_told_of_others, said

FILE = "personal.json"
_OWN = re.compile(r"\b(?:i|my|we|our)\b(?: [\w'-]+){0,3} ?$|^(?:i|my|we|our)\b")
CALLED_FOR: Mapping[str, frozenset[Kind]] = {
    "scores": frozenset({Kind.UPDATE, Kind.ELIGIBILITY}),
    "health": frozenset({Kind.LOGISTICS, Kind.RESCHEDULE, Kind.CANCEL, Kind.ELIGIBILITY}),
    "family": frozenset(),
    "faith": frozenset({Kind.LOGISTICS, Kind.RESCHEDULE, Kind.ACCEPT}),
    "age": frozenset(),
}
"""Kinds in which a matter may be what the letter is about."""


def private_matters(draft: Draft) -> Iterator[Finding]:
    """Scores, health, family plans, faith and age where they are the writer's own."""
    for words in said(draft, FILE):
        sense = words.phrase.sense
        own = _OWN.match(words.text) or _OWN.search(words.before)
        if draft.letter.kind in CALLED_FOR[sense] or (is_told_of_others(words) and not own):
            continue
        if sense != "scores" and is_denied(words):
            continue
        yield words.told("C23", Level.NOTE, f"{words.phrase.why} This letter does not call for it.")
