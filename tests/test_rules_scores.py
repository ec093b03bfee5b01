"""Rules about criteria, their weights, and scores."""

from __future__ import annotations

import pytest

from store.errors import RuleBroken
from store.records import Criterion, Score
from store.reference.shipped import shipped_criteria
from store.rules.scores import add_criterion, remove_criterion, rename_criterion, set_score, set_weight
from store.season import Season
from tests.examples import NOW, a_contact, a_program, a_season

LIGHT = Criterion("k-lightx", "Daylight", 2)


def weighed() -> Season:
    return add_criterion(a_season(a_program(), a_contact()), LIGHT, now=NOW)


def test_criteria_have_a_name_of_their_own_and_a_weight_from_0_to_5() -> None:
    with pytest.raises(RuleBroken, match="among your criteria already"):
        add_criterion(weighed(), Criterion("k-second", "daylight"), now=NOW)
    with pytest.raises(RuleBroken, match="name of the criterion is empty"):
        add_criterion(weighed(), Criterion("k-second", ""), now=NOW)
    for weight in (-1, 6):
        with pytest.raises(RuleBroken, match="from 0 to 5"):
            set_weight(weighed(), LIGHT, weight, now=NOW)


def test_a_shipped_name_is_not_taken_a_second_time() -> None:
    with pytest.raises(RuleBroken, match="among your criteria already"):
        add_criterion(weighed(), Criterion("k-second", shipped_criteria()[0].name.upper()), now=NOW)


def test_a_criterion_of_ones_own_is_renamed_and_keeps_its_weight_and_its_scores() -> None:
    season = set_score(weighed(), Score("s-first1", "p-bright", LIGHT.id, 4, NOW), now=NOW)
    renamed = rename_criterion(season, LIGHT.id, " Light on the wards ", now=NOW)
    assert renamed.criteria == (Criterion(LIGHT.id, "Light on the wards", 2),) and renamed.scores == season.scores
    assert rename_criterion(season, LIGHT.id, LIGHT.name, now=NOW) is season
    assert rename_criterion(season, LIGHT.id, "daylight", now=NOW).criteria[0].name == "daylight"
    for taken, words in ((shipped_criteria()[0].name, "already"), (" ", "is empty")):
        with pytest.raises(RuleBroken, match=words):
            rename_criterion(season, LIGHT.id, taken, now=NOW)


def test_a_criterion_of_ones_own_goes_with_the_scores_given_on_it() -> None:
    season = set_score(weighed(), Score("s-other1", "p-bright", shipped_criteria()[0].id, 3, NOW), now=NOW)
    scored = set_score(season, Score("s-first1", "p-bright", LIGHT.id, 4, NOW), now=NOW)
    gone = remove_criterion(scored, LIGHT.id, now=NOW)
    assert gone.criteria == () and gone.scores == season.scores


def test_a_shipped_criterion_is_neither_renamed_nor_removed_whatever_it_weighs() -> None:
    shipped = shipped_criteria()[0]
    season = set_weight(weighed(), shipped, 0, now=NOW)
    with pytest.raises(RuleBroken, match=r"can be renamed\. Weight 0"):
        rename_criterion(season, shipped.id, "Other", now=NOW)
    for other in (shipped.id, "k-nobody"):
        with pytest.raises(RuleBroken, match=r"can be removed\. Weight 0"):
            remove_criterion(season, other, now=NOW)


def test_a_weight_is_changed_and_a_shipped_criterion_becomes_ones_own() -> None:
    season = set_weight(weighed(), LIGHT, 5, now=NOW)
    assert season.criteria == (Criterion("k-lightx", "Daylight", 5),)
    assert set_weight(season, LIGHT, 5, now=NOW) is season
    shipped = shipped_criteria()[0]
    assert set_weight(season, shipped, 0, now=NOW).criteria[-1] == Criterion(shipped.id, shipped.name, 0)


def test_a_score_takes_the_place_of_the_earlier_one_and_keeps_its_id() -> None:
    season = set_score(weighed(), Score("s-first1", "p-bright", "k-lightx", 3, NOW), now=NOW)
    assert set_score(season, Score("s-second", "p-bright", "k-lightx", 3, NOW), now=NOW) is season
    season = set_score(season, Score("s-second", "p-bright", "k-lightx", 4, NOW), now=NOW)
    assert season.scores == (Score("s-first1", "p-bright", "k-lightx", 4, NOW),)
    assert len(set_score(season, Score("s-second", "p-bright", shipped_criteria()[0].id, 4, NOW), now=NOW).scores) == 2


@pytest.mark.parametrize(
    ("score", "sentence"),
    [
        (Score("s-first1", "p-bright", "k-lightx", 0, NOW), "from 1 to 5"),
        (Score("s-first1", "p-bright", "k-lightx", 6, NOW), "from 1 to 5"),
        (Score("s-first1", "p-bright", "k-nobody", 3, NOW), "No criterion"),
        (Score("s-first1", "p-nobody", "k-lightx", 3, NOW), "No program"),
        (Score("s-first1", "p-bright", "k-lightx", 3, NOW.after(hours=1)), "still to come"),
    ],
)
def test_a_score_is_a_number_for_something_that_exists(score: Score, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_score(weighed(), score, now=NOW)
