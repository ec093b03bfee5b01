"""The order of the applicant, of the scores and of the first feelings side by side, and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.course import booked_interviews, is_over, shown_status
from store.frozen_record import record
from store.moments import Moment
from store.records import Program
from store.scores import score_means
from store.season import Season
from store.words import CLOSED, Status


@record(frozen=True, slots=True)
class Standing:
    """Where one ranked program stands in each of the three orders."""

    program_id: str
    """Which program."""
    place: int
    """Its place on the list, counted from 1."""
    score: float | None = None
    """The weighted mean of its scores, 1 to 5."""
    by_score: int = 0
    """Its place among the ranked programs that have scores; equals share the upper place. 0 without scores."""
    gut: int | None = None
    """The first feeling after the last interview, 1 to 5."""
    by_gut: int = 0
    """Its place among the ranked programs with a first feeling, as for scores."""
    apart: int = 0
    """The places between the list and whichever order disagrees more; above 0 that order would put it higher."""


def standings(season: Season) -> tuple[Standing, ...]:
    """Every ranked program in the order of the list."""
    order = tuple(one for one in season.rank_list.order if one in season.programs_by_id)
    means, feelings = score_means(season), guts(season)
    by_score, by_gut = _places(order, means), _places(order, feelings)
    nothing = (0, 0)
    return tuple(
        Standing(
            program_id,
            place,
            means.get(program_id),
            by_score.get(program_id, nothing)[0],
            feelings.get(program_id),
            by_gut.get(program_id, nothing)[0],
            max(by_score.get(program_id, nothing)[1], by_gut.get(program_id, nothing)[1], key=abs),
        )
        for place, program_id in enumerate(order, 1)
    )


def by_disagreement(found: Sequence[Standing]) -> tuple[Standing, ...]:
    """The same with the largest disagreements first; those as large stay in the order of the list."""
    return tuple(sorted(found, key=lambda one: (-abs(one.apart), one.place)))


def guts(season: Season) -> Mapping[str, int]:
    """The first feeling after the last interview that has one, by program id."""
    told = [one for one in season.interviews if one.debrief is not None and one.debrief.gut is not None]
    told.sort(key=lambda one: one.starts.at)
    return {one.program_id: one.debrief.gut for one in told if one.debrief and one.debrief.gut is not None}


def was_interviewed(season: Season, program: Program, now: Moment) -> bool:
    """True once an interview there is over, or the applicant says so by its status."""
    held = any(is_over(one, now) for one in booked_interviews(season, program.id))
    return held or shown_status(season, program, now) is Status.INTERVIEWED


def off_list(season: Season, now: Moment) -> tuple[Program, ...]:
    """Programs that were interviewed at, or left out by hand, and have no place; by name."""
    ranked = season.rank_list
    found = [
        program
        for program in season.followed
        if program.id not in ranked.order
        and (program.id in ranked.left_out or (program.status not in CLOSED and was_interviewed(season, program, now)))
    ]
    return tuple(sorted(found, key=lambda program: (program.name.casefold(), program.id)))


def _places(order: Sequence[str], values: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """Of each program with a value its place by it, and how far its place on the list lies from there.

    Both count only programs with a value. Equals fill their places together, so that any of these agrees.
    """
    known = [one for one in order if one in values]
    found = {}
    for own, program_id in enumerate(known, 1):
        value = round(values[program_id], 6)  # a mean is no exact number
        first = 1 + sum(round(values[one], 6) > value for one in known)
        last = first - 1 + sum(round(values[one], 6) == value for one in known)
        found[program_id] = first, own - last if own > last else min(0, own - first)
    return found
