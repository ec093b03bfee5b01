"""What may change about a cancelled interview: who has been told of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.records import Interview, Told
from store.rules.known import followed_program, known_interview
from store.rules.replacing import swapped
from store.season import Season
from store.words import InterviewState, ToTell


def tell(season: Season, interview_id: str, whom: Collection[ToTell], *, now: Moment) -> Season:
    """These have been told that the interview was cancelled; whoever knew before keeps that moment."""
    interview = _cancelled(season, interview_id)
    known = {one.whom for one in interview.told}
    news = tuple(Told(one, now) for one in ToTell if one in whom and one not in known)
    return _with(season, interview, (*interview.told, *news))


def untell(season: Season, interview_id: str, whom: Collection[ToTell], *, now: Moment) -> Season:
    """These have not been told after all."""
    interview = _cancelled(season, interview_id)
    return _with(season, interview, tuple(one for one in interview.told if one.whom not in whom))


def _cancelled(season: Season, interview_id: str) -> Interview:
    interview = known_interview(season, interview_id)
    followed_program(season, interview.program_id)
    if interview.state is not InterviewState.CANCELLED:
        raise RuleBroken("That interview stands. Cancel it first; then tell the portal, the coordinator and ERAS.")
    return interview


def _with(season: Season, interview: Interview, told: tuple[Told, ...]) -> Season:
    if told == interview.told:
        return season
    return replace(season, interviews=swapped(season.interviews, [replace(interview, told=told)]))
