"""What other weights would say: looked at without touching the list, the scores or the weights in force."""

from __future__ import annotations

from store.ranking.weighing import chart, narrow_places, score_order, sensitivities, with_weights
from store.scores import criteria_in_force
from tests.ranked_seasons import ALL, ranked, scored

SEASON = scored(
    ranked(*ALL),
    bright={"culture": 5, "research": 1},
    aldrid={"culture": 3, "research": 5},
    fenwck={"culture": 1, "research": 2},
)


def test_other_weights_give_another_order_and_change_nothing() -> None:
    before = SEASON
    assert score_order(SEASON) == ("p-bright", "p-aldrid", "p-fenwck")
    assert score_order(SEASON, {"research": 5, "culture": 1}) == ("p-aldrid", "p-fenwck", "p-bright")
    assert SEASON is before and SEASON.criteria == ()


def test_a_weight_tried_out_is_in_force_only_in_the_copy() -> None:
    tried = with_weights(SEASON, {"research": 0, "culture": 5})
    assert {one.id: one.weight for one in criteria_in_force(tried)}["research"] == 0
    assert len(tried.criteria) == 1, "a weight that stays as it is needs no record"
    assert with_weights(tried, {"research": 2}).criteria[0].weight == 2


def test_each_criterion_tells_what_every_weight_of_it_would_move() -> None:
    found = {one.criterion.id: one for one in sensitivities(SEASON)}
    assert found["research"].moved == (0, 0, 0, 2, 2, 2)
    assert found["research"].scored == 3
    assert found["benefits"].moved == (0,) * 6
    assert found["benefits"].scored == 0


def test_the_chart_brackets_the_weight_in_force() -> None:
    found = {one.criterion.id: one for one in sensitivities(SEASON)}
    assert chart(found["research"]) == " .  . [.] 2  2  2 "
    tried = {one.criterion.id: one for one in sensitivities(SEASON, {"research": 5})}
    assert chart(tried["research"]) == " 2  2  2  .  . [.]"


def test_the_narrowest_gaps_come_first() -> None:
    found = narrow_places(SEASON)
    assert [(upper, lower) for upper, lower, _ in found] == [("p-bright", "p-aldrid"), ("p-aldrid", "p-fenwck")]
    assert found[0][2] < found[1][2]
