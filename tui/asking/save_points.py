"""Questions about dated copies of the rank list: keep one, look at one, go back to one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.dates import show_moment_short
from store.ranking.save_points import change_words, place_changes
from store.records import RankSnapshot
from store.rules import ranking
from store.season import Season
from tui.program_story import Part
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option, Pick
from tui.screens.dialogs.reading import Reading

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_save_point(app: SeasonApp) -> Change | None:
    """Keep the order as it is, or choose an earlier one to read or go back to."""
    if not app.state.season.rank_list.snapshots:
        return await _keep(app)
    choices = (
        Choice("k", "keep this order", "keep", "with a reason"),
        Choice("e", "an earlier order", "earlier", "read it, or go back to it"),
    )
    wanted = await app.push_screen_wait(Menu("Save points", choices, default="keep"))
    if wanted == "keep":
        return await _keep(app)
    return await _earlier(app) if wanted == "earlier" else None


async def _keep(app: SeasonApp) -> Change | None:
    question = Ask("Keep this order", "Why now", help="such as: after the second look; later you will want to know")
    reason: str | None = await app.push_screen_wait(question)
    if reason is None:
        return None
    return Change(f"Kept this order: {reason}", partial(ranking.keep_save_point, reason=reason))


async def _earlier(app: SeasonApp) -> Change | None:
    season = app.state.season
    options = tuple(
        Option(one, f"{show_moment_short(one.at)}  {one.reason}", _moved_words(season, one))
        for one in reversed(season.rank_list.snapshots)
    )
    snapshot: RankSnapshot | None = await app.push_screen_wait(Pick("Which order", options))
    if snapshot is None:
        return None
    name = f"{show_moment_short(snapshot.at)}, {snapshot.reason}"
    told = ", ".join(change_words(season, one) for one in place_changes(season.rank_list.order, snapshot.order))
    choices = (
        Choice("r", "read it beside the list as it is", "read"),
        Choice("b", "go back to it", "back", below=told or "It is the order as it stands."),
    )
    wanted = await app.push_screen_wait(Menu(name, choices, default="read"))
    if wanted == "read":
        await app.push_screen_wait(Reading(name, _parts(season, snapshot)))
        return None
    if wanted is None:
        return None
    return Change(f"Rank list as on {name}", partial(ranking.go_back_to, snapshot=snapshot))


def _moved_words(season: Season, snapshot: RankSnapshot) -> str:
    moved = len(place_changes(snapshot.order, season.rank_list.order))
    return f"{moved} moved since" if moved else "as it stands now"


def _parts(season: Season, snapshot: RankSnapshot) -> tuple[Part, ...]:
    known, now = season.programs_by_id, season.rank_list.order
    names = (known[one].name if one in known else one for one in snapshot.order)
    changes = tuple(change_words(season, one) for one in place_changes(snapshot.order, now))
    return (
        Part("The order then", tuple(f"{place:>3}  {name}" for place, name in enumerate(names, 1))),
        Part("Moved since", changes or ("Nothing has moved since.",)),
    )
