"""The lines of a form: what each asks for, and how what is typed there is understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.clean_text import LINE_LIMIT, NAME_LIMIT, clean_body, clean_line
from store.errors import RuleBroken, SeasonError, Unclear
from store.frozen_record import record
from store.moments import zone_names
from store.whole_number import whole_number
from tui.screens.dialogs.ask import Understand
from tui.screens.dialogs.pick import Option, folded
from tui.shown import line

FieldKind = Literal["line", "text", "choice", "score", "zone", "day", "moment", "number"]
SCORES = (Option(None, "not yet"), *(Option(value, str(value)) for value in range(1, 6)))


@record(frozen=True, slots=True)
class Field:
    """One line of a form."""

    name: str
    """Its key in the answer."""
    label: str
    """What stands before it."""
    value: Any = ""
    """What stands in it at first: text, or the value of a choice."""
    kind: FieldKind = "line"
    """How it is filled in; `day` and `moment` need `understand`."""
    choices: tuple[Option | str, ...] = ()
    """What a choice field turns through."""
    hint: str = ""
    """Shown in the empty field, or beside a choice."""
    required: bool = False
    """True refuses an empty field."""
    understand: Understand | None = None
    """Turns the text into its value and words about it; an empty optional field it refuses answers None."""
    understand_beside: Callable[[str, Mapping[str, str]], tuple[Any, str]] | None = None
    """The same for a field that depends on others: it also gets the text of every field by name."""

    def __post_init__(self) -> None:
        if self.kind in {"day", "moment"} and self.understand is None and self.understand_beside is None:
            raise ValueError(f"the field {self.name} needs a way to understand a {self.kind}")
        if self.kind == "choice" and not self.choices:
            raise ValueError(f"the field {self.name} has no choices")

    @property
    def options(self) -> tuple[Option, ...]:
        """The choices, each with its value and label."""
        given = self.choices or (SCORES if self.kind == "score" else ())
        return tuple(Option(one, one) if isinstance(one, str) else one for one in given)

    @property
    def limit(self) -> int:
        """Characters the line takes."""
        return NAME_LIMIT if self.kind in {"zone", "day", "number"} else LINE_LIMIT

    def heard(self, text: str, others: Mapping[str, str]) -> tuple[Any, str]:
        """The value of that text and what to say about it; raises SeasonError with the reason when it has none."""
        typed = clean_body(text) if self.kind == "text" else clean_line(text, what=self.label, limit=self.limit)
        if self.required and not typed.strip():
            raise RuleBroken("Something has to stand here.")
        try:
            return self._meaning(typed, others)
        except SeasonError:
            if typed.strip():
                raise
            return None, ""

    def _meaning(self, typed: str, others: Mapping[str, str]) -> tuple[Any, str]:
        if self.understand_beside is not None:
            return self.understand_beside(typed, others)
        if self.understand is not None:
            return self.understand(typed)
        if self.kind == "zone":
            return understand_zone(typed)
        return understand_number(typed) if self.kind == "number" else (typed, "")


def understand_number(text: str) -> tuple[int | None, str]:
    """The whole number typed, or None for an empty field; raises RuleBroken for anything else."""
    digits = text.strip().replace(",", "")
    if not digits:
        return None, ""
    number = whole_number(digits.removeprefix("-"))
    if number is None:
        raise RuleBroken("A whole number is needed here.")
    return -number if digits.startswith("-") else number, ""


def understand_zone(text: str) -> tuple[str, str]:
    """The zone of that name or place, or nothing for an empty field; raises Unclear when there are none or several."""
    from store.zones import find_zones  # reads its tables when first asked

    typed = text.strip()
    if not typed or typed in zone_names():
        return typed, ""
    found = find_zones(typed)
    if not found:
        raise Unclear("No zone has that name. Type a city, such as Chicago or Dublin.")
    if len(found) > 1:
        raise Unclear("Several zones fit; type more of the name.", found)
    return found[0], found[0]


class ChoiceField(Widget, can_focus=True):
    """One of a few values; left and right turn through them, a first letter jumps."""

    DEFAULT_CSS = "ChoiceField { height: 1; background: $surface; }"
    at: reactive[int] = reactive(0)
    """The place of what is chosen."""

    class Changed(Message):
        """Another value was chosen."""

    def __init__(self, options: tuple[Option, ...], value: Any, hint: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.options = options
        self.hint = hint
        places = [place for place, option in enumerate(options) if option.value == value]
        self.set_reactive(ChoiceField.at, places[0] if places else 0)

    @property
    def option(self) -> Option:
        """What is chosen."""
        return self.options[self.at]

    def choose(self, label: str) -> None:
        """Choose the option of that label, if there is one."""
        self.at = next((place for place, option in enumerate(self.options) if option.label == label), self.at)

    def render(self) -> Content:
        """The chosen label between the arrows that turn it."""
        label = line(self.option.label, max(4, self.size.width - 6))
        hint = self.option.hint or self.hint
        room = self.size.width - Content(label).cell_length - 7
        beside = f"   {line(hint, room)}" if hint and room > 4 else ""
        return Content("‹ ") + Content(label) + Content(" ›") + Content.styled(beside, "$muted")

    def watch_at(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def on_key(self, event: events.Key) -> None:
        """Turn, or jump to the next choice with that first letter."""
        step = {"left": -1, "right": 1, "space": 1}.get(event.key)
        if step is not None:
            event.stop()
            self.at = (self.at + step) % len(self.options)
        elif event.is_printable and event.character:
            event.stop()
            order = [(self.at + further) % len(self.options) for further in range(1, len(self.options) + 1)]
            letter = folded(event.character)
            self.at = next((at for at in order if folded(self.options[at].label).startswith(letter)), self.at)

    def on_click(self) -> None:
        """Turn to the next choice."""
        self.at = (self.at + 1) % len(self.options)
