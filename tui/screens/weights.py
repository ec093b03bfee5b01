"""The criteria and what other weights would say of the order; nothing is kept until enter, and the list stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.ids import new_id
from store.records import Criterion
from store.reference.shipped import shipped_criteria
from store.rules.scores import add_criterion, remove_criterion, rename_criterion, set_weights
from store.scores import criteria_in_force
from tui import commands
from tui.rank_words import open_deadline
from tui.requests import Change
from tui.screens.trying_weights import TryingWeights
from tui.shown import line
from tui.state import SeasonState
from tui.weight_rows import in_one_line, narrow_part, order_part, table_of
from tui.widgets.detail_pane import DetailPane, detail_width
from tui.widgets.row_table import RowTable

AT_FIRST = "weight 3 at first; {weights.lighter} and {weights.heavier} change it"
SHIPPED = "It comes with prematch and keeps its name; weight 0 leaves it out.  {weights.new} adds one of your own."
LEGEND = "signs: how many programs change place by score at that weight; [ ] in force"


class WeightsScreen(TryingWeights):
    """Each criterion with a weight to try; the order by score beside it follows."""

    VIEW = commands.WEIGHTS
    IN_VIEW = commands.RANK
    WEIGHED = "a criterion"
    DEFAULT_CSS = """
    WeightsScreen #weights-head { width: 100%; height: auto; max-height: 7; padding: 0 1; color: $muted; }
    WeightsScreen #weights-order {
        width: 100%; height: auto; max-height: 4; padding: 0 1; color: $muted; border-top: solid $faint;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.WEIGHTS)]

    def compose_body(self) -> Iterator[Widget]:
        """What is tried out, the criteria, and the order they give."""
        yield Static("", id="weights-head", markup=False)
        with Horizontal():
            yield RowTable(ascii_only=self.season_app.settings.ascii_only)
            yield DetailPane()
        yield Static("", id="weights-order", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show weights and order anew."""
        width, season = self.app.size.width, state.season
        pane = self.query_one(DetailPane)
        taken = detail_width(width)
        pane.display = bool(taken)
        columns, rows = table_of(season, self._tried, width - taken)
        self.table.show(columns, rows)
        pane.show(
            "",
            tuple(part for part in (order_part(season, self._tried), narrow_part(season, self._tried)) if part.lines),
        )
        tried = self.tried_words
        head = Content.styled(f"{tried}  Your list stays.", "$foreground bold")
        lines = (head, *open_deadline(state, width - 2), Content(line(LEGEND, width - 2)))
        self.query_one("#weights-head", Static).update(Content("\n").join(lines))
        below = self.query_one("#weights-order", Static)
        below.display = not pane.display
        below.update(Content(f"By score: {in_one_line(season, self._tried)}"))

    # Keys

    def in_force(self) -> Mapping[str, int]:
        """Each weight that is kept, by its id."""
        return {one.id: one.weight for one in criteria_in_force(self.season)}

    def _under_cursor(self) -> Criterion | None:
        return next((one for one in criteria_in_force(self.season) if one.id == self.table.key), None)

    def action_accept(self) -> None:
        """Keep the weights tried out."""
        if not self._tried:
            self.say(self.nothing_tried)
            return
        names = {one.id: one.name for one in criteria_in_force(self.season)}
        told = ", ".join(f"{line(names[key], 30)} {value}" for key, value in self._tried.items() if key in names)
        if self.season_app.change_season(Change(f"Weights: {told}", partial(set_weights, weights=dict(self._tried)))):
            self.action_reset()

    @work
    async def action_new_criterion(self) -> None:
        """Ask for a criterion of one's own."""
        from tui.screens.dialogs.ask import Ask

        name: str | None = await self.app.push_screen_wait(
            Ask("A criterion of your own", "What you weigh programs by", help=self.spell(AT_FIRST))
        )
        if name is None:
            return
        criterion = Criterion(new_id("k"), name, 3)
        if self.season_app.change_season(Change(f"New criterion: {name}", partial(add_criterion, criterion=criterion))):
            self.table.show_key(criterion.id)

    @work
    async def action_rename_criterion(self) -> None:
        """Ask what a criterion of one's own is to be called."""
        from tui.screens.dialogs.ask import Ask

        own = self._own_under_cursor()
        if own is None:
            return
        name: str | None = await self.app.push_screen_wait(Ask("Rename", "What you weigh programs by", own.name))
        if name is not None and name != own.name:
            rule = partial(rename_criterion, criterion_id=own.id, name=name)
            self.season_app.change_season(Change(f"Renamed: {own.name} to {name}", rule))

    def action_remove_criterion(self) -> None:
        """Remove a criterion of one's own, with the scores given on it."""
        own = self._own_under_cursor()
        if own is None:
            return
        scored = sum(one.criterion_id == own.id for one in self.season.scores)
        with_scores = f", with {scored} score{'' if scored == 1 else 's'}" if scored else ""
        change = Change(f"Removed: {own.name}{with_scores}", partial(remove_criterion, criterion_id=own.id))
        if self.season_app.change_season(change):
            self._tried = {key: value for key, value in self._tried.items() if key != own.id}
            self.show_state(self.state)

    def _own_under_cursor(self) -> Criterion | None:
        criterion = self._under_cursor()
        if criterion is not None and any(one.id == criterion.id for one in shipped_criteria()):
            self.say(self.spell(SHIPPED))
            return None
        return criterion
