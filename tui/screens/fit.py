"""The shortlist: programs by fit, every point of the one under the cursor, and the signals sent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial, reduce
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.fit.points import NOT_LISTED, Fit, missing_in_profile, shortlist
from store.fit.signals import signals
from store.moments import Moment
from store.rules.fit import set_signaled
from store.season import Season
from store.words import Status
from tui import commands
from tui.fit_rows import cut_to, lines_of, parts_of, table_of, text_of
from tui.program_story import named
from tui.requests import Change, ShowProgram
from tui.screens.listing import Listing
from tui.shown import line
from tui.state import SeasonState
from tui.widgets.detail_pane import DetailPane, detail_width
from tui.widgets.row_table import RowTable

FEW, MANY, TALL = 8, 14, 32
"""Lines of points below the list on a low screen and on a tall one, and from which height a screen is tall."""
NO_PLANNED = (
    "No program is planned.  {fit.everyone} shows those you applied to as well; {rows.new} under Programs adds one."
)
EMPTY = "No program is open.  {rows.new} under Programs adds one, and what you know of it counts here."
MORE = "more; {fit.copy} copies all of it"
NOBODY = "No program is under the cursor."


class FitScreen(Listing):
    """Programs by fit; the points say why, and what to do with them is the applicant’s."""

    VIEW = commands.FIT
    IN_VIEW = commands.PROGRAMS
    DEFAULT_CSS = """
    FitScreen #fit-head { width: 100%; height: auto; max-height: 7; padding: 0 1; color: $muted; }
    FitScreen #fit-points { width: 100%; height: auto; max-height: 15; padding: 0 1; border-top: solid $faint; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.FIT)]

    def __init__(self, program_id: str = "") -> None:
        super().__init__()
        self._asked_for = program_id
        self._everyone: bool | None = None
        self._fits: tuple[Fit, ...] = ()

    def compose_body(self) -> Iterator[Widget]:
        """Signals, the programs beside the pane, and the points below where it has no room."""
        yield Static("", id="fit-head", markup=False)
        with Horizontal():
            yield RowTable(ascii_only=self.season_app.settings.ascii_only)
            yield DetailPane()
        yield Static("", id="fit-points", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show fit and signals as they are now, with the program that was asked for among them."""
        if self._everyone is None:
            self._everyone = self._is_beyond_planned(state)
        self._fits = shortlist(state.season, now=state.now, everyone=self._everyone)
        self._show()
        if self._asked_for:
            self.table.show_key(self._asked_for)
            self._asked_for = ""
            self._show_points()

    def _is_beyond_planned(self, state: SeasonState) -> bool:
        """Whether the program asked for only stands in the longer list, or nothing is planned at all."""
        season = state.season
        asked_for = season.programs_by_id.get(self._asked_for)
        applied = asked_for is not None and asked_for.status not in NOT_LISTED | {Status.PLANNED}
        return applied or all(one.status is not Status.PLANNED for one in season.followed)

    def _show(self) -> None:
        width = self.app.size.width
        pane = self.query_one(DetailPane)
        taken = detail_width(width)
        pane.display = bool(taken)
        columns, rows = table_of(self._fits, width - taken)
        self.table.show(columns, rows, empty=self.spell(EMPTY if self._everyone else NO_PLANNED))
        self.query_one("#fit-head", Static).update(self._head(width - 2))
        self._show_points()

    def _head(self, width: int) -> Content:
        """Signals first, then what the profile leaves open, or what the points are."""
        shown = "All that are still open" if self._everyone else "Planned programs"
        missing = missing_in_profile(self.season)
        below = f"{shown}, by fit. Every point has its reason; the choice is yours."
        if missing:
            below = f"{shown}. Your profile does not say: {', '.join(missing)}."
        return Content.styled(line(signals(self.season).words, width), "$foreground bold") + Content(
            f"\n{line(below, width)}"
        )

    def lay_out(self) -> None:
        """Columns and points follow the size."""
        self._show()

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Explain the program the cursor is on now."""
        self._show_points()

    def _show_points(self) -> None:
        pane, below = self.query_one(DetailPane), self.query_one("#fit-points", Static)
        one = next((each for each in self._fits if each.program.id == self.table.key), None)
        below.display = one is not None and not pane.display
        if one is None:
            pane.show("", ())
        elif pane.display:
            pane.show(line(one.program.name, 60), parts_of(one))
        else:
            most = MANY if self.app.size.height >= TALL else FEW
            below.update(Content(cut_to(lines_of(one), self.app.size.width - 2, most, self.spell(MORE))))

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on one of these programs."""
        next((one for one in record_ids if self.table.show_key(one)), None)

    # Keys

    def _chosen(self) -> tuple[str, ...]:
        chosen = self.table.selected or {self.table.key} - {""}
        return tuple(key for key in self.table.keys if key in chosen)

    def action_everyone(self) -> None:
        """Show those applied to as well, or only the planned."""
        before, self._everyone = self.table.key, not self._everyone
        self.show_state(self.state)
        if self.table.key != before:
            self.table.top()

    def action_signal(self) -> None:
        """Note a signal for the chosen programs; where all of them have one, that none was sent."""
        ids = self._chosen()
        if not ids:
            self.say(NOBODY)
            return
        sent = not all(self.season.programs_by_id[one].signaled for one in ids)
        label = f"{'Signaled' if sent else 'Not signaled'}: {line(named(self.season, ids), 60)}"
        if self.season_app.change_season(Change(label, partial(_noted, ids=ids, sent=sent))):
            self.table.clear_selection()

    @work
    async def action_new_fact(self) -> None:
        """Write down what was found out."""
        from tui.asking.gathering import ask_new_fact

        if not self.table.key:
            self.say(NOBODY)
            return
        change = await ask_new_fact(self.season_app, self.table.key)
        if change is not None:
            self.season_app.change_season(change)

    def action_weights(self) -> None:
        """How much each part counts."""
        from tui.screens.fit_weights import FitWeightsScreen

        self.app.push_screen(FitWeightsScreen(everyone=bool(self._everyone)))

    def action_open(self) -> None:
        """Open the program under the cursor."""
        if self.table.key:
            self.post_message(ShowProgram(self.table.key, self.table.keys))
        else:
            self.say(NOBODY)

    def action_copy(self) -> None:
        """Copy the chosen programs with every point."""
        ids = self._chosen()
        if ids:
            told = text_of([one for one in self._fits if one.program.id in ids])
            self.copy(told, f"The fit of {named(self.season, ids)}")
        else:
            self.say(NOBODY)


def _noted(season: Season, *, ids: tuple[str, ...], sent: bool, now: Moment) -> Season:
    return reduce(lambda changed, one: set_signaled(changed, one, sent, now=now), ids, season)
