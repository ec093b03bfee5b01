"""C14: how long a letter is beside what its kind asks for."""

from __future__ import annotations

from collections.abc import Iterator

from templates.catalogue import KINDS
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.frame import without_frame, word_count


def word_counts(draft: Draft) -> tuple[int, int]:
    """(all own words of the body, those between greeting and closing)."""
    text = draft.body.own_text
    return word_count(text), word_count(without_frame(text))


def length(draft: Draft) -> Iterator[Finding]:
    """C14: outside the kind's range both with and without greeting and signature."""
    kind = KINDS.get(draft.letter.kind)
    if kind is None:
        return
    fewest, most = kind.words
    whole, inner = word_counts(draft)
    if fewest <= whole <= most or fewest <= inner <= most or inner < fewest < most < whole:
        return
    side = "shorter" if whole < fewest else "longer"
    message = f"With {inner} words this is {side} than the {fewest} to {most} that suit this kind of letter."
    yield Finding("C14", Level.NOTE, message, where="body")
