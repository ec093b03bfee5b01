"""The list of programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from store.agenda import Agenda, FollowUp, Urgency, agenda, urgency
from store.cell_width import in_cells
from store.course import shown_status
from store.dates import home_of, signed_days
from store.moments import Moment
from store.numbers import counted
from store.records import Program
from store.reference.regions import region_of
from store.season import Season
from store.words import STATUS_WORDS, Status
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words

NAME_WIDTH = 34
"""Cells of a terminal."""


def list_programs(options: Namespace) -> int:
    """Print the programs that a filter lets through, what is due first at the top."""
    from tui.command_line.as_on_screen import wanted_filter

    with looking(options) as desk:
        season, now = desk.season, desk.now
        found = agenda(season, now=now)
        wanted = wanted_filter(options.filter)
        shown = [program for program in season.followed if wanted.matches(season, found, program, now)]
    shown.sort(key=lambda program: _order(program, found))
    if options.json:
        as_json({"programs": [_values(season, program, found.next_of.get(program.id), now) for program in shown]})
        return DONE
    line = _plain_line if is_plain(options) else _line
    for program in shown:
        data(line(season, program, found, now))
    words(f"{counted(len(shown), 'program')} of {len(season.followed):,}." if options.filter else _total(season))
    return DONE


def _order(program: Program, found: Agenda) -> tuple[bool, object, str, str]:
    next_item = found.next_of.get(program.id)
    due = next_item.due.at.isoformat() if next_item else ""
    return (next_item is None, due, program.tier or "~", program.name.casefold())


def _line(season: Season, program: Program, found: Agenda, now: Moment) -> str:
    name = in_cells(program.name, NAME_WIDTH, "…")
    status = shown_status(season, program, now)
    start = f"{status}  {program.tier or '-'}  {region_of(program.state) or '-':<2}  {name}"
    return f"{start}  {_next_words(season, found.next_of.get(program.id), now)}".rstrip()


def _next_words(season: Season, item: FollowUp | None, now: Moment) -> str:
    if item is None:
        return ""
    mark = "!" if urgency(item, now) is Urgency.LATE else " "
    return f"{signed_days(item.due, now, home_of(season.profile, now))} {mark} {item.short}"


def _plain_line(season: Season, program: Program, found: Agenda, now: Moment) -> str:
    status = shown_status(season, program, now)
    parts = [f"{STATUS_WORDS[status]}: {program.name}"]
    if program.tier:
        parts.append(f"tier {program.tier}")
    if program.city or program.state:
        parts.append(" ".join(filter(None, (program.city, program.state))))
    if (item := found.next_of.get(program.id)) is not None:
        from tui.command_line.agenda_words import urgent_words

        parts.append(f"{urgent_words(season, item, now)}: {item.what}")
    return ", ".join(parts)


def _values(season: Season, program: Program, item: FollowUp | None, now: Moment) -> Mapping[str, object]:
    return {
        "id": program.id,
        "name": program.name,
        "status": shown_status(season, program, now).value,
        **moment_values("since", program.since),
        "tier": program.tier,
        "tags": list(program.tags),
        "city": program.city,
        "state": program.state,
        "region": region_of(program.state),
        "zone": program.zone,
        "zone_assumed": program.zone_assumed,
        "next": {
            "id": item.key,
            "what": item.what,
            **moment_values("due", item.due),
            "late": urgency(item, now) is Urgency.LATE,
        }
        if item
        else None,
    }


def _total(season: Season) -> str:
    if not season.followed:
        return "No programs yet. `prematch add NAME` or `prematch import FILE` brings them in."
    count = dict.fromkeys(Status, 0)
    for program in season.followed:
        count[program.status] += 1
    parts = ", ".join(f"{number} {STATUS_WORDS[status]}" for status, number in count.items() if number)
    return f"{counted(len(season.followed), 'program')}: {parts}."
