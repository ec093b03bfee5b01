"""Questions about the rank list: which place, and whether to unlock what was certified."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.dates import show_day
from store.errors import RuleBroken
from store.rules import ranking
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.fields import understand_number

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_place(app: SeasonApp, program_id: str) -> Change | None:
    """The place a ranked program should take."""
    season = app.state.season
    order, name = season.rank_list.order, season.programs_by_id[program_id].name
    last = len(order)

    def understand(text: str) -> tuple[int, str]:
        place, _ = understand_number(text)
        if place is None or not 1 <= place <= last:
            raise RuleBroken(f"The list has places 1 to {last}.")
        if order[place - 1] == program_id:
            return place, "where it stands now"
        return place, f"the place of {season.programs_by_id[order[place - 1]].name}"

    question = Ask(
        f"{name}, now number {order.index(program_id) + 1}",
        f"Place, 1 to {last}",
        understand=understand,
        about=program_id,
    )
    place: int | None = await app.push_screen_wait(question)
    if place is None:
        return None
    return Change(f"Moved: {name} to place {place}", partial(ranking.move_program, program_id=program_id, place=place))


async def ask_unlocking(app: SeasonApp) -> Change | None:
    """Whether to unlock the list; asked only when it was seen certified as it stands."""
    certified = app.state.season.rank_list.certified
    if certified is not None:
        sure = await app.push_screen_wait(
            Confirm(
                "Unlock the list?",
                f"You saw this order certified on {show_day(certified)}. A change here changes nothing at NRMP:\n"
                "what counts is the list you certified there.",
                title="Rank list",
            )
        )
        if not sure:
            return None
    return Change("Rank list unlocked", ranking.unlock_list)
