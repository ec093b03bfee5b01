"""What may change about interviews: booked, moved, cancelled, held, written down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from store.course import booked_interviews, is_over
from store.dates import show_moment
from store.errors import RuleBroken
from store.moments import Moment
from store.records import LONGEST_INTERVIEW, SCORES, Debrief, Interview, Move, Program, StatusChange
from store.rules.cleaning import cleaned
from store.rules.known import check_not_future, check_people, followed_program, known_interview
from store.rules.replacing import joined, swapped, with_fields
from store.rules.statuses import with_status
from store.season import Season
from store.words import InterviewState, Status


def book_interview(season: Season, interview: Interview, *, past: bool = False, now: Moment) -> Season:
    """Agree an interview, in its own zone; the program is booked from now and its offers are answered.

    `past` says that the interview is known to have begun already; once it is over the program counts as
    interviewed since its end. Raises RuleBroken for a start in the past that was not said to be one, and for
    one that overlaps another interview of the same program.
    """
    program = followed_program(season, interview.program_id)
    interview = _checked(season, replace(cleaned(interview), state=InterviewState.BOOKED))
    _check_start(interview.starts, past=past, now=now)
    if is_over(interview, now):
        change = StatusChange(Status.INTERVIEWED, _end_in(program, interview))
    else:
        change = StatusChange(Status.BOOKED, now, exact=True)
    booked = replace(with_status(program, change, now=now), offered=())
    return replace(
        season,
        interviews=joined(season.interviews, interview),
        programs=swapped(season.programs, [booked]),
    )


def move_interview(
    season: Season,
    interview_id: str,
    starts: Moment,
    *,
    zone_assumed: bool = False,
    past: bool = False,
    now: Moment,
) -> Season:
    """Give an interview another start and keep the earlier one; another zone for the same instant is no move."""
    interview = _standing(season, interview_id)
    moves = interview.moves
    if starts.at != interview.starts.at:
        _check_start(starts, past=past, now=now)
        moves = (*moves, Move(interview.starts, now))
    changed = replace(interview, starts=starts, moves=moves, zone_assumed=zone_assumed)
    return _with(season, _checked(season, cleaned(changed)), now=now)


def edit_interview(season: Season, interview_id: str, *, now: Moment, **fields: Any) -> Season:
    """Change length, format, people, link or place; the start has a rule of its own."""
    interview = _standing(season, interview_id)
    fixed = ("program_id", "starts", "state", "moves", "debrief", "touched", "cancelled", "told")
    return _with(season, _checked(season, cleaned(with_fields(interview, fields, fixed=fixed))), now=now)


def cancel_interview(season: Season, interview_id: str, *, withdraw: bool = False, now: Moment) -> Season:
    """Cancel an interview; with `withdraw` the applicant is out, otherwise another date is still to be found.

    From now on portal, coordinator and ERAS are still to be told, as `store.cancelling` has it.
    A booked program without any other interview goes back to invited, so that it is not lost from sight.
    """
    interview = _standing(season, interview_id)
    program = followed_program(season, interview.program_id)
    season = _with(season, replace(interview, state=InterviewState.CANCELLED, cancelled=now), now=now)
    if withdraw:
        status = Status.WITHDRAWN
    elif program.status is Status.BOOKED and not booked_interviews(season, program.id):
        status = Status.INVITED
    else:
        return season
    changed = with_status(program, StatusChange(status, now, exact=True), now=now)
    return replace(season, programs=swapped(season.programs, [changed]))


def debrief(season: Season, interview_id: str, debrief: Debrief, *, now: Moment) -> Season:
    """Keep what was written down after an interview; it replaces what was written before.

    Raises RuleBroken before the interview has begun, for a feeling outside 1 to 5, and when nothing was written.
    """
    interview = _standing(season, interview_id)
    check_not_future(interview.starts, now, "The interview to write about")
    check_not_future(debrief.at, now, "A debrief")
    check_people(season, interview.program_id, (hook.contact_id for hook in debrief.hooks if hook.contact_id))
    written = cleaned(debrief)
    written = replace(written, hooks=tuple(hook for hook in written.hooks if hook.words.strip()))
    if written.gut is not None and written.gut not in SCORES:
        raise RuleBroken("The first feeling is a number from 1 to 5.")
    if written.is_blank:
        raise RuleBroken("Nothing is written down yet. A few words are enough.")
    return _with(season, replace(interview, debrief=written), now=now)


def _end_in(program: Program, interview: Interview) -> Moment:
    """When a past interview ended, or the program's last change when that was written down as later."""
    since = program.since
    return interview.ends if since is None or since.at <= interview.ends.at else since


def _check_start(starts: Moment, *, past: bool, now: Moment) -> None:
    if starts.at < now.at and not past:
        raise RuleBroken(f"{show_moment(starts)} is in the past. Say so if the interview has begun already.")


def _checked(season: Season, interview: Interview) -> Interview:
    check_people(season, interview.program_id, interview.contact_ids)
    if not 1 <= interview.minutes <= LONGEST_INTERVIEW:
        raise RuleBroken(f"An interview lasts from 1 to {LONGEST_INTERVIEW:,} minutes, not {interview.minutes:,}.")
    for other in booked_interviews(season, interview.program_id):
        if other.id != interview.id and other.starts.at < interview.ends.at and interview.starts.at < other.ends.at:
            program = followed_program(season, interview.program_id)
            raise RuleBroken(f"{program.name} has an interview on {show_moment(other.starts)} already. Move that one.")
    return interview


def _standing(season: Season, interview_id: str) -> Interview:
    interview = known_interview(season, interview_id)
    followed_program(season, interview.program_id)
    if interview.state is InterviewState.CANCELLED:
        raise RuleBroken("That interview was cancelled. Book a new one.")
    return interview


def _with(season: Season, interview: Interview, *, now: Moment) -> Season:
    before = season.interviews_by_id[interview.id]
    if _in_calendar(interview) != _in_calendar(before):
        touched = before.touched or tuple(move.at for move in before.moves)
        interview = replace(interview, touched=(*touched, now))
    changed = swapped(season.interviews, [interview])
    return season if changed is season.interviews else replace(season, interviews=changed)


def _in_calendar(interview: Interview) -> Interview:
    """What a calendar shows of it: the same for two that differ only in what was written down or where it came from."""
    return replace(interview, debrief=None, uid="", uid_sequence=0, moves=(), touched=(), told=())
