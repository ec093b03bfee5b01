"""One line of a form: a label, its field, and what was understood or what is wrong."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.errors import SeasonError
from tui.screens.dialogs.ask import trouble_with
from tui.screens.dialogs.fields import ChoiceField, Field
from tui.screens.dialogs.score_field import ScoreField
from tui.shown import line
from tui.widgets.draft_area import DraftArea
from tui.widgets.subject_field import SubjectField

WHOLE = frozenset(("zone", "day", "moment", "number"))
"""Kinds of field in which another value is typed as a whole, and nothing is added to what stands there."""


class Line(Vertical):
    """A label, its field, and what was understood or what is wrong."""

    DEFAULT_CSS = """
    Line { height: auto; }
    Line > Horizontal { height: auto; }
    Line .label { height: 1; color: $muted; }
    Line .label.-current { color: $foreground; text-style: bold; }
    Line SubjectField, Line ChoiceField, Line DraftArea { width: 1fr; background: $panel; }
    Line SubjectField:focus, Line ChoiceField:focus, Line DraftArea:focus { background: $background; }
    Line DraftArea { height: 5; }
    Line .said { height: auto; display: none; color: $muted; }
    Line .said.trouble { color: $late; }
    Line .said.-shown { display: block; }
    """

    def __init__(self, field: Field, label_width: int) -> None:
        super().__init__()
        self.field = field
        self.label_width = label_width
        self.value: Any = None
        self.broken = False
        """Whether what stands here has no meaning."""

    def compose(self) -> ComposeResult:
        """The label and the field side by side, the words below the field."""
        label = Static(self._label(marked=False), classes="label")
        label.styles.width = self.label_width
        said = Static("", classes="said")
        said.styles.padding = (0, 0, 0, self.label_width)
        with Horizontal():
            yield label
            yield self._entry()
        yield said

    def _entry(self) -> Widget:
        field = self.field
        if field.kind in {"choice", "score"}:
            chosen_in = ScoreField if field.kind == "score" else ChoiceField
            return chosen_in(field.options, field.value, field.hint)
        if field.kind == "text":
            return DraftArea(str(field.value))
        text = "" if field.value is None else str(field.value)
        replaced = field.kind in WHOLE
        return SubjectField(text, limit=field.limit, placeholder=line(field.hint, 200), replaced=replaced)

    def _label(self, *, marked: bool) -> Content:
        star = "*" if self.field.required else ""
        return Content(f"{'>' if marked else ' '} {line(self.field.label, self.label_width - 4)}{star}")

    def mark(self, marked: bool) -> None:
        """Show or take away the sign of the field in use."""
        label = self.query_one(".label", Static)
        label.set_class(marked, "-current")
        label.update(self._label(marked=marked), layout=False)

    @property
    def entry(self) -> Widget:
        """The widget that is typed in."""
        return self.query_one("SubjectField, ChoiceField, DraftArea")

    @property
    def text(self) -> str:
        """What stands in it."""
        entry = self.entry
        if isinstance(entry, ChoiceField):
            return entry.option.label
        return entry.text if isinstance(entry, DraftArea) else entry.value if isinstance(entry, SubjectField) else ""

    def bring_back(self, text: str) -> None:
        """Put that text in the field, or choose what it names; no text leaves the field as it is."""
        entry = self.entry
        if text and isinstance(entry, SubjectField):
            entry.value = text
        elif text and isinstance(entry, DraftArea):
            entry.text = text
        elif text and isinstance(entry, ChoiceField):
            entry.choose(text)

    def listen(self, others: dict[str, str], *, demanded: bool = False) -> bool:
        """Understand what stands here and say so; an empty required field is only named when demanded."""
        entry = self.entry
        if isinstance(entry, ChoiceField):
            self.value, self.broken = entry.option.value, False
            return True
        try:
            self.value, said = self.field.heard(self.text, others)
            self.broken = False
        except SeasonError as error:
            self.broken = True
            self.say(trouble_with(error) if demanded or self.text.strip() else Content(""), trouble=True)
        else:
            self.say(Content(f"= {line(said, 400)}" if said else ""), trouble=False)
        return not self.broken

    def say(self, words: Content, *, trouble: bool) -> None:
        """Put words below the field."""
        said = self.query_one(".said", Static)
        said.set_class(trouble, "trouble")
        said.set_class(bool(words.plain), "-shown")
        said.update(words)
