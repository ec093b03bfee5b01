"""How the tests of the conduct checks put their questions: one letter, one season, the findings of one check."""

from __future__ import annotations

from dataclasses import replace

from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.words import Kind
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding
from tests.conduct_drafts import NOW, OWN, SEASON, SIGNED


def a_draft(words: str, *, kind: Kind = Kind.QUESTION, subject: str = "A question - Tamsin Hale") -> Letter:
    """A letter to the program director of the sample program with those words in the middle."""
    body = f"Dear Dr. Ostrow,\n\n{words}{SIGNED}"
    return Letter("l-draft0", OWN.id, kind, contact_ids=("c-ostrow",), subject=subject, body=body)


def a_bare_draft(body: str, *, kind: Kind = Kind.QUESTION) -> Letter:
    """The same with that whole body."""
    return replace(a_draft("", kind=kind), body=body)


def found(check: str, letter: Letter, season: Season = SEASON, now: Moment = NOW) -> list[Finding]:
    """What that check says of the letter."""
    return [finding for finding in check_letter(season, letter, now=now) if finding.check == check]


def said(check: str, words: str, season: Season = SEASON, *, kind: Kind = Kind.QUESTION) -> list[str]:
    """The words that check stands on in a letter with those words."""
    return [finding.text for finding in found(check, a_draft(words, kind=kind), season)]
