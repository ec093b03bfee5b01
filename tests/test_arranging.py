"""Order and groups follow from the season and what was asked for; equals never change places."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from store.agenda import agenda
from store.arranging import GROUPINGS, SORTS, next_turn
from store.demo.demo_season import demo_season
from store.folds import Fold, visible_rows
from store.lanes import AS_IT_STARTS, Arrangement, Lane
from store.records import RankList
from store.season import Season
from store.timeline import Timeline, timeline
from tests.examples import NOW, a_busy_season, a_program, a_season, an_interview, at

DEMO = demo_season(NOW)
BUSY = a_busy_season()


def arranged(season: Season, arrangement: Arrangement) -> Timeline:
    return timeline(season, agenda(season, now=NOW), now=NOW, arrangement=arrangement)


def names(season: Season, sort: str, *, turned: bool = False) -> str:
    """First words of the names in that order, in one group."""
    return " ".join(lane.name.split()[0] for lane in arranged(season, Arrangement(sort, turned, "none")).lanes)


def groups(season: Season, group: str) -> list[tuple[str, int]]:
    return [(one.title, len(one.lanes)) for one in arranged(season, Arrangement(group=group)).groups]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("interview", "Fenwick Brightwater Alder"),  # 23 Nov, then 3 Dec in Eastern and in Central time
        ("status", "Marrow Alder Brightwater Fenwick Tamsin Gorse Oxbow Quill"),
        ("region", "Brightwater Gorse Quill"),
        ("state", "Fenwick Quill Marrow Brightwater Alder Oxbow Gorse Tamsin"),
        ("tier", "Alder Marrow"),
        ("name", "Alder Brightwater Fenwick Gorse Marrow Oxbow Quill Tamsin"),
        ("days quiet", "Gorse Tamsin"),
    ],
)
def test_each_order_puts_its_first_at_the_top(sort: str, order: str) -> None:
    assert names(BUSY, sort).startswith(order)


def test_the_rank_list_is_an_order_and_what_is_not_on_it_comes_last() -> None:
    season = replace(BUSY, rank_list=RankList(order=("p-fenwck", "p-aldrid")))
    assert names(season, "rank").startswith("Fenwick Alder ")
    assert names(season, "rank", turned=True).startswith("Alder Fenwick ")


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("turned", [False, True])
def test_equals_never_change_places_whatever_order_they_were_added_in(sort: str, turned: bool) -> None:
    rank = RankList(order=("p-fenwck", "p-aldrid"))
    for season in (DEMO, replace(BUSY, rank_list=rank)):
        shuffled = list(season.programs)
        random.Random(sort).shuffle(shuffled)
        other = replace(season, programs=tuple(shuffled))
        assert names(season, sort, turned=turned) == names(other, sort, turned=turned)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("group", GROUPINGS)
def test_every_program_stands_in_exactly_one_group(sort: str, group: str) -> None:
    found = arranged(DEMO, Arrangement(sort, group=group))
    assert sorted(lane.program_id for lane in found.lanes) == sorted(one.id for one in DEMO.followed)
    assert len({one.key for one in found.groups}) == len(found.groups)
    assert all(one.lanes for one in found.groups)


def test_turning_round_leaves_what_is_unknown_last() -> None:
    assert names(BUSY, "days quiet").split()[:2] == ["Gorse", "Tamsin"]
    assert names(BUSY, "days quiet", turned=True).split()[1:3] == ["Tamsin", "Gorse"]


def test_the_same_order_again_is_turned_round_and_another_is_not() -> None:
    once = next_turn(Arrangement("tier", group="region"), "tier")
    assert once == Arrangement("tier", True, "region")
    assert next_turn(once, "tier") == Arrangement("tier", False, "region")
    assert next_turn(once, "name") == Arrangement("name", False, "region")


def test_it_starts_by_status_with_what_is_due_first_and_asking_for_that_changes_nothing() -> None:
    from store.arranging import arranged as by_name

    found = arranged(DEMO, AS_IT_STARTS)
    asked = by_name(DEMO, found.every_lane, AS_IT_STARTS, NOW)
    assert [one.key for one in asked] == [one.key for one in found.groups]
    assert [[lane.next and lane.next.day for lane in one.lanes] for one in asked] == [
        [lane.next and lane.next.day for lane in one.lanes] for one in found.groups
    ]


def test_names_with_accents_and_small_tiers_stand_in_one_order_before_and_after_it_is_asked_for() -> None:
    from store.arranging import arranged as by_name

    told = (("p-fern22", "Fern", "b"), ("p-elan22", "Élan", "B"), ("p-ash222", "Ash", "c"), ("p-gorse2", "Gorse", "C"))
    season = replace(a_season(), programs=tuple(a_program(one, name, tier=tier) for one, name, tier in told))
    found = arranged(season, AS_IT_STARTS)
    (asked,) = by_name(season, found.every_lane, AS_IT_STARTS, NOW)
    assert [lane.name for lane in found.lanes] == ["Élan", "Fern", "Ash", "Gorse"]
    assert [lane.name for lane in asked.lanes] == ["Élan", "Fern", "Ash", "Gorse"]


def test_groups_by_region_follow_the_map_and_unknown_comes_last() -> None:
    season = replace(BUSY, programs=(*BUSY.programs, a_program("p-nowhr1", "Nowhere", state="")))
    assert [title for title, _count in groups(season, "region")] == [
        "Northeast",
        "Midwest",
        "West",
        "No region known",
    ]


def test_groups_by_tier_follow_the_letters() -> None:
    titles = [title for title, _count in groups(BUSY, "tier")]
    assert titles == sorted(titles, key=lambda title: (title == "No tier", title))
    assert titles[0] == "Tier A"


def test_groups_by_week_put_the_weeks_ahead_first_and_fold_what_is_over() -> None:
    season = a_season(
        a_program("p-aaaaaa", "Ahead"),
        a_program("p-bbbbbb", "Before"),
        a_program("p-cccccc", "Nothing"),
        an_interview("i-aaaaaa", "p-aaaaaa", at("2026-12-03 09:00")),
        an_interview("i-bbbbbb", "p-bbbbbb", at("2026-11-12 09:00")),
    )
    found = arranged(season, Arrangement(group="interview week"))
    assert [(one.title, one.fold_first) for one in found.groups] == [
        ("Week of Mon 30 Nov", False),
        ("No interview", True),
        ("Week of Mon 9 Nov", True),
    ]


def test_without_groups_everything_stands_under_one_heading() -> None:
    assert groups(BUSY, "none") == [("All programs", len(BUSY.followed))]


@pytest.mark.parametrize("group", GROUPINGS)
def test_every_grouping_folds_and_tells_its_most_urgent_step(group: str) -> None:
    found = arranged(DEMO, Arrangement("name", group=group))
    for one in found.groups:
        rows = visible_rows(found, {own.key: Fold.HEAD for own in found.groups})
        assert not any(isinstance(row, Lane) for row in rows)
        steps = [lane.next.day for lane in one.lanes if lane.next]
        assert not steps or (one.urgent.next is not None and one.urgent.next.day == min(steps))


def test_a_name_from_another_version_counts_as_the_first_there_is() -> None:
    found = arranged(BUSY, Arrangement("by moonlight", group="by smell"))
    assert [one.key for one in found.groups] == [one.key for one in arranged(BUSY, AS_IT_STARTS).groups]
