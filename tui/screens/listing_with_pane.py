"""A list with a pane beside it that tells of the row under the cursor, once the cursor rests and there is room."""

from __future__ import annotations

from textual.timer import Timer

from tui.screens.listing import Listing
from tui.widgets.detail_pane import ROOM, DetailPane, detail_width

REST = 0.08
"""Seconds the cursor rests before the pane follows it."""


class ListingWithPane(Listing):
    """A listing with such a pane; subclasses say what stands in it."""

    OPENS = ""
    """The id of the command that opens a row, where there is no room for the pane."""

    def __init__(self) -> None:
        super().__init__()
        self._pane_wanted = True
        self._pane_timer: Timer | None = None

    @property
    def pane(self) -> DetailPane:
        """What stands beside the list."""
        return self.query_one(DetailPane)

    def show_pane(self) -> None:
        """Tell of the row under the cursor."""
        raise NotImplementedError

    def fit_pane(self) -> int:
        """Show the pane where it is wanted and has room; gives the cells it takes from the list."""
        taken = detail_width(self.app.size.width) if self._pane_wanted else 0
        self.pane.display = bool(taken)
        return taken

    def rest_then_show_pane(self) -> None:
        """Have the pane follow: with every key it would cost a second frame."""
        if not self.pane.display:
            return
        if self._pane_timer is not None:
            self._pane_timer.stop()
        self._pane_timer = self.set_timer(REST, self.show_pane)

    def action_pane(self) -> None:
        """Show or hide the pane."""
        if not detail_width(self.app.size.width):
            self.say(f"The pane needs {ROOM} columns. {self.spell.key(self.OPENS)} opens the program instead.")
            return
        self._pane_wanted = not self._pane_wanted
        self.lay_out()
