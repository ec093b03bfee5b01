"""Reading beside a letter: the notes and the messages before it, in a pane of its own or in place of the text."""

from __future__ import annotations

from textual.widget import Widget
from textual.worker import Worker

from tui.screens.letter_places import LetterPlaces
from tui.widgets.beside_pane import BesidePane
from tui.widgets.detail_pane import ROOM


class LetterBeside(LetterPlaces):
    """A letter with a pane that can be read by keyboard; where there is no room for both, they change places."""

    _came_from: Widget | None = None
    """What had the keys before the pane got them."""

    @property
    def beside(self) -> BesidePane:
        """The pane."""
        return self.query_one(BesidePane)

    @property
    def reading(self) -> bool:
        """True while the keys scroll the pane."""
        return self.is_mounted and self.focused is not None and isinstance(self.focused, BesidePane)

    def lay_out(self, *, reading: bool = False) -> None:
        """Show the pane, the text, or both, as the width allows."""
        wide = self.app.size.width >= ROOM
        self.beside.display = wide or reading
        self.beside.set_class(not wide, "-alone")
        self.query_one("#letter").display = wide or not reading

    def action_beside(self) -> None:
        """Give the keys to the pane, or back to where they were."""
        if self.reading:
            self.close_beside()
            return
        self.settle()
        self._came_from = self.focused
        self.lay_out(reading=True)
        self.beside.focus()

    def close_beside(self) -> None:
        """Back to the text, or to the keys of the draft when it had been left."""
        if self.reading:
            self.lay_out()
            self.set_focus(self._came_from)

    def action_edit(self) -> None:
        """Back to the text."""
        self.close_beside()
        if not self.refuse():
            self.area.focus()

    def action_next_blank(self) -> None:
        """On to the next blank."""
        self.close_beside()
        super().action_next_blank()

    def action_previous_blank(self) -> None:
        """Back to the blank before."""
        self.close_beside()
        super().action_previous_blank()

    def action_next_check(self) -> None:
        """On to the next finding."""
        self.close_beside()
        super().action_next_check()

    def action_insert(self) -> Worker[None]:
        """Ask what to insert."""
        self.close_beside()
        return super().action_insert()
