"""What lies in the trash, as a list to choose from; what is chosen comes back in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.dates import show_day_short
from store.rules.bringing_back import bring_back
from store.trash import in_trash, names_of, with_their_programs
from tui.requests import Change
from tui.screens.season_screen import SeasonScreen
from tui.spelling import UNDO

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder

EMPTY = "The trash is empty: programs and messages put there wait here."


def show_trash(app: SeasonHolder) -> None:
    """List it, newest first; what is ticked, or else what is marked, comes back and takes the cursor to it."""
    from tui.screens.dialogs.pick import Option, Pick

    app.settle_screens()
    thrown, zone = in_trash(app.state.season), app.now().zone
    if not thrown:
        app.say(EMPTY)
        return
    options = tuple(Option(one.id, one.name, f"{one.what}, {show_day_short(one.at.day_in(zone))}") for one in thrown)

    def chosen(ids: tuple[str, ...] | None) -> None:
        if ids:
            _bring_back(app, ids)

    app.push_screen(Pick("In the trash; enter brings back what is ticked or marked", options, multi=True), chosen)


def _bring_back(app: SeasonHolder, chosen: tuple[str, ...]) -> None:
    season = app.state.season
    ids = with_their_programs(season, chosen)
    label = f"Back from the trash: {names_of(season, ids)}"
    if app.change_season(Change(label, partial(bring_back, record_ids=ids))) and isinstance(app.screen, SeasonScreen):
        app.screen.follow(frozenset(ids))
        app.say(label, app.spell(UNDO))
