"""From an empty season to the first thing that is due: who you are, your programs, how far things have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.exchange.spreadsheet import Sheet
    from tui.app import SeasonApp
    from tui.screens.welcome import WelcomeScreen

START, SHEET, LIST, LATER = "start", "sheet", "list", "later"
PROMPT = (
    "One program a line, such as: Alder Ridge Children's, Marrow, MN. "
    "Cells copied from a spreadsheet are fine too, and so is the path of a file."
)


async def lead_through(welcome: WelcomeScreen, way: str) -> None:
    """Ask one thing after another; whatever is left with `esc` is left out, and what was given stays."""
    app = welcome.season_app
    if way == START:
        if not await _about_you(app):
            return
        way = await _where_programs_are(app)
    taken = await _programs(app, way)
    if way != LATER and not taken and not app.state.season.profile.name:
        return  # nothing was begun yet: the welcome stays
    if taken:
        await _how_far(app, taken)
        if not app.state.season.profile.name:
            await _about_you(app)
    _go_on(app)


async def _about_you(app: SeasonApp) -> bool:
    from tui.asking.profile import ask_first_facts

    change = await ask_first_facts(app)
    return change is not None and app.change_season(change)


async def _where_programs_are(app: SeasonApp) -> str:
    from tui.screens.dialogs.menu import Choice, Menu

    choices = (
        Choice("i", "in a spreadsheet", SHEET, "CSV or .xlsx"),
        Choice("l", "I paste or type them", LIST, "one a line"),
        Choice("n", "nowhere yet", LATER, "n adds one later"),
    )
    way: str | None = await app.push_screen_wait(Menu("Where are your programs?", choices, SHEET))
    return way or LATER


async def _programs(app: SeasonApp, way: str) -> tuple[str, ...]:
    """Take in a list; the ids of the programs that are new."""
    from tui.screens.import_sheet import ImportScreen

    if way == LATER:
        return ()
    sheet = await _pasted(app) if way == LIST else None
    if way == LIST and sheet is None:
        return ()
    screen = ImportScreen(sheet)
    await app.push_screen_wait(screen)
    return screen.taken


async def _pasted(app: SeasonApp) -> Sheet | None:
    """Lines as a sheet, asked for until they can be read; None when the question was left."""
    from store.errors import SeasonError
    from tui.screens.dialogs.paste import Paste
    from tui.screens.import_sheet import sheet_in

    text = ""
    while True:
        given: str | None = await app.push_screen_wait(Paste("Your programs", PROMPT, text))
        if given is None:
            return None
        try:
            return sheet_in(given)
        except SeasonError as wrong:
            app.tell(str(wrong), severity="warning")
            text = given


async def _how_far(app: SeasonApp, program_ids: tuple[str, ...]) -> None:
    from tui.screens.status_pass import StatusPass

    if any(one in app.state.season.programs_by_id for one in program_ids):
        await app.push_screen_wait(StatusPass(program_ids))


def _go_on(app: SeasonApp) -> None:
    """To what is due, or to the timeline when nothing is."""
    from store.counts import counts
    from tui import commands

    due = counts(app.state.season, app.state.agenda, app.state.now).due
    app.action_view(commands.REVIEW if due else commands.TIMELINE)
    words: tuple[Any, ...] = ("Welcome.  n adds a program, i says that an invitation came, ? shows every key.",)
    if due:
        words = (f"{'1 thing is' if due == 1 else f'{due} things are'} due.  m writes the message it asks for.",)
    app.call_after_refresh(app.say, *words)
