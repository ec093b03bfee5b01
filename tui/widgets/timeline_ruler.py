"""The ruler of the timeline: months, days, key dates, and interviews per cell."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from store.dates import show_day, show_day_short, show_span
from store.time_scale import DAY_ZOOM, PART_ZOOM, PARTS, Spot
from store.timeline import Timeline
from tui.ruler_words import (
    LOAD_TITLES,
    Load,
    cell_letters,
    day_numbers,
    key_letters,
    key_names,
    load_of,
    month_words,
)
from tui.widgets.timeline_columns import NEXT_WORDS
from tui.widgets.timeline_paint import REVERSE, UNDERLINE, Runs, Sheet, fitted

SHORT, TALL = 3, 5
YEAR = 52
"""Weeks after which months come again."""


def ruler_height(zoom: int) -> int:
    """Lines of the ruler; days need two more."""
    return TALL if zoom >= DAY_ZOOM else SHORT


def same_ruler(one: Timeline, other: Timeline) -> bool:
    """Whether both tell the same above the rows."""

    def ruler(of: Timeline) -> tuple[object, ...]:
        return (of.load_by_spot, of.clash_days, of.clash_spots, of.busy_weeks, of.key_days)

    return ruler(one) == ruler(other)


class RulerPainter:
    """Draws the ruler for one sheet and one place of the time cursor."""

    def __init__(self, sheet: Sheet, timeline: Timeline, time: Spot | None) -> None:
        self.sheet = sheet
        self.timeline = timeline
        self.time = time
        self._time = sheet.window.place_of(*time) if time else None

    def strips(self) -> list[Strip]:
        """Its lines from top to bottom."""
        window, width = self.sheet.window, self.sheet.columns.next - 1
        names = key_names(self.timeline, window, width) if width >= NEXT_WORDS else ("", "")
        lines = [self._line(self._title(), month_words(window), " next" if self.sheet.columns.next else "")]
        if window.scale.zoom >= DAY_ZOOM:
            letters = [(letter, self.sheet.palette.muted) for letter in cell_letters(window)]
            lines += [self._numbers(day_numbers(window)), self._cells("", letters, "")]
        return [*lines, self._keys(names[0]), self._load(names[1])]

    def _numbers(self, numbers: str) -> Strip:
        """Where each day has its number they touch, so that every other day is lighter."""
        window, palette = self.sheet.window, self.sheet.palette
        if window.scale.zoom < PART_ZOOM:
            return self._line("", numbers, "")
        days = [(window.first + place) // len(PARTS) for place in range(window.count)]
        shades = [palette.plain if day % 2 else palette.muted for day in days]
        return self._cells("", list(zip(numbers, shades, strict=True)), "", plain=True)

    def _title(self) -> str:
        """The days of the cell the time cursor is on, in words."""
        scale, (day, part) = self.sheet.window.scale, self.time or self.timeline.now_spot
        days = scale.days_of(scale.cell_of(day))
        if scale.zoom >= PART_ZOOM:
            title = f" {show_day_short(day)} {PARTS[part]}"
            return title if self._has_room(title) else f" {day:%a} {day.day} {PARTS[part]}"
        title = f" {show_span(days[0], days[-1])}"
        if len(days) == 1 or self.time is None:
            title = f" {show_day_short(day)}"
        if scale.weeks <= YEAR or scale.zoom >= DAY_ZOOM:
            return title
        dated = f"{title} {day.year}"  # the months above name no year, and come twice
        return dated if self._has_room(dated) else f" {show_day(days[0])}"

    def _has_room(self, title: str) -> bool:
        return len(title) <= self.sheet.columns.left - 2

    def _line(self, title: str, middle: str, words: str) -> Strip:
        sheet, palette = self.sheet, self.sheet.palette
        runs = Runs(palette.plain)
        runs.add(fitted(title, sheet.columns.left, sheet.glyphs), palette.muted)
        runs.add(middle.ljust(sheet.columns.lane) + " ", palette.muted)
        runs.add(fitted(words, sheet.columns.next, sheet.glyphs), palette.muted)
        return runs.strip(sheet.columns.width)

    def _keys(self, words: str) -> Strip:
        sheet, palette = self.sheet, self.sheet.palette
        cells = [(" ", palette.plain)] * sheet.window.count
        for place, (letter, several) in key_letters(self.timeline, sheet.window).items():
            style = palette.key + UNDERLINE if several else palette.key
            cells[place] = (fitted(letter, 1, sheet.glyphs), style)
        if sheet.today is not None and cells[sheet.today][0] == " ":
            cells[sheet.today] = (sheet.glyphs.today, palette.line)
        return self._cells(" key dates", cells, words)

    def _load(self, words: str) -> Strip:
        none = self.sheet.glyphs.none
        cells = [(load.sign or none, self._style(load)) for load in load_of(self.timeline, self.sheet.window)]
        return self._cells(f" {LOAD_TITLES[self.sheet.window.scale.zoom]}", cells, words)

    def _style(self, load: Load) -> Style:
        palette = self.sheet.palette
        if load.clash:
            return palette.late + REVERSE
        return palette.busy if load.busy else palette.plain if load.count else palette.line

    def _cells(self, title: str, cells: list[tuple[str, Style]], words: str, *, plain: bool = False) -> Strip:
        sheet, palette = self.sheet, self.sheet.palette
        runs = Runs(palette.plain)
        runs.add(fitted(title, sheet.columns.left, sheet.glyphs), palette.muted)
        for place, (sign, style) in enumerate(cells):
            if plain:
                runs.add(sign, style)
            elif place == self._time and place != sheet.today:
                runs.add(sign, palette.time)
            else:
                runs.add(sign, style + REVERSE if place == sheet.today else style)
        runs.gap(1)
        runs.add(fitted(words, sheet.columns.next, sheet.glyphs), palette.muted)
        return runs.strip(sheet.columns.width)
