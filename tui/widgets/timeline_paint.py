"""Styles of the timeline, and runs of text that share one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.frozen_record import record
from store.lanes import EventKind
from store.words import Status
from tui.glyphs import Glyphs
from tui.shown import single_signs
from tui.widgets.time_window import TimeWindow
from tui.widgets.timeline_columns import Columns

REVERSE, FORWARD = Style(reverse=True), Style(reverse=False)
UNDERLINE = Style(underline=True)


@record(frozen=True, slots=True)
class Palette:
    """Every style of the timeline; each has a background of its own."""

    plain: Style
    """Names and words."""
    muted: Style
    """What matters less."""
    line: Style
    """Lines along the lanes."""
    head: Style
    """Headings."""
    key: Style
    """Letters of key dates."""
    busy: Style
    """Interviews of a week that holds many."""
    late: Style
    """What is late, and clashes."""
    due: Style
    """What is due today."""
    cursor: Style
    """The row of the cursor."""
    time: Style
    """The cell of the time cursor."""
    status: Mapping[Status, Style]
    """The status code."""
    event: Mapping[EventKind, Style]
    """Events."""


@record(frozen=True, slots=True, eq=False)
class Sheet:
    """What all lines of one picture share."""

    columns: Columns
    """Widths."""
    window: TimeWindow
    """The time in view."""
    day: date
    """Today."""
    today: int | None
    """Where today stands in the window; None when it is out of view."""
    palette: Palette
    """Styles."""
    glyphs: Glyphs
    """Signs."""
    present: int | None = None
    """The cell of now where a day has several; the past ends there."""


class Runs:
    """A line under construction; neighbours of one style become one run, blanks join the run before them."""

    def __init__(self, blank: Style) -> None:
        self._blank = blank
        self._texts: list[str] = []
        self._styles: list[Style] = []

    def add(self, text: str, style: Style) -> None:
        """That text in that style."""
        if not text:
            return
        last = self._styles[-1] if self._styles else None
        unseen = style is self._blank and text.isspace() and not style.reverse
        if last is style or (last is not None and unseen and not self._drawn(last)):
            self._texts[-1] += text
        else:
            self._texts.append(text)
            self._styles.append(style)

    def gap(self, count: int) -> None:
        """So many blanks."""
        self.add(" " * count, self._blank)

    def strip(self, width: int) -> Strip:
        """The finished line, exactly that wide."""
        have = sum(cell_len(text) for text in self._texts)
        self.gap(width - have)
        strip = Strip([Segment(text, style) for text, style in zip(self._texts, self._styles, strict=True)])
        return strip if have <= width else strip.crop(0, width)

    def _drawn(self, style: Style) -> bool:
        """True when blanks in that style would show."""
        return bool(style.reverse or style.underline) or style.bgcolor != self._blank.bgcolor


def fitted(text: str, width: int, glyphs: Glyphs) -> str:
    """That text in exactly so many cells, with a sign at the end where something was cut."""
    if width <= 0:
        return ""
    text = glyphs.text(single_signs(text))
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + glyphs.cut
    return set_cell_size(text, width)
