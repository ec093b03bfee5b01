"""What may change about close calls: which of two programs the applicant prefers, or that they cannot say."""

from __future__ import annotations

from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.records import CloseCall
from store.rules.known import followed_program
from store.season import Season


def answer_close_call(season: Season, one_id: str, other_id: str, preferred_id: str, *, now: Moment) -> Season:
    """Keep which of two programs is preferred, an empty id when neither; it takes the place of an earlier answer.

    The order of the list stays as it is. Raises RuleBroken for a program compared with itself, and for a third one.
    """
    one, other = followed_program(season, one_id), followed_program(season, other_id)
    if one_id == other_id:
        raise RuleBroken(f"{one.name} cannot be compared with itself.")
    if preferred_id not in ("", one_id, other_id):
        raise RuleBroken(f"The answer is {one.name}, {other.name}, or that you cannot say.")
    pair, ranked = {one_id, other_id}, season.rank_list
    before = [each for each in ranked.close_calls if {each.one_id, each.other_id} == pair]
    if before and before[-1].preferred_id == preferred_id:
        return season
    others = tuple(each for each in ranked.close_calls if {each.one_id, each.other_id} != pair)
    call = CloseCall(one_id, other_id, preferred_id, now)
    return replace(season, rank_list=replace(ranked, close_calls=(*others, call)))
