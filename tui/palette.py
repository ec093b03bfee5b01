"""The palette and the help page: both derive from the declared commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import Kind
from tui.commands import EVERYWHERE, TIMELINE, VIEWS, Command, commands_of, table_of
from tui.glyphs import ASCII, LEGEND, UNICODE
from tui.requests import NewLetter, ShowProgram, WriteLetter
from tui.screens.program_actions import ProgramActions
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.screens.dialogs.pick import Option

UNRANKED = 99
"""Behind every rank on a key line."""


def commands_here(app: SeasonApp) -> tuple[Command, ...]:
    """Every command that works on the screen in front."""
    screen = app.screen
    own = tuple(commands_of(screen.VIEW)) if isinstance(screen, SeasonScreen) else ()
    return (*own, *(one for one in table_of(EVERYWHERE) if app.check_action(one.action.split("(")[0], ())))


async def run_command(app: SeasonApp, command: Command) -> None:
    """Run it where it belongs: on the screen in front, else in the app."""
    everywhere = command in table_of(EVERYWHERE)
    await app.run_action(command.action, app if everywhere else app.screen)


def show_keys(app: SeasonApp) -> None:
    """Open the help page of the screen in front; enter runs the chosen command."""
    from tui.screens.dialogs.help import Help, HelpRow

    rows = tuple(HelpRow(one.id, one.shown, one.help, one.group) for one in commands_here(app))
    if isinstance(app.screen, SeasonScreen) and app.screen.VIEW == TIMELINE:
        marks = (ASCII if app.settings.ascii_only else UNICODE).marks
        rows += tuple(HelpRow("", marks[mark], meaning, "Signs") for mark, meaning in LEGEND)
    known = {one.id: one for one in commands_here(app)}

    def chosen(command_id: str | None) -> None:
        if command_id:
            app.run_worker(run_command(app, known[command_id]))

    app.push_screen(Help("Keys of this screen", rows), chosen)


def show_palette(app: SeasonApp) -> None:
    """Open the palette over views, commands, messages to the program under the cursor, and programs."""
    from tui.screens.dialogs.pick import Option, Pick

    views = {name for name, _ in VIEWS}
    options = [Option(("view", name), label, str(place)) for place, (name, label) in enumerate(VIEWS, 1)]
    options += [
        Option(("command", one.id), one.help, one.shown)
        for one in sorted(commands_here(app), key=lambda one: one.line or UNRANKED)
        if one.action.split("(")[0] not in {"palette", "down", "up"} and one.id.split(".")[1] not in views
    ]
    options += _kinds_here(app)
    options += [
        Option(("program", program.id), program.name, " ".join(filter(None, (program.city, program.state))))
        for program in app.state.season.followed
    ]
    known = {one.id: one for one in commands_here(app)}

    def chosen(value: tuple[str, str] | None) -> None:
        if value is None:
            return
        what, name = value
        if what == "command":
            app.run_worker(run_command(app, known[name]))
        elif what == "view":
            app.action_view(name)
        elif what == "letter":
            app.run_worker(_write(app, Kind(name)))
        else:
            app.post_message(ShowProgram(name, tuple(program.id for program in app.state.season.followed)))

    app.push_screen(Pick("Commands, messages, views and programs", tuple(options)), chosen)


def _kinds_here(app: SeasonApp) -> list[Option]:
    """Messages to the program under the cursor, by what they are for."""
    from templates.catalogue import KINDS
    from tui.screens.dialogs.pick import Option

    if not _program_here(app):
        return []
    return [Option(("letter", kind.value), f"Message: {each.title}", "write it") for kind, each in KINDS.items()]


def _program_here(app: SeasonApp) -> str:
    screen = app.screen
    return screen.program_here if isinstance(screen, ProgramActions) else ""


async def _write(app: SeasonApp, kind: Kind) -> None:
    from tui.asking.letters import ask_recipients

    program_id = _program_here(app)
    contact_ids = await ask_recipients(app, program_id, kind) if program_id else None
    if contact_ids is not None:
        app.post_message(WriteLetter(NewLetter(program_id, kind, contact_ids)))
