"""Questions about order and groups; the way a list is sorted already, chosen again, turns it round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.arranging import GROUPINGS, SORTS, next_turn
from store.lanes import Arrangement
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_sort(app: SeasonApp, now: Arrangement) -> Arrangement | None:
    """What the rows are sorted by."""
    choices = tuple(
        Choice(sort.letter, sort.name, sort.name, "now; again turns it round" if sort.name == now.sort else "")
        for sort in SORTS.values()
    )
    name: str | None = await app.push_screen_wait(Menu("Sort by", choices, default=now.sort))
    return None if name is None else next_turn(now, name)


async def ask_group(app: SeasonApp, now: Arrangement) -> Arrangement | None:
    """What the rows are grouped by."""
    choices = tuple(
        Choice(one.letter, one.name, one.name, "now" if one.name == now.group else "") for one in GROUPINGS.values()
    )
    name: str | None = await app.push_screen_wait(Menu("Group by", choices, default=now.group))
    return None if name is None else replace(now, group=name)
