"""Rows of the timeline as strips: headings, lanes, and lines for what is folded away."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from store.folds import Fold, Head, Quiet, Row
from store.lane_cells import EMPTY, Cell, Edge, cells_of, counts_of, line_cells, running_spans
from store.lanes import EventKind, Lane, NextStep
from tui.widgets.timeline_columns import CODE, MARK, NEXT_WORDS, free_cells, overhang, step_words
from tui.widgets.timeline_paint import FORWARD, REVERSE, UNDERLINE, Runs, Sheet, fitted

CURSOR, SELECTED = ">", "*"


class RowPainter:
    """Draws rows for one sheet; with a cursor style the whole row takes it, and its letters tell the rest."""

    def __init__(self, sheet: Sheet, *, cursor: bool = False, selected: bool = False, time: int | None = None) -> None:
        self.sheet = sheet
        self._cursor = cursor
        self._selected = selected
        self._time = time if cursor else None
        self._plain = self._styled(sheet.palette.plain)

    def strip(self, row: Row) -> Strip:
        """That row as a line of exactly the sheet's width."""
        runs = Runs(self._plain)
        match row:
            case Lane():
                self._lane(runs, row)
            case Head():
                self._head(runs, row)
            case Quiet():
                self._quiet(runs, row)
        return runs.strip(self.sheet.columns.width)

    @property
    def _at_the_time_cursor(self) -> Style:
        """The style of its cell; where the whole row is reversed, a cell reversed too would not be seen."""
        time, row = self.sheet.palette.time, self.sheet.palette.cursor
        return time + FORWARD if time.reverse and row.reverse else time

    def _styled(self, style: Style) -> Style:
        return self.sheet.palette.cursor if self._cursor else style

    def _lane(self, runs: Runs, lane: Lane) -> None:
        sheet, shape = self.sheet, self.sheet.columns
        runs.add((CURSOR if self._cursor else " ") + (SELECTED if self._selected else " "), self._plain)
        runs.add(lane.code.ljust(CODE), self._styled(sheet.palette.status[lane.status]))
        cells = cells_of(lane, sheet.window.scale, sheet.window.first, shape.lane, sheet.present)
        over = overhang(lane, shape, cells, sheet.today, self._time)
        if over:
            runs.add(fitted(lane.name, shape.left - MARK - CODE + over - 1, sheet.glyphs) + " ", self._plain)
        else:
            runs.add(self._facts(lane), self._plain)
        self._cells(runs, cells, skip=over)
        runs.gap(1)
        if lane.next and shape.next:
            self._step(runs, lane.next, shape.next)

    def _facts(self, lane: Lane) -> str:
        shape, glyphs = self.sheet.columns, self.sheet.glyphs
        facts = fitted(lane.name, shape.name, glyphs) + " "
        if shape.tier:
            facts += fitted(lane.tier, shape.tier - 1, glyphs) + " "
        if shape.region:
            facts += fitted(lane.region, shape.region - 1, glyphs) + " "
        return facts

    def _head(self, runs: Runs, head: Head) -> None:
        sheet, shape = self.sheet, self.sheet.columns
        folded = head.fold is Fold.HEAD
        self._sign(runs, sheet.glyphs.folded if folded else sheet.glyphs.open, sheet.palette.head)
        title = f"{head.group.title} {len(head.group.lanes)}"
        runs.add(fitted(title, shape.left - MARK, sheet.glyphs), self._styled(sheet.palette.head))
        urgent = head.group.urgent
        if not folded:
            self._cells(runs, (EMPTY,) * shape.lane)
            if urgent is head.group.lanes[0]:
                return  # the row below says it
        else:
            self._counts(runs, head)
        runs.gap(1)
        step = urgent.next
        if head.summary:
            words = fitted(f" {head.summary}", shape.next, sheet.glyphs) if shape.next >= NEXT_WORDS else ""
            runs.add(words, self._styled(sheet.palette.muted))
        elif step and shape.next:
            self._step(runs, step, shape.next)

    def _quiet(self, runs: Runs, row: Quiet) -> None:
        muted = self.sheet.palette.muted
        self._sign(runs, self.sheet.glyphs.more, muted)
        cells = (EMPTY,) * self.sheet.columns.lane
        room = self.sheet.columns.left - MARK
        over = free_cells(cells, self.sheet.today, self._time) if cell_len(row.words) >= room else 0
        runs.add(fitted(row.words, room + over, self.sheet.glyphs), self._styled(muted))
        self._cells(runs, cells, skip=over)

    def _sign(self, runs: Runs, sign: str, style: Style) -> None:
        if self._selected:  # something folded away here is selected
            runs.add((CURSOR if self._cursor else sign) + SELECTED, self._styled(style))
        else:
            runs.add(CURSOR + sign if self._cursor else sign + " ", self._styled(style))

    def _counts(self, runs: Runs, head: Head) -> None:
        window, lanes = self.sheet.window, head.group.lanes
        spans = running_spans(lanes, self.sheet.day)
        lines = line_cells(spans, window.scale, window.first, window.count, self.sheet.present)
        counts = counts_of(lanes, window.scale, window.first, window.count)
        for place, (count, cell) in enumerate(zip(counts, lines, strict=True)):
            if count:
                self._cell(runs, place, str(count) if count < 10 else "+", self.sheet.palette.plain)
            else:
                self._cell(runs, place, self.sheet.glyphs.marks[cell.mark], self.sheet.palette.line)

    def _cells(self, runs: Runs, cells: Sequence[Cell], *, skip: int = 0) -> None:
        palette, marks = self.sheet.palette, self.sheet.glyphs.marks
        for place, cell in enumerate(cells):
            if place < skip:
                continue
            if cell is EMPTY and place != self.sheet.today:
                self._cell(runs, place, " ", palette.plain)
                continue
            style = palette.line
            if isinstance(cell.mark, EventKind):
                style = palette.event[cell.mark]
            elif isinstance(cell.mark, Edge):
                style = palette.muted
            glyph = self.sheet.glyphs.today if cell.mark is None else marks[cell.mark]
            self._cell(runs, place, glyph, style + UNDERLINE if cell.several else style, several=cell.several)

    def _cell(self, runs: Runs, place: int, glyph: str, style: Style, *, several: bool = False) -> None:
        style = self._styled(style)
        if self._cursor and several:
            style += UNDERLINE
        if place == self._time and place != self.sheet.today:
            style = self._at_the_time_cursor + UNDERLINE if several else self._at_the_time_cursor
        elif place == self.sheet.today:
            style += FORWARD if style.reverse else REVERSE
            glyph = self.sheet.glyphs.today if glyph == " " else glyph
        runs.add(glyph, style)

    def _step(self, runs: Runs, step: NextStep, width: int) -> None:
        palette = self.sheet.palette
        style = palette.late if step.late else palette.due if step.signed == " now" else palette.plain
        if step.snoozed:
            style = palette.muted
        runs.add(fitted(step_words(step, width), width, self.sheet.glyphs), self._styled(style))
