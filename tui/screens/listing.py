"""A screen that is one table: its layout follows the size, and each moving key does one thing to it."""

from __future__ import annotations

from tui.screens.season_screen import SeasonScreen
from tui.widgets.row_table import RowTable


class Listing(SeasonScreen):
    """A screen with one table on it."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out_for = self.app.size
        self._told: tuple[str, int] | None = None
        """The row, and how many are selected, of which the status line has nothing more to say; None at first."""

    def lay_out(self) -> None:
        """Fit columns and panes to the size of the screen; called when that has changed."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Follow the size; the first one a screen is told of is the one it was made for."""
        if self.is_mounted and self.app.size != self._laid_out_for:
            self._laid_out_for = self.app.size
            self.lay_out()

    @property
    def table(self) -> RowTable:
        """The table."""
        return self.query_one(RowTable)

    @property
    def here_now(self) -> tuple[str, int]:
        """The row under the cursor, and how many are selected."""
        return self.table.key, len(self.table.selected)

    def settle_told(self) -> None:
        """Leave the status line to what was just done, even where that has moved the cursor or ended a selection."""
        if self._told is not None:
            self._told = self.here_now

    def let_go(self) -> None:
        """Let the selection go once it was acted on; what was done stays on the status line."""
        self.table.clear_selection()
        self.settle_told()

    def step_back(self) -> bool:
        """Let go of the selection."""
        if not self.table.selected:
            return False
        self.table.clear_selection()
        return True

    def row_here(self) -> str:
        """The key of the row under the cursor."""
        return self.table.key

    def go_to_row(self, key: str) -> None:
        """Put the cursor on the row of that key."""
        self.table.show_key(key)

    def action_down(self) -> None:
        """One row down."""
        self.table.move(1)

    def action_up(self) -> None:
        """One row up."""
        self.table.move(-1)

    def action_page_down(self) -> None:
        """A screenful down."""
        self.table.page(1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.table.page(-1)

    def action_top(self) -> None:
        """The first row."""
        self.table.top()

    def action_bottom(self) -> None:
        """The last row."""
        self.table.bottom()

    def action_select(self) -> None:
        """Select the row and move on."""
        self.table.select()

    def action_extend(self) -> None:
        """Select a range."""
        self.table.extend()

    def action_select_all(self) -> None:
        """Select everything in view."""
        self.table.select_all()
