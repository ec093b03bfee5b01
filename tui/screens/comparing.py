"""Programs side by side; of two, which one is preferred, and pairs gone through one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.dates import show_day_short
from store.rules.close_calls import answer_close_call
from store.rules.ranking import move_program
from tui import commands
from tui.compare_rows import Comparison, as_text, comparison, in_full, ring_lines, said_before, table_of
from tui.rank_words import open_deadline
from tui.requests import Change
from tui.screens.listing import Listing
from tui.shown import line, tame
from tui.spelling import UNDO
from tui.state import SeasonState
from tui.widgets.row_table import RowTable

TWO_ONLY = "A choice is between two; select two in the rank list and press {rank.compare}."


class CompareScreen(Listing):
    """Shows two to four programs; a pair can be answered, and a move that follows is proposed."""

    VIEW = commands.COMPARE
    IN_VIEW = commands.RANK
    DEFAULT_CSS = """
    CompareScreen #compare-head { width: 100%; height: auto; max-height: 7; padding: 0 1; color: $muted; }
    CompareScreen #compare-about { width: 100%; height: 6; padding: 0 1; color: $muted; border-top: solid $faint; }
    CompareScreen.-tall #compare-about { height: 9; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.COMPARE)]
    BEFORE_KEYS = ()

    def __init__(self, groups: tuple[tuple[str, ...], ...]) -> None:
        """`groups` are gone through one after the other; each holds two to four programs."""
        super().__init__()
        self._groups = groups
        self._at = 0
        self._found: Comparison | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The programs side by side now."""
        return self._groups[self._at]

    def compose_body(self) -> Iterator[Widget]:
        """What is asked, the programs line by line, and the line under the cursor in full."""
        yield Static("", id="compare-head", markup=False)
        yield RowTable(ascii_only=self.season_app.settings.ascii_only)
        yield Static("", id="compare-about", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Compare anew: scores and answers may have changed, and undo may have taken a program away."""
        known = state.season.programs_by_id.keys()
        if not set(self.ids) <= known:
            self._groups = tuple(ids for ids in self._groups if set(ids) <= known)
            self._at = min(self._at, max(0, len(self._groups) - 1))
        if not self._groups:
            self.action_close_screen()
            return
        self._found = comparison(state, self.ids)
        width = self.app.size.width
        columns, rows = table_of(self._found, width)
        self.table.show(columns, rows, empty=self.spell("Nothing is known of them yet.  {compare.scores} scores one."))
        self.query_one("#compare-head", Static).update(self._head(width - 2))
        self._show_about()

    def lay_out(self) -> None:
        """The columns follow the width."""
        self.show_state(self.state)

    def _head(self, width: int) -> Content:
        lines = [Content.styled(tame(one), "$foreground bold") for one in self._question(width)]
        lines += [Content(tame(one)) for one in self._answer_words()]
        alarms = ring_lines(self.season, self.ids)
        lines += [Content.styled(tame(f"! {one}"), "$late") for one in alarms]
        return Content("\n").join([*lines, *open_deadline(self.state, width)])

    def _question(self, width: int) -> tuple[str, ...]:
        if len(self.ids) != 2:
            return (f"{len(self.ids)} programs side by side",)
        pair = f"Pair {self._at + 1} of {len(self._groups)}. " if len(self._groups) > 1 else ""
        keys = [self.spell.key(f"compare.{name}") for name in ("left", "right", "even")]
        each = (width - len("        cannot say") - sum(map(cell_len, keys))) // 2
        left, right = (line(self.season.programs_by_id[one].name, each) for one in self.ids)
        return f"{pair}Which would you rather match at?", f"{keys[0]} {left}   {keys[1]} {right}   {keys[2]} cannot say"

    def _answer_words(self) -> tuple[str, ...]:
        call = said_before(self.season, *self.ids) if len(self.ids) == 2 else None
        if call is None:
            return ()
        day = show_day_short(self.state.home.day_of(call.at))
        if not call.preferred_id:
            return (f"You could not say, {day}.",)
        said = f"You prefer {line(self.season.programs_by_id[call.preferred_id].name, 40)}, {day}"
        if place := self._proposed_place():
            return (
                f"{said}.",
                f"{self.spell.key('compare.accept')} moves it up to place {place}; without that the list stays.",
            )
        return (f"{said}; your list says so too." if self._both_ranked() else f"{said}.",)

    def _both_ranked(self) -> bool:
        return set(self.ids) <= set(self.season.rank_list.order)

    def _proposed_place(self) -> int:
        """The place the preferred one would take to stand above the other; 0 when it does already, or cannot."""
        call, order = said_before(self.season, *self.ids), self.season.rank_list.order
        if call is None or not call.preferred_id or not self._both_ranked():
            return 0
        other = next(one for one in self.ids if one != call.preferred_id)
        return order.index(other) + 1 if order.index(call.preferred_id) > order.index(other) else 0

    def _show_about(self) -> None:
        about, width = self.query_one("#compare-about", Static), self.app.size.width - 2
        lines = in_full(self._found, self.table.key, width) if self._found else ()
        about.update(Content("\n").join(Content(tame(one)) for one in lines), layout=False)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Show the line in full."""
        self._show_about()

    # Keys

    def action_prefer_left(self) -> None:
        """The left one."""
        self._prefer(0)

    def action_prefer_right(self) -> None:
        """The right one."""
        self._prefer(1)

    def action_prefer_neither(self) -> None:
        """Neither."""
        self._prefer(-1)

    def _prefer(self, which: int) -> None:
        if len(self.ids) != 2:
            self.say(self.spell(TWO_ONLY))
            return
        one, other = self.ids
        preferred = "" if which < 0 else self.ids[which]
        names = tuple(line(self.season.programs_by_id[each].name, 40) for each in self.ids)
        label = f"Even: {names[0]} and {names[1]}" if which < 0 else f"Preferred: {names[which]} to {names[1 - which]}"
        rule = partial(answer_close_call, one_id=one, other_id=other, preferred_id=preferred)
        if self.season_app.change_season(Change(label, rule)) and not self._proposed_place():
            self._go_on()

    def action_accept(self) -> None:
        """Make the move that is proposed, then go on."""
        place = self._proposed_place() if len(self.ids) == 2 else 0
        call = said_before(self.season, *self.ids) if place else None
        if call is not None:
            name = line(self.season.programs_by_id[call.preferred_id].name, 60)
            rule = partial(move_program, program_id=call.preferred_id, place=place)
            if not self.season_app.change_season(Change(f"Moved: {name} to place {place}", rule)):
                return
        self._go_on()

    def _go_on(self) -> None:
        if self._at + 1 < len(self._groups):
            self._show(self._at + 1)
        elif len(self._groups) > 1:
            self.say(self.spell("That was the last pair.  {screen.back} goes back to the list."), self.spell(UNDO))

    def action_next_pair(self) -> None:
        """The next pair."""
        self._step(1)

    def action_previous_pair(self) -> None:
        """The pair before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._groups):
            self._show(self._at + by)
        else:
            self.say("There is no other pair to go to.")

    def _show(self, at: int) -> None:
        self._at = at
        self.show_state(self.state)
        self.table.top()

    @work
    async def action_scores(self) -> None:
        """Ask which of them to score, then for its scores."""
        from tui.asking.scores import ask_scores
        from tui.compare_rows import LETTERS
        from tui.screens.dialogs.menu import Choice, Menu

        choices = tuple(
            Choice(letter, self.season.programs_by_id[one].name, one)
            for letter, one in zip(LETTERS, self.ids, strict=False)
        )
        program_id = await self.app.push_screen_wait(Menu("Score which", choices))
        change = await ask_scores(self.season_app, program_id) if program_id is not None else None
        if change is not None:
            self.season_app.change_season(change)

    def action_copy(self) -> None:
        """Copy all of it as text."""
        if self._found is not None:
            self.copy(as_text(self._found), "The comparison")
