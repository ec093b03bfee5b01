"""Rows of a table as values, and the strips they are drawn as."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from store.frozen_record import record
from store.words import Status
from tui.glyphs import Glyphs
from tui.shown import tame
from tui.widgets.timeline_paint import Runs, fitted
from tui.widgets.timeline_style import STATUS_CLASSES

MARK, GAP = 2, 2
"""Cells before the first column, and between two."""
PLAIN, MUTED, LATE, DUE, HEAD, TITLE, CURSOR = "plain", "muted", "late", "due", "head", "title", "cursor"
TONES = (PLAIN, MUTED, LATE, DUE, HEAD, TITLE, CURSOR, *sorted(set(STATUS_CLASSES.values())))
Cell = tuple[str, str]
"""A text and its tone."""


@record(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    """What stands over it; empty for nothing."""
    width: int
    """Cells it takes, the gap behind it not counted."""
    right: bool = False
    """True sets it flush right."""


@record(frozen=True, slots=True)
class TableRow:
    """One line of a table."""

    key: str = ""
    """What the cursor stays on; a line without a key only tells, and the cursor passes over it."""
    cells: tuple[Cell, ...] = ()
    """One for each column."""
    words: str = ""
    """Instead of cells: words across the whole line, as a heading."""


def tone_of(status: Status) -> str:
    """The tone of that status."""
    return STATUS_CLASSES[status]


def cell(text: str, tone: str = PLAIN) -> Cell:
    """A text with its tone."""
    return text, tone


def widest(texts: Iterable[str], *, least: int, most: int) -> int:
    """The width that the longest of these texts needs, within these bounds."""
    return max(least, min(most, max((cell_len(text) for text in texts), default=0)))


class Palette:
    """The styles of one widget by tone, taken from its theme when first asked for."""

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._of: Callable[[str], Style] = lambda tone: widget.get_component_rich_style(f"{prefix}--{tone}")
        self._known: dict[str, Style] = {PLAIN: widget.rich_style}

    def __getitem__(self, tone: str) -> Style:
        if tone not in self._known:
            self._known[tone] = self._of(tone)
        return self._known[tone]


@record(frozen=True, slots=True, eq=False)
class TablePainter:
    """Draws the lines of one table."""

    columns: tuple[Column, ...]
    """Its columns."""
    width: int
    """Cells of a line."""
    palette: Palette
    """Its styles."""
    glyphs: Glyphs
    """Its signs."""

    def titles(self) -> Strip:
        """The line over the rows."""
        runs = self._begun()
        runs.gap(MARK)
        for column in self.columns:
            runs.add(self._fitted(column.title, column), self.palette[TITLE])
            runs.gap(GAP)
        return runs.strip(self.width)

    def row(self, row: TableRow, *, cursor: bool = False, selected: bool = False) -> Strip:
        """That row; under the cursor it takes one style, and its letters tell the rest."""
        runs = self._begun()
        plain = self.palette[CURSOR if cursor else PLAIN]
        if row.words:
            words = fitted(tame(row.words), self.width - 2, self.glyphs)
            runs.add(f" {words}", self.palette[HEAD])
            return runs.strip(self.width)
        runs.add((">" if cursor else " ") + ("*" if selected else " "), plain)
        for column, (text, tone) in zip(self.columns, row.cells, strict=False):
            runs.add(self._fitted(tame(text), column), plain if cursor else self.palette[tone])
            runs.add(" " * GAP, plain)
        if cursor:
            runs.add(" " * self.width, plain)
        return runs.strip(self.width)

    def told(self, words: str) -> Strip:
        """A line of words in place of rows."""
        runs = self._begun()
        runs.gap(MARK)
        runs.add(self.glyphs.text(tame(words)), self.palette[MUTED])
        return runs.strip(self.width)

    def _begun(self) -> Runs:
        return Runs(self.palette[PLAIN])

    def _fitted(self, text: str, column: Column) -> str:
        if column.right:
            text = " " * (column.width - cell_len(text)) + text
        return fitted(text, column.width, self.glyphs)
