"""The scale of a timeline: which days share a cell, and where the season begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from store.frozen_record import record
from store.moments import Moment, zone_named

CELL_STARTS: dict[int, tuple[int, ...]] = {
    1: (0,),
    2: (0, 3),
    3: (0, 1, 2, 3, 4, 5, 6),
    4: tuple(weekday for weekday in range(7) for _part in range(3)),
}
"""For each zoom, the weekday (Monday is 0) on which each cell of a week begins."""
ZOOMS = (1, 2, 3, 4)
"""The zooms a person can step through; 4 cuts each day in three and is for repairing clashes."""
DAY_ZOOM = 3
"""From this zoom on a cell is never longer than a day."""
PART_ZOOM = 4
"""At this zoom a day has three cells."""
PARTS = ("morning", "afternoon", "evening")
"""The thirds of a day: to noon, to 18:00, to midnight; most interviews begin in one and end in the next."""
LAST_PART = len(PARTS) - 1
"""The evening."""
PART_STARTS = (0, 12, 18)
"""The hour at home at which each of them begins."""
Spot = tuple[date, int]
"""A place in time: a day, and which third of it, 0 to 2."""
SEASON_MONTH, MATCH_MONTH, MATCH_DAY = 9, 3, 31
"""A season runs from the first of September to the last of March, where no date of its own says otherwise."""


def monday_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def spot_of(moment: Moment, zone: str) -> Spot:
    """The day and its third on the wall clock of that zone; where clocks change, what they show counts."""
    local = moment.at.astimezone(zone_named(zone))
    return local.date(), bisect_right(PART_STARTS, local.hour) - 1


def step(spots: Iterable[Spot], here: Spot, way: int, zoom: int) -> Spot | None:
    """The nearest of those places after `here`, or before it when `way` is negative; None when there is none.

    Another third of the same day is another place only where it has a cell of its own; of several on one
    day the earliest is meant, whichever side it is reached from.
    """
    reach = 2 if zoom >= PART_ZOOM else 1
    if way > 0:
        return min((spot for spot in spots if spot[:reach] > here[:reach]), default=None)
    before = [spot for spot in spots if spot[:reach] < here[:reach]]
    last = max(before, default=here)[:reach]
    return min((spot for spot in before if spot[:reach] == last), default=None)


@record(frozen=True, slots=True)
class Scale:
    """A stretch of whole weeks, cut into cells of equal weeks."""

    zoom: int
    """1 a week to a cell, 2 half a week, 3 a day, 4 a third of a day."""
    first: date
    """The Monday on which the first cell begins."""
    weeks: int
    """How many weeks."""

    @property
    def per_week(self) -> int:
        """Cells in a week."""
        return len(CELL_STARTS[self.zoom])

    @property
    def cells(self) -> int:
        """Cells in all."""
        return self.weeks * self.per_week

    @property
    def last(self) -> date:
        """The last day, a Sunday."""
        return self.first + timedelta(days=7 * self.weeks - 1)

    def cell_of(self, day: date, part: int = 0) -> int:
        """The cell of that third of the day; below 0 or beyond the last cell when the day lies outside."""
        week, weekday = divmod((day - self.first).days, 7)
        starts = CELL_STARTS[self.zoom]
        cell = weekday * len(PARTS) + part if self.zoom == PART_ZOOM else bisect_right(starts, weekday) - 1
        return week * len(starts) + cell

    def days_of(self, cell: int) -> tuple[date, ...]:
        """The days that share that cell, earliest first; never empty."""
        starts = CELL_STARTS[self.zoom]
        week, place = divmod(cell, len(starts))
        begin = starts[place]
        end = max(begin + 1, starts[place + 1] if place + 1 < len(starts) else 7)
        return tuple(self.first + timedelta(days=7 * week + weekday) for weekday in range(begin, end))

    def part_of(self, cell: int) -> int:
        """Which third of its day that cell is; 0 where days are not cut."""
        return cell % len(PARTS) if self.zoom == PART_ZOOM else 0

    def spot_of(self, cell: int) -> Spot:
        """Where that cell begins."""
        return self.days_of(cell)[0], self.part_of(cell)

    def zoomed(self, zoom: int) -> Scale:
        """The same weeks at another zoom."""
        return self if zoom == self.zoom else Scale(zoom, self.first, self.weeks)


def first_of_messages(today: date) -> date:
    """From which day on messages belong to the season under way: half a year before it began.

    What went out in a season before, or under a mistyped year, is not to stretch this one.
    """
    year = today.year + (today.month >= SEASON_MONTH)
    return date(year - 1, SEASON_MONTH - 6, 1)


def season_weeks(today: date, days: Iterable[date], *, match_day: date | None = None) -> Scale:
    """The weeks of the season at zoom 1: from the earliest of `days` to the end of March, or their latest.

    `match_day` says which March; without it, it is the one `today` leads up to. Without any days the
    season begins on the first of September.
    """
    year = match_day.year if match_day else today.year + (today.month > MATCH_MONTH + 2)
    inside = tuple(days)
    first = monday_of(min(inside, default=date(year - 1, SEASON_MONTH, 1)))
    last = max((date(year, MATCH_MONTH, MATCH_DAY), *inside))
    return Scale(1, first, (last - first).days // 7 + 1)
