"""A question with yes and no for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.dialogs.dialog import FRAME, Dialog
from tui.shown import plain


class Confirm(Dialog[bool]):
    """Answers True or False; None when cancelled. `y` and `n` act at once, enter takes the default."""

    DEFAULT_CSS = """
    Confirm .question { height: auto; }
    Confirm .answers { height: 1; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "accept", "accept", show=False)]

    def __init__(self, question: str, detail: str = "", *, default: bool = False, title: str = "") -> None:
        self.question = question
        self.detail = detail
        self.default = default
        longest = max((cell_len(part) for part in (question, *detail.split("\n"))), default=0)
        super().__init__(title, f"enter {'yes' if default else 'no'}  esc cancel", longest + FRAME)

    def parts(self) -> Iterable[Widget]:
        """The question, what there is to know, the two answers."""
        yield Static(plain(self.question), classes="question")
        if self.detail:
            yield Static(plain(self.detail), classes="words")
        yield Static(self._answers(), classes="answers")

    def _answers(self) -> Content:
        yes, no = ("[yes]", "no") if self.default else ("yes", "[no]")
        pairs = (("y", yes), ("n", no))
        return Content("   ").join(Content.styled(key, "bold") + " " + Content(word) for key, word in pairs)

    def action_accept(self) -> None:
        """Take the default."""
        self.answer(self.default)

    def on_key(self, event: events.Key) -> None:
        """Take `y` or `n`."""
        if event.is_printable:
            event.stop()
            if event.character in {"y", "Y", "n", "N"}:
                self.answer(event.character in {"y", "Y"})
