"""What may change about the rank order list; its order is the applicant's and no rule computes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from store.clean_text import clean_line
from store.errors import RuleBroken
from store.moments import Moment
from store.ranking_records import CERTIFIED
from store.records import LeftOut, RankList, RankSnapshot
from store.rules.known import followed_program, known_program
from store.season import Season


def rank_program(season: Season, program_id: str, *, now: Moment) -> Season:
    """Put a program at the end of the list; one that is ranked already keeps its place."""
    return rank_programs(season, (program_id,), now=now)


def rank_programs(season: Season, program_ids: Sequence[str], *, now: Moment) -> Season:
    """Put these programs at the end of the list in that order; those ranked already keep their places."""
    for program_id in program_ids:
        followed_program(season, program_id)
    ranked = _open_list(season)
    new = tuple(one for one in dict.fromkeys(program_ids) if one not in ranked.order)
    return _reordered(season, (*ranked.order, *new))


def leave_out(season: Season, program_id: str, reason: str = "", *, now: Moment) -> Season:
    """Decide not to rank a program; it leaves the list if it was on it, and the reason is kept if there is one."""
    return leave_out_all(season, (program_id,), reason, now=now)


def leave_out_all(season: Season, program_ids: Sequence[str], reason: str = "", *, now: Moment) -> Season:
    """Decide not to rank any of these programs, for one reason; an empty one leaves what was said before."""
    for program_id in program_ids:
        known_program(season, program_id)
    ranked, reason = _open_list(season), clean_line(reason, what="The reason")
    order = tuple(one for one in ranked.order if one not in program_ids)
    new = tuple(one for one in dict.fromkeys(program_ids) if one not in ranked.left_out)
    why = ranked.why_left_out
    if reason:
        said = {one.program_id: one for one in why}
        same = {one for one in program_ids if one in said and said[one].reason == reason}
        why = tuple(one for one in why if one.program_id not in program_ids or one.program_id in same)
        why += tuple(LeftOut(one, reason, now) for one in dict.fromkeys(program_ids) if one not in same)
    return _reordered(season, order, left_out=(*ranked.left_out, *new), why=why)


def move_program(season: Season, program_id: str, place: int, *, now: Moment) -> Season:
    """Move a ranked program to that place, counted from 1; raises RuleBroken when there is no such place."""
    return move_programs(season, (program_id,), place, now=now)


def move_programs(season: Season, program_ids: Sequence[str], place: int, *, now: Moment) -> Season:
    """Move ranked programs, in the order they have, so that the first of them takes that place, counted from 1.

    Near the end they take the last places. Raises RuleBroken when there is no such place.
    """
    for program_id in program_ids:
        known_program(season, program_id)
    ranked = _open_list(season)
    for program_id in program_ids:
        if program_id not in ranked.order:
            raise RuleBroken(f"{season.programs_by_id[program_id].name} is not on the rank list yet.")
    if not 1 <= place <= len(ranked.order):
        raise RuleBroken(f"The list has places 1 to {len(ranked.order)}; there is no place {place}.")
    moving = [one for one in ranked.order if one in program_ids]
    others = [one for one in ranked.order if one not in program_ids]
    others[place - 1 : place - 1] = moving
    return _reordered(season, tuple(others))


def set_order(season: Season, program_ids: Sequence[str], *, now: Moment) -> Season:
    """Make these programs the list, first choice first; who was on it and is not among them leaves it.

    Raises RuleBroken when one stands there twice, and for an empty list.
    """
    for program_id in program_ids:
        followed_program(season, program_id)
    _open_list(season)
    order = tuple(program_ids)
    if not order:
        raise RuleBroken("Name the programs in the order you want, first choice first. Nothing was changed.")
    for program_id in order:
        if order.count(program_id) > 1:
            raise RuleBroken(f"{season.programs_by_id[program_id].name} stands there twice. Nothing was changed.")
    return _reordered(season, order)


def lock_list(season: Season, *, now: Moment) -> Season:
    """Keep anything on the list from moving, and a dated copy of it."""
    if season.rank_list.locked:
        return season
    season = keep_snapshot(season, "locked", now=now)
    return replace(season, rank_list=replace(season.rank_list, locked=True))


def unlock_list(season: Season, *, now: Moment) -> Season:
    """Let the list move again."""
    if not season.rank_list.locked:
        return season
    return replace(season, rank_list=replace(season.rank_list, locked=False))


def mark_certified(season: Season, day: date, *, now: Moment) -> Season:
    """The applicant saw the official list certified on that day; a dated copy of this one is kept.

    Raises RuleBroken for a day that has not come, and for an empty list.
    """
    if day > now.day:
        raise RuleBroken("The day the list was seen certified cannot be in the future.")
    if not season.rank_list.order:
        raise RuleBroken("The rank list is empty, so there is nothing to certify.")
    if season.rank_list.certified == day:
        return season
    season = keep_snapshot(season, CERTIFIED, now=now)
    return replace(season, rank_list=replace(season.rank_list, certified=day))


def keep_snapshot(season: Season, reason: str, *, now: Moment) -> Season:
    """Keep a dated copy of the list with the reason for it."""
    ranked = season.rank_list
    snapshot = RankSnapshot(now, clean_line(reason, what="The reason"), ranked.order)
    return replace(season, rank_list=replace(ranked, snapshots=(*ranked.snapshots, snapshot)))


def keep_save_point(season: Season, reason: str, *, now: Moment) -> Season:
    """Keep a dated copy to come back to; raises RuleBroken for an empty list, or when no reason is given."""
    if not season.rank_list.order:
        raise RuleBroken("The rank list is empty, so there is nothing to keep.")
    if not clean_line(reason, what="The reason"):
        raise RuleBroken("Say in a few words why you keep this order; later you will want to know.")
    return keep_snapshot(season, reason, now=now)


def go_back_to(season: Season, snapshot: RankSnapshot, *, now: Moment) -> Season:
    """Give the list the order of a dated copy; programs of it that are no longer followed stay off.

    Raises RuleBroken on a locked list, and when none of its programs is followed any more.
    """
    _open_list(season)
    followed = {one.id for one in season.followed}
    order = tuple(one for one in dict.fromkeys(snapshot.order) if one in followed)
    if not order:
        raise RuleBroken("No program of that copy is followed any more. Nothing was changed.")
    return _reordered(season, order)


def _open_list(season: Season) -> RankList:
    if season.rank_list.locked:
        raise RuleBroken("The rank list is locked. Unlock it before changing it.")
    order = tuple(dict.fromkeys(season.rank_list.order))  # a file edited by hand may name a program twice
    return season.rank_list if order == season.rank_list.order else replace(season.rank_list, order=order)


def _reordered(
    season: Season,
    order: tuple[str, ...],
    *,
    left_out: tuple[str, ...] | None = None,
    why: tuple[LeftOut, ...] | None = None,
) -> Season:
    """The season with that order, who has a place there not left out; a change of order is not yet what was certified.

    Who is left out, and why, stays unless it is given.
    """
    ranked = season.rank_list
    left_out = tuple(one for one in (ranked.left_out if left_out is None else left_out) if one not in order)
    why = tuple(one for one in (ranked.why_left_out if why is None else why) if one.program_id not in order)
    if (order, left_out, why) == (ranked.order, ranked.left_out, ranked.why_left_out):
        return season
    certified = ranked.certified if order == ranked.order else None
    return replace(
        season,
        rank_list=replace(ranked, order=order, left_out=left_out, why_left_out=why, certified=certified),
    )
