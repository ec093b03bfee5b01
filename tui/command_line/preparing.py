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
from store.typed_path import typed_path
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, moment_values, words


def show_prep(options: Namespace) -> int:
    """Print the sheet of the next interview at a program, or write it to a file that only its owner may read."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
        program = find_program(season, options.program)
        interview = _interview(season, program, now)
    if options.out:
        _write(options, season, interview, now)
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


def _write(options: Namespace, season: Season, interview: Interview, now: Moment) -> None:
    from store.exchange.archive import hand_out
    from store.file_names import safe_file_name

    name = season.programs_by_id[interview.program_id].name
    path = typed_path(options.out)
    proposed = safe_file_name(f"prep-{interview.starts.day}-{name}.md")
    path = path / proposed if path.is_dir() else path.with_name(safe_file_name(path.name))
    hand_out(path, as_markdown(season, interview, now=now).encode())
    words(f"Written to {path}; only you can read it.")
