"""Close calls: which pairs are asked, how answers are kept, and answers that go round are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import RuleBroken
from store.ranking.pairs import close_pairs, open_pairs, ring_words, rings
from store.rules.close_calls import answer_close_call
from store.season import Season
from tests.examples import NOW
from tests.ranked_seasons import ALL, ranked, scored

SEASON = scored(
    ranked(*ALL),
    bright={"culture": 5},
    aldrid={"culture": 4, "mission": 5},
    fenwck={"culture": 4, "mission": 5, "schedule": 5},
    tamsin={"culture": 1},
)


def preferred(season: Season, *pairs: tuple[str, str, str]) -> Season:
    for one, other, better in pairs:
        season = answer_close_call(season, one, other, better, now=NOW)
    return season


def test_neighbours_with_a_small_gap_or_the_wrong_way_round_are_asked() -> None:
    assert [(one.upper_id, one.lower_id) for one in close_pairs(SEASON)] == [("p-aldrid", "p-fenwck")]
    turned = replace(SEASON, rank_list=replace(SEASON.rank_list, order=("p-tamsin", "p-bright")))
    assert close_pairs(turned)[0].gap == -4.0


def test_what_was_answered_is_not_asked_again_whichever_way_round() -> None:
    assert open_pairs(preferred(SEASON, ("p-fenwck", "p-aldrid", ""))) == ()


def test_a_new_answer_takes_the_place_of_the_old_one_and_the_list_stays() -> None:
    season = preferred(SEASON, ("p-aldrid", "p-fenwck", "p-fenwck"))
    assert season.rank_list.order == ALL
    assert [one.preferred_id for one in season.rank_list.close_calls] == ["p-fenwck"]
    again = preferred(season, ("p-fenwck", "p-aldrid", "p-aldrid"))
    assert len(again.rank_list.close_calls) == 1
    assert again.rank_list.close_calls[0].preferred_id == "p-aldrid"
    assert preferred(again, ("p-aldrid", "p-fenwck", "p-aldrid")) is again


def test_of_two_answers_about_one_pair_only_the_newer_one_counts() -> None:
    """As after a merge of two copies, each of which had answered."""
    older, newer = (
        preferred(SEASON, ("p-aldrid", "p-fenwck", better)).rank_list.close_calls[0]
        for better in ("p-aldrid", "p-fenwck")
    )
    both = replace(
        SEASON, rank_list=replace(SEASON.rank_list, close_calls=(older, replace(newer, at=NOW.after(hours=1))))
    )
    assert rings(both) == ()


def test_answers_that_go_round_are_shown_once_from_the_top_of_the_list() -> None:
    season = preferred(
        SEASON,
        ("p-bright", "p-aldrid", "p-bright"),
        ("p-aldrid", "p-fenwck", "p-aldrid"),
        ("p-bright", "p-fenwck", "p-fenwck"),
        ("p-tamsin", "p-fenwck", "p-fenwck"),
    )
    assert rings(season) == (("p-bright", "p-aldrid", "p-fenwck"),)
    words = ring_words(season, rings(season)[0])
    assert "Brightwater before Alder Ridge, Alder Ridge before Fenwick, Fenwick before Brightwater" in words


def test_a_longer_ring_is_found_past_programs_that_lead_nowhere() -> None:
    season = preferred(
        SEASON,
        ("p-bright", "p-aldrid", "p-bright"),
        ("p-bright", "p-tamsin", "p-bright"),
        ("p-aldrid", "p-tamsin", "p-aldrid"),
        ("p-tamsin", "p-fenwck", "p-tamsin"),
        ("p-fenwck", "p-bright", "p-fenwck"),
    )
    assert rings(season)[0] == ("p-bright", "p-tamsin", "p-fenwck")


def test_answers_in_one_line_go_round_nowhere() -> None:
    season = preferred(SEASON, ("p-bright", "p-aldrid", "p-bright"), ("p-aldrid", "p-fenwck", "p-aldrid"))
    assert rings(season) == ()


@pytest.mark.parametrize(
    ("one", "other", "better", "said"),
    [
        ("p-bright", "p-bright", "", "compared with itself"),
        ("p-bright", "p-aldrid", "p-fenwck", "The answer is Brightwater, Alder Ridge"),
        ("p-bright", "p-nobody", "", "p-nobody"),
    ],
)
def test_what_is_no_answer_is_refused(one: str, other: str, better: str, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        answer_close_call(SEASON, one, other, better, now=NOW)
