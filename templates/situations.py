"""What the season tells of a situation: which news, which question, how near a day, how a letter before it went."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files
from typing import cast

from store.course import booked_interviews, exchanged
from store.dates import home_at
from store.errors import RuleBroken
from store.follow_ups.letters_between import answered
from store.key_dates import key_date
from store.moments import Moment
from store.records import Contact, Interview, Letter, Profile, Program
from store.season import Season
from store.standing import upper_part
from store.words import Direction, InterviewState, Kind, LetterState, Outcome, Role, Status
from templates.catalogue import kept_letters
from templates.facts import GOOD_TIME_DAYS

LAST_MOMENT = timedelta(days=3)
"""Before an interview from which on a change of plan is an emergency."""
AT_THE_DOOR = timedelta(minutes=90)
"""Around a start in which trouble is trouble with joining."""
NIGHT_FROM, NIGHT_UNTIL = 23, 5
"""Hours at home between which a start falls in the night."""
NOT_IN_A_SIGN = re.compile(r"[^\w' -]+")


def form_told_by(words: str, group: str) -> str:
    """The form those words call for, by the signs listed for that group; empty when they show none.

    A sign that ends in a blank is a whole word or more, any other may go on.
    """
    told = NOT_IN_A_SIGN.sub(" ", words.casefold().replace("’", "'")) + " "
    return next((form for form, signs in _signs(group) if signs.search(told)), "")


def how_near(interview: Interview, now: Moment) -> str:
    """How a change of plan comes before that interview: `early`, `late` inside two weeks, or an `emergency`."""
    ahead = interview.starts - now
    if ahead < LAST_MOMENT:
        return "emergency"
    return "late" if ahead < timedelta(days=GOOD_TIME_DAYS) else "early"


def at_the_door(interview: Interview, now: Moment) -> bool:
    """Whether that interview is about to begin or has just begun."""
    return abs(interview.starts - now) <= AT_THE_DOOR


def in_the_night(profile: Profile, interview: Interview, now: Moment) -> bool:
    """Whether it starts between 23:00 and 05:00 on the clock of the place the applicant is in on that day."""
    hour = interview.starts.seen_from(home_at(profile, interview.starts, now)).local.hour
    return hour >= NIGHT_FROM or hour < NIGHT_UNTIL


def cancelled_untold(season: Season, program_id: str, now: Moment) -> Interview | None:
    """A coming interview that was cancelled without a message about it."""
    told = {one.interview_id for one in sent_letters(season, program_id, Kind.CANCEL)}
    own = season.interviews_of.get(program_id, ())
    coming = (one for one in own if one.state is InterviewState.CANCELLED and one.starts > now and one.id not in told)
    return min(coming, key=lambda one: one.starts, default=None)


def was_interviewed(season: Season, program: Program, now: Moment) -> bool:
    """Whether an interview there has begun, or its status says that it is over."""
    begun = any(one.starts <= now for one in booked_interviews(season, program.id))
    return begun or any(change.status is Status.INTERVIEWED for change in program.statuses)


def came_from_waitlist(program: Program) -> bool:
    """Whether the invitation came while the applicant stood on the waiting list."""
    course = [change.status for change in program.statuses]
    invited = max((place for place, status in enumerate(course) if status is Status.INVITED), default=len(course))
    return Status.WAITLISTED in course[:invited] and program.status is not Status.WAITLISTED


def sent_letters(season: Season, program_id: str, kind: Kind) -> tuple[Letter, ...]:
    """Letters of that kind that went to that program."""
    own = kept_letters(season, program_id)
    return tuple(one for one in own if one.kind is kind and one.state is LetterState.SENT)


def open_question(season: Season, program: Program, reader: Contact | None) -> bool:
    """Whether a question to that reader went out that nobody has answered."""
    return any(
        exchanged(one) and not answered(season, one, by=Direction.IN)
        for one in sent_letters(season, program.id, Kind.QUESTION)
        if reader is None or not one.contact_ids or reader.id in one.contact_ids
    )


def below_upper_part(season: Season, program: Program) -> bool:
    """Whether a rank list exists that does not have the program in its upper part."""
    order = season.rank_list.order
    return bool(order) and program.id not in order[: upper_part(season)]


def told_unmatched(season: Season) -> bool:
    """Whether the applicant has recorded that the Match brought no place, and no later match."""
    if any(program.status is Status.MATCHED for program in season.followed):
        return False
    if season.profile.outcome is not None:
        return season.profile.outcome is Outcome.UNMATCHED
    return any(form_told_by(news.what, "unmatched") for news in season.news)


def matched_in_soap(season: Season, program: Program) -> bool:
    """Whether the place there came through SOAP: as recorded, else by the days on which the match was."""
    if program.status is Status.MATCHED and season.profile.outcome is not None:
        return season.profile.outcome is Outcome.SOAP
    since = program.since
    if program.status is not Status.MATCHED or since is None or booked_interviews(season, program.id):
        return False
    try:
        return key_date(season, "match-week").at <= since < key_date(season, "match-day").at
    except RuleBroken:
        return False


def asked_before(season: Season, program: Program, reader: Contact | None) -> bool:
    """Whether that advocate was asked already to speak for the applicant there."""
    if reader is None or reader.role is not Role.ADVOCATE:
        return False
    return any(reader.id in one.contact_ids for one in sent_letters(season, program.id, Kind.ADVOCATE))


@lru_cache(maxsize=8)
def _signs(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = cast("dict[str, list[dict[str, list[str]]]]", _telling_words())[group]
    return tuple(
        (str(row["form"]), re.compile(r"\b(?:" + "|".join(map(re.escape, row["signs"])) + ")")) for row in rows
    )


@lru_cache(maxsize=1)
def _telling_words() -> object:
    return json.loads(files("templates").joinpath("telling_words.json").read_text(encoding="utf-8"))
