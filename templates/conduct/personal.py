"""C23: scores and private facts that the kind of letter does not call for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.words import Kind
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.wording import is_denied, is_told_of_others, said

FILE = "personal.json"
CALLED_FOR: Mapping[str, frozenset[Kind]] = {
    "scores": frozenset({Kind.UPDATE, Kind.ELIGIBILITY}),
    "health": frozenset({Kind.LOGISTICS, Kind.RESCHEDULE, Kind.CANCEL, Kind.ELIGIBILITY}),
    "family": frozenset({Kind.LOGISTICS, Kind.RESCHEDULE, Kind.CANCEL}),
    "faith": frozenset({Kind.LOGISTICS, Kind.RESCHEDULE, Kind.ACCEPT}),
    "age": frozenset(),
}
"""Kinds in which a matter may be what the letter is about."""


def private_matters(draft: Draft) -> Iterator[Finding]:
    """Scores, health, family plans, faith and age, each told once."""
    told: set[str] = set()
    for words in said(draft, FILE):
        sense = words.phrase.sense
        if sense in told or draft.letter.kind in CALLED_FOR[sense] or is_told_of_others(words):
            continue
        if sense != "scores" and is_denied(words):
            continue
        told.add(sense)
        yield words.told("C23", Level.NOTE, f"{words.phrase.why} This letter does not call for it.")
