"""The commands that work on the screen in front, and running one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import EVERYWHERE, Command, commands_of, table_of
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp


def commands_here(app: SeasonApp) -> tuple[Command, ...]:
    """Every command that works on the screen in front."""
    screen = app.screen
    named = tuple(commands_of(screen.VIEW)) if isinstance(screen, SeasonScreen) else ()
    own = (one for one in named if screen.check_action(one.action.split("(")[0], ()))
    everywhere = (one for one in table_of(EVERYWHERE) if app.check_action(one.action.split("(")[0], ()))
    return tuple(app.spell.command(one) for one in (*own, *everywhere))


async def run_command(app: SeasonApp, command: Command) -> None:
    """Run it where it belongs: on the screen in front, else in the app."""
    everywhere = command.id.startswith(f"{EVERYWHERE}.")
    await app.run_action(command.action, app if everywhere else app.screen)
