"""What the ruler of a timeline says above each cell: months, days, key dates and interviews, as plain values."""

from __future__ import annotations

from datetime import date

from store.dates import month_letters, show_month
from store.frozen_record import record
from store.time_scale import DAY_ZOOM, PART_ZOOM, monday_of
from store.timeline import KeyDay, Timeline
from tui.widgets.time_window import TimeWindow

WEEKDAYS = "MTWTFss"
PART_LETTERS = "ape"
"""Morning, afternoon, evening."""
LOAD_TITLES = {1: "interviews/week", 2: "interviews", 3: "interviews/day", 4: "interviews"}
UNLETTERED = "'"
"""Where a key date falls that was given no letter."""
UNDER_WAY = len("Sep 2026")
"""Cells a month's label takes at most; the month under way at the left edge is named when they are free."""


@record(frozen=True, slots=True)
class Load:
    """The interviews of one cell."""

    count: int
    """How many."""
    busy: bool
    """True in a week that holds many."""
    clash: bool
    """True when some of them overlap."""

    @property
    def sign(self) -> str:
        """One character; empty when there is none."""
        return "" if not self.count else str(self.count) if self.count < 10 else "+"


def days_at(window: TimeWindow, place: int) -> tuple[date, ...]:
    """The days that share the cell at that place of the window."""
    return window.scale.days_of(window.first + place)


def month_words(window: TimeWindow) -> str:
    """The months, each above the cell it begins in; one without room is left out."""
    said = show_month if window.scale.zoom >= DAY_ZOOM else month_letters
    text = ""
    for place, first in _month_starts(window):
        label = said(first)
        if place >= len(text) + bool(text) and place + len(label) <= window.count:
            text = text.ljust(place) + label
    return text


def _days_begun(window: TimeWindow, place: int) -> tuple[date, ...]:
    return () if window.scale.part_of(window.first + place) else days_at(window, place)


def _month_starts(window: TimeWindow) -> list[tuple[int, date]]:
    """Where each month begins; the one under way at the left edge counts if its label has room."""
    starts = [(place, day) for place in range(window.count) for day in _days_begun(window, place) if day.day == 1]
    room = starts[0][0] if starts else window.count
    return [(0, days_at(window, 0)[0]), *starts] if room > UNDER_WAY else starts


def day_numbers(window: TimeWindow) -> str:
    """The day of the month above each Monday; above each day with its weekday's letter where a day has three cells."""
    if window.scale.zoom >= PART_ZOOM:
        return _each_day(window)
    text = ""
    for place in range(window.count):
        day = days_at(window, place)[0]
        if day.weekday() == 0 and place + len(str(day.day)) <= window.count:
            text = text.ljust(place) + str(day.day)
    return text


def _each_day(window: TimeWindow) -> str:
    """`M23T24` and so on, each above its day; a day cut by the edge is left without its number rather than misread."""
    text = ""
    for place in range(window.count):
        (day,) = days_at(window, place)
        label = f"{WEEKDAYS[day.weekday()]}{day.day}"
        if window.scale.part_of(window.first + place) == 0 and place + len(label) <= window.count:
            text = text.ljust(place) + label
    return text.ljust(window.count)


def cell_letters(window: TimeWindow) -> str:
    """A letter for the weekday of each cell, or for its third of the day."""
    if window.scale.zoom >= PART_ZOOM:
        return "".join(PART_LETTERS[window.scale.part_of(window.first + place)] for place in range(window.count))
    return "".join(WEEKDAYS[days_at(window, place)[0].weekday()] for place in range(window.count))


def key_letters(timeline: Timeline, window: TimeWindow) -> dict[int, tuple[str, bool]]:
    """The letter of the first key date in each cell that holds one, and whether it holds several.

    Match Day and the day to certify come before any other there. One without a letter has a tick, and gives way.
    """
    found: dict[int, list[str]] = {}
    for key_day in sorted(timeline.key_days, key=lambda one: not one.is_foremost):
        place = window.place_of(key_day.day, key_day.part)
        if place is not None:
            found.setdefault(place, []).append(key_day.letter)
    return {place: (next(filter(None, own), UNLETTERED), len(own) > 1) for place, own in found.items()}


def key_names(timeline: Timeline, window: TimeWindow, width: int, lines: int = 2) -> tuple[str, ...]:
    """Letters with their words, in so many lines of that width: those ahead, of which the last give way first.

    Match Day and the day to certify stay as long as there is room for any.
    """
    seen = [one for one in timeline.key_days if one.letter and window.place_of(one.day, one.part) is not None]
    ahead = [one for one in seen if one.day >= timeline.today] or seen
    told = _in_lines(ahead, width)
    while len(told) > lines:
        gives_way = [one for one in ahead if not one.is_foremost] or ahead
        ahead.remove(gives_way[-1])
        told = _in_lines(ahead, width)
    return tuple([*told, *[""] * lines][:lines])


def _in_lines(days: list[KeyDay], width: int) -> list[str]:
    told = [""]
    for one in days:
        words = f"{one.letter} {one.short}"
        if told[-1] and len(told[-1]) + 2 + len(words) > width:
            told.append("")
        told[-1] += f"  {words}" if told[-1] else f" {words}"
    return told


def load_of(timeline: Timeline, window: TimeWindow) -> tuple[Load, ...]:
    """The interviews of each cell."""
    found = []
    for place in range(window.count):
        days = days_at(window, place)
        if window.scale.zoom >= PART_ZOOM:
            spot = window.scale.spot_of(window.first + place)
            count, clash = timeline.load_by_spot.get(spot, 0), spot in timeline.clash_spots
        else:
            count, clash = sum(timeline.load.get(day, 0) for day in days), not timeline.clash_days.isdisjoint(days)
        busy = bool(count) and any(monday_of(day) in timeline.busy_weeks for day in days)
        found.append(Load(count, busy, clash))
    return tuple(found)
