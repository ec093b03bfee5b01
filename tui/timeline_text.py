"""The timeline as lines of plain text: the same columns, ruler and lanes as on the screen, without a cursor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from store.cell_width import in_cells, width_of
from store.dates import show_day
from store.folds import Fold, Folds, Head, Quiet, visible_rows
from store.lane_cells import EMPTY, Cell, cells_of, counts_of, line_cells, running_spans
from store.lanes import Lane, NextStep
from store.time_scale import DAY_ZOOM, PART_ZOOM
from store.timeline import Timeline
from tui.glyphs import Glyphs
from tui.ruler_words import LOAD_TITLES, cell_letters, day_numbers, key_letters, key_names, load_of, month_words
from tui.widgets.time_window import TimeWindow
from tui.widgets.timeline_columns import (
    CODE,
    NEXT_WORDS,
    Columns,
    columns,
    fitting_zoom,
    free_cells,
    overhang,
    step_words,
)

LEAST = 80
"""Columns below which no lane has room."""


def text_lines(
    timeline: Timeline, *, width: int, zoom: int, glyphs: Glyphs, folds: Folds, around: date | None = None
) -> tuple[str, ...]:
    """Ruler and rows, each at most that wide; zoom 0 takes the largest that shows the whole season.

    Where it does not fit, the stretch around that day is shown, else the one around today.
    """
    width = max(width, LEAST)
    scale = timeline.scale.zoomed(zoom or fitting_zoom(width, timeline.scale))
    shape = columns(width, scale)
    window = TimeWindow(scale, 0, shape.lane)
    window = window.around(window.clamped(around)) if around else window.around(*timeline.now_spot)
    return tuple(line.rstrip() for line in _Printer(timeline, shape, window, glyphs).lines(folds))


class _Printer:
    """Prints one timeline in one shape."""

    def __init__(self, timeline: Timeline, shape: Columns, window: TimeWindow, glyphs: Glyphs) -> None:
        self._timeline, self._shape, self._window, self._glyphs = timeline, shape, window, glyphs
        self._today = window.place_of(*timeline.now_spot)
        cut = window.scale.zoom >= PART_ZOOM
        self._nothing = (EMPTY,) * window.count
        self._present = window.scale.cell_of(*timeline.now_spot) if cut else None

    def lines(self, folds: Folds) -> Iterator[str]:
        yield from self._ruler()
        for row in visible_rows(self._timeline, folds):
            match row:
                case Lane():
                    yield self._lane(row)
                case Head():
                    yield self._head(row)
                case Quiet():
                    yield self._quiet(row)

    def _ruler(self) -> Iterator[str]:
        timeline, window, today = self._timeline, self._window, self._timeline.today
        room = self._shape.next - 1
        names = key_names(timeline, window, room) if room >= NEXT_WORDS else ("", "")
        yield self._line(f" {show_day(today)}", month_words(window), " next" if room > 0 else "")
        if window.scale.zoom >= DAY_ZOOM:
            yield self._line("", day_numbers(window), "")
            yield self._line("", cell_letters(window), "")
        letters = {place: letter for place, (letter, _several) in key_letters(timeline, window).items()}
        keys = "".join(letters.get(place, self._empty(place)) for place in range(window.count))
        yield self._line(" key dates", keys, names[0])
        load = "".join(one.sign or self._glyphs.none for one in load_of(timeline, window))
        yield self._line(f" {LOAD_TITLES[window.scale.zoom]}", load, names[1])

    def _lane(self, lane: Lane) -> str:
        shape, window = self._shape, self._window
        cells = cells_of(lane, window.scale, window.first, window.count, self._present)
        over = overhang(lane, shape, cells, self._today)
        facts = f"  {lane.code:<{CODE}}{self._fit(lane.name, shape.name + over)} "
        if shape.tier and not over:
            facts += self._fit(lane.tier, shape.tier - 1) + " "
        if shape.region and not over:
            facts += self._fit(lane.region, shape.region - 1) + " "
        return self._line(facts, self._marks(cells), self._step(lane.next), over)

    def _head(self, head: Head) -> str:
        folded, urgent = head.fold is Fold.HEAD, head.group.urgent
        sign = self._glyphs.folded if folded else self._glyphs.open
        title = f"{sign} {head.group.title} {len(head.group.lanes)}"
        if not folded:
            below = urgent is head.group.lanes[0]  # the row below says it
            return self._line(title, self._marks(self._nothing), "" if below else self._told(head))
        return self._line(title, self._counts(head.group.lanes), self._told(head))

    def _told(self, head: Head) -> str:
        if head.summary:
            return f" {head.summary}" if self._shape.next >= NEXT_WORDS else ""
        return self._step(head.group.urgent.next)

    def _quiet(self, row: Quiet) -> str:
        words, room = f"{self._glyphs.more} {row.words}", self._shape.left
        over = free_cells(self._nothing, self._today) if width_of(words) >= room else 0
        return self._line(words, self._marks(self._nothing), "", over)

    def _counts(self, lanes: Sequence[Lane]) -> str:
        window = self._window
        spans = running_spans(lanes, self._timeline.today)
        lines = self._marks(line_cells(spans, window.scale, window.first, window.count, self._present))
        counts = counts_of(lanes, window.scale, window.first, window.count)
        signs = (str(count) if count < 10 else "+" for count in counts)
        return "".join(sign if count else mark for count, sign, mark in zip(counts, signs, lines, strict=True))

    def _marks(self, cells: Sequence[Cell]) -> str:
        marks = self._glyphs.marks
        return "".join(
            self._empty(place) if cell.mark is None else marks[cell.mark] for place, cell in enumerate(cells)
        )

    def _empty(self, place: int) -> str:
        return self._glyphs.today if place == self._today else " "

    def _step(self, step: NextStep | None) -> str:
        return step_words(step, self._shape.next) if step and self._shape.next else ""

    def _fit(self, words: str, width: int) -> str:
        return in_cells(self._glyphs.text(words), width, self._glyphs.cut)

    def _line(self, facts: str, lane: str, words: str, over: int = 0) -> str:
        """One line; facts too long for their columns may run `over` into an empty stretch of the lane."""
        shape = self._shape
        front = self._fit(facts, shape.left + over)
        return f"{front}{self._fit(lane, shape.lane)[over:]} {self._fit(words, shape.next)}"
