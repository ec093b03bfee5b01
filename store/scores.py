"""Scores of programs, weighed by the applicant’s own criteria; they stand beside the rank list and never order it."""

from __future__ import annotations

from collections.abc import Mapping

from store.records import Criterion
from store.reference.shipped import shipped_criteria
from store.season import Season


def criteria_in_force(season: Season) -> tuple[Criterion, ...]:
    """Every criterion: the shipped ones, re-weighted where the applicant did so, then their own."""
    by_id = {one.id: one for one in (*shipped_criteria(), *season.criteria)}
    return tuple(by_id.values())


def score_means(season: Season) -> Mapping[str, float]:
    """The weighted mean of each program's scores, 1 to 5, by program id.

    Programs without a score on anything that counts are absent.
    """
    weights = {one.id: one.weight for one in criteria_in_force(season)}
    totals: dict[str, tuple[int, int]] = {}
    for score in season.scores:
        weight = weights.get(score.criterion_id, 0)
        points, weighed = totals.get(score.program_id, (0, 0))
        totals[score.program_id] = points + weight * score.value, weighed + weight
    return {program_id: points / weighed for program_id, (points, weighed) in totals.items() if weighed}
