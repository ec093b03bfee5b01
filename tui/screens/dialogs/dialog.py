"""What all questions share: a framed box, its keys in the frame, one answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tui.kept_questions import ABOUT
from tui.quick_start import DrawnOnce
from tui.requests import HalfTyped
from tui.shown import column, line
from tui.widgets.escape_keys import Left

WIDEST, NARROWEST = 76, 30
"""Cells a box takes at most and at least, frame included, where the screen has them."""
FRAME = 4
"""Cells the frame and its padding take of the width."""

SECONDS_BETWEEN = 0.25
"""What is typed without a pause is written down this often: a program that is killed takes no more along."""

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], DrawnOnce[Answer]):
    """A box over the screen behind; gives its answer once, None when cancelled."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 50%; }
    Dialog:ansi { background: transparent; }
    Dialog > .box {
        height: auto; max-height: 100%; max-width: 100%;
        padding: 0 1;
        background: $surface; color: $foreground;
        border: solid $primary;
        border-title-color: $foreground; border-title-style: bold;
        border-title-background: $surface; border-subtitle-background: $surface;
        border-subtitle-color: $muted; border-subtitle-align: left;
    }
    Dialog .words { height: auto; color: $muted; }
    Dialog .trouble { height: auto; color: $late; }
    Dialog SubjectField > .input--placeholder { color: $muted; }
    Dialog OptionList, Dialog OptionList:focus {
        height: auto; border: none; padding: 0; background: $surface; background-tint: transparent;
        scrollbar-size-vertical: 1; scrollbar-background: $surface; scrollbar-color: $primary;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Dialog OptionList > .option-list--option-highlighted,
    Dialog OptionList:focus > .option-list--option-highlighted {
        background: $cursor-row; color: $foreground; text-style: bold;
    }
    Dialog:ansi OptionList > .option-list--option-highlighted,
    Dialog:nocolor OptionList > .option-list--option-highlighted { text-style: bold reverse; }
    Dialog OptionList > .option-list--option-disabled { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel", show=False)]
    AUTO_FOCUS = "*"

    def __init__(self, title: str, keys: str, width: int = WIDEST, *, about: str = "") -> None:
        """`keys` is the line about keys in the frame; `width` the cells wanted, frame included.

        `about` holds the ids of the records that are asked about: words half typed for one are not given to another.
        """
        super().__init__()
        self.heading = title
        self.kept_as = f"{title}{ABOUT}{about}" if about else title
        """What tells this question from any other: its title, and what it is about."""
        self.keys = keys
        self.box_width = max(NARROWEST, min(WIDEST, max(width, cell_len(line(title, WIDEST)) + FRAME + 4)))
        self.answered = False
        self.was_given_back = False
        """True once it holds what stood in it when the app was last ended."""
        self._noted: dict[str, str] = {}
        self._noting: Timer | None = None

    @property
    def inside(self) -> int:
        """Cells between the frame's padding."""
        return min(self.box_width, self.app.size.width) - FRAME

    def compose(self) -> ComposeResult:
        """The box with what the question consists of."""
        box = Vertical(*self.parts(), classes="box")
        box.styles.width = self.box_width
        box.border_title = Content(line(self.heading, self.inside - 2))
        box.border_subtitle = Content(line(self.keys, self.inside - 2))
        yield box

    def parts(self) -> Iterable[Widget]:
        """The widgets in the box, from top to bottom."""
        return ()

    def answer(self, value: Answer | None) -> None:
        """Close with that answer; a second answer counts for nothing."""
        if not self.answered:
            self.answered = True
            texts = {} if value is None else self.half_typed()
            if texts or self.was_given_back or self._noted:
                self.app.post_message(HalfTyped(self.kept_as, texts, answered=bool(texts)))
            self.dismiss(value)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.answer(None)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def typed_in(self) -> None:
        """Have it written down in a moment; typing without a pause does not put that off."""
        if self._noting is None:
            self._noting = self.set_timer(SECONDS_BETWEEN, self._note)

    def _note(self) -> None:
        self._noting = None
        if not self.answered and (texts := self.half_typed()) != self._noted:
            self._noted = texts
            self.app.post_message(HalfTyped(self.kept_as, texts))

    def half_typed(self) -> dict[str, str]:
        """What was typed here and is not part of any answer yet, by field; empty when nothing was."""
        return {}

    def given_back(self) -> dict[str, str]:
        """What stood in this question when the app was last ended, handed out once."""
        kept: dict[str, dict[str, str]] = getattr(self.app, "half_typed", {})
        texts = kept.pop(self.kept_as, {})
        self.was_given_back = bool(texts)
        if texts:
            self.app.post_message(HalfTyped(self.kept_as, texts))
        return texts

    def room_for(self, lines: int) -> int:
        """How many lines of something may show when the box needs `lines` more for frame and the rest."""
        return max(1, self.app.size.height - lines)

    def show_keys(self, words: str) -> None:
        """Put other words in the frame's bottom line."""
        self.query_one(".box").border_subtitle = Content(line(words, self.inside - 2))

    def on_resize(self, event: events.Resize) -> None:
        """Fit what scrolls to the new height."""
        self.fit()

    def fit(self) -> None:
        """Set the height of what scrolls; boxes without such a part need nothing."""


class Typing(Dialog[Answer]):
    """A box in which something is typed: `esc` counts however fast the next key follows, and no letter is a key."""

    @on(Left)
    def leave(self) -> None:
        """Do what `esc` does."""
        self.action_cancel()

    def on_key(self, event: events.Key) -> None:
        """Nothing else is a key here."""
        if event.is_printable:
            event.stop()


def beside(key: str, label: str, hint: str, widths: tuple[int, int, int]) -> Content:
    """One row of three columns: a bold key, a label, a quiet hint; widths in cells."""
    keys, labels, hints = widths
    row = Content.styled(column(key, keys) + "  ", "bold") if keys else Content("")
    if not hint or (hints < 4 and cell_len(hint) > hints):  # a remark cut to less tells nothing
        return row + line(label, labels)
    return row + column(label, labels) + "  " + Content.styled(line(hint, hints), "$foreground 80%")
