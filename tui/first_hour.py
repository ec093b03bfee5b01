"""From an empty season to the first thing that is due: who you are, your programs, how far things have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.exchange.spreadsheet import Sheet
    from tui.app import SeasonApp
    from tui.screens.welcome import WelcomeScreen

START, SHEET, LIST, LATER = "start", "sheet", "list", "later"
NOTHING_DUE = (
    "Welcome. Nothing is due.  {rows.invited} says that an invitation came, {rows.new} adds a program, "
    "{everywhere.keys} shows every key."
)
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
    taken = await taken_in(app, way)
    if way != LATER and not taken and not app.state.season.profile.name:
        return  # nothing was begun yet: the welcome stays
    if taken and not app.state.season.profile.name:
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
        Choice("n", "nowhere yet", LATER, app.spell("{rows.new} adds one later")),
    )
    way: str | None = await app.push_screen_wait(Menu("Where are your programs?", choices, SHEET))
    return way or LATER


async def taken_in(app: SeasonApp, way: str) -> tuple[str, ...]:
    """Take in a list, and the statuses of what is only planned by it; the ids of the programs that are new."""
    from store.words import Status
    from tui.screens.import_sheet import ImportScreen
    from tui.screens.status_pass import StatusPass

    sheet = await _pasted(app) if way == LIST else None
    if way == LATER or (way == LIST and sheet is None):
        return ()
    screen = ImportScreen(sheet)
    await app.push_screen_wait(screen)
    known = app.state.season.programs_by_id
    if any(known[one].status is Status.PLANNED for one in screen.taken if one in known):
        await app.push_screen_wait(StatusPass(screen.taken))
    return screen.taken


async def _pasted(app: SeasonApp) -> Sheet | None:
    """Lines as a sheet, asked for until they can be read; None when the question was left."""
    from store.errors import SeasonError
    from tui.screens.dialogs.paste import Paste
    from tui.screens.sheet_naming import sheet_in

    text, prompt = "", PROMPT
    while True:
        given: str | None = await app.push_screen_wait(Paste("Your programs", prompt, text))
        if given is None:
            return None
        try:
            return sheet_in(given)
        except SeasonError as wrong:
            text, prompt = given, f"! {wrong}"


def _go_on(app: SeasonApp) -> None:
    """To what is due, with the cursor on the first that a message answers, or to the timeline when nothing is."""
    from store.agenda import Urgency, urgency
    from tui import commands

    now = app.state.now
    due = [one for one in app.state.agenda.open if urgency(one, now) in (Urgency.LATE, Urgency.DUE)]
    if not due:
        app.action_view(commands.TIMELINE)
        app.call_after_refresh(app.say, app.spell(NOTHING_DUE))
        return
    first = next((one.key for one in due if one.kind is not None), "")
    app.action_view(commands.REVIEW)
    words = f"{'1 thing is' if len(due) == 1 else f'{len(due)} things are'} due."
    if first:
        words = f"{words}  {app.spell('{review.message} writes the message.')}"
    app.call_after_refresh(_point_out, app, first, words)


def _point_out(app: SeasonApp, key: str, words: str) -> None:
    from tui.screens.season_screen import SeasonScreen

    if key and isinstance(app.screen, SeasonScreen):
        app.screen.follow(frozenset({key}))
    app.say(words, "" if key else app.spell("{review.open} opens the first"))
