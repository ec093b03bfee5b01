"""The fifth view: the rank order list in the applicant's own order, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui import commands
from tui.program_story import story_of
from tui.rank_rows import list_text, story_parts, table_of
from tui.rank_words import foot_words, head_words, told_on_row
from tui.requests import ShowProgram
from tui.screens.listing_with_pane import ListingWithPane
from tui.screens.rank_actions import RankActions
from tui.state import SeasonState
from tui.widgets.detail_pane import DetailPane
from tui.widgets.row_table import RowTable

TALL = 32
"""From this height on more of what speaks against the list has room below it."""
FEW, MANY = 5, 11
"""Lines below the list on a low screen, and on a tall one."""
EMPTY = (
    "No interview is over yet, so there is nothing to rank. After the first one the program stands here, "
    "and {rank.include} puts it on the list. The order that serves you best is the one you truly want."
)
SELECTED = (
    "{rank.move-down} {rank.move-up} {rank.place} {rank.include} {rank.compare} act on all of them; "
    "{screen.back} lets them go"
)
BY_DISAGREEMENT = (
    "Where scores or gut lie furthest from your place: above 0 they would put it higher.  {rank.sort} back"
)


class RankScreen(ListingWithPane, RankActions):
    """The rank list; its order is the applicant's and nothing here computes it."""

    VIEW = commands.RANK
    OPENS = "rank.open"
    DEFAULT_CSS = """
    RankScreen #rank-head { width: 100%; height: auto; padding: 0 1; color: $muted; }
    RankScreen #rank-conflicts { width: 100%; height: auto; max-height: 8; padding: 0 1; border-top: solid $faint; }
    RankScreen.-tall #rank-conflicts { max-height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.RANK)]

    def __init__(self) -> None:
        super().__init__()
        self._by_disagreement = False

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
        width, height = self.app.size
        columns, rows = table_of(state, width - self.fit_pane(), disagreement=self._by_disagreement)
        self.table.show(columns, rows, empty=self.spell(EMPTY))
        if self._told is None:
            self.moved()  # the first picture tells of its row already
        self.settle_told()
        empty = not self.table.key
        self._put("#rank-head", head_words(state, width - 2, empty=empty, disagreement=self._by_disagreement))
        self._put("#rank-conflicts", foot_words(state, width - 2, MANY if height >= TALL else FEW))
        self.rest_then_show_pane()

    def _put(self, name: str, words: Content) -> None:
        """Show these words, and touch the layout only when they differ."""
        block = self.query_one(name, Static)
        if block.content != words:
            block.update(words)
        block.display = bool(words.plain)

    def lay_out(self) -> None:
        """Columns, head and pane follow the width."""
        self.show_state(self.state)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Tell of the row the cursor is on now, or how many are selected; what was done stays until one differs."""
        if self.here_now != self._told:
            self._told = key, selected = self.here_now
            if selected:
                self.say(f"{selected} selected: {self.spell(SELECTED)}")
            else:
                self.say(told_on_row(self.state, key).plain if key else "")
        self.rest_then_show_pane()

    def show_pane(self) -> None:
        """Tell of the program under the cursor."""
        program = self.season.programs_by_id.get(self.table.key)
        if program is None:
            self.pane.show("", ())
            return
        parts = (*story_parts(self.state, program), *story_of(self.state, program))
        self.pane.show("  ".join(filter(None, (program.name, program.tier))), parts)

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on one of these programs."""
        for program_id in record_ids:
            if self.table.show_key(program_id):
                self.settle_told()
                return

    # Keys of this view

    def action_sort(self) -> None:
        """Show the list in its own order, or the largest disagreements first."""
        self._by_disagreement = not self._by_disagreement
        self.show_state(self.state)
        self.table.top()
        if self._by_disagreement:
            self.say(self.spell(BY_DISAGREEMENT))
        else:
            self.say("In your own order.")

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
