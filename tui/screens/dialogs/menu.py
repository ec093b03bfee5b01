"""A menu where one key is an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.cells import cell_len
from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from store.frozen_record import record
from tui.screens.dialogs.dialog import FRAME, WIDEST, Dialog, beside
from tui.shown import line
from tui.widgets.marked_list import MARK, MarkedList
from tui.wrapping import wrapped

MOST_BELOW = 3
"""Lines of a remark below its choice."""
NO_DEFAULT = object()
"""Says that enter has nothing to accept until the arrows mark a choice."""


@record(frozen=True, slots=True)
class Choice:
    """One answer and its key."""

    key: str
    """The single character that chooses it; empty when only enter does."""
    label: str
    """What it says."""
    value: Any
    """What the menu answers with; not None."""
    hint: str = ""
    """A quiet remark beside it."""
    below: str = ""
    """A remark that needs lines of its own."""


class Menu(Dialog[Any]):
    """Answers with the value of the choice; keys act at once, enter takes the marked one."""

    def __init__(self, title: str, choices: tuple[Choice, ...], default: Any = NO_DEFAULT) -> None:
        """`default` is the value enter accepts; without one nothing is marked at first."""
        self.choices = choices
        self.default = NO_DEFAULT if default is None else default
        keys = max((cell_len(choice.key) for choice in choices), default=1)
        labels = max((cell_len(choice.label) for choice in choices), default=1)
        hints = max((cell_len(choice.hint) for choice in choices), default=0)
        labels = min(labels, WIDEST - FRAME - MARK - 6 - keys)
        below = max((cell_len(choice.below) for choice in choices), default=0)
        hints = min(hints, WIDEST - FRAME - MARK - 6 - keys - labels)
        self._widths = keys, labels, hints
        beside_labels = labels + hints + (2 if hints else 0)
        self._below = min(below, WIDEST - FRAME - MARK - 4 - keys)
        super().__init__(title, "esc cancel", FRAME + MARK + keys + 4 + max(beside_labels, self._below))

    def parts(self) -> Iterable[Widget]:
        """The list of choices."""
        yield MarkedList(*(Option(self._row(one)) for one in self.choices))

    def _row(self, choice: Choice) -> Content:
        row = beside(choice.key, choice.label, choice.hint, self._widths)
        if not choice.below:
            return row
        style = "$late" if choice.below.startswith("!") else "$muted"
        for words in wrapped(choice.below, self._below)[:MOST_BELOW]:
            row += Content("\n" + " " * (self._widths[0] + 2)) + Content.styled(line(words, self._below), style)
        return row

    def on_mount(self) -> None:
        """Mark the default."""
        rows = self.query_one(OptionList)
        marked = [place for place, choice in enumerate(self.choices) if choice.value == self.default]
        rows.highlighted = marked[0] if marked else None
        self.show_keys("enter accept  esc cancel" if marked else "esc cancel")
        self.fit()

    def fit(self) -> None:
        """Scroll when there are more choices than lines."""
        for rows in self.query(OptionList):
            rows.styles.max_height = self.room_for(2)

    def on_key(self, event: events.Key) -> None:
        """Take the choice of that key; j and k move where they are no choice, delete is X as on every list."""
        typed = "X" if event.key == "delete" else event.character
        if not event.is_printable and typed != "X":
            return
        event.stop()
        for choice in self.choices:
            if choice.key and choice.key == typed:
                self.answer(choice.value)
                return
        rows = self.query_one(OptionList)
        if event.character == "j":
            rows.action_cursor_down()
        elif event.character == "k":
            rows.action_cursor_up()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Take the marked choice."""
        event.stop()
        self.answer(self.choices[event.option_index].value)
