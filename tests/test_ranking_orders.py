"""My order, the scores' order and the gut's side by side, and what moved since a dated copy."""

from __future__ import annotations

from dataclasses import replace

from store.ranking.orders import by_disagreement, guts, off_list, standings
from store.ranking.save_points import change_words, last_save_point, place_changes
from store.records import Debrief
from store.rules.ranking import keep_save_point, leave_out, move_program
from tests.examples import NOW, an_interview, at
from tests.ranked_seasons import ALL, felt, ranked, scored

SCORED = scored(
    ranked(*ALL), bright={"culture": 2}, aldrid={"culture": 5}, fenwck={"culture": 4}, tamsin={"culture": 5}
)


def test_each_order_counts_its_own_places_and_equals_share_the_upper_one() -> None:
    found = standings(SCORED)
    assert [(one.program_id, one.place, one.by_score) for one in found] == [
        ("p-bright", 1, 4),
        ("p-aldrid", 2, 1),
        ("p-fenwck", 3, 3),
        ("p-tamsin", 4, 1),
    ]


def test_the_distance_is_signed_and_any_place_among_equals_agrees() -> None:
    assert [one.apart for one in standings(SCORED)] == [-3, 0, 0, 2]


def test_the_larger_of_both_disagreements_counts_and_the_largest_come_first() -> None:
    season = felt(SCORED, aldrid=1, fenwck=5, tamsin=4)
    assert [one.apart for one in standings(season)] == [-3, -2, 1, 2]
    assert [one.program_id for one in by_disagreement(standings(season))] == [
        "p-bright",
        "p-aldrid",
        "p-tamsin",
        "p-fenwck",
    ]


def test_a_program_without_figures_disagrees_with_nobody() -> None:
    found = standings(scored(ranked(*ALL), tamsin={"culture": 5}))
    assert [(one.score, one.by_score, one.apart) for one in found] == [(None, 0, 0)] * 3 + [(5.0, 1, 0)]


def test_the_feeling_after_the_last_interview_counts() -> None:
    season = felt(ranked(*ALL), bright=2)
    again = replace(an_interview("i-again", "p-bright", at("2026-11-22 15:00")), debrief=Debrief(NOW, gut=5))
    assert guts(replace(season, interviews=(again, *season.interviews))) == {"p-bright": 5}


def test_who_was_interviewed_or_left_out_and_has_no_place_is_off_the_list() -> None:
    season = leave_out(ranked("p-bright", "p-aldrid"), "p-aldrid", now=NOW)
    assert [one.name for one in off_list(season, NOW)] == ["Alder Ridge", "Fenwick", "Tamsin Bay"]


def test_what_moved_since_the_last_save_point_is_told_in_words() -> None:
    season = keep_save_point(ranked(*ALL[:3]), "after the second look", now=NOW)
    kept = last_save_point(season)
    assert kept is not None and kept.reason == "after the second look"
    season = leave_out(move_program(season, "p-fenwck", 1, now=NOW), "p-aldrid", now=NOW)
    changes = place_changes(kept.order, (*season.rank_list.order, "p-tamsin"))
    assert [change_words(season, one) for one in changes] == [
        "Fenwick 3 to 1",
        "Brightwater 1 to 2",
        "Tamsin Bay new at 3",
        "Alder Ridge taken off, was 2",
    ]
    assert place_changes(kept.order, kept.order) == ()
    assert last_save_point(ranked(*ALL)) is None
