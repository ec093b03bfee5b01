"""Several fields at once: each is understood while it is typed, and all must be before the form is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from store.errors import SeasonError
from tui.screens.dialogs.dialog import WIDEST, Typing
from tui.screens.dialogs.fields import ChoiceField, Field, FieldKind
from tui.screens.dialogs.form_line import Line
from tui.screens.dialogs.score_field import ScoreField
from tui.shown import plain
from tui.widgets.draft_area import DraftArea, NextBlank, PreviousBlank, Refused

__all__ = ["Field", "FieldKind", "Form"]

KEYS = "enter next  ctrl+s accept  esc cancel"
KEYS_IN_TEXT = "tab next  ctrl+s, or esc and enter, accepts"
REALLY = "enter accepts  esc again drops what you typed"
LONGEST_LABEL = 22

Check = Callable[[dict[str, Any]], None]
"""Looks at all values together; raises SeasonError with the reason they do not go together."""


class Fields(VerticalScroll, inherit_bindings=False):
    """Scrolls to the field in use; up and down belong to the form."""


class Form(Typing[dict[str, Any]]):
    """Answers with the value of every field by name.

    Enter goes to the next field and accepts on the last; ctrl+s accepts everywhere. Once something was typed, `esc`
    asks for a second one, and enter behind it accepts.
    """

    DEFAULT_CSS = """
    Form Fields {
        height: auto; background: $surface; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $primary;
    }
    Form .whole { height: auto; display: none; margin-top: 1; }
    Form .whole.-shown { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "accept", show=False, priority=True),
        Binding("enter", "accept_after_esc", "accept", show=False, priority=True),
        Binding("tab,down", "step(1)", "next field", show=False),
        Binding("shift+tab,up", "step(-1)", "previous field", show=False),
        Binding("enter", "next", "next field", show=False),
    ]

    def __init__(self, title: str, fields: tuple[Field, ...], check: Check | None = None, *, about: str = "") -> None:
        super().__init__(title, KEYS, WIDEST, about=about)
        self.fields = fields
        self.check = check
        self.label_width = min(LONGEST_LABEL, max((cell_len(field.label) for field in fields), default=4)) + 4
        self.warned = False

    def parts(self) -> Iterable[Widget]:
        """The fields, and room for words about all of them."""
        yield Fields(*self.rows(), can_focus=False)
        yield Static("", classes="whole trouble")

    def rows(self) -> Iterable[Widget]:
        """What scrolls: a line for every field."""
        return (Line(field, self.label_width) for field in self.fields)

    def on_mount(self) -> None:
        """Say what is understood of the values given."""
        self._before = self._texts()
        kept = self.given_back()
        for one in self.lines:
            one.bring_back(kept.get(one.field.name, ""))
        self._listen()
        self.fit()

    def fit(self) -> None:
        """Scroll when there are more fields than lines."""
        for scroll in self.query(Fields):
            scroll.styles.max_height = self.room_for(4 if self.query(".whole.-shown") else 2)

    @property
    def lines(self) -> list[Line]:
        """The lines from top to bottom."""
        return list(self.query(Line))

    def _texts(self) -> dict[str, str]:
        return {one.field.name: one.text for one in self.lines}

    def _listen(self, *, demanded: bool = False) -> list[Line]:
        texts = self._texts()
        return [one for one in self.lines if not one.listen(texts, demanded=demanded)]

    def half_typed(self) -> dict[str, str]:
        """The fields in which something else stands than at first."""
        return {name: text for name, text in self._texts().items() if text != self._before[name]}

    # Typing and moving

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    def changed(self, event: Input.Changed | TextArea.Changed | ChoiceField.Changed) -> None:
        """Understand anew."""
        event.stop()
        self.typed_in()
        self.warned = False
        self._listen()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the line in use and name its keys."""
        self.warned = False
        for one in self.lines:
            one.mark(one.entry is self.focused)
        self.show_keys(KEYS_IN_TEXT if isinstance(self.focused, DraftArea) else KEYS)
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def _place(self) -> int:
        return next((place for place, one in enumerate(self.lines) if one.entry is self.focused), 0)

    def action_step(self, by: int) -> None:
        """Go to the next field or the one before, round the end."""
        lines = self.lines
        lines[(self._place() + by) % len(lines)].entry.focus()

    def action_next(self) -> None:
        """Go to the next field; accept on the last."""
        if self._place() + 1 < len(self.fields):
            self.action_step(1)
        else:
            self.action_accept()

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Enter in a line goes on."""
        event.stop()
        self.action_next()

    @on(ScoreField.Settled)
    @on(NextBlank)
    def tab_in_text(self) -> None:
        """Tab in a text goes on too, and so does a digit in a score."""
        self.action_step(1)

    @on(PreviousBlank)
    def tab_back_in_text(self) -> None:
        """And shift+tab back."""
        self.action_step(-1)

    @on(Refused)
    def refuse(self, event: Refused) -> None:
        """Say below the field why nothing was taken in."""
        self.lines[self._place()].say(plain(f"! {event.sentence}"), trouble=True)

    # Leaving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes on to the next field, or breaks a line, until `esc` has asked."""
        return self.warned if action == "accept_after_esc" else super().check_action(action, parameters)

    def action_accept_after_esc(self) -> None:
        """Do what ctrl+s does."""
        self.warned = False
        self.action_accept()

    def action_accept(self) -> None:
        """Answer when every field is understood; otherwise go to the first that is not."""
        broken = self._listen(demanded=True)
        if broken:
            broken[0].entry.focus()
            return
        values = {one.field.name: one.value for one in self.lines}
        try:
            if self.check is not None:
                self.check(values)
        except SeasonError as error:
            self._say_of_all(str(error))
            return
        self.answer(values)

    def _say_of_all(self, sentence: str) -> None:
        words = self.query_one(".whole", Static)
        words.update(plain(f"! {sentence}"))
        words.add_class("-shown")
        self.fit()

    def action_cancel(self) -> None:
        """Close; when something was typed, only at the second press."""
        if self.warned or self._texts() == self._before:
            self.answer(None)
        else:
            self.warned = True
            self.show_keys(REALLY)
