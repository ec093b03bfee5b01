"""What the season view does with calendar files: write one, read a portal's."""

from __future__ import annotations

from textual import work

from tui.screens.listing import Listing


class CalendarActions(Listing):
    """A list beside which the season goes to a calendar, and a calendar comes in."""

    @work
    async def action_write_calendar(self) -> None:
        """Write interviews and key dates for a calendar."""
        from tui.calendar_writing import write_calendar_file

        await write_calendar_file(self.season_app)

    def action_read_calendar(self) -> None:
        """Take in interviews from a portal's calendar."""
        from tui.screens.calendar_file import CalendarScreen

        self.app.push_screen(CalendarScreen())
