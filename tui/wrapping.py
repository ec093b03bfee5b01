"""Text laid into lines of a given width, counted in cells."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from tui.shown import TAB, tame


def wrapped(text: str, width: int, *, hang: int = 0) -> tuple[str, ...]:
    """That text in lines of at most `width` cells; lines after the first of a paragraph stand `hang` further in.

    Words stay whole where they fit on a line; line breaks in the text stay.
    """
    width = max(4, width)
    hang = max(0, min(hang, width - 16))
    lines: list[str] = []
    for paragraph in tame(text).expandtabs(TAB).split("\n"):
        lines += _filled(paragraph, width, hang)
    return tuple(lines)


def _filled(paragraph: str, width: int, hang: int) -> list[str]:
    if cell_len(paragraph) <= width:
        return [paragraph.rstrip()]
    begin = len(paragraph) - len(paragraph.lstrip(" "))
    lines: list[str] = []
    line = " " * min(begin, width // 2)
    empty = True
    for word in _pieces(paragraph[begin:], width - hang):
        gap = "" if empty else " "
        if not empty and cell_len(line) + len(gap) + cell_len(word) > width:
            lines.append(line.rstrip())
            line, gap = " " * hang, ""
        line += gap + word
        empty = False
    return [*lines, line.rstrip()]


def _pieces(text: str, width: int) -> list[str]:
    """The words of that text, runs of blanks kept as empty words, and what is too long for a line cut up."""
    pieces: list[str] = []
    for word in text.split(" "):
        pieces += chop_cells(word, width) if cell_len(word) > width else [word]
    return pieces
