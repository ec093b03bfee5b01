"""Opens a view by its name, or a line in one of its sections, and imports what it needs no sooner than that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from tui import commands
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.screens.messages import MessagesScreen
    from tui.screens.season import ProfileScreen


def open_view(name: str) -> SeasonScreen:
    """A fresh screen for that view."""
    if name == commands.TIMELINE:
        from tui.screens.timeline import TimelineScreen

        return TimelineScreen()
    if name == commands.PROGRAMS:
        from tui.screens.programs import ProgramsScreen

        return ProgramsScreen()
    if name == commands.REVIEW:
        from tui.screens.review import ReviewScreen

        return ReviewScreen()
    if name == commands.MESSAGES:
        from tui.screens.messages import MessagesScreen

        return MessagesScreen()
    if name == commands.RANK:
        from tui.screens.rank import RankScreen

        return RankScreen()
    from tui.screens.season import ProfileScreen

    return ProfileScreen()


VIEW_MODES: dict[str, Callable[[], SeasonScreen]] = {name: partial(open_view, name) for name, _ in commands.VIEWS}
"""One mode for each view, made when it is first opened."""


async def open_line(app: SeasonApp, view: str, section: str, key: str = "") -> None:
    """Go to a view that has sections, to one of these, and to a line in it."""
    app.action_view(view)
    await app.screen.wait_for_refresh()  # a view that opens for the first time has no list before
    cast("MessagesScreen | ProfileScreen", app.screen).open_section(section, key)
