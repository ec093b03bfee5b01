"""What may change about the rank order list; its order is the applicant's and no rule computes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.clean_text import clean_line
from store.errors import RuleBroken
from store.moments import Moment
from store.records import RankList, RankSnapshot
from store.rules.known import followed_program, known_program
from store.season import Season


def rank_program(season: Season, program_id: str, *, now: Moment) -> Season:
    """Put a program at the end of the list; one that is ranked already keeps its place."""
    followed_program(season, program_id)
    ranked = _open_list(season)
    if program_id in ranked.order:
        return season
    left_out = tuple(one for one in ranked.left_out if one != program_id)
    return _reordered(season, (*ranked.order, program_id), left_out)


def leave_out(season: Season, program_id: str, *, now: Moment) -> Season:
    """Decide not to rank a program; it leaves the list if it was on it."""
    known_program(season, program_id)
    ranked = _open_list(season)
    if program_id in ranked.left_out:
        return season
    order = tuple(one for one in ranked.order if one != program_id)
    return _reordered(season, order, (*ranked.left_out, program_id))


def move_program(season: Season, program_id: str, place: int, *, now: Moment) -> Season:
    """Move a ranked program to that place, counted from 1; raises RuleBroken when there is no such place."""
    program = known_program(season, program_id)
    ranked = _open_list(season)
    if program_id not in ranked.order:
        raise RuleBroken(f"{program.name} is not on the rank list yet.")
    if not 1 <= place <= len(ranked.order):
        raise RuleBroken(f"The list has places 1 to {len(ranked.order)}; there is no place {place}.")
    others = [one for one in ranked.order if one != program_id]
    others.insert(place - 1, program_id)
    return _reordered(season, tuple(others), ranked.left_out)


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
    season = keep_snapshot(season, "certified", now=now)
    return replace(season, rank_list=replace(season.rank_list, certified=day))


def keep_snapshot(season: Season, reason: str, *, now: Moment) -> Season:
    """Keep a dated copy of the list with the reason for it."""
    ranked = season.rank_list
    snapshot = RankSnapshot(now, clean_line(reason, what="The reason"), ranked.order)
    return replace(season, rank_list=replace(ranked, snapshots=(*ranked.snapshots, snapshot)))


def _open_list(season: Season) -> RankList:
    if season.rank_list.locked:
        raise RuleBroken("The rank list is locked. Unlock it before changing it.")
    return season.rank_list


def _reordered(season: Season, order: tuple[str, ...], left_out: tuple[str, ...]) -> Season:
    """The season with that order; a change of order is not yet what was certified."""
    ranked = season.rank_list
    if order == ranked.order and left_out == ranked.left_out:
        return season
    certified = ranked.certified if order == ranked.order else None
    return replace(season, rank_list=replace(ranked, order=order, left_out=left_out, certified=certified))
