"""Moving in time along the timeline: the time cursor, events, key dates, zoom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.folds import Head, Quiet, Row
from store.lane_cells import shown_events
from store.lanes import Event, Lane
from store.time_scale import ZOOMS
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
        days = self.scale.days_of(self.scale.cell_of(self.time_day or self.timeline.today))
        return tuple(event for event in self._row_events() if event.day in days)

    def pan(self, cells: int) -> None:
        """The time cursor so many cells on, or back."""
        if self.window is not None and self.timeline is not None:
            self.show_day(self.window.moved(self.time_day or self.timeline.today, cells))

    def pan_screen(self, screens: int) -> None:
        """The time cursor so many screenfuls on, or back."""
        if self.window is not None:
            self.pan(screens * self.window.count)

    def show_day(self, day: date) -> None:
        """The time cursor on that day, or as near as the season allows."""
        if self.window is not None:
            self.time_day = self.window.clamped(day)

    def today(self) -> None:
        """The time cursor back on today, and today in view."""
        self.time_day = None
        self.reveal_time()

    def next_event(self) -> bool:
        """The time cursor on the next event of this row; False when there is none."""
        return self._step_day(sorted({event.day for event in self._row_events()}), 1)

    def previous_event(self) -> bool:
        """The time cursor on the event before; False when there is none."""
        return self._step_day(sorted({event.day for event in self._row_events()}), -1)

    def next_key_date(self) -> bool:
        """The time cursor on the next key date; False when there is none."""
        return self._step_day(self._key_days(), 1)

    def previous_key_date(self) -> bool:
        """The time cursor on the key date before; False when there is none."""
        return self._step_day(self._key_days(), -1)

    def _key_days(self) -> list[date]:
        if self.timeline is None:
            return []
        scale = self.timeline.scale
        return sorted({one.day for one in self.timeline.key_days if scale.first <= one.day <= scale.last})

    def _row_events(self) -> tuple[Event, ...]:
        zoom = self.scale.zoom if self.scale else 1
        match self.cursor_row:
            case Lane() as lane:
                lanes: Iterable[Lane] = (lane,)
            case Head(group=group):
                lanes = group.lanes
            case Quiet(lanes=quiet):
                lanes = quiet
            case None:
                lanes = ()
        return tuple(event for lane in lanes for event in shown_events(lane, zoom))

    def _step_day(self, days: list[date], way: int) -> bool:
        if self.timeline is None:
            return False
        here = self.time_day or self.timeline.today
        beyond = [day for day in days if (day > here if way > 0 else day < here)]
        if beyond:
            self.show_day(beyond[0] if way > 0 else beyond[-1])
        return bool(beyond)

    def zoom_in(self) -> None:
        """Fewer days on the screen, each wider."""
        if self.scale is not None:
            self.zoom = min(ZOOMS[-1], self.scale.zoom + 1)

    def zoom_out(self) -> None:
        """More of the season on the screen."""
        if self.scale is not None:
            self.zoom = max(ZOOMS[0], self.scale.zoom - 1)

    def whole_season(self) -> None:
        """The largest zoom that shows the whole season."""
        self.zoom = 0
