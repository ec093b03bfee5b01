"""The line where a filter is typed: it narrows the view with every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.containers import Horizontal
from textual.message import Message

if TYPE_CHECKING:
    from textual.widgets import Input

HELP = "?"
"""Typed alone it asks how a filter is written."""
HINT = "status:bkd region:mw tier:a clash late due<7d !tag:reach or any words"


class FilterLine(Horizontal):
    """Hidden until `/`; enter keeps the filter, esc clears it."""

    DEFAULT_CSS = """
    FilterLine { height: 1; display: none; }
    FilterLine.-open { display: block; }
    FilterLine > Label { width: 2; padding: 0; }
    FilterLine > Input { height: 1; border: none; padding: 0; width: 1fr; background: transparent; }
    FilterLine > Input:focus { border: none; }
    """

    class Typed(Message):
        """The filter changed while typing."""

        def __init__(self, text: str, row: str = "") -> None:
            self.text = text
            self.row = row
            """Where the cursor was when the line was opened; empty when it was not open."""
            super().__init__()

        @property
        def asks_how(self) -> bool:
            """True for an empty line, or a lone question mark."""
            return self.text.strip() in ("", HELP)

    class Closed(Typed):
        """Typing has ended; `text` is what stays in force."""

    def __init__(self) -> None:
        super().__init__()
        self._field: Input | None = None
        self._row = ""

    @property
    def is_open(self) -> bool:
        """True while it is typed in."""
        return self.has_class("-open")

    @property
    def text(self) -> str:
        """The filter in force."""
        return self._field.value if self._field else ""

    def open(self, row: str = "") -> None:
        """Show the line and type in it; the view is told which row the cursor is to come back to when it can."""
        self._row = row
        field = self._made()
        field.can_focus = True
        self.add_class("-open")
        field.focus()

    def _made(self) -> Input:
        """The field, made the first time it is needed, so that no start waits for it."""
        if self._field is None:
            from textual.widgets import Input, Label

            self._field = Input(placeholder=HINT, select_on_focus=False)
            self._field.cursor_blink = False
            self.mount(Label(" /"), self._field)
        return self._field

    def put(self, text: str) -> None:
        """Put that filter in force and close."""
        field = self._made()
        with self.prevent(type(field).Changed):
            field.value = text
        field.cursor_position = len(text)
        self._close()

    def clear(self) -> None:
        """Drop the filter and close."""
        if self._field is not None:
            with self.prevent(type(self._field).Changed):
                self._field.value = ""
        self._close()

    def _close(self) -> None:
        self.remove_class("-open")
        if self._field is not None:
            self._field.can_focus = False  # while hidden it must not catch keys
        self.post_message(self.Closed(self.text, self._row))
        self._row = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the view."""
        event.stop()
        self.post_message(self.Typed(event.value, self._row))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed."""
        event.stop()
        if event.value.strip() == HELP:
            self.clear()
        else:
            self._close()

    def on_key(self, event: events.Key) -> None:
        """Esc clears the filter wherever the cursor is in it."""
        from tui.widgets.escape_keys import is_leaving

        if event.key == "escape" or is_leaving(event):
            event.stop()
            event.prevent_default()
            self.clear()
