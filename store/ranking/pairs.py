"""Close calls: pairs of neighbours whose scores hardly differ, answers about them, and answers that form a ring."""

from __future__ import annotations

from itertools import pairwise

from store.frozen_record import record
from store.ranking.orders import standings
from store.records import CloseCall
from store.season import Season

CLOSE = 0.3
"""Two means that differ by less are close; the applicant’s own feeling says more than the figures then."""


@record(frozen=True, slots=True)
class Pair:
    """Two neighbours on the list."""

    upper_id: str
    """The one that stands higher now."""
    lower_id: str
    """The one below it."""
    gap: float
    """By how much the mean of the upper one is the higher; below 0 the lower one scores more."""


def close_pairs(season: Season) -> tuple[Pair, ...]:
    """Every pair of neighbours with scores that are close, or where the lower one scores more; from the top down."""
    found = standings(season)
    return tuple(
        Pair(upper.program_id, lower.program_id, upper.score - lower.score)
        for upper, lower in pairwise(found)
        if upper.score is not None and lower.score is not None and upper.score - lower.score < CLOSE
    )


def open_pairs(season: Season) -> tuple[Pair, ...]:
    """Close pairs nobody has answered yet."""
    answered = {frozenset((one.one_id, one.other_id)) for one in season.rank_list.close_calls}
    return tuple(one for one in close_pairs(season) if frozenset((one.upper_id, one.lower_id)) not in answered)


def rings(season: Season) -> tuple[tuple[str, ...], ...]:
    """Answers that go round: each program is preferred to the next, and the last to the first. Shortest first.

    Each ring begins with the program that stands highest on the list. No order can follow all answers of one.
    """
    better: dict[str, list[str]] = {}
    for call in _newest_answers(season):
        if call.preferred_id and {call.one_id, call.other_id} <= season.programs_by_id.keys():
            better.setdefault(call.preferred_id, []).append(_passed_over(call))
    places = {one: place for place, one in enumerate(season.rank_list.order)}
    found = {_from_the_top(ring, places) for start in better if (ring := _shortest_ring(start, better))}
    return tuple(sorted(found, key=lambda ring: (len(ring), [places.get(one, len(places)) for one in ring])))


def ring_words(season: Season, ring: tuple[str, ...]) -> str:
    """That ring in one sentence."""
    names = [season.programs_by_id[one].name for one in (*ring, ring[0])]
    steps = ", ".join(f"{one} before {other}" for one, other in pairwise(names))
    return f"Your answers go round: {steps}. No order follows all of them; think one of these over."


def _newest_answers(season: Season) -> tuple[CloseCall, ...]:
    """One answer for each pair: two copies of a season that became one may hold two."""
    return tuple({frozenset((one.one_id, one.other_id)): one for one in season.rank_list.close_calls}.values())


def _passed_over(call: CloseCall) -> str:
    return call.other_id if call.preferred_id == call.one_id else call.one_id


def _shortest_ring(start: str, better: dict[str, list[str]]) -> tuple[str, ...]:
    """The shortest way from a program over what it is preferred to and back to it; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        longer: list[tuple[str, ...]] = []
        for way in ways:
            for one in better.get(way[-1], ()):
                if one == start:
                    return way
                if one not in seen:
                    seen.add(one)
                    longer.append((*way, one))
        ways = longer
    return ()


def _from_the_top(ring: tuple[str, ...], places: dict[str, int]) -> tuple[str, ...]:
    at = min(range(len(ring)), key=lambda place: (places.get(ring[place], len(places)), ring[place]))
    return (*ring[at:], *ring[:at])
