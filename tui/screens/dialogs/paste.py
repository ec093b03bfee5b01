"""Room for a whole text that is pasted or typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from tui.screens.dialogs.dialog import WIDEST, Typing
from tui.shown import plain
from tui.widgets.draft_area import DraftArea, Refused


class Paste(Typing[str]):
    """Answers with the text: ctrl+s accepts, and so does enter behind an `esc`; a second `esc` drops it."""

    DEFAULT_CSS = """
    Paste DraftArea { height: 100; margin-top: 1; background: $panel; scrollbar-size-vertical: 1; }
    Paste DraftArea:focus { background: $background; }
    Paste .said { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "accept", show=False, priority=True),
        Binding("enter", "accept_after_esc", "accept", show=False, priority=True),
    ]

    KEYS: ClassVar[str] = "ctrl+s, or esc and enter, reads it  esc cancels"
    REALLY: ClassVar[str] = "enter reads it  esc again drops what stands here"

    def __init__(self, title: str, prompt: str, text: str = "") -> None:
        """`text` stands in it at first."""
        super().__init__(title, self.KEYS, WIDEST)
        self.prompt = prompt
        self.text = text
        self.warned = False

    def parts(self) -> Iterable[Widget]:
        """What to do here, the text, and words about it."""
        yield Static(plain(self.prompt), classes="words")
        yield DraftArea()
        yield Static("", classes="said trouble")

    def on_mount(self) -> None:
        """Give back what stood here when the app was last ended."""
        self.area.text = self.given_back().get("", self.text)
        self.area.focus()
        self.fit()

    @property
    def area(self) -> DraftArea:
        """The text."""
        return self.query_one(DraftArea)

    def fit(self) -> None:
        """All the room there is."""
        for area in self.query(DraftArea):
            area.styles.height = min(24, self.room_for(7))

    def half_typed(self) -> dict[str, str]:
        """The text, when there is any."""
        return {"": self.area.text} if self.area.text.strip() else {}

    @on(TextArea.Changed)
    def changed(self, event: TextArea.Changed) -> None:
        """What was said of the text before holds no more."""
        event.stop()
        self.warned = False
        self.say("")
        self.show_keys(self.KEYS)

    @on(Refused)
    def refuse(self, event: Refused) -> None:
        """Say why nothing was taken in."""
        self.say(f"! {event.sentence}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is a line break until `esc` has left the text."""
        return self.warned if action == "accept_after_esc" else super().check_action(action, parameters)

    def action_accept_after_esc(self) -> None:
        """Do what ctrl+s does."""
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with the text, if there is any."""
        if self.area.text.strip():
            self.answer(self.area.text)
        else:
            self.say("! Paste or type something first; esc cancels.")

    def action_cancel(self) -> None:
        """Close; when a text stands here, only at the second press."""
        if self.warned or not self.area.text.strip():
            self.answer(None)
        else:
            self.warned = True
            self.show_keys(self.REALLY)

    def say(self, words: str) -> None:
        """Show these words under the text."""
        self.query_one(".said", Static).update(plain(words) if words else Content(""))
