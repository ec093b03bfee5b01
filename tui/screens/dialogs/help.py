"""The keys of a screen: grouped, searchable, and enter runs the one that is marked."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option as Row

from store.frozen_record import record
from tui.screens.dialogs.dialog import FRAME, WIDEST, Typing, beside
from tui.screens.dialogs.pick import folded
from tui.shown import line, plain
from tui.widgets.marked_list import MARK, MarkedList
from tui.widgets.subject_field import SubjectField


@record(frozen=True, slots=True)
class HelpRow:
    """One command on the page."""

    id: str
    """What the page answers with."""
    keys: str
    """The keys as a person reads them."""
    words: str
    """What it does."""
    group: str = ""
    """The heading it stands under."""
    also: str = ""
    """Other words it is found by; not shown."""


class Help(Typing[str]):
    """Answers with the id of the command to run."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "move('cursor_down')", "down", show=False),
        Binding("up,shift+tab", "move('cursor_up')", "up", show=False),
        Binding("pagedown", "move('page_down')", "page down", show=False),
        Binding("pageup", "move('page_up')", "page up", show=False),
    ]

    def __init__(self, title: str, rows: tuple[HelpRow, ...]) -> None:
        super().__init__(title, "type to search  enter run it  esc close", WIDEST)
        self.rows = rows
        keys = min(16, max((cell_len(row.keys) for row in rows), default=1))
        self._widths = keys, WIDEST - FRAME - MARK - 5 - keys, 0
        self.shown: tuple[str, ...] = ()
        """The id of each line of the list; empty for headings."""

    def parts(self) -> Iterable[Widget]:
        """The search line and the list."""
        yield SubjectField(placeholder="type to search")
        yield MarkedList()

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one(OptionList).can_focus = False
        self._show("")
        self.fit()

    def fit(self) -> None:
        """Scroll when there are more rows than lines."""
        for rows in self.query(OptionList):
            rows.styles.max_height = self.room_for(3)

    def _show(self, typed: str) -> None:
        words = folded(typed).split()
        drawn: list[Row] = []
        shown: list[str] = []
        group = ""
        for row in self.rows:
            told = folded(f"{row.keys} {row.words} {row.group} {row.id} {row.also}")
            if not all(word in told for word in words):
                continue
            if row.group != group:
                group = row.group
                drawn.append(Row(Content.styled(line(group, WIDEST - FRAME - MARK), "bold"), disabled=True))
                shown.append("")
            drawn.append(Row(self._row(row)))
            shown.append(row.id)
        self.shown = tuple(shown)
        rows = self.query_one(OptionList)
        rows.set_options(drawn or [Row(Content("Nothing matches."), disabled=True)])
        rows.highlighted = next((place for place, one in enumerate(shown) if one), None)
        rows.scroll_home(animate=False)

    def _row(self, row: HelpRow) -> Content:
        keys, words, _ = self._widths
        first, *further = wrap(row.words, words) or [""]
        below = [plain(" " * (keys + 2) + one) for one in further]
        return Content("\n").join([beside(row.keys, first, "", self._widths), *below])

    def action_move(self, action: str) -> None:
        """Move the mark."""
        getattr(self.query_one(OptionList), f"action_{action}")()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def accept(self, event: Input.Submitted) -> None:
        """Run the marked command."""
        event.stop()
        at = self.query_one(OptionList).highlighted
        if at is not None and self.shown[at]:
            self.answer(self.shown[at])

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """Run what was clicked."""
        event.stop()
        if self.shown[event.option_index]:
            self.answer(self.shown[event.option_index])
