"""Another copy of the season before it is brought in: what comes, and both sides of what conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.merging.ground import OtherCopy
from store.merging.merge import Merge, bring_in, decided, merge_with, new_promise_conflicts
from store.merging.sides import Choices, Side
from store.merging.table_merge import Told, records_compared
from store.merging.words import aside
from store.moments import Moment
from store.season import Season
from tui import commands
from tui.merge_head import head_words
from tui.merge_rows import Page, columns, in_full, page_of, rows
from tui.requests import Change, Rule
from tui.screens.copy_reading import STOPPED, CopyReading
from tui.shown import plain
from tui.spelling import UNDO
from tui.state import SeasonState
from tui.widgets.row_table import RowTable
from tui.widgets.table_paint import TableRow

AT_ONCE = 1_000
"""Records that are compared within a tenth of a second or two; more are compared beside the screen."""
SHORT = 7
"""Lines under the table until it is known how many there are."""


class MergeScreen(CopyReading):
    """Asks for a file, shows both copies side by side, brings the other one in with one key."""

    VIEW = commands.MERGE
    IN_VIEW = commands.SEASON
    DEFAULT_CSS = """
    MergeScreen #merge-head { width: 100%; height: auto; max-height: 7; padding: 0 1; }
    MergeScreen #merge-about { width: 100%; height: 8; padding: 0 1; color: $muted; border-top: solid $faint; }
    MergeScreen.-tall #merge-about { height: 15; }
    MergeScreen #merge-about.-full { height: 4fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.MERGE)]
    BEFORE_KEYS = (("{lists.down}/{lists.up}", "line"),)

    def __init__(self, proposed: Path | None = None) -> None:
        """`proposed` stands in the question for the file from the first."""
        super().__init__(str(proposed or ""))
        self._other: OtherCopy | None = None
        self._page: Page | None = None
        self._apart: frozenset[str] = frozenset()
        self._path: Path | None = None
        self._is_long = False
        """True when comparing takes so long that it is done beside the screen."""
        self._is_taking = False
        """True while what takes long is brought together."""
        self._is_new = False
        """True until the rows of a copy that was just read are shown."""

    def compose_body(self) -> Iterator[Widget]:
        """The counts, both sides line by line, and the line under the cursor in full."""
        yield Static("", id="merge-head", markup=False)
        yield RowTable(ascii_only=self.season_app.settings.ascii_only)
        yield Static("", id="merge-about", markup=False)

    def on_mount(self) -> None:
        """Ask for the file at once."""
        if self.season_app.outside:
            self.season_app.outside.comparing()
        self.action_other()

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Compare anew: the season here may have changed. What takes long is compared beside the screen."""
        other = self._other
        if other is None or self._is_taking:
            return
        size = records_compared(state.season, other.season)
        self._is_long = size > AT_ONCE
        page = self._page
        if page is not None and page.merge.mine is state.season and page.merge.apart == self._apart:
            self._show_rows(page)
        elif self._is_long:
            self._compare_beside(state, other, size)
        else:
            merge = merge_with(state.season, other, apart=self._apart)
            self._show_page(page_of(merge, self._choices, state.now))

    @property
    def _choices(self) -> Choices:
        return self._page.choices if self._page else {}

    # Without a description Textual spells out what the worker was given: two whole seasons.
    @work(exclusive=True, group="compare", description="compare")
    async def _compare_beside(self, state: SeasonState, other: OtherCopy, size: int) -> None:
        """Compare in a thread; when that is stopped, what was there before stays, or the page closes."""
        from tui.long_work import carried_out
        from tui.underway import Underway

        apart, choices, width = self._apart, self._choices, self.app.size.width

        def compared(told: Told) -> tuple[Page, tuple[TableRow, ...]]:
            merge = merge_with(state.season, other, apart=apart, told=told)
            page = page_of(merge, choices, state.now, lambda count: told(size + count))
            return page, tuple(rows(page, width))

        underway = Underway(f"Comparing with {other.name}", 2 * size, "steps")
        with self.busy():
            found = await carried_out(self.season_app, underway, compared, only_reads=True)
        if found is not None:
            self._show_page(*found)
        elif self._page is not None:
            self._apart = self._page.merge.apart
            self.say(STOPPED)
        else:
            self.action_close_screen()
            self.season_app.say(STOPPED)

    def _show_page(self, page: Page, made: tuple[TableRow, ...] = ()) -> None:
        self._page = page
        self.query_one("#merge-head", Static).update(head_words(page, self.spell, empty=self._stands_here))
        self._show_rows(page, made)
        if self._is_new:
            self._is_new = False
            self.table.top()
            if self._stands_here:
                self._met()

    def _show_rows(self, page: Page, made: tuple[TableRow, ...] = ()) -> None:
        width = self.app.size.width
        self.table.show(columns(width), made or tuple(rows(page, width)), empty="Nothing comes from this copy.")
        self._show_about()

    @property
    def _stands_here(self) -> bool:
        """True when the copy has nothing that is not in the season."""
        page = self._page
        return page is not None and page.season is page.merge.mine and not page.merge.asked

    def _met(self) -> None:
        if self.season_app.outside and self._path is not None:
            self.season_app.outside.met(self._path)

    def _show_about(self) -> None:
        about = self.query_one("#merge-about", Static)
        height = about.size.height or SHORT
        room = self.app.size.width - 2
        lines = in_full(self._page, self.table.key, room, height, self.spell) if self._page else ()
        title, rest = lines[:1], lines[1:]
        shown = [*(plain(line).stylize("$foreground") for line in title), *(plain(line) for line in rest)]
        about.update(Content("\n").join(shown), layout=False)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Show the line in full."""
        self._show_about()

    def lay_out(self) -> None:
        """The columns follow the width."""
        if self._page is not None:
            self._show_rows(self._page)
            self.call_after_refresh(self._show_about)

    def copy_read(self, path: Path, other: OtherCopy) -> None:
        """Show it."""
        self._other, self._page, self._apart = other, None, frozenset()
        if self.season_app.outside:
            self.season_app.outside.comparing(path)
        self._path, self._is_new = path, True
        self.show_state(self.state)

    def no_copy_read(self) -> None:
        """Stay with the one there is, or close."""
        if self._other is None:
            self.action_close_screen()

    # Keys

    def action_full(self) -> None:
        """More room for both sides, or for the lines again."""
        self.query_one("#merge-about").toggle_class("-full")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._show_about()
        self.table.refresh()  # it has scrolled to its cursor, with fewer lines around it

    def action_mine(self) -> None:
        """Keep what stands here, or take both records for one."""
        self._choose(Side.MINE)

    def action_theirs(self) -> None:
        """Take what the other copy says, or keep both records as two."""
        self._choose(Side.THEIRS)

    def _choose(self, side: Side) -> None:
        page, key = self._page, self.table.key
        if page is None:
            return
        if page.conflict(key) is not None:
            self._page = replace(page, choices={**page.choices, key: side})
            self._show_rows(self._page)
        elif page.twin(key) is not None:
            self._apart = self._apart - {key} if side is Side.MINE else self._apart | {key}
            self.show_state(self.state)
        else:
            self.say("Only one copy speaks here, so there is nothing to choose.")

    def action_all_mine(self) -> None:
        """Keep what stands here in every place."""
        self._choose_all(Side.MINE)

    def action_all_theirs(self) -> None:
        """Take what the other copy says in every place."""
        self._choose_all(Side.THEIRS)

    def _choose_all(self, side: Side) -> None:
        if self._page is not None:
            self._page = replace(self._page, choices=dict.fromkeys((one.key for one in self._page.merge.asked), side))
            self._show_rows(self._page)

    def action_accept(self) -> None:
        """Bring everything in."""
        page, other = self._page, self._other
        if page is None or other is None or self.is_reading or self._is_taking:
            self.action_other()
        elif self._is_long:
            self._bring_in_beside(page, other)
        else:
            rule = partial(bring_in, other=other, choices=page.choices, apart=self._apart)
            self._take(page, other, rule, aside(page.merge, page.choices))

    @work(exclusive=True, group="bring in", description="bring in")
    async def _bring_in_beside(self, page: Page, other: OtherCopy) -> None:
        """Bring together in a thread what takes long; when that is stopped, nothing was changed."""
        self._is_taking = True
        try:
            found = await self._together(page)
            if found is None:
                self._is_taking = False
                self.show_state(self.state)
                self.say(STOPPED)
            else:
                self._take(page, other, partial(_made_of, page.merge, page.choices, found[0]), found[1])
        finally:
            self._is_taking = False

    async def _together(self, page: Page) -> tuple[Season, tuple[str, ...]] | None:
        """The season of both and what was passed over; None when that was stopped."""
        from tui.long_work import carried_out
        from tui.underway import Underway

        merge, choices, now = page.merge, page.choices, self.state.now

        def together(told: Told) -> tuple[Season, tuple[str, ...]]:
            return decided(merge, choices, now=now, told=told), aside(merge, choices)

        underway = Underway("Bringing together", records_compared(merge.mine, merge.theirs), "records")
        return await carried_out(self.season_app, underway, together, only_reads=True)

    def _take(self, page: Page, other: OtherCopy, rule: Rule, passed: tuple[str, ...]) -> None:
        before = self.season
        words = f"Merged: season from {other.name}"
        change = Change(words, rule, brought=other.brought, aside=passed)
        if not self.season_app.change_season(change):
            return
        self._met()
        self.action_close_screen()
        if self.season is before:
            self.season_app.say("Everything in it stood here already; nothing was changed.")
            return
        self.season_app.say(words, self.spell(UNDO))
        for conflict in new_promise_conflicts(page.merge, self.season):
            self.season_app.tell(conflict.message, severity="error")


def _made_of(merge: Merge, choices: Choices, made: Season, season: Season, *, now: Moment) -> Season:
    """What was made of the season and the other copy; made anew when another window has changed the season since."""
    same = season is merge.mine
    return made if same else bring_in(season, merge.other, choices, apart=merge.apart, now=now)
