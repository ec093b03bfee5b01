"""A list to choose from by typing a part of what is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Row

from store.frozen_record import record
from tui.screens.dialogs.dialog import FRAME, WIDEST, Typing, beside
from tui.shown import line
from tui.widgets.marked_list import MARK, MarkedList
from tui.widgets.subject_field import SubjectField

WIDEST_HINT = 24
"""Cells kept for the remarks beside the labels, however long the labels are."""


@record(frozen=True, slots=True)
class Option:
    """Something to choose."""

    value: Any
    """What it stands for; not None."""
    label: str
    """What it is called."""
    hint: str = ""
    """A quiet remark, also searched."""
    also: str = ""
    """Other words it is found by; not shown."""


def _columns(options: tuple[Option, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(option.label for option in options), tuple(option.hint for option in options)


def folded(text: str) -> str:
    """That text without case and accents, for comparing."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def matching(options: tuple[Option, ...], typed: str) -> tuple[int, ...]:
    """Places of the options that hold every word typed; those whose label begins with it or holds it whole first.

    What is found only by words that are not shown comes last.
    """
    words = folded(typed).split()
    if not words:
        return tuple(range(len(options)))
    found: list[tuple[int, int]] = []
    for place, option in enumerate(options):
        label = folded(option.label)
        shown = f"{label} {folded(option.hint)}"
        if all(word in shown for word in words):
            begins = label.startswith(words[0]) or label.rpartition("/")[2].startswith(words[0])
            together = len(words) > 1 and " ".join(words) in label
            found.append((0 if begins or together else 1 if f" {words[0]}" in label else 2, place))
        elif option.also and all(word in shown or f" {word}" in f" {option.also}" for word in words):
            found.append((3, place))
    return tuple(place for _, place in sorted(found))


class Pick(Typing[Any]):
    """Answers with the value of the option, or with a tuple of values when several may be ticked."""

    DEFAULT_CSS = """
    Pick .count { height: 1; color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "down", show=False),
        Binding("up", "move(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("tab", "move(1)", "down", show=False),
        Binding("shift+tab", "move(-1)", "up", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: tuple[Option, ...],
        *,
        multi: bool = False,
        chosen: tuple[Any, ...] = (),
    ) -> None:
        """`chosen` are the values ticked at first; with one answer only, the one marked at first."""
        keys = f"type to search  {'space tick  enter accept' if multi else 'enter choose'}  esc cancel"
        around = FRAME + MARK + (8 if multi else 3)
        room = WIDEST - around
        labels, hints = (max((cell_len(each) for each in column), default=1) for column in _columns(options))
        hints = min(hints, max(WIDEST_HINT, room - labels))
        labels = min(labels, room - hints)
        self._widths = 3 if multi else 0, labels, hints
        super().__init__(title, keys, max(len(keys) + 6, around + labels + hints))
        self.options = options
        self.multi = multi
        self.ticked = {place for place, option in enumerate(options) if multi and option.value in chosen}
        self.first = next((place for place, option in enumerate(options) if option.value in chosen), 0)
        self.touched = False
        self.places: tuple[int, ...] = ()

    def parts(self) -> Iterable[Widget]:
        """The search line, the list, and how much of it shows."""
        yield SubjectField(placeholder="type to search")
        yield MarkedList()
        yield Static("", classes="count")

    def on_mount(self) -> None:
        """Show everything; typing stays in the search line."""
        self.query_one(OptionList).can_focus = False
        self._show("", self.first)
        self.fit()

    def fit(self) -> None:
        """Scroll when there are more options than lines."""
        for rows in self.query(OptionList):
            rows.styles.max_height = self.room_for(4)

    def _row(self, place: int) -> Content:
        mark = ("[x]" if place in self.ticked else "[ ]") if self.multi else ""
        option = self.options[place]
        return beside(mark, option.label, option.hint, self._widths)

    def _show(self, typed: str, marked: int | None = None) -> None:
        rows = self.query_one(OptionList)
        self.places = matching(self.options, typed)
        rows.set_options([Row(self._row(place)) for place in self.places])
        if self.places:
            rows.highlighted = self.places.index(marked) if marked in self.places else 0
        self._count()

    def _count(self) -> None:
        words = f"{len(self.places)} of {len(self.options)}" if self.places else "Nothing matches."
        if self.multi:
            words += f", {len(self.ticked)} ticked"
        words += self._cut_hint(sum(self._widths) - len(words))
        self.query_one(".count", Static).update(Content(words), layout=False)

    def _cut_hint(self, room: int) -> str:
        """The hint of the marked option, where its column has cut it."""
        at = self.query_one(OptionList).highlighted
        hint = self.options[self.places[at]].hint if at is not None and self.places else ""
        return f"   {line(hint, room - 3)}" if cell_len(hint) > self._widths[2] else ""

    @on(OptionList.OptionHighlighted)
    def marked(self, event: OptionList.OptionHighlighted) -> None:
        """Say of the marked option what its row has no room for."""
        event.stop()
        self._count()

    def action_move(self, by: int) -> None:
        """Move the mark."""
        rows = self.query_one(OptionList)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_page(self, by: int) -> None:
        """Move the mark by a page."""
        rows = self.query_one(OptionList)
        if rows.highlighted is not None:
            page = max(1, rows.size.height - 1)
            rows.highlighted = max(0, min(rows.highlighted + by * page, len(self.places) - 1))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Narrow the list; in a list of ticks a blank ticks instead."""
        event.stop()
        if self.multi and " " in event.value:
            field = self.query_one(SubjectField)
            with self.prevent(Input.Changed):
                field.value = event.value.replace(" ", "")
            self._tick()
        else:
            self._show(event.value)

    def _tick(self) -> None:
        rows = self.query_one(OptionList)
        if rows.highlighted is None:
            return
        at = rows.highlighted
        self.touched = True
        self.ticked ^= {self.places[at]}
        rows.replace_option_prompt_at_index(at, self._row(self.places[at]))
        if at + 1 < len(self.places):
            rows.action_cursor_down()
        self._count()

    @on(Input.Submitted)
    def accept(self, event: Input.Submitted) -> None:
        """Answer with the marked option, or with what is ticked."""
        event.stop()
        self._accept()

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """A click ticks, or answers."""
        event.stop()
        if self.multi:
            self._tick()
        else:
            self._accept()

    def _accept(self) -> None:
        at = self.query_one(OptionList).highlighted
        if self.multi and (self.touched or self.ticked):
            self.answer(tuple(self.options[place].value for place in sorted(self.ticked)))
        elif at is not None:
            value = self.options[self.places[at]].value
            self.answer((value,) if self.multi else value)
