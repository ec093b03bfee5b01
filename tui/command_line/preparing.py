"""The sheet for the day of an interview, printed or written to a file."""

from __future__ import annotations

from argparse import Namespace

from store.course import booked_interviews, next_interview
from store.errors import RuleBroken
from store.find import find_program
from store.moments import Moment
from store.prep_sheet import as_markdown, prep_sheet
from store.records import Interview, Program
from store.season import Season
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values


def show_prep(options: Namespace) -> int:
    """Print the sheet of the next interview at a program, or write it to a file that only its owner may read."""
    with looking(options) as desk:
        season, now, own = desk.season, desk.now, desk.file.path
        program = find_program(season, options.program)
        interview = _interview(season, program, now)
    if options.out:
        from tui.command_line.writing_files import write_out

        content = as_markdown(season, interview, now=now).encode()
        write_out(options.out, f"prep-{interview.starts.day}-{program.name}.md", content, season=own)
    elif is_plain(options) and not options.json:
        data(f"interview: {program.name}")
        for part in prep_sheet(season, interview, now=now):
            for line in part.lines:
                data(f"{part.title}: {' '.join(line.split())}")
    elif not options.json:
        data(as_markdown(season, interview, now=now).rstrip("\n"))
    if options.json:
        parts = [{"title": one.title, "lines": list(one.lines)} for one in prep_sheet(season, interview, now=now)]
        as_json({"program": program.name, **moment_values("starts", interview.starts), "parts": parts})
    return DONE


def _interview(season: Season, program: Program, now: Moment) -> Interview:
    """The next one, else the last that was held."""
    found = next_interview(season, program.id, now) or next(reversed(booked_interviews(season, program.id)), None)
    if found is None:
        raise RuleBroken(f"No interview at {program.name} is booked, so there is nothing to prepare yet.")
    return found
