"""The prep sheet on screen: read over the program, or written to a file to print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.course import booked_interviews, next_interview
from store.file_names import safe_file_name
from store.records import Interview
from tui.program_story import Part
from tui.screens.dialogs.reading import Reading

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def prepare_program(app: SeasonApp, program_id: str) -> None:
    """Show the sheet of the program's next interview, else of its last; says so when there is none."""
    season = app.state.season
    standing = booked_interviews(season, program_id)
    interview = next_interview(season, program_id, app.now()) or next(reversed(standing), None)
    if interview is None:
        app.say(app.spell("No interview is booked here, so there is nothing to prepare yet.  {rows.book} books one."))
        return
    await prepare_interview(app, interview)


async def prepare_interview(app: SeasonApp, interview: Interview) -> None:
    """Show the sheet; `w` on it writes it to a file."""
    from store.prep_sheet import prep_sheet

    season, now = app.state.season, app.now()
    name = season.programs_by_id[interview.program_id].name
    parts = tuple(Part(one.title, one.lines) for one in prep_sheet(season, interview, now=now))
    if await app.push_screen_wait(Reading(f"Prep: {name}", parts, for_a_file=True)):
        await _write(app, interview, name)


async def _write(app: SeasonApp, interview: Interview, name: str) -> None:
    from store.prep_sheet import as_markdown
    from tui.asking.new_file import write_new_file

    file_name = safe_file_name(f"prep-{interview.starts.day}-{name}.md")
    sheet = partial(as_markdown, app.state.season, interview, now=app.now())
    await write_new_file(app, "The prep sheet", file_name, sheet)
