"""A score from 1 to 5 in a form: one digit gives it and goes on."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from tui.screens.dialogs.fields import ChoiceField
from tui.shown import line


class ScoreField(ChoiceField):
    """Shows all five digits with the chosen one in brackets; a digit settles it, 0 or backspace takes it back."""

    class Settled(Message):
        """A digit was typed: this field has its answer."""

    def render(self) -> Content:
        """The digits side by side, and what they mean."""
        shown = Content("")
        for option in self.options[1:]:
            chosen = option is self.option
            shown += Content.styled(f"[{option.label}]", "bold") if chosen else Content(f" {option.label} ")
        hint = self.hint if self.option.value is None else ""
        room = self.size.width - shown.cell_length - 3
        return shown + (Content.styled(f"   {line(hint, room)}", "$muted") if hint and room > 4 else Content(""))

    def on_key(self, event: events.Key) -> None:
        """Take a digit; the arrows turn as in any choice."""
        if event.key in ("0", "backspace", "delete", "minus"):
            event.stop()
            event.prevent_default()
            self.at = 0
        elif event.character in ("1", "2", "3", "4", "5"):
            event.stop()
            event.prevent_default()
            self.at = int(event.character)
            self.post_message(self.Settled())
        elif event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
