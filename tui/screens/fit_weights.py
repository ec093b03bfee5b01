"""How much each part of a fit counts; nothing is kept until enter, and the order it gives stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.fit.aspects import aspects_in_force
from store.rules.fit import set_fit_weights
from tui import commands
from tui.fit_rows import order_part, weights_table
from tui.requests import Change
from tui.screens.trying_weights import TryingWeights
from tui.shown import line
from tui.state import SeasonState
from tui.widgets.detail_pane import DetailPane, detail_width
from tui.widgets.row_table import RowTable

LEGEND = "A part gives its weight, takes it, or gives nothing; 0 leaves it out."


class FitWeightsScreen(TryingWeights):
    """Each part of a fit with a weight to try."""

    VIEW = commands.FIT_WEIGHTS
    IN_VIEW = commands.PROGRAMS
    WEIGHED = "a part"
    DEFAULT_CSS = """
    FitWeightsScreen #fit-head { width: 100%; height: auto; max-height: 7; padding: 0 1; color: $muted; }
    FitWeightsScreen #fit-points { width: 100%; height: auto; max-height: 15; padding: 0 1; border-top: solid $faint; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.FIT_WEIGHTS)]

    def __init__(self, *, everyone: bool = False) -> None:
        super().__init__()
        self._everyone = everyone

    def compose_body(self) -> Iterator[Widget]:
        """What is tried out, the parts, and the order they give."""
        yield Static("", id="fit-head", markup=False)
        with Horizontal():
            yield RowTable(ascii_only=self.season_app.settings.ascii_only)
            yield DetailPane()
        yield Static("", id="fit-points", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show weights and order anew."""
        width = self.app.size.width
        pane, below = self.query_one(DetailPane), self.query_one("#fit-points", Static)
        taken = detail_width(width)
        pane.display = bool(taken)
        below.display = not pane.display
        self.table.show(*weights_table(state.season, self._tried, width - taken))
        part = order_part(state.season, self._tried, state.now, everyone=self._everyone)
        pane.show("", (part,))
        below.update(Content(line(f"By fit: {'  '.join(' '.join(one.split()) for one in part.lines)}", 2 * width - 8)))
        tried = self.tried_words
        head = Content.styled(tried, "$foreground bold") + Content(f"\n{line(LEGEND, width - 2)}")
        self.query_one("#fit-head", Static).update(head)

    # Keys

    def in_force(self) -> Mapping[str, int]:
        """Each weight that is kept, by its id."""
        return {one.id: one.weight for one in aspects_in_force(self.season)}

    def action_accept(self) -> None:
        """Keep the weights tried out."""
        if not self._tried:
            self.say(self.nothing_tried)
            return
        told = ", ".join(
            f"{one.name} {one.weight}" for one in aspects_in_force(self.season, self._tried) if one.id in self._tried
        )
        rule = partial(set_fit_weights, weights=dict(self._tried))
        if self.season_app.change_season(Change(f"Weights of the fit: {told}", rule)):
            self.action_reset()
