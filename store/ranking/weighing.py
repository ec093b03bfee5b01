"""What other weights would say: a score order under them, and how far each weight may move before a neighbour does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from store.frozen_record import record
from store.records import WEIGHTS, Criterion
from store.rules.replacing import swapped
from store.scores import criteria_in_force, score_means
from store.season import Season


@record(frozen=True, slots=True)
class Sensitivity:
    """How the order of the scores answers to the weight of one criterion."""

    criterion: Criterion
    """Which one, with the weight it has."""
    scored: int
    """How many ranked programs have a score on it."""
    moved: tuple[int, ...]
    """For each weight from 0 to 5, how many ranked programs change their place by score."""


def with_weights(season: Season, weights: Mapping[str, int]) -> Season:
    """The season as it would be under these weights by criterion id; for looking at, not for keeping."""
    known = criteria_in_force(season)
    changed = [replace(one, weight=weights[one.id]) for one in known if weights.get(one.id, one.weight) != one.weight]
    own = {one.id for one in season.criteria}
    new = tuple(one for one in changed if one.id not in own)
    return replace(season, criteria=(*swapped(season.criteria, changed), *new))


def score_order(season: Season, weights: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """Ranked programs with scores, the highest mean first; equal ones as they stand on the list."""
    means = score_means(with_weights(season, weights) if weights else season)
    known = [one for one in season.rank_list.order if one in means]
    return tuple(sorted(known, key=lambda one: -round(means[one], 6)))


def sensitivities(season: Season, weights: Mapping[str, int] | None = None) -> tuple[Sensitivity, ...]:
    """For every criterion in force what each of its weights would do, with `weights` for the others where given."""
    weights = weights or {}
    now, ranked = score_order(season, weights), frozenset(season.rank_list.order)
    return tuple(
        Sensitivity(
            replace(one, weight=weights.get(one.id, one.weight)),
            len({each.program_id for each in season.scores if each.criterion_id == one.id} & ranked),
            tuple(_moved(now, score_order(season, {**weights, one.id: weight})) for weight in WEIGHTS),
        )
        for one in criteria_in_force(season)
    )


def narrow_places(season: Season, weights: Mapping[str, int] | None = None) -> tuple[tuple[str, str, float], ...]:
    """Neighbours by score with the gap between their means, narrowest first: where a small doubt changes the order."""
    order = score_order(season, weights)
    means = score_means(with_weights(season, weights) if weights else season)
    gaps = [(upper, lower, means[upper] - means[lower]) for upper, lower in pairwise(order)]
    return tuple(sorted(gaps, key=lambda one: one[2]))


def chart(sensitivity: Sensitivity) -> str:
    """A sign for each weight from 0 to 5: `.` nothing moves, a digit how many do; the weight in force in brackets."""
    shown = ""
    for weight, moved in enumerate(sensitivity.moved):
        sign = "." if not moved else str(moved) if moved < 10 else "+"
        shown += f"[{sign}]" if weight == sensitivity.criterion.weight else f" {sign} "
    return shown


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    places = {one: place for place, one in enumerate(before)}
    return sum(places.get(one) != place for place, one in enumerate(after))
