"""The form of a debrief: in parts, every field optional, kept while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from store.frozen_record import record
from tui.screens.dialogs.fields import ChoiceField, Field
from tui.screens.dialogs.form import Fields, Form
from tui.screens.dialogs.form_line import Line
from tui.shown import plain

KEYS = "enter next  pgdn next part  esc done, all is kept"
PAUSE = 1.0
"""Seconds without a key after which what was typed is kept."""

Keep = Callable[[dict[str, Any]], bool]
"""Keeps the values of all fields by name; False when it was refused."""


@record(frozen=True, slots=True)
class FormPart:
    """Fields that belong together."""

    title: str
    """Their heading."""
    fields: tuple[Field, ...]
    """Never empty."""


class DebriefForm(Form):
    """Keeps what stands in it on leaving a field and in every pause; closing it loses nothing."""

    DEFAULT_CSS = """
    DebriefForm .part { height: 1; color: $muted; text-style: bold; }
    DebriefForm .part.-later { margin-top: 1; height: 1; }
    DebriefForm .asked { height: 2; color: $foreground; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,ctrl+down", "part(1)", "next part", show=False, priority=True),
        Binding("pageup,ctrl+up", "part(-1)", "part before", show=False, priority=True),
    ]

    def __init__(
        self, title: str, parts: tuple[FormPart, ...], keep: Keep, asked: dict[str, str], *, about: str = ""
    ) -> None:
        """`asked` is what to show below the form while a field of that name is in use."""
        super().__init__(title, tuple(field for part in parts for field in part.fields), about=about)
        self.form_parts = parts
        self.keep = keep
        self.asked = asked
        self._pause: Timer | None = None

    def parts(self) -> Iterable[Widget]:
        """The fields, what the one in use asks, and room for words about all of them."""
        fields, whole = super().parts()
        return (fields, Static("", classes="asked"), whole)

    def rows(self) -> Iterable[Widget]:
        """Each part under its heading."""
        for place, part in enumerate(self.form_parts):
            yield Static(plain(part.title), classes="part -later" if place else "part")
            yield from (Line(field, self.label_width) for field in part.fields)

    def fit(self) -> None:
        """Leave room for what is asked too."""
        for scroll in self.query(Fields):
            scroll.styles.max_height = self.room_for(7 if self.query(".whole.-shown") else 5)

    # Keeping

    def _kept(self) -> bool:
        """Keep what has changed since the last time; True when nothing is left to keep."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        texts = self._texts()
        if texts == self._before:
            return True
        if self._listen():
            return False
        kept = self.keep({one.field.name: one.value for one in self.lines})
        if kept:
            self._before = texts
            self.typed_in()  # what was written down until now is in the season
        return kept

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    def typed(self) -> None:
        """Keep it once there is a pause."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._kept)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep what was typed before, mark the line in use and show what it asks."""
        super().on_descendant_focus(event)
        event.prevent_default()  # Textual would call the form's own again, after this
        self.show_keys(KEYS)
        if not hasattr(self, "_before"):  # focused before anything stands in it
            return
        self._kept()
        field = self.fields[self._place()]
        self.query_one(".asked", Static).update(plain(self.asked.get(field.name, "")))

    # Moving and leaving

    def action_part(self, by: int) -> None:
        """Go to the first field of the next part, or of the one before; round the end."""
        starts, count = [], 0
        for part in self.form_parts:
            starts.append(count)
            count += len(part.fields)
        here = max(at for at, start in enumerate(starts) if start <= self._place())
        self.lines[starts[(here + by) % len(starts)]].entry.focus()

    def action_accept(self) -> None:
        """Done: keep it all and close."""
        if self._kept():
            self.answer({})
        else:
            super().action_accept()

    def action_cancel(self) -> None:
        """The same; only what was refused asks for a second press."""
        if self._kept():
            self.answer({})
        else:
            super().action_cancel()
