"""A month as lines of text: a sign behind each day that holds something, brackets round the one that is meant."""

from __future__ import annotations

from datetime import date

from store.dates import show_month_long
from store.lanes import EventKind
from store.month import DayMarks, weeks_of
from tui.glyphs import Glyphs
from tui.ruler_words import UNLETTERED

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY_WIDTH = 6
MONTH_WIDTH = len(WEEKDAYS) * DAY_WIDTH
MONTH_LINES = 9
"""Title, weekdays, six weeks at most, and the legend."""


def month_lines(marks: DayMarks, month: date, chosen: date | None, glyphs: Glyphs) -> tuple[str, ...]:
    """The month that day lies in, the chosen day in brackets; always as many lines."""
    title = show_month_long(month).center(MONTH_WIDTH).rstrip()
    names = "".join(f" {name}".ljust(DAY_WIDTH) for name in WEEKDAYS).rstrip()
    weeks = ["".join(_day(marks, day, chosen, glyphs) for day in week).rstrip() for week in weeks_of(month)]
    lines = [title, names, *weeks]
    return (*lines, *[""] * (MONTH_LINES - 1 - len(lines)), _legend(glyphs))


def _day(marks: DayMarks, day: date | None, chosen: date | None, glyphs: Glyphs) -> str:
    if day is None:
        return " " * DAY_WIDTH
    before, after = ("[", "]") if day == chosen else (glyphs.today if day == marks.today else " ", " ")
    return f"{before}{day.day:>2} {sign_of(marks, day, glyphs)}{after}"


def sign_of(marks: DayMarks, day: date, glyphs: Glyphs) -> str:
    """One sign for the day: a clash before interviews, these before a key date, and a dot when it is free."""
    count = len(marks.interviews.get(day, ()))
    letters = [one.letter for one in marks.key_days.get(day, ())]
    if day in marks.clash_days:
        return glyphs.marks[EventKind.CLASH]
    if count > 1:
        return str(count) if count < 10 else "+"
    if count:
        return glyphs.marks[EventKind.INTERVIEWED if day < marks.today else EventKind.BOOKED]
    if letters:
        return glyphs.text(next(filter(None, letters), UNLETTERED))[0]
    return glyphs.none if marks.is_free(day) else " "


def _legend(glyphs: Glyphs) -> str:
    booked = glyphs.marks[EventKind.BOOKED]
    return f"{booked} interview  A key date  {glyphs.none} free day"
