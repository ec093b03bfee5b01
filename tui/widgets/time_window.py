"""The stretch of time that is in view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.frozen_record import record
from store.time_scale import Scale

TODAY_PLACE = 0.4
"""How far from the left edge a day stands when the window is laid around it."""


@record(frozen=True, slots=True)
class TimeWindow:
    """Some cells of a scale, side by side."""

    scale: Scale
    """The scale they belong to."""
    first: int
    """The first cell in view."""
    count: int
    """How many are in view."""

    @property
    def end(self) -> int:
        """The first cell beyond."""
        return self.first + self.count

    def place_of(self, day: date) -> int | None:
        """Where that day stands in the window; None when it is out of view."""
        place = self.scale.cell_of(day) - self.first
        return place if 0 <= place < self.count else None

    def at(self, first: int) -> TimeWindow:
        """The window laid there, or as near as the season allows."""
        return replace(self, first=max(0, min(first, self.scale.cells - self.count)))

    def around(self, day: date) -> TimeWindow:
        """The window with that day in view, most of what lies ahead of it too, beginning on a Monday."""
        week = self.scale.per_week
        return self.at(round((self.scale.cell_of(day) - self.count * TODAY_PLACE) / week) * week)

    def revealing(self, day: date) -> TimeWindow:
        """The window moved by a third of itself so that the day comes into view; laid around a day further off."""
        place = self.scale.cell_of(day) - self.first
        step = max(1, self.count // 3)
        if 0 <= place < self.count:
            return self
        if -step <= place < self.count + step:
            return self.at(self.first + (step if place > 0 else -step))
        return self.around(day)

    def clamped(self, day: date) -> date:
        """That day, or the nearest one of the season."""
        return max(self.scale.first, min(day, self.scale.last))

    def moved(self, day: date, cells: int) -> date:
        """The first day of the cell so many cells away, within the season; the same day for the same cell."""
        here = self.scale.cell_of(self.clamped(day))
        there = max(0, min(here + cells, self.scale.cells - 1))
        return day if there == here else self.scale.days_of(there)[0]
