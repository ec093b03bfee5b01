"""Draws everything in plain ASCII for terminals that have no more, frames and scrollbars included."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.glyphs import ASCII

_SIGNS = {
    **dict.fromkeys("─━═╌┄┈▔▁", "-"),
    **dict.fromkeys("│┃║▏▎▍▌▐▕", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛", "+"),
    **dict.fromkeys("▂▃▄▅▆▇█▀■", "#"),
    "□": ".",
    "…": ".",
    "•": "*",
    "✓": "v",
    "▾": "-",
    "▸": "+",
    "×": "x",
    **dict(zip("△◇◆▼▽○", "^o*Vvw", strict=True)),
}
"""Signs of one cell that a letter of ASCII stands for best."""
_CUT = re.compile(r"(?<=\S)…")
"""Where a text was cut; a single dot would read like the end of an abbreviation."""


class AsciiFilter(LineFilter):
    """Puts a sign of ASCII in the place of every other, cell for cell, so that nothing shifts."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with only ASCII in them; their styles stay."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]


@lru_cache(2048)
def in_ascii(text: str) -> str:
    """That text in ASCII, exactly as many cells wide."""
    if text.isascii():
        return text
    spelled = "".join(map(_one, _CUT.sub(ASCII.cut, text)))
    width = cell_len(text)  # letters joined into one sign take less room than one by one
    return spelled[:width].ljust(width)


def _one(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _SIGNS:
        return _SIGNS[letter]
    cells, spelled = cell_len(letter), ASCII.text(letter)
    return spelled[:cells].ljust(cells, "?" if spelled == "?" else " ")
