"""The fifth view: the rank order list in the applicant's own order, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from store.dates import days_until, home_at, show_day_short
from store.key_dates import how_sure, is_over, key_date, show_key_date
from store.rules import ranking
from store.standing import promise_conflicts
from tui import commands
from tui.program_story import story_of
from tui.rank_rows import list_text, off_list, story_parts, table_of
from tui.requests import Change, ShowProgram
from tui.screens.listing import Listing
from tui.shown import line, tame
from tui.state import SeasonState
from tui.widgets.detail_pane import DetailPane
from tui.widgets.row_table import RowTable

PANE_WIDTH = 110
"""From this width on the detail pane has room beside the list."""
PANE_REST = 0.08
"""Seconds the cursor rests before the pane follows it."""
DEADLINE = "rank-deadline"
EMPTY = (
    "No interview is over yet, so there is nothing to rank. After the first one the program stands here, "
    "and x puts it on the list. The order that serves you best is the one you truly want."
)
NOT_RANKED = "This program is not on the list yet.  x puts it on."


class RankScreen(Listing):
    """The rank list; its order is the applicant's and nothing here computes it."""

    VIEW = commands.RANK
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.RANK)]

    def __init__(self) -> None:
        super().__init__()
        self._pane_wanted = True
        self._pane_timer: Timer | None = None
        self._told: str | None = None

    def compose_body(self) -> Iterator[Widget]:
        """The deadline, the list beside the pane, and what does not go together."""
        yield Static("", id="rank-head", markup=False)
        with Horizontal():
            yield RowTable(ascii_only=self.season_app.settings.ascii_only)
            yield DetailPane()
        yield Static("", id="rank-conflicts", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show the list as it is now."""
        pane = self.query_one(DetailPane)
        width = self.app.size.width
        pane.display = width >= PANE_WIDTH and self._pane_wanted
        taken = (60 if width >= 160 else 40) if pane.display else 0
        columns, rows = table_of(state, width - taken)
        self.table.show(columns, rows, empty=EMPTY)
        if self._told is not None:
            self._told = self.table.key  # what was just done stays readable, even where it has moved the cursor
        self._put("#rank-head", self._head(state, width - 2))
        self._put("#rank-conflicts", self._conflicts(state))
        self._rest_then_show_pane()

    def _put(self, name: str, words: Content) -> None:
        """Show these words, and touch the layout only when they differ."""
        block = self.query_one(name, Static)
        if block.content != words:
            block.update(words)
        block.display = bool(words.plain)

    def _head(self, state: SeasonState, width: int) -> Content:
        season, ranked = state.season, state.season.rank_list
        lock = "locked, L unlocks it" if ranked.locked else "not locked, L locks it"
        seen = f"   seen certified {show_day_short(ranked.certified)}" if ranked.certified else ""
        others = len(off_list(season, state.now))
        first = (
            f"{len(ranked.order)} on the list, {others} not   {lock}{seen}" if self.table.key else "The list is empty."
        )
        deadline = key_date(season, DEADLINE)
        clocks = show_key_date(deadline, home_at(state.season.profile, deadline.at, state.now))
        days = days_until(deadline.at, state.now)
        left = f", in {days} days" if days > 1 else ", tomorrow" if days == 1 else ", today"
        closed = is_over(deadline, state.now)
        certify = f"Lists closed {clocks}" if closed else f"Certify by {clocks}{left}"
        sure = f"  ({how_sure(deadline)})"
        if cell_len(certify + sure) > width:
            sure = f"\n{how_sure(deadline)}"
        return Content(f"{first}\n") + Content.styled(certify, "$foreground bold") + Content(sure)

    def _conflicts(self, state: SeasonState) -> Content:
        found = promise_conflicts(state.season)
        return Content("\n").join(Content.styled(tame(f"! {one.message}"), "$late") for one in found)

    def lay_out(self) -> None:
        """Columns, head and pane follow the width."""
        self.show_state(self.state)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Tell of the row the cursor is on now; what was done stays until it moves."""
        if self.table.key != self._told:
            self._told = self.table.key
            self.say(self._row_words(self.table.key) if self.table.key else "")
        self._rest_then_show_pane()

    def _row_words(self, program_id: str) -> str:
        program, place = self.season.programs_by_id[program_id], self._place(program_id)
        where = ", ".join(filter(None, (program.city, program.state)))
        stands = f"number {place} of {len(self.season.rank_list.order)}" if place else "not on the list; x puts it on"
        return "   ".join(filter(None, (program.name, where, stands)))

    def _place(self, program_id: str) -> int:
        """Its place, counted from 1; 0 when it has none."""
        order = self.season.rank_list.order
        return order.index(program_id) + 1 if program_id in order else 0

    def _rest_then_show_pane(self) -> None:
        if not self.query_one(DetailPane).display:
            return
        if self._pane_timer is not None:
            self._pane_timer.stop()
        self._pane_timer = self.set_timer(PANE_REST, self._show_pane)

    def _show_pane(self) -> None:
        pane, program = self.query_one(DetailPane), self.season.programs_by_id.get(self.table.key)
        if program is None:
            pane.show("", ())
            return
        parts = (*story_parts(self.state, program), *story_of(self.state, program))
        pane.show("  ".join(filter(None, (program.name, program.tier))), parts)

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on one of these programs."""
        for program_id in record_ids:
            if self.table.show_key(program_id):
                self._told = program_id  # what was undone stays readable
                return

    # Keys of this view

    def _move(self, by: int) -> None:
        program_id = self.table.key
        place = self._place(program_id)
        if not place:
            self.say(NOT_RANKED if program_id else "Nothing to move yet.")
            return
        to = place + by
        if not self.season.rank_list.locked and not 1 <= to <= len(self.season.rank_list.order):
            self.say("It is first already." if by < 0 else "It is last already.")
            return
        words = f"Moved: {self._called(program_id)} to place {to}"
        self.season_app.change_season(Change(words, partial(ranking.move_program, program_id=program_id, place=to)))

    def _called(self, program_id: str) -> str:
        return line(self.season.programs_by_id[program_id].name, 60)

    def action_move_down(self) -> None:
        """One place down."""
        self._move(1)

    def action_move_up(self) -> None:
        """One place up."""
        self._move(-1)

    @work
    async def action_place(self) -> None:
        """Ask for a place and move the program there."""
        from tui.asking.ranking import ask_place

        if not self._place(self.table.key):
            self.say(NOT_RANKED if self.table.key else "Nothing to move yet.")
            return
        change = await ask_place(self.season_app, self.table.key)
        if change is not None:
            self.season_app.change_season(change)

    def action_include(self) -> None:
        """Put the program on the list, or take it off."""
        program_id = self.table.key
        if not program_id:
            self.say("No interview is over yet, so there is nothing to rank.")
        elif self._place(program_id):
            words = f"Off the list: {self._called(program_id)}"
            self.season_app.change_season(Change(words, partial(ranking.leave_out, program_id=program_id)))
        else:
            words = f"On the list: {self._called(program_id)}, place {len(self.season.rank_list.order) + 1}"
            self.season_app.change_season(Change(words, partial(ranking.rank_program, program_id=program_id)))

    @work
    async def action_lock(self) -> None:
        """Lock the list, or unlock it."""
        from tui.asking.ranking import ask_unlocking

        if self.season.rank_list.locked:
            change = await ask_unlocking(self.season_app)
        else:
            change = Change("Rank list locked", ranking.lock_list)
        if change is not None:
            self.season_app.change_season(change)

    @work
    async def action_correct_promise(self) -> None:
        """Ask what of the promise to this program still stands."""
        from tui.asking.promises import ask_correction, promise_to

        letter = promise_to(self.season, self.table.key)
        if letter is None:
            self.say("Nothing about ranking stands promised to this program.")
            return
        change = await ask_correction(self.season_app, letter)
        if change is not None:
            self.season_app.change_season(change)

    def action_copy(self) -> None:
        """Copy the list as text."""
        if self.season.rank_list.order:
            self.copy(list_text(self.state), "The rank list")
        else:
            self.say("The list is empty, so there is nothing to copy.")

    def action_open(self) -> None:
        """Open the program under the cursor."""
        if self.table.key:
            self.post_message(ShowProgram(self.table.key, self.table.keys))

    @on(RowTable.Opened)
    def opened(self) -> None:
        """Open the program that was clicked."""
        self.action_open()

    def action_pane(self) -> None:
        """Show or hide the pane."""
        if self.app.size.width < PANE_WIDTH:
            self.say(f"The pane needs {PANE_WIDTH} columns. enter opens the program instead.")
            return
        self._pane_wanted = not self._pane_wanted
        self.show_state(self.state)

    @work
    async def action_go(self) -> None:
        """Ask where to go."""
        from tui.asking.going import ask_listed
        from tui.screens.dialogs.menu import Choice, Menu

        choices = (Choice("g", "top", "top"), Choice("G", "bottom", "bottom"), Choice("p", "a program", "program"))
        where = await self.app.push_screen_wait(Menu("Go to", choices))
        if where == "top":
            self.table.top()
        elif where == "bottom":
            self.table.bottom()
        elif where == "program":
            program_id = await ask_listed(self.season_app, "Go to a program", self.table.keys)
            if program_id is not None:
                self.table.show_key(program_id)
