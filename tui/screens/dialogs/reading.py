"""Words to read over the screen, where there is no room for them beside it; some may be written to a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from tui.program_story import Part
from tui.screens.dialogs.dialog import WIDEST, Dialog
from tui.widgets.detail_pane import PartsView


class Reading(Dialog[bool]):
    """Shows titled lists of lines until it is closed; answers True when they are to be written to a file."""

    DEFAULT_CSS = """
    Reading VerticalScroll { height: auto; scrollbar-size: 1 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,P,q,enter", "cancel", "close", show=False),
        Binding("w", "write", "write", show=False),
        Binding("j", "scroll(1)", "down", show=False),
        Binding("k", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, title: str, parts: tuple[Part, ...], *, for_a_file: bool = False) -> None:
        """`for_a_file` offers to write them out."""
        write = "w write to a file  " if for_a_file else ""
        super().__init__(title, f"j/k scroll  {write}esc close", WIDEST)
        self.read_parts = parts
        self._for_a_file = for_a_file

    def parts(self) -> Iterable[Widget]:
        """The words, scrolling when there are more than lines."""
        yield VerticalScroll(PartsView())

    def on_mount(self) -> None:
        """Show them, and fit the screen."""
        self.query_one(PartsView).show("", self.read_parts)
        self.fit()

    def fit(self) -> None:
        """Leave room for the frame."""
        for words in self.query(VerticalScroll):
            words.styles.max_height = self.room_for(2)

    def action_scroll(self, lines: int) -> None:
        """So many lines down, or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_write(self) -> None:
        """Close, and have it written, where that is offered."""
        if self._for_a_file:
            self.answer(True)
