"""Starts on offer, a zone that was confirmed, and who was told of a cancellation, from the command line."""

from __future__ import annotations

from argparse import Namespace

from store.cancelling import TOLD_WORDS, still_to_tell
from store.course import booked_interviews, is_over
from store.dates import show_for
from store.errors import RuleBroken
from store.find import find_program
from store.moments import Moment
from store.numbers import counted
from store.records import Interview, Program
from store.rules import cancelling, interviews, programs
from store.season import Season
from store.start_remarks import assumed_offer, remarks_on
from store.words import InterviewState, Status, ToTell
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words
from tui.command_line.typed import typed_moment


def offer(options: Namespace) -> int:
    """Keep starts a program offers, or list those that are kept, each with what speaks against it."""
    if not (options.moments or options.none):
        with looking(options) as desk:
            _listed(desk.season, find_program(desk.season, options.program), desk.now, options)
        return DONE
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        kept = () if options.none or options.instead else program.offered
        new = tuple(_start(text, options, program, desk.now) for text in options.moments)
        offered = tuple(sorted({*kept, *new}))
        changed = programs.edit_program(desk.season, program.id, offered=offered, now=desk.now)
        label = f"On offer at {program.name}: {counted(len(offered), 'start')}"
        desk.change(label, changed)
        if not options.json:
            _listed(desk.season, desk.season.programs_by_id[program.id], desk.now, options)
        if new and program.status not in (Status.INVITED, Status.BOOKED):
            words("The invitation itself is not recorded yet: `prematch invite PROGRAM` stamps when it came.")
    return DONE


def confirm(options: Namespace) -> int:
    """The program has confirmed the zone of its next interview."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        interview = _standing(desk, program)
        changed = interviews.edit_interview(desk.season, interview.id, zone_assumed=False, now=desk.now)
        when = show_for(desk.season.profile, interview.starts, desk.now)
        desk.change(f"Zone confirmed: {program.name}, {when}", changed)
    return DONE


def told(options: Namespace) -> int:
    """Who has been told of the last cancelled interview at a program, or has not after all."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        interview = _cancelled(desk.season, program)
        rule = cancelling.untell if options.undo else cancelling.tell
        whom = tuple(ToTell(one) for one in options.whom)
        changed = rule(desk.season, interview.id, whom, now=desk.now)
        named = ", ".join(TOLD_WORDS[one] for one in whom)
        desk.change(f"{'Not told after all' if options.undo else 'Told of the cancellation'}: {named}", changed)
        left = still_to_tell(desk.season, desk.season.interviews_by_id[interview.id])
        words(f"Still to tell: {', '.join(TOLD_WORDS[one] for one in left)}." if left else "Everybody knows.")
    return DONE


def _start(text: str, options: Namespace, program: Program, now: Moment) -> Moment:
    understood = typed_moment(text, options, now=now, zone=program.zone or now.zone)
    if not understood.time_given:
        raise RuleBroken("A start needs a time too, such as 2026-12-03T08:00. Nothing was changed.")
    if understood.moment < now:
        raise RuleBroken(f"{understood.said} is in the past, so nobody can choose it. Nothing was changed.")
    return understood.moment


def _listed(season: Season, program: Program, now: Moment, options: Namespace) -> None:
    offers = [
        (number, start, remarks_on(season, _trial(program, start), now))
        for number, start in enumerate(program.offered, 1)
    ]
    if options.json:
        rows = [
            {"number": number, **moment_values("starts", start), "remarks": [one.words for one in remarks]}
            for number, start, remarks in offers
        ]
        as_json({"offered": rows})
        return
    for number, start, remarks in offers:
        if is_plain(options):
            said = "; ".join(one.words for one in remarks)
            data(f"number {number}: {show_for(season.profile, start, now)}{f'; {said}' if said else ''}")
            continue
        data(f"{number}  {show_for(season.profile, start, now)}")
        for remark in remarks:
            data(f"   {remark.words}")
    words(f"`prematch book {program.id} 1` takes the first." if offers else f"{program.name} has nothing on offer.")


def _trial(program: Program, start: Moment) -> Interview:
    return Interview("i-trial", program.id, start, zone_assumed=assumed_offer(program, start))


def _standing(desk: Desk, program: Program) -> Interview:
    coming = [one for one in booked_interviews(desk.season, program.id) if not is_over(one, desk.now)]
    if not coming:
        raise RuleBroken(f"No interview at {program.name} is still to come.")
    return next((one for one in coming if one.zone_assumed), coming[0])


def _cancelled(season: Season, program: Program) -> Interview:
    gone = [one for one in season.interviews_of.get(program.id, ()) if one.state is InterviewState.CANCELLED]
    if not gone:
        raise RuleBroken(f"No interview at {program.name} was cancelled.")
    return max(gone, key=lambda one: (one.cancelled is not None, one.cancelled or one.starts))
