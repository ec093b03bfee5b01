"""What Review and Messages share: sections over one list, and a preview beside it where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual import on, work
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from store.filters import Filter
from store.sentence_ends import ended
from tui import commands
from tui.command_table import Command
from tui.list_filter import understood
from tui.program_story import Part
from tui.screens.listing import Listing
from tui.state import SeasonState
from tui.widgets.key_line import KeyLine
from tui.widgets.preview_pane import PreviewPane, pane_width
from tui.widgets.row_table import RowTable
from tui.widgets.section_tabs import SectionTabs, Tab
from tui.widgets.status_line import StatusLine
from tui.widgets.table_paint import Column, TableRow

REST = 0.08
"""Seconds the cursor rests before the preview is made."""


class Sectioned(Listing):
    """A list in sections; subclasses say what stands in them."""

    class Previewed(Message):
        """A preview is ready."""

        def __init__(self, asked: int, title: str, parts: tuple[Part, ...]) -> None:
            self.asked = asked
            self.title = title
            self.parts = parts
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.section = self.SECTIONS[0]
        self.only = Filter()
        """The filter in force."""
        self._kept: dict[str, str] = {}
        """Where the cursor was in each section."""
        self._fresh = True
        self._row_said = ""
        self._asked = 0
        self._timer: Timer | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Sections, then the list beside the preview."""
        yield SectionTabs()
        with Horizontal(id="listed"):
            yield RowTable(ascii_only=self.season_app.settings.ascii_only)
            yield PreviewPane(self.VIEW)

    # What subclasses say

    def gather(self, state: SeasonState) -> None:
        """Work out what stands in every section."""
        raise NotImplementedError

    def tabs(self) -> tuple[Tab, ...]:
        """The sections with their counts."""
        raise NotImplementedError

    def words_at_right(self) -> tuple[str, ...]:
        """What stands beside the sections, the longest form first."""
        return ()

    def keys_here(self) -> tuple[Command, ...]:
        """What the key line names in the open section, most useful first."""
        return commands.key_line_of(self.VIEW)

    def table_for(self, width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...], str]:
        """Columns and rows of the open section in that width, and the words for when there are none."""
        raise NotImplementedError

    def row_words(self) -> str:
        """What the status line says of the row under the cursor."""
        raise NotImplementedError

    def preview_of(self, state: SeasonState, key: str) -> tuple[str, tuple[Part, ...]]:
        """Title and parts of the preview; called in a thread."""
        raise NotImplementedError

    # Showing

    def show_state(self, state: SeasonState) -> None:
        """Bring every section up to date, with the cursor on the same record or on the one after it."""
        self.gather(state)
        self._show_list(follow=self._followers())
        if self._fresh or (self._row_said and self.query_one(StatusLine).words == self._row_said):
            self._fresh = False
            self._tell_row()

    def _followers(self) -> tuple[str, ...]:
        """The record under the cursor, those after it, then those before it, nearest first."""
        keys, key = self.table.keys, self.table.key
        at = keys.index(key) if key in keys else 0
        return (*keys[at:], *reversed(keys[:at]))

    def _show_list(self, follow: tuple[str, ...]) -> None:
        wide = self.app.size.width
        pane, beside = self.query_one(PreviewPane), pane_width(wide)
        pane.display = bool(beside)
        pane.styles.width = beside or None
        tabs = self.query_one(SectionTabs)
        tabs.tabs, tabs.at = self.tabs(), self.SECTIONS.index(self.section)
        chosen = f"filter: {self.only.text}" if self.only.terms else ""
        tabs.right = (chosen, f"/{self.only.text}", "filtered") if chosen else self.words_at_right()
        self.query_one(KeyLine).show(self.keys_here(), self.BEFORE_KEYS)
        columns, rows, empty = self.table_for(wide - beside)
        self.table.show(columns, rows, empty=empty)
        present = frozenset(self.table.keys)
        for key in follow:
            if key in present:
                self.table.show_key(key)
                break
        self.settle_told()
        self._rest_then_preview()

    def open_section(self, name: str, key: str = "") -> None:
        """Go to that section, to where the cursor was in it or to that record."""
        if name != self.section:
            self._kept[self.section] = self.table.key
            self.table.clear_selection()
            self.section = name
        wanted = key or self._kept.get(name, "")
        self._show_list(follow=(wanted,))
        if self.table.key != wanted:
            self.table.top()
        self._tell_row()

    def lay_out(self) -> None:
        """Columns and preview follow the width."""
        if self.table.columns or self.table.empty:
            self._show_list(follow=())

    @on(RowTable.Moved)
    def row_moved(self) -> None:
        """Tell of the row once the person has moved to it, or how many are selected."""
        if self.here_now != self._told:
            self._tell_row()
        self._rest_then_preview()

    def _tell_row(self) -> None:
        self._told = _, selected = self.here_now
        self._row_said = f"{selected} selected.  {self.row_words()}" if selected else self.row_words()
        self.say(self._row_said)

    # The preview

    def _rest_then_preview(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.query_one(PreviewPane).display:
            self._timer = self.set_timer(REST, self._begin_preview)

    def _begin_preview(self) -> None:
        self._asked += 1
        if not self.table.key:
            self.query_one(PreviewPane).show("", ())
            return
        make = partial(self._make_preview, self._asked, self.state, self.table.key)
        # Without a description Textual spells out what the worker was given: the whole season.
        self.run_worker(make, thread=True, exclusive=True, group="preview", description="preview")

    def _make_preview(self, asked: int, state: SeasonState, key: str) -> None:
        self.post_message(self.Previewed(asked, *self.preview_of(state, key)))

    @on(Previewed)
    def show_preview(self, event: Previewed) -> None:
        """Show it, unless the cursor has gone on since."""
        if event.asked == self._asked:
            self.query_one(PreviewPane).show(event.title, event.parts)

    def action_preview_down(self) -> None:
        """Half a preview down."""
        self._scroll_preview(1)

    def action_preview_up(self) -> None:
        """Half a preview up."""
        self._scroll_preview(-1)

    def _scroll_preview(self, by: int) -> None:
        pane = self.query_one(PreviewPane)
        if pane.display:
            pane.scroll_half(by)
        else:
            self.say(
                self.spell(f"The preview needs a wider screen.  {{{self.VIEW}.open}} opens what is under the cursor.")
            )

    # Moving

    def action_next_section(self) -> None:
        """The next section, and round again."""
        self._section_by(1)

    def action_previous_section(self) -> None:
        """The section before, and round again."""
        self._section_by(-1)

    def _section_by(self, step: int) -> None:
        at = self.SECTIONS.index(self.section) + step
        self.open_section(self.SECTIONS[at % len(self.SECTIONS)])

    @on(SectionTabs.Chosen)
    def section_chosen(self, event: SectionTabs.Chosen) -> None:
        """A section was clicked."""
        self.open_section(self.SECTIONS[event.at])

    @on(RowTable.Opened)
    async def opened(self) -> None:
        """A row was clicked twice."""
        await self.run_action("open")

    def program_at(self, key: str) -> str:
        """The program a row is about; empty when it is about none."""
        raise NotImplementedError

    def listed_programs(self) -> tuple[str, ...]:
        """The programs of this list, each once, in its order."""
        return tuple(dict.fromkeys(filter(None, map(self.program_at, self.table.keys))))

    @work
    async def action_go(self) -> None:
        """Ask where to go in this list."""
        from tui.asking.going import ask_program
        from tui.screens.dialogs.menu import Choice, Menu

        choices = (Choice("g", "top", "top"), Choice("e", "end", "end"), Choice("p", "a program by name", "program"))
        where = await self.app.push_screen_wait(Menu("Go to", choices))
        if where == "top":
            self.table.top()
        elif where == "end":
            self.table.bottom()
        elif where == "program":
            wanted = await ask_program(self.season_app, "Go to a program")
            found = next((key for key in self.table.keys if wanted and self.program_at(key) == wanted), "")
            if found:
                self.table.show_key(found)
            elif wanted:
                self.say(ended(f"Nothing in this section is about {self.season.programs_by_id[wanted].name}"))

    def filter_changed(self, text: str) -> None:
        """Keep what matches; what cannot be understood hides nothing."""
        self.only, trouble = understood(text)
        self.show_state(self.state)
        if trouble:
            self.say(trouble)
