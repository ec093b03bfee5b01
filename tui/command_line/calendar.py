"""The season as a calendar file, and interviews taken in from one that a portal gave."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import RuleBroken
from store.find import find_program
from store.numbers import counted
from store.season import Season
from store.typed_path import typed_path
from tui.command_line.desk import changing, looking
from tui.command_line.hearing import may_go_on
from tui.command_line.running import DONE, FOUND, REFUSED
from tui.command_line.speaking import as_json, data, words

if TYPE_CHECKING:
    from store.exchange.calendar_file import Handed
    from store.exchange.calendar_preview import CalendarPreview, EventRow
    from store.exchange.calendar_reading import CalendarEvent


def ics(options: Namespace) -> int:
    """Write the calendar to a file that only its owner may read, or print it when no file is named."""
    from store.exchange.calendar_entries import calendar_entries
    from store.exchange.calendar_text import as_ics

    with looking(options) as desk:
        entries = calendar_entries(desk.season, now=desk.now, private=options.private, own_clock=options.own_clock)
    if not options.out:
        data(as_ics(entries).decode().replace("\r\n", "\n").rstrip("\n"))
        return DONE
    from store.exchange.calendar_file import write_calendar
    from tui.command_line.writing_files import place_for

    path = place_for(options.out, "prematch.ics")
    _say_written(path, write_calendar(path, entries), options)
    return DONE


def import_calendar(options: Namespace) -> int:
    """Show what a portal's calendar would do to the season, and take it in on a yes; `--dry-run` only shows it."""
    from store.exchange.calendar_preview import Fate, calendar_preview, take_in_calendar

    source = typed_path(options.source)
    events = _events_at(source)
    with (looking if options.dry_run else changing)(options) as desk:
        programs = _programs(desk.season, events, options)
        found = calendar_preview(desk.season, events, programs, now=desk.now)
        _say(found, desk.season, options)
        if options.dry_run:
            return FOUND if found.count(Fate.OPEN, Fate.LEFT) else DONE
        if found.count(Fate.OPEN):
            words("Nothing was taken in. Say which program it is with --program NAME.")
            return REFUSED
        if found.words and not may_go_on(options, f"Take in {found.words}?", to="take it in"):
            return REFUSED
        changed = take_in_calendar(desk.season, events, programs, now=desk.now)
        desk.change(f"Calendar {source.name}: {found.words or 'names noted'}", changed, said="Taken in")
    return DONE


def _events_at(source: Path) -> tuple[CalendarEvent, ...]:
    """The events of a calendar file, or of the invitation that a mail file carries."""
    from store.exchange.calendar_reading import events_in, read_calendar

    if source.suffix.lower() != ".eml":
        return read_calendar(source)
    from store.exchange.calendar_lines import bytes_of
    from templates.incoming.reading import calendar_in

    found = calendar_in(bytes_of(source))
    if not found:
        raise RuleBroken(
            f"{source.name} carries no calendar invitation that can be read. Nothing was changed. "
            "`prematch received --eml` keeps its words."
        )
    return events_in(found, source.name)


def _programs(season: Season, events: tuple[CalendarEvent, ...], options: Namespace) -> dict[int, str]:
    """Whose each event is: the program that is named for those that point to none alone, else what they propose."""
    from tui.calendar_programs import proposed_programs

    proposed = proposed_programs(season, events)
    if not options.program:
        return proposed
    named = find_program(season, options.program).id
    return {at: proposed.get(at, named) for at in range(len(events))} if len(events) > 1 else {0: named}


def _say(found: CalendarPreview, season: Season, options: Namespace) -> None:
    if options.json:
        as_json({"events": [_values(row, season) for row in found.rows]})
        return
    for row in found.rows:
        program = season.programs_by_id.get(row.program_id)
        title = program.name if program else row.event.summary or "without a title"
        data(f"{row.fate}: {title}, {row.when}".rstrip(", "))
        for note in (*row.notes, *_candidates(season, row)):
            data(f"  {note}")
    data(f"{counted(len(found.rows), 'event')}: {found.words or 'nothing new'}")


def _candidates(season: Season, row: EventRow) -> tuple[str, ...]:
    """The programs an open event may belong to, with why."""
    from store.exchange.calendar_preview import Fate
    from tui.calendar_programs import guesses_about

    if row.fate is not Fate.OPEN:
        return ()
    guesses = guesses_about(season, row.event)[:8]
    return tuple(f"perhaps {season.programs_by_id[one.program_id].name}: {one.why}" for one in guesses) or (
        "Nothing in it names a program of the season.",
    )


def _values(row: EventRow, season: Season) -> dict[str, object]:
    program = season.programs_by_id.get(row.program_id)
    return {
        "what": row.fate.value,
        "title": row.event.summary,
        "program": program.name if program else None,
        "when": row.when or None,
        "notes": list(row.notes),
    }


def _say_written(path: Path, handed: Handed, options: Namespace) -> None:
    words(f"{counted(handed.count, 'entry', 'entries')} in {path}; only you can read it.")
    for title in handed.gone[:8]:
        words(f"No longer in the season, so take it out of your calendar by hand: {title}")
    if options.json:
        as_json({"path": str(path), "entries": handed.count, "gone": list(handed.gone)})
