"""The one door through which text a person or a file brought reaches the screen: clean, and never markup."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from store.clean_text import clean

MARKS_IN_A_ROW = 8
"""Accents kept on one letter; living scripts need at most four."""
NOTICE_LIMIT = 600
"""Characters of a notice; a longer one would cover the screen."""
ELLIPSIS = "…"
TAB = 4
"""Cells from one tab stop to the next."""
_JOINED = "[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]|\u200d[\u2190-\u2bff\U0001f000-\U0001faff]"
"""Shades of skin, the wish for colour or for none, and what is joined on to a sign before it."""
_BREAK = re.compile(r" *[\n\t][\s]*")


def tame(text: str) -> str:
    """That text cleaned, without towers of accents on one letter."""
    text = clean(text)
    if text.isascii():
        return text
    kept: list[str] = []
    row = 0
    for character in text:
        row = row + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if row <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def single_signs(text: str) -> str:
    """That text with the first sign alone of several that are joined into one picture, such as a family.

    Terminals do not agree on how many cells a joined picture takes; beside one, nothing would stay in its column.
    """
    return text if text.isascii() else re.sub(_JOINED, "", text)


def plain(text: str) -> Content:
    """That text for a widget: brackets stay brackets, line breaks stay, tabs become blanks."""
    return Content(tame(text).expandtabs(TAB))


def line(text: str, width: int) -> str:
    """That text as one line of at most `width` cells, with “…” where it was cut.

    It is a str: hand it to a widget as `Content`, through `plain`, or with `markup=False`.
    """
    one_line = single_signs(_BREAK.sub(" ", tame(text)))
    if cell_len(one_line) <= width:
        return one_line
    if width <= 0:
        return ""
    return set_cell_size(one_line, width - 1).rstrip() + ELLIPSIS


def column(text: str, width: int) -> str:
    """That text as one line of exactly `width` cells."""
    fitted = line(text, width)
    return fitted + " " * (width - cell_len(fitted))


def notice(text: str) -> str:
    """That text fit for `notify(..., markup=False)`: clean, and no longer than a toast can bear."""
    text = tame(text).expandtabs(TAB).strip()
    return text if len(text) <= NOTICE_LIMIT else text[: NOTICE_LIMIT - 1].rstrip() + ELLIPSIS
