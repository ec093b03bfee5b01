"""The second view: every program in a table, sorted and filtered as one likes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from store.arranging import ProgramFacts, facts_of
from store.course import interviews_ahead
from store.filters import Filter
from store.holding import Kept, keep, left_for, settled
from store.season import Season
from store.timeline import Timeline, timeline
from tui import commands
from tui.empty_lists import NOT_IN_FILTER, nothing_listed
from tui.list_filter import understood
from tui.program_rows import table_of
from tui.program_story import story_of
from tui.screens.listing_with_pane import ListingWithPane
from tui.screens.program_actions import SELECTED, ProgramActions
from tui.state import SeasonState
from tui.widgets.detail_pane import DetailPane
from tui.widgets.head_line import HeadLine
from tui.widgets.row_table import RowTable


class ProgramsScreen(ListingWithPane, ProgramActions):
    """Every program that is followed, as rows."""

    VIEW = commands.PROGRAMS
    OPENS = "rows.open"
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.PROGRAMS)]

    def __init__(self) -> None:
        super().__init__()
        self._filter = Filter()
        self._shown: tuple[ProgramFacts, ...] = ()
        self._kept: Kept | None = None
        """The rows in their places and where they belong."""
        self._held_by = ""
        """The row the cursor has to leave before rows move."""
        self._season_shown: Season | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Counts, then the table beside the pane."""
        yield HeadLine()
        with Horizontal():
            yield RowTable(ascii_only=self.season_app.settings.ascii_only)
            yield DetailPane()

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show the programs as they are now; no row moves before the cursor leaves the one it is on."""
        found = self._timeline_of(state)
        before = self._kept or settled(found)
        self._show(keep(before, found, changed=state.season is not self._season_shown))
        self._season_shown = state.season
        if self._told is None:
            self.moved()  # the first picture tells of its row already

    def _timeline_of(self, state: SeasonState) -> Timeline:
        """The programs that match, sorted as wished, all in one group."""
        season, agenda, now = state.season, state.agenda, state.now
        only = None
        if self._filter.terms:
            only = {one.id for one in season.followed if self._filter.matches(season, agenda, one, now)}
        wanted = replace(self.season_app.choices.programs, group="none")
        before = self._kept.settled if self._kept else self.season_app.lanes_drawn
        return timeline(season, agenda, now=now, only=only, before=before, arrangement=wanted)

    def _show(self, kept: Kept) -> None:
        self._kept = kept
        self._shown = facts_of(self.season, kept.shown.lanes, self.state.now)
        self.lay_out()
        self._held_by = self.table.key
        self.settle_told()

    def rearrange(self) -> None:
        """Sort and filter afresh."""
        self._show(settled(self._timeline_of(self.state)))

    def lay_out(self) -> None:
        """The columns and the pane come and go with the width."""
        taken = self.fit_pane()
        columns, rows = table_of(self._shown, self.state, self.app.size.width - taken - (1 if taken else 0))
        self.table.show(columns, rows, empty=nothing_listed(self.state))
        self._show_head()
        self.rest_then_show_pane()

    def _show_head(self) -> None:
        every, here = len(self.season.followed), len(self._shown)
        way = self.season_app.choices.programs.sort_words
        found = f"{here} of {every}  /{self._filter.text}" if self._filter.terms else ""
        self.query_one(HeadLine).show(self.state, "   ".join(filter(None, (way, found))), found or way)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Tell of the row the cursor is on now, or how many are selected; what was done stays until it moves."""
        told = self.here_now
        news = told != self._told
        if self._kept is not None and self._kept.holds and self.table.key != self._held_by:
            self._show(left_for(self._kept, self.table.key))
        if news and not self.filter_typed:
            self._told = told
            self._tell(*told)
        self.rest_then_show_pane()

    def _tell(self, key: str, selected: int) -> None:
        if selected:
            self.say(f"{selected} selected.  {self.spell(SELECTED)}")
        elif key:
            self.say(self._row_words(key))
        else:
            self.say(nothing_listed(self.state))

    def _row_words(self, program_id: str) -> str:
        program = self.season.programs_by_id[program_id]
        upcoming = self.state.agenda.next_of.get(program_id)
        return "   ".join(filter(None, (program.name, program.where, upcoming.what if upcoming else "")))

    def show_pane(self) -> None:
        """Tell of the program under the cursor."""
        one = next((one for one in self._shown if one.program.id == self.table.key), None)
        if one is None:
            self.pane.show("", ())
            return
        title = "  ".join(filter(None, (one.program.name, one.program.tier, one.lane.region, one.lane.code)))
        self.pane.show(title, story_of(self.state, one.program))

    def filter_changed(self, text: str) -> None:
        """Keep the programs that match, and say how many they are."""
        self._filter, trouble = understood(text)
        self.rearrange()
        if trouble:
            self.say(trouble)
        elif self._filter.terms:
            count = len(self._shown)
            self.say(f"{count} of {len(self.season.followed)} match" if count else nothing_listed(self.state))

    # Which programs are meant

    def chosen_programs(self) -> tuple[str, ...]:
        """The selected programs in the order shown, else the one under the cursor."""
        chosen = self.table.selected or {self.table.key} - {""}
        return tuple(key for key in self.table.keys if key in chosen)

    @property
    def program_here(self) -> str:
        """The program of the row under the cursor."""
        return self.table.key

    def listed_programs(self) -> tuple[str, ...]:
        """Every program shown, top to bottom."""
        return self.table.keys

    def acted(self) -> None:
        """Let the selection go once it was acted on."""
        self.let_go()

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on the program one of these records belongs to, where that belongs."""
        if self._kept is not None and self._kept.holds:
            self._show(settled(self._kept.settled))
        for program_id in self.programs_of(record_ids):
            if self.table.show_key(program_id):
                self.settle_told()
                return

    @on(RowTable.Opened)
    def opened(self) -> None:
        """Open the program that was clicked."""
        self.action_open()

    # Keys of this view

    @work
    async def action_sort(self) -> None:
        """Ask for an order; the same one again turns it round."""
        from tui.asking.arranging import ask_sort

        arrangement = await ask_sort(self.season_app, self.season_app.choices.programs)
        if arrangement is not None:
            self.season_app.choose(replace(self.season_app.choices, programs=arrangement))
            self.rearrange()

    @work
    async def action_go(self) -> None:
        """Ask where to go."""
        from tui.asking.going import ask_program
        from tui.screens.dialogs.menu import Choice, Menu

        choices = (
            Choice("g", "top", "top"),
            Choice("G", "bottom", "bottom"),
            Choice("i", "the next interview", "interview"),
            Choice("p", "a program by name", "program"),
        )
        where = await self.app.push_screen_wait(Menu("Go to", choices))
        if where == "top":
            self.table.top()
        elif where == "bottom":
            self.table.bottom()
        elif where == "interview":
            self._go_to_interview()
        elif where == "program":
            program_id = await ask_program(self.season_app, "Go to a program")
            if program_id is not None:
                self._go_to(program_id)

    def _go_to_interview(self) -> None:
        ahead = interviews_ahead(self.season, self.state.now)
        if ahead:
            self._go_to(ahead[0].program_id)
        else:
            self.say("No interview is booked yet.")

    def _go_to(self, program_id: str) -> None:
        if not self.table.show_key(program_id):
            self.say(self.spell(NOT_IN_FILTER))
