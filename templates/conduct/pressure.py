"""C19 and C20: pressure on the reader, and promises that nobody can keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from store.words import Kind
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import taken_out
from templates.conduct.phrases import data_file
from templates.conduct.wording import Said, is_denied, is_told_of_others, said

PRESSURE = "pressure.json"
OVERPROMISE = "overpromise.json"
IN_HASTE = frozenset({Kind.LOGISTICS, Kind.CANCEL})
"""Kinds in which an answer may be needed on the day itself."""
_SOFTENED = re.compile(
    r"\b(?:if (?:you|it is|that is|there is|possible)|would be grateful|no hurry|whenever|at your)\b"
)
_LEAVES_OPEN = re.compile(r"\b(?:whether|if i (?:may|can|could)|rather than|instead of|too early|before)\b[^.;]{0,40}$")
_ADVERB = re.compile(r"\b(?:definitely|absolutely|undoubtedly|certainly|surely|unquestionably)\b")


@lru_cache(maxsize=1)
def _of_others() -> re.Pattern[str]:
    return re.compile(r"\b" + data_file(PRESSURE)["of_others"])


def pressure(draft: Draft) -> Iterator[Finding]:
    """C19: a demanded answer, a claim to a place, disappointment laid on the reader, begging."""
    for words in said(draft, PRESSURE):
        sense = words.phrase.sense
        if is_denied(words) or is_told_of_others(words) or _of_others().search(words.before):
            continue
        if sense == "demand" and (_SOFTENED.search(words.flat) or draft.letter.kind in IN_HASTE):
            continue
        yield words.told("C19", Level.WARN, f"{words.phrase.why} Say it as an open question, or leave it out.")


def overpromising(draft: Draft) -> Iterator[Finding]:
    """C20: words such as definitely, guarantee and commit about what is still open before the Match."""
    if draft.letter.kind is Kind.AFTER_MATCH:
        return
    for words in said(draft, OVERPROMISE):
        if is_denied(words) or is_told_of_others(words) or _LEAVES_OPEN.search(words.before):
            continue
        yield words.told("C20", Level.WARN, f"{words.phrase.why} A calmer word says as much.", _without_adverb(words))


def _without_adverb(words: Said) -> Fix | None:
    """The sentence without its one strong adverb; None when there is more to it than that."""
    found = _ADVERB.search(words.text) if words.phrase.sense == "adverb" else None
    if found is None:
        return None
    start, end = words.start + found.start(), words.start + found.end()
    return taken_out(words.page, start, end, f"take “{found.group()}” out")
