"""Invitations and interviews: arrived, booked, moved, cancelled."""

from __future__ import annotations

from argparse import Namespace

from store.course import next_interview
from store.courtesy import notice_words
from store.dates import show_for, show_moment
from store.errors import RuleBroken, Unclear
from store.find import find_contact, find_program
from store.ids import new_id
from store.moments import Moment
from store.numbers import counted
from store.records import Interview, Program
from store.rules import interviews, programs
from store.season import Season
from store.start_remarks import Weight, assumed_offer, remarks_on
from store.whole_number import whole_number
from store.words import Format, Status
from tui.command_line.desk import Desk, changing
from tui.command_line.running import DONE
from tui.command_line.speaking import warn, words
from tui.command_line.typed import typed_moment, typed_past, typed_zone

MOVE = " --move gives it a new date."


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
        starts, assumed = _offered_start(program, options) or _typed_start(desk, program, options)
        _refuse_begun(starts, desk.now, past=options.past)
        (_move if options.move else _book)(desk, program, starts, assumed, options)
    return DONE


def _offered_start(program: Program, options: Namespace) -> tuple[Moment, bool] | None:
    """The start of that number among those offered, and whether its zone is assumed; None where a moment was typed."""
    number = whole_number(options.moment[0], most=99) if len(options.moment) == 1 else None
    if number is None:
        return None
    if not 0 < number <= len(program.offered):
        listed = "`prematch offer` keeps them." if not program.offered else f"`prematch offer {program.id}` lists them."
        raise Unclear(f"{program.name} has {counted(len(program.offered), 'start')} on offer, so no {number}. {listed}")
    starts = program.offered[number - 1]
    if options.zone and typed_zone(options.zone) != starts.zone:
        raise Unclear(f"That start is kept in {starts.zone}. Type the moment itself to give it another zone.")
    return starts, not options.zone and assumed_offer(program, starts)


def _typed_start(desk: Desk, program: Program, options: Namespace) -> tuple[Moment, bool]:
    """The start that was typed, and whether its zone is assumed."""
    zone = typed_zone(options.zone) if options.zone else program.zone
    if not zone:
        raise Unclear(f"The zone of {program.name} is not known. Give one, such as --zone America/Chicago.")
    understood = typed_moment(" ".join(options.moment), options, now=desk.now, zone=zone, past=options.past)
    if not understood.time_given:
        raise Unclear("An interview needs a time too, such as 2026-12-03T08:00.")
    return understood.moment, not options.zone and not understood.zone_given


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
        words(notice_words(desk.season.profile, interview.starts, desk.now))
        words(
            "Tell the portal, the coordinator and ERAS: `prematch draft PROGRAM --kind cancel` begins the message, "
            "`prematch told PROGRAM portal` ticks one off."
        )
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
    _warn(options, desk.season, interview, desk.now)


def _move(desk: Desk, program: Program, starts: Moment, assumed: bool, options: Namespace) -> None:
    before = _next_at(desk, program)
    changed = interviews.move_interview(
        desk.season, before.id, starts, zone_assumed=assumed, past=options.past, now=desk.now
    )
    desk.change(f"Moved: {program.name}, {show_for(desk.season.profile, starts, desk.now)}", changed, made=before.id)
    _warn(options, desk.season, desk.season.interviews_by_id[before.id], desk.now)


def _next_at(desk: Desk, program: Program) -> Interview:
    interview = next_interview(desk.season, program.id, desk.now)
    if interview is None:
        raise RuleBroken(f"No interview at {program.name} is still to come.")
    return interview


def _warn(options: Namespace, season: Season, interview: Interview, now: Moment) -> None:
    for remark in remarks_on(season, interview, now):
        warn(options, f"{remark.words}{MOVE if remark.weight is Weight.SAME_PROGRAM else ''}")
