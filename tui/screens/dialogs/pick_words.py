"""A list of words to put into a letter: found by typing, shown in full before they are taken."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tui.screens.dialogs.pick import Option, Pick
from tui.shown import plain

SHOWN = 4
"""Lines kept for the words of the marked option."""


class PickWords(Pick):
    """Answers with the value of the option, which is the words themselves."""

    DEFAULT_CSS = """
    PickWords .words { height: 4; margin-top: 1; color: $foreground; }
    """

    def __init__(self, title: str, options: tuple[Option, ...]) -> None:
        """The hint of each option is searched too."""
        super().__init__(title, options)

    def parts(self) -> Iterable[Widget]:
        """The list, and under it the marked words in full."""
        yield from super().parts()
        yield Static("", classes="words")

    def fit(self) -> None:
        """Leave room for the words."""
        for rows in self.query(OptionList):
            rows.styles.max_height = self.room_for(4 + SHOWN + 1)

    @on(OptionList.OptionHighlighted)
    def show_words(self) -> None:
        """Show what would be put in."""
        at = self.query_one(OptionList).highlighted
        shown = self.options[self.places[at]].value if at is not None and at < len(self.places) else ""
        self.query_one(".words", Static).update(plain(shown), layout=False)
