"""Scores are weighed by the criteria in force, and what does not count leaves no trace."""

from __future__ import annotations

from dataclasses import replace

from store.records import Criterion, Score
from store.scores import criteria_in_force, score_means
from tests.examples import NOW, a_season

OWN = (Criterion("k-a", "calm wards", 3), Criterion("k-b", "commute", 1), Criterion("k-zero", "parking", 0))


def scored(*given: tuple[str, int]) -> tuple[Score, ...]:
    return tuple(Score(f"s-{place}", "p-bright", name, value, NOW) for place, (name, value) in enumerate(given))


def mean_of(*given: tuple[str, int]) -> float | None:
    return score_means(replace(a_season(), criteria=OWN, scores=scored(*given))).get("p-bright")


def test_the_mean_is_weighed() -> None:
    assert mean_of(("k-a", 5), ("k-b", 1)) == 4.0


def test_one_score_is_its_own_mean() -> None:
    assert mean_of(("k-b", 2)) == 2.0


def test_a_weight_of_nothing_gives_no_mean() -> None:
    assert mean_of(("k-zero", 5)) is None


def test_a_criterion_that_is_gone_does_not_count() -> None:
    assert mean_of(("k-a", 4), ("k-gone", 1)) == 4.0


def test_a_program_without_scores_is_absent() -> None:
    assert score_means(a_season()) == {}


def test_an_own_weight_replaces_the_shipped_one() -> None:
    shipped = criteria_in_force(a_season())[0]
    heavier = replace(shipped, weight=5 if shipped.weight != 5 else 1)
    season = replace(a_season(), criteria=(heavier,))
    assert criteria_in_force(season)[0] == heavier
    assert len(criteria_in_force(season)) == len(criteria_in_force(a_season()))
