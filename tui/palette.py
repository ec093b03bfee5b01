"""The palette: all that can be gone to, begun, set or read, and where each choice leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.dates import show_day_short
from store.key_dates import key_dates
from store.words import OUTGOING_KINDS, Kind
from tui.commands import MESSAGES, PROGRAMS, RANK, REVIEW, SEASON, VIEWS, commands_of
from tui.commands_here import commands_here, run_command
from tui.help_here import open_page
from tui.help_pages import TOPICS, page
from tui.message_table import TEMPLATES
from tui.requests import NewLetter, ShowProgram, WriteLetter
from tui.said_words import SETTING_ALSO, VIEW_ALSO, also_said
from tui.screens.dialogs.pick import Option, Pick
from tui.screens.program_actions import ProgramActions
from tui.views import open_line

if TYPE_CHECKING:
    from tui.app import SeasonApp

UNRANKED = 99
"""Behind every rank on a key line."""
COMMAND, ELSEWHERE, VIEW, LETTER, FORM, PROGRAM, DATE, SETTING, HELP = (
    "command",
    "elsewhere",
    "view",
    "letter",
    "form",
    "program",
    "date",
    "setting",
    "help",
)
"""What a choice is."""
OF_THE_SEASON: dict[str, tuple[str, ...]] = {
    PROGRAMS: ("rows.import", "rows.new", "rows.fit"),
    REVIEW: ("review.add",),
    MESSAGES: ("messages.came-in", "messages.record"),
    RANK: ("rank.certify", "rank.weights", "rank.close-calls", "rank.checks", "rank.save-points"),
    SEASON: (
        *("season.edit-all", "season.new", "season.calendar", "season.read-calendar"),
        *("season.soap", "season.outcome", "season.next-year"),
    ),
}
"""Commands of each view that are about no single row, so that they are offered on every screen."""


def show_palette(app: SeasonApp) -> None:
    """Open the palette over all that can be gone to, begun, set or read."""

    def chosen(value: tuple[str, str] | None) -> None:
        if value is not None:
            go_to(app, *value)

    app.push_screen(Pick("Commands, messages, views, programs, dates, settings, help", offers(app)), chosen)


def offers(app: SeasonApp) -> tuple[Option, ...]:
    """Views and commands first, then messages, programs, key dates, settings and pages of help."""
    views = {name for name, _ in VIEWS}
    found = [Option((VIEW, name), label, app.spell.key(f"everywhere.{name}"), VIEW_ALSO[name]) for name, label in VIEWS]
    found += [
        Option((COMMAND, one.id), one.help, one.shown, also_said(one))
        for one in sorted(commands_here(app), key=lambda one: one.line or UNRANKED)
        if one.action.split("(")[0] not in {"palette", "down", "up"} and one.id.split(".")[1] not in views
    ]
    found += _elsewhere(app)
    found += _messages(app)
    found += [
        Option((PROGRAM, program.id), program.name, " ".join(filter(None, (program.city, program.state))))
        for program in app.state.season.followed
    ]
    return (*found, *_dates(app), *_settings(app), *_pages())


def _elsewhere(app: SeasonApp) -> list[Option]:
    """What the other views can do for the whole season, each with the view it leads to."""
    here = {one.id for one in commands_here(app)}
    return [
        Option((ELSEWHERE, f"{view} {one.id}"), one.help, f"in {dict(VIEWS)[view]}", also_said(one))
        for view, ids in OF_THE_SEASON.items()
        for one in map(app.spell.command, commands_of(view))
        if one.id in ids and one.id not in here
    ]


def _messages(app: SeasonApp) -> list[Option]:
    """Messages to the program under the cursor, by what they are for, and the forms they are made from."""
    from templates.catalogue import KINDS

    here = bool(_program_here(app))
    letters = [Option((LETTER, kind.value), f"Message: {KINDS[kind].title}", "write it") for kind in OUTGOING_KINDS]
    forms = [Option((FORM, kind.value), f"Form: {KINDS[kind].title}", "under Templates") for kind in OUTGOING_KINDS]
    return [*(letters if here else ()), *forms]


def _dates(app: SeasonApp) -> list[Option]:
    dates = key_dates(app.state.season)
    return [Option((DATE, one.id), f"Key date: {one.name}", show_day_short(one.at.day)) for one in dates]


def _settings(app: SeasonApp) -> list[Option]:
    from tui.setting_table import SETTINGS, value_of

    return [
        Option((SETTING, one.name), f"Setting: {one.says}", value_of(app.settings, one.name), SETTING_ALSO[one.name])
        for one in SETTINGS
    ]


def _pages() -> list[Option]:
    return [Option((HELP, topic), f"Help: {page(topic).title}", topic) for topic in TOPICS]


def _program_here(app: SeasonApp) -> str:
    screen = app.screen
    return screen.program_here if isinstance(screen, ProgramActions) else ""


def go_to(app: SeasonApp, what: str, name: str) -> None:
    """Run, open or begin what was chosen."""
    if what == COMMAND:
        app.run_worker(_run_and_tell(app, name))
    elif what == ELSEWHERE:
        app.run_worker(_go_and_run(app, *name.split(" ")))
    elif what == VIEW:
        app.action_view(name)
    elif what == LETTER:
        app.run_worker(_write(app, Kind(name)))
    elif what == PROGRAM:
        app.post_message(ShowProgram(name, tuple(program.id for program in app.state.season.followed)))
    elif what == SETTING:
        from tui.asking.settings import change_setting

        app.run_worker(change_setting(app, name))
    elif what == HELP:
        open_page(app, name)
    elif what == FORM:
        app.run_worker(open_line(app, MESSAGES, TEMPLATES, name))
    else:
        from tui.screens.season import DATES

        app.run_worker(open_line(app, SEASON, DATES, name))


async def _run_and_tell(app: SeasonApp, name: str) -> None:
    """Run a command; once it was taken from here often enough, its key is told, one time."""
    command = next((one for one in commands_here(app) if one.id == name), None)
    if command is None:  # the window or the season became another while the palette was open
        app.say("That cannot be done here any more.")
        return
    await run_command(app, command)
    from tui.key_hints import count_use

    count_use(app, command)


async def _go_and_run(app: SeasonApp, view: str, name: str) -> None:
    """Go to the view that can do it, and do it there."""
    app.action_view(view)
    await app.screen.wait_for_refresh()  # a view that opens for the first time has no list before
    await _run_and_tell(app, name)


async def _write(app: SeasonApp, kind: Kind) -> None:
    from tui.asking.letters import ask_recipients

    program_id = _program_here(app)
    contact_ids = await ask_recipients(app, program_id, kind) if program_id else None
    if contact_ids is not None:
        app.post_message(WriteLetter(NewLetter(program_id, kind, contact_ids)))
