"""Moving in time along the timeline: the time cursor, events, key dates, zoom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.folds import Head, Quiet, Row
from store.lane_cells import MESSAGE_ZOOM, events_at, spots_of
from store.lanes import Event, Lane
from store.time_scale import ZOOMS, Spot, step
from tui.widgets.timeline_canvas import TimelineCanvas


class TimelineTravel(TimelineCanvas):
    """A picture of the timeline with a cursor in time."""

    @property
    def cursor_row(self) -> Row | None:
        """The row the cursor is on; None only while there are no rows."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def cursor_program_id(self) -> str:
        """The program the cursor is on; empty on headings."""
        return self.cursor_row.program_id if isinstance(self.cursor_row, Lane) else ""

    @property
    def events_here(self) -> tuple[Event, ...]:
        """Events of the cursor's row in the cell of the time cursor, earliest first."""
        if self.timeline is None or self.scale is None:
            return ()
        return tuple(event for _lane, event in events_at(self.lanes_here, self.scale, self.time_spot))

    def pan(self, cells: int) -> None:
        """The time cursor so many cells on, or back."""
        if self.window is not None and self.timeline is not None:
            self.show_day(*self.window.moved(*self.time_spot, cells))

    def pan_screen(self, screens: int) -> None:
        """The time cursor so many screenfuls on, or back."""
        if self.window is not None:
            self.pan(screens * self.window.count)

    def show_day(self, day: date, part: int = 0) -> None:
        """The time cursor on that third of the day, or as near as the season allows."""
        if self.window is None:
            return
        day, same_day = self.window.clamped(day), self.time_day
        other_part, self.time_part = part != self.time_part, part
        self.time_day = day
        if other_part and day == same_day:
            self.watch_time_day()

    def today(self) -> None:
        """The time cursor back on today, and today in view."""
        self.time_day = None
        self.reveal_time()

    def next_event(self) -> bool:
        """The time cursor on the next event of this row; False when there is none."""
        return self._step(self._event_spots(), 1)

    def previous_event(self) -> bool:
        """The time cursor on the event before; False when there is none."""
        return self._step(self._event_spots(), -1)

    def only_messages_lie(self, way: int) -> bool:
        """Whether messages went out later (1) or earlier (-1) on this row that have no sign at this zoom."""
        if self.scale is None or self.scale.zoom >= MESSAGE_ZOOM:
            return False
        return step(self._spots_inside(MESSAGE_ZOOM), self.time_spot, way, self.scale.zoom) is not None

    def next_key_date(self) -> bool:
        """The time cursor on the next key date; False when there is none."""
        return self._step(self._key_spots(), 1)

    def previous_key_date(self) -> bool:
        """The time cursor on the key date before; False when there is none."""
        return self._step(self._key_spots(), -1)

    def _key_spots(self) -> list[Spot]:
        if self.timeline is None:
            return []
        scale = self.timeline.scale
        return [(one.day, one.part) for one in self.timeline.key_days if scale.first <= one.day <= scale.last]

    @property
    def lanes_here(self) -> tuple[Lane, ...]:
        """The lanes the cursor's row stands for."""
        match self.cursor_row:
            case Lane() as lane:
                return (lane,)
            case Head(group=group):
                return group.lanes
            case Quiet(lanes=lanes):
                return lanes
            case None:
                return ()

    def _event_spots(self) -> tuple[Spot, ...]:
        return self._spots_inside(self.scale.zoom) if self.scale else ()

    def _spots_inside(self, zoom: int) -> tuple[Spot, ...]:
        """Where those events are that lie in the weeks of the season; what is older has no cell to go to."""
        scale = self.scale
        spots = spots_of(self.lanes_here, zoom)
        return tuple(spot for spot in spots if scale and scale.first <= spot[0] <= scale.last)

    def _step(self, spots: Iterable[Spot], way: int) -> bool:
        if self.timeline is None or self.scale is None:
            return False
        there = step(spots, self.time_spot, way, self.scale.zoom)
        if there is not None:
            self.show_day(*there)
        return there is not None

    def zoom_in(self) -> bool:
        """Fewer days on the screen, each wider; False when they are as wide as they get."""
        return self._zoom_by(1)

    def zoom_out(self) -> bool:
        """More of the season on the screen; False when a cell holds as much as it can."""
        return self._zoom_by(-1)

    def _zoom_by(self, steps: int) -> bool:
        there = self.scale.zoom + steps if self.scale else 0
        if there in ZOOMS:
            self.zoom = there
        return there in ZOOMS

    def whole_season(self) -> None:
        """The largest zoom that shows the whole season."""
        self.zoom = 0
