"""How many cells of a terminal a text takes, for lines that are printed rather than drawn."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_NOTHING = frozenset({"Mn", "Me", "Cf"})
"""Marks over a letter and signs that join letters: they take no cell of their own."""


def width_of(text: str) -> int:
    """The cells that text takes; wide letters take two, marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def in_cells(text: str, width: int, more: str) -> str:
    """That text in exactly so many cells, with `more` at the end where something was cut."""
    if width <= 0:
        return ""
    have = width_of(text)
    if have <= width:
        return text + " " * (width - have)
    kept, taken = "", 0
    for letter in text:
        if taken + _width(letter) > width - width_of(more):
            break
        kept, taken = kept + letter, taken + _width(letter)
    cut = kept.rstrip() + more
    return cut + " " * (width - width_of(cut))


def _width(letter: str) -> int:
    if category(letter) in _NOTHING:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
