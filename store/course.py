"""Where things stand with a program at a moment: its course read together with its interviews and letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from store.dates import Home
from store.moments import Moment, known_zone, start_of_day
from store.records import Interview, Letter, Program, StatusChange
from store.season import Season
from store.words import CLOSED, InterviewState, LetterState, Status

OVER = frozenset({*CLOSED, Status.MATCHED})
"""Statuses after which nothing more is asked of the applicant."""
AWAITED = frozenset({Status.APPLIED, Status.INTERVIEWED, Status.WAITLISTED})
"""Statuses in which the applicant is waiting for a program to speak."""
QUIET_DAYS = 30
"""A program is quiet after as many days without a word in either direction."""


def is_over(interview: Interview, now: Moment) -> bool:
    """True once the planned end of an interview that stands has passed."""
    begun = interview.starts.at < now.at  # which is told sooner than when it ends
    return begun and interview.state is InterviewState.BOOKED and interview.ends.at <= now.at


def in_play(program: Program) -> bool:
    """True while the program is followed and neither side has closed it."""
    return program.trashed is None and program.status not in OVER


def booked_interviews(season: Season, program_id: str) -> tuple[Interview, ...]:
    """The program's interviews that were not cancelled, in order of their starts."""
    own = season.interviews_of.get(program_id)
    if own is None:  # most programs have none
        return ()
    standing = [interview for interview in own if interview.state is InterviewState.BOOKED]
    return tuple(sorted(standing, key=lambda interview: interview.starts))


def attended_interviews(season: Season, program: Program, now: Moment) -> tuple[Interview, ...]:
    """The program's interviews that were held or will be: once it is closed, nobody goes to those still to come."""
    standing = booked_interviews(season, program.id)
    return standing if in_play(program) else tuple(one for one in standing if is_over(one, now))


def next_interview(season: Season, program_id: str, now: Moment) -> Interview | None:
    """The first interview at the program that is not over yet and will be held."""
    program = season.programs_by_id.get(program_id)
    standing = attended_interviews(season, program, now) if program else ()
    coming = (interview for interview in standing if not is_over(interview, now))
    return next(coming, None)


def all_attended(season: Season, now: Moment) -> tuple[Interview, ...]:
    """The interviews of every program followed that were held or will be, program by program."""
    return tuple(
        interview
        for program in season.followed
        if program.id in season.interviews_of
        for interview in attended_interviews(season, program, now)
    )


def interviews_ahead(season: Season, now: Moment) -> tuple[Interview, ...]:
    """Every interview that has not begun yet and will be held, the next one first."""
    ahead = (interview for interview in all_attended(season, now) if interview.starts > now)
    return tuple(sorted(ahead, key=lambda interview: interview.starts.at))


def days_taken(interviews: Iterable[Interview], home: Home) -> frozenset[date]:
    """Every day at home on which one of these interviews runs; one of the afternoon may go on past midnight."""
    spans = ((home.day_of(one.starts), home.day_of(one.ends.after(seconds=-1))) for one in interviews)
    return frozenset(first + timedelta(days=ahead) for first, last in spans for ahead in range((last - first).days + 1))


def shown_status(season: Season, program: Program, now: Moment) -> Status:
    """The status to show: booked reads as interviewed once the last booked interview is over."""
    status = program.status
    if status is not Status.BOOKED:
        return status
    booked = booked_interviews(season, program.id)
    over = bool(booked) and all(is_over(interview, now) for interview in booked)
    return Status.INTERVIEWED if over else Status.BOOKED


def on_their_clock(moment: Moment, program: Program) -> Moment:
    """The same instant in the program's zone; on its own clock where that zone is not known."""
    return moment.seen_from(known_zone(program.zone, moment.zone))


def began(change: StatusChange) -> Moment:
    """The earliest instant that status can have begun: the start of its day when only the day is known."""
    return change.at if change.exact else start_of_day(change.at.day, change.at.zone)


def exchanged(letter: Letter) -> bool:
    """True for a letter that really went out or came in and is not in the trash."""
    done = letter.state in (LetterState.SENT, LetterState.RECEIVED)
    return done and letter.at is not None and letter.trashed is None


def last_contact(season: Season, program_id: str) -> Moment | None:
    """When the last letter went out or came in, whichever was later; None when there was none."""
    moments = [
        letter.at for letter in season.letters_of.get(program_id, ()) if exchanged(letter) and letter.at is not None
    ]
    return max(moments, default=None)


def quiet_since(season: Season, program: Program) -> Moment | None:
    """The last thing that happened between the two sides: a letter in or out, or a change of status."""
    moments = [moment for moment in (last_contact(season, program.id), program.since) if moment is not None]
    return max(moments, default=None)


def quiet_days(season: Season, program: Program, now: Moment) -> int:
    """Calendar days in the home zone since the last thing that happened; 0 when nothing ever did."""
    since = quiet_since(season, program)
    return 0 if since is None else max(0, (now.day - since.day_in(now.zone)).days)
