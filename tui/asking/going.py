"""Questions about where to go: a day, a program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.month import day_marks
from tui.asking.typed_days import a_day
from tui.glyphs import ASCII, UNICODE
from tui.screens.dialogs.ask_day import AskDay
from tui.screens.dialogs.pick import Option, Pick

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_day(app: SeasonApp, title: str) -> date | None:
    """Which day."""
    marks = day_marks(app.state.season, app.now())
    glyphs = ASCII if app.settings.ascii_only else UNICODE
    day: date | None = await app.push_screen_wait(AskDay(title, a_day(app, either=True), marks, glyphs))
    return day


async def ask_program(app: SeasonApp, title: str) -> str | None:
    """Which program that is followed, by typing part of its name."""
    return await ask_listed(app, title, tuple(program.id for program in app.state.season.followed))


LATER = "later"
"""Answered for the program that is none of them yet."""


async def ask_listed(app: SeasonApp, title: str, program_ids: tuple[str, ...], *, otherwise: str = "") -> str | None:
    """Which of these programs, by typing part of its name; `otherwise` names a last choice, which answers LATER."""
    programs = (app.state.season.programs_by_id[program_id] for program_id in program_ids)
    options = tuple(
        Option(program.id, program.name, " ".join(filter(None, (program.city, program.state)))) for program in programs
    )
    if otherwise:
        options = (Option(LATER, otherwise), *options)
    if not options:
        app.say("There is no program to go to yet.")
        return None
    program_id: str | None = await app.push_screen_wait(Pick(title, options))
    return program_id
