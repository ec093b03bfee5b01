"""The stretch of time that is in view."""

from __future__ import annotations

from datetime import date

from store.frozen_record import record
from store.time_scale import PART_ZOOM, PARTS, Scale, Spot

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

    def place_of(self, day: date, part: int = 0) -> int | None:
        """Where that third of the day stands in the window; None when it is out of view."""
        place = self.scale.cell_of(day, part) - self.first
        return place if 0 <= place < self.count else None

    def at(self, first: int) -> TimeWindow:
        """The window laid there, or as near as the season allows."""
        return TimeWindow(self.scale, max(0, min(first, self.scale.cells - self.count)), self.count)

    def around(self, day: date, part: int = 0) -> TimeWindow:
        """The window with that day in view, most of what lies ahead of it too, beginning on a Monday if it can."""
        week, cell = self.scale.per_week, self.scale.cell_of(day, part)
        laid = self.at(round((cell - self.count * TODAY_PLACE) / week) * week)
        return laid if laid.first <= cell < laid.end else self.at(cell - self.count // 2)

    def revealing(self, day: date, part: int = 0) -> TimeWindow:
        """The window moved by a third of itself so that the day comes into view; laid around a day further off."""
        place = self.scale.cell_of(day, part) - self.first
        step = max(1, self.count // 3)
        if self.scale.zoom >= PART_ZOOM:  # whole days, so that none is cut by the edge
            step = max(len(PARTS), step - step % len(PARTS))
        if 0 <= place < self.count:
            return self
        if -step <= place < self.count + step:
            return self.at(self.first + (step if place > 0 else -step))
        return self.around(day, part)

    def clamped(self, day: date) -> date:
        """That day, or the nearest one of the season."""
        return max(self.scale.first, min(day, self.scale.last))

    def moved(self, day: date, part: int, cells: int) -> Spot:
        """Where the cell begins that is so many cells away, within the season; the same place for the same cell."""
        here = self.scale.cell_of(self.clamped(day), part)
        there = max(0, min(here + cells, self.scale.cells - 1))
        return (day, part) if there == here else self.scale.spot_of(there)
