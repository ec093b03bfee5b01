"""The palette and the help page: both derive from the declared commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import EVERYWHERE, TIMELINE, Command, commands_of, table_of
from tui.glyphs import ASCII, LEGEND, UNICODE
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp

PAGE = "page:"
"""Before the name of a page of help where commands have their ids."""


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


def show_keys(app: SeasonApp) -> None:
    """Open the help page of the screen in front; enter runs the chosen command."""
    from tui.help_pages import TOPICS, page
    from tui.screens.dialogs.help import Help, HelpRow

    rows = tuple(HelpRow(one.id, one.shown, one.help, one.group) for one in commands_here(app))
    if isinstance(app.screen, SeasonScreen) and app.screen.VIEW == TIMELINE:
        marks = (ASCII if app.settings.ascii_only else UNICODE).marks
        rows += tuple(HelpRow("", marks[mark], meaning, "Signs") for mark, meaning in LEGEND)
    known = {one.id: one for one in commands_here(app)}

    def chosen(command_id: str | None) -> None:
        if command_id and command_id.startswith(PAGE):
            open_page(app, command_id.removeprefix(PAGE))
        elif command_id:
            app.run_worker(run_command(app, known[command_id]))

    rows += tuple(HelpRow(f"{PAGE}{topic}", "page", page(topic).title, "Pages of help") for topic in TOPICS)
    app.push_screen(Help("Keys of this screen", rows), chosen)


def show_palette(app: SeasonApp) -> None:
    """Open the palette over all that can be gone to, begun, set or read."""
    from tui.palette_offers import go_to, offers
    from tui.screens.dialogs.pick import Pick

    def chosen(value: tuple[str, str] | None) -> None:
        if value is not None:
            go_to(app, *value)

    app.push_screen(Pick("Commands, messages, views, programs, dates, settings, help", offers(app)), chosen)


def open_page(app: SeasonApp, topic: str) -> None:
    """Open a page of help over whatever is on screen."""
    from tui.screens.dialogs.help_page import HelpPage

    app.push_screen(HelpPage(topic, app.spell))
