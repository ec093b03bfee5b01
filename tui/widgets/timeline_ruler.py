"""The ruler of the timeline: months, days, key dates, and interviews per cell."""

from __future__ import annotations

from datetime import date, timedelta

from rich.style import Style
from textual.strip import Strip

from store.time_scale import ZOOMS
from store.timeline import Timeline
from tui.widgets.timeline_columns import NEXT_WORDS
from tui.widgets.timeline_paint import REVERSE, UNDERLINE, Runs, Sheet, fitted

WEEKDAYS = "MTWTFss"
LOAD_TITLES = {1: "interviews/week", 2: "interviews", 3: "interviews/day"}
SHORT, TALL = 3, 5


def ruler_height(zoom: int) -> int:
    """Lines of the ruler; days need two more."""
    return TALL if zoom >= ZOOMS[-1] else SHORT


class RulerPainter:
    """Draws the ruler for one sheet and one place of the time cursor."""

    def __init__(self, sheet: Sheet, timeline: Timeline, time_day: date | None) -> None:
        self.sheet = sheet
        self.timeline = timeline
        self.time_day = time_day
        self._time = sheet.window.place_of(time_day) if time_day else None

    def strips(self) -> list[Strip]:
        """Its lines from top to bottom."""
        names = self._key_names()
        lines = [self._line(self._title(), self._months(), " next" if self.sheet.columns.next else "")]
        if self.sheet.window.scale.zoom >= ZOOMS[-1]:
            lines += [self._line("", self._numbers(), ""), self._weekdays()]
        return [*lines, self._keys(names[0]), self._load(names[1])]

    def _title(self) -> str:
        """The days of the cell the time cursor is on, in words."""
        day = self.time_day or self.timeline.today
        days = self.sheet.window.scale.days_of(self.sheet.window.scale.cell_of(day))
        if len(days) == 1 or self.time_day is None:
            return f" {day:%a} {day.day} {day:%b}"
        return f" {days[0].day} {days[0]:%b} - {days[-1].day} {days[-1]:%b}"

    def _days(self, place: int) -> tuple[date, ...]:
        return self.sheet.window.scale.days_of(self.sheet.window.first + place)

    def _line(self, title: str, middle: str, words: str) -> Strip:
        sheet, palette = self.sheet, self.sheet.palette
        runs = Runs(palette.plain)
        runs.add(fitted(title, sheet.columns.left, sheet.glyphs), palette.muted)
        runs.add(middle.ljust(sheet.columns.lane) + " ", palette.muted)
        runs.add(fitted(words, sheet.columns.next, sheet.glyphs), palette.muted)
        return runs.strip(sheet.columns.width)

    def _months(self) -> str:
        window = self.sheet.window
        form = "%b %Y" if window.scale.zoom >= ZOOMS[-1] else "%b"
        text = ""
        for place, first in self._month_starts():
            label = f"{first:{form}}"
            if place >= len(text) + bool(text) and place + len(label) <= window.count:
                text = text.ljust(place) + label
        return text

    def _month_starts(self) -> list[tuple[int, date]]:
        """Where each month begins; the one under way at the left edge counts if its label has room."""
        starts = [(place, day) for place in range(self.sheet.window.count) for day in self._days(place) if day.day == 1]
        under_way = self._days(0)[0]
        room = starts[0][0] if starts else self.sheet.window.count
        return [(0, under_way), *starts] if room > len("Sep 2026") else starts

    def _numbers(self) -> str:
        text = ""
        for place in range(self.sheet.window.count):
            day = self._days(place)[0]
            if day.weekday() == 0 and place + len(str(day.day)) <= self.sheet.window.count:
                text = text.ljust(place) + str(day.day)
        return text

    def _weekdays(self) -> Strip:
        letters = [WEEKDAYS[self._days(place)[0].weekday()] for place in range(self.sheet.window.count)]
        muted = self.sheet.palette.muted
        return self._cells("", [(letter, muted) for letter in letters], "")

    def _keys(self, words: str) -> Strip:
        window, palette = self.sheet.window, self.sheet.palette
        cells = [(" ", palette.plain)] * window.count
        for key_day in reversed(self.timeline.key_days):
            place = window.place_of(key_day.day)
            if place is None or not key_day.letter:
                continue
            several = cells[place][0] != " "
            letter = fitted(key_day.letter, 1, self.sheet.glyphs)
            cells[place] = (letter, palette.key + UNDERLINE if several else palette.key)
        if self.sheet.today is not None and cells[self.sheet.today][0] == " ":
            cells[self.sheet.today] = (self.sheet.glyphs.today, palette.line)
        return self._cells(" key dates", cells, words)

    def _load(self, words: str) -> Strip:
        sheet, palette = self.sheet, self.sheet.palette
        cells: list[tuple[str, Style]] = []
        for place in range(sheet.window.count):
            days = self._days(place)
            count = sum(self.timeline.load.get(day, 0) for day in days)
            busy = any(day - timedelta(days=day.weekday()) in self.timeline.busy_weeks for day in days)
            style = palette.busy if busy and count else palette.plain if count else palette.line
            if not self.timeline.clash_days.isdisjoint(days):
                style = palette.late + REVERSE
            sign = sheet.glyphs.none if not count else str(count) if count < 10 else "+"
            cells.append((sign, style))
        title = f" {LOAD_TITLES[sheet.window.scale.zoom]}"
        return self._cells(title, cells, words)

    def _cells(self, title: str, cells: list[tuple[str, Style]], words: str) -> Strip:
        sheet, palette = self.sheet, self.sheet.palette
        runs = Runs(palette.plain)
        runs.add(fitted(title, sheet.columns.left, sheet.glyphs), palette.muted)
        for place, (sign, style) in enumerate(cells):
            if place == self._time and place != sheet.today:
                runs.add(sign, palette.time)
            else:
                runs.add(sign, style + REVERSE if place == sheet.today else style)
        runs.gap(1)
        runs.add(fitted(words, sheet.columns.next, sheet.glyphs), palette.muted)
        return runs.strip(sheet.columns.width)

    def _key_names(self) -> tuple[str, str]:
        """Letters with their words for the two lines beside the key dates; those ahead come first."""
        width = self.sheet.columns.next - 1
        if width < NEXT_WORDS:
            return ("", "")
        seen = [one for one in self.timeline.key_days if one.letter and self.sheet.window.place_of(one.day) is not None]
        ahead = [one for one in seen if one.day >= self.timeline.today]
        lines = [""]
        for one in ahead or seen:
            words = f"{one.letter} {one.short}"
            if lines[-1] and len(lines[-1]) + 2 + len(words) > width:
                lines.append("")
            lines[-1] += f"  {words}" if lines[-1] else f" {words}"
        return (lines[0], lines[1] if len(lines) > 1 else "")
