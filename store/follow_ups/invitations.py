"""F01: an invitation waits for its answer."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import began, booked_interviews, on_their_clock
from store.dates import show_day, show_for
from store.follow_ups.follow_up import FollowUp, stamp
from store.follow_ups.letters_between import sent
from store.moments import Moment
from store.records import Interview, Profile, Program
from store.season import Season
from store.words import InterviewState, Kind, Status

ANSWERS = frozenset({Kind.ACCEPT, Kind.DECLINE, Kind.RESCHEDULE, Kind.WAITLIST, Kind.CANCEL})
"""Kinds of letter that answer an invitation."""
HOURS_TO_ANSWER = 48
"""After an invitation came; the Match asks programs to hold an offer for so long."""
DAYS_SHOWN = 14
"""After it came, when no answer is proposed any more."""


def invitations_to_answer(season: Season, now: Moment) -> Iterator[FollowUp]:
    """An invited program without an answer: at once, within 48 hours, and no longer shown after 14 days.

    Where it is invited again because its interview was cancelled, another date is wanted, and no 48 hours run.
    """
    for program in season.followed:
        if program.status is not Status.INVITED:
            continue
        change = program.statuses[-1]
        if now.at > change.at.after(days=DAYS_SHOWN).at or _answered(season, program, now):
            continue
        gone = _cancelled(season, program)
        if gone is not None:
            yield _another_date(season, program, gone, now)
            continue
        latest = change.at.after(hours=HOURS_TO_ANSWER)
        yield FollowUp(
            key=f"F01:{program.id}:{stamp(change.at)}",
            rule="F01",
            what=_what(program),
            short="reply, pick a date" if program.offered else "reply to invitation",
            why=_why(program, latest, season.profile, now),
            due=change.at,
            latest=latest,
            kind=Kind.ACCEPT,
            program_id=program.id,
        )


def _cancelled(season: Season, program: Program) -> Interview | None:
    """The interview by whose cancelling the program came back to being invited; None when an invitation came."""
    since = program.statuses[-1].at
    own = season.interviews_of.get(program.id, ())
    gone = (one for one in own if one.state is InterviewState.CANCELLED and one.cancelled is not None)
    return next((one for one in gone if one.cancelled is not None and one.cancelled.at == since.at), None)


def _another_date(season: Season, program: Program, gone: Interview, now: Moment) -> FollowUp:
    change = program.statuses[-1]
    was = show_for(season.profile, gone.starts, now)
    return FollowUp(
        key=f"F01:{program.id}:{stamp(change.at)}",
        rule="F01",
        what="find another date, or withdraw",
        short="find another date",
        why=f"The interview of {was} was cancelled and no other date is agreed. Ask for one, or withdraw.",
        due=change.at,
        latest=None,
        kind=Kind.RESCHEDULE,
        program_id=program.id,
    )


def _answered(season: Season, program: Program, now: Moment) -> bool:
    since = began(program.statuses[-1])
    if any(sent(season, program.id, ANSWERS, since=since)):
        return True
    return any(interview.starts.at > now.at for interview in booked_interviews(season, program.id))


def _what(program: Program) -> str:
    if program.offered:
        count = len(program.offered)
        return f"answer the invitation, {count} date{'s' if count > 1 else ''} offered"
    return "answer the invitation"


def _why(program: Program, latest: Moment, profile: Profile, now: Moment) -> str:
    change = program.statuses[-1]
    if change.exact:
        came = f"The invitation came {show_for(profile, on_their_clock(change.at, program), now)}."
        limit = f"Answer at once, before {show_for(profile, on_their_clock(latest, program), now)}."
    else:
        came = f"The invitation came on {show_day(change.at.day)}."
        limit = f"Answer at once, by {show_day(latest.day)}."
    return f"{came} {limit} Dates go to whoever answers first."
