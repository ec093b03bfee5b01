"""One line of text of a letter, under the same rules as its body."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.clean_text import NAME_LIMIT, clean, clean_line
from store.errors import RuleBroken
from templates.conduct.findings import Fix
from tui.shown import line
from tui.widgets.draft_area import Refused
from tui.widgets.escape_keys import Left, is_leaving
from tui.widgets.fix_offer import FixOffer, FixWanted
from tui.widgets.line_history import LineHistory

_WHITE = re.compile(r"\s+")


class SubjectField(FixOffer, Input):
    """One line of text under the same rules: cleaned, uncut, undoable, and `esc` is never swallowed."""

    DEFAULT_CSS = """
    SubjectField { height: 1; border: none; padding: 0; background: $surface; }
    SubjectField:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z,super+z", "undo", "Undo", show=False),
        Binding("ctrl+y,super+y", "redo", "Redo", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        limit: int = NAME_LIMIT,
        placeholder: str = "",
        replaced: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """With `replaced` what stands in it is selected when it is gone to, so that typing takes its place."""
        self.limit = limit
        self._hint = placeholder
        self.history, self._stepping = LineHistory(), False
        self._last = " ".join(clean(value).split())
        super().__init__(
            self._last,
            placeholder=placeholder,
            max_length=limit,
            select_on_focus=replaced,
            id=id,
            classes=classes,
        )
        self.set_reactive(Input.cursor_blink, False)

    def on_resize(self) -> None:
        """Cut the hint with a sign that it goes on, where Textual would end it after a word as if that were all."""
        if (fitted := line(self._hint, self.size.width)) != self.placeholder:
            self.placeholder = fitted

    async def _on_key(self, event: events.Key) -> None:
        answer = Left() if is_leaving(event) else FixWanted() if self.takes_offer(event) else None
        if answer is not None:
            event.stop()
            event.prevent_default()
            self.post_message(answer)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take_in(event.text)

    def action_paste(self) -> None:
        """Insert what was copied inside the app."""
        self.take_in(self.app.clipboard)

    def _watch_value(self, value: str) -> None:
        if not self._stepping and self.is_mounted and value != self._last:
            self.history.note(self._last, value)
        self._last = value
        super()._watch_value(value)

    def action_undo(self) -> None:
        """Take back the last change of the line."""
        self._step_to(self.history.back(self.value))

    def action_redo(self) -> None:
        """Do the last undone change again."""
        self._step_to(self.history.forth(self.value))

    def _step_to(self, value: str | None) -> None:
        if value is None:
            return
        self._stepping = True
        self.value = value
        self._stepping = False
        self.cursor_position = len(value)

    def take_fix(self, fix: Fix) -> bool:
        """Mend those words; False when something else stands there by now."""
        mended = fix.applied(self.value)
        if mended == self.value or len(mended) > self.limit:
            return False
        self.value = mended
        self.cursor_position = fix.start + len(fix.words)
        return True

    def take_in(self, text: str) -> bool:
        """Put that text in place of the selection as one clean line; False, and `Refused`, when it is too long."""
        start, end = sorted(self.selection)
        try:
            clean_line(text, what="What you pasted", limit=self.limit)
            pasted = _WHITE.sub(" ", clean(text))
            clean_line(self.value[:start] + pasted + self.value[end:], what="This line", limit=self.limit)
        except RuleBroken as refused:
            self.post_message(Refused(str(refused)))
            return False
        self.replace(pasted, start, end)
        return True

    def restricted(self) -> None:
        """Say that the line is full."""
        self.post_message(Refused(f"The line is full: it takes {self.limit:,} characters."))
