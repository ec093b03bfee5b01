"""Invitations and interviews: arrived, booked, moved, cancelled."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from store.clashes import clashes
from store.course import in_play, next_interview
from store.dates import show_for, show_moment
from store.errors import RuleBroken, Unclear
from store.find import find_contact, find_program
from store.ids import new_id
from store.moments import Moment
from store.records import Interview, Program
from store.rules import interviews, programs
from store.season import Season
from store.words import Format, InterviewState, Status
from tui.command_line.desk import Desk, changing
from tui.command_line.running import DONE
from tui.command_line.speaking import words
from tui.command_line.typed import typed_moment, typed_past, typed_zone

NIGHT_BEGINS, NIGHT_ENDS = 23, 5
"""Hours at home between which a start is spoken of as a night one."""
HOURS_OF_REST = 10
"""A night between two interviews that is shorter than this is spoken of."""


def invite(options: Namespace) -> int:
    """An invitation arrived, with the starts it offers."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        now = desk.now
        at = typed_past(options.at, options, now=now)
        zone = program.zone or now.zone
        offered = tuple(typed_moment(text, options, now=now, zone=zone).moment for text in options.offer)
        season = desk.season
        if options.at and program.status is Status.INVITED:
            season = programs.redate_status(season, program.id, at=at, exact=True, now=now)
        changed = programs.invite(season, program.id, at=at, offered=offered, now=now)
        desk.change(f"Invited: {program.name}, {show_for(desk.season.profile, at, now)}", changed)
    return DONE


def book(options: Namespace) -> int:
    """An interview is agreed, in the program's own zone, and shown on both clocks."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        zone = typed_zone(options.zone) if options.zone else program.zone
        if not zone:
            raise Unclear(f"The zone of {program.name} is not known. Give one, such as --zone America/Chicago.")
        text = " ".join(options.moment)
        understood = typed_moment(text, options, now=desk.now, zone=zone, past=options.past)
        if not understood.time_given:
            raise Unclear("An interview needs a time too, such as 2026-12-03T08:00.")
        _refuse_begun(understood.moment, desk.now, past=options.past)
        assumed = not options.zone and not understood.zone_given
        if options.move:
            _move(desk, program, understood.moment, assumed, options)
        else:
            _book(desk, program, understood.moment, assumed, options)
    return DONE


def cancel(options: Namespace) -> int:
    """The next interview at a program will not take place."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        interview = _next_at(desk, program)
        changed = interviews.cancel_interview(desk.season, interview.id, withdraw=options.withdraw, now=desk.now)
        more = " and withdrew" if options.withdraw else ""
        desk.change(
            f"Cancelled{more}: {program.name}, {show_for(desk.season.profile, interview.starts, desk.now)}", changed
        )
        words("Tell the portal, the coordinator and ERAS: `prematch draft PROGRAM --kind cancel` begins the message.")
    return DONE


def _refuse_begun(starts: Moment, now: Moment, *, past: bool) -> None:
    if starts < now and not past:
        raise RuleBroken(f"{show_moment(starts)} is in the past. Add --past if that interview has begun already.")


def _book(desk: Desk, program: Program, starts: Moment, assumed: bool, options: Namespace) -> None:
    interview = Interview(
        new_id("i"),
        program.id,
        starts,
        minutes=options.minutes,
        zone_assumed=assumed,
        format=Format(options.format),
        contact_ids=tuple(find_contact(desk.season, program.id, name).id for name in options.people),
        link=options.link,
        place=options.place,
    )
    changed = interviews.book_interview(desk.season, interview, past=options.past, now=desk.now)
    desk.change(
        f"Booked: {program.name}, {show_for(desk.season.profile, starts, desk.now)}", changed, made=interview.id
    )
    _warn(desk.season, interview, desk.now)


def _move(desk: Desk, program: Program, starts: Moment, assumed: bool, options: Namespace) -> None:
    before = _next_at(desk, program)
    changed = interviews.move_interview(
        desk.season, before.id, starts, zone_assumed=assumed, past=options.past, now=desk.now
    )
    desk.change(f"Moved: {program.name}, {show_for(desk.season.profile, starts, desk.now)}", changed, made=before.id)
    _warn(desk.season, desk.season.interviews_by_id[before.id], desk.now)


def _next_at(desk: Desk, program: Program) -> Interview:
    interview = next_interview(desk.season, program.id, desk.now)
    if interview is None:
        raise RuleBroken(f"No interview at {program.name} is still to come.")
    return interview


def _warn(season: Season, interview: Interview, now: Moment) -> None:
    for sentence in warnings_about(season, interview, now):
        words(f"! {sentence}")


def warnings_about(season: Season, interview: Interview, now: Moment) -> Iterator[str]:
    """What should be known about the start of an interview: its zone, the hour at home, what it overlaps."""
    if interview.zone_assumed:
        yield f"The zone {interview.starts.zone} is assumed from the program's place; ask them to confirm it."
    at_home = interview.starts.seen_from(now.zone).local
    if at_home.hour >= NIGHT_BEGINS or at_home.hour < NIGHT_ENDS:
        yield f"It begins in the night at home: {at_home:%H:%M}."
    yield from _near(season, interview, now)
    for clash in clashes(season):
        if interview.id in (clash.first.id, clash.second.id):
            other = clash.second if clash.first.id == interview.id else clash.first
            name = season.programs_by_id[other.program_id].name
            yield f"It overlaps with {name}, {show_for(season.profile, other.starts, now)}."


def _near(season: Season, interview: Interview, now: Moment) -> Iterator[str]:
    """Another interview at the same program, and interviews between which a night is too short."""
    for other in season.interviews:
        program = season.programs_by_id.get(other.program_id)
        if other.id == interview.id or other.state is not InterviewState.BOOKED or program is None:
            continue
        when = show_for(season.profile, other.starts, now)
        if other.program_id == interview.program_id and other.ends > now:
            yield f"{program.name} has another interview, {when}. --move gives it a new date."
        elif in_play(program) and 0 <= _hours_between(interview, other) < HOURS_OF_REST:
            yield f"Less than {HOURS_OF_REST} hours lie between it and {program.name}, {when}."


def _hours_between(one: Interview, other: Interview) -> float:
    """Hours from the end of the earlier to the start of the later; less than nothing when they overlap."""
    first, second = (one, other) if one.starts <= other.starts else (other, one)
    return (second.starts - first.ends).total_seconds() / 3600
