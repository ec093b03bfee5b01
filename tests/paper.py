"""What a terminal holds after everything the app drew, cell by cell, and how often all of it was drawn."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate

from tui.app import SeasonApp

Line = list[str]


class Paper:
    """Keeps what is drawn as a terminal would: what is not drawn again stays as it was."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.whole = 0
        """How many full pictures were drawn."""

    def take(self, update: object) -> None:
        """Draw that."""
        if isinstance(update, LayoutUpdate):
            self.whole += 1
            self.lines = [cells(segment for strip in line for segment in strip) for line in update.strips]
        elif isinstance(update, ChopsUpdate):
            for y, first, end in update.spans:
                for x, strip in update.chops[y].items():
                    if strip is not None:
                        for place, cell in enumerate(cells(strip), x):
                            if first <= place < end:
                                self.lines[y][place] = cell


def cells(segments: Iterable[Segment]) -> Line:
    """Each cell with its letter and look; the second of a wide letter is empty."""
    found: Line = []
    for text, style, _ in segments:
        for letter in text:
            look = style.render("x", color_system=ColorSystem.TRUECOLOR) if style else ""
            found += [f"{letter} {look}", *[""] * (cell_len(letter) - 1)] if cell_len(letter) else []
    return found


def as_it_is(app: SeasonApp) -> list[Line]:
    """The picture drawn afresh."""
    width = app.size.width
    return [cells(strip.crop(0, width)) for strip in app.screen._compositor.render_strips()]
