"""Rules about the rank order list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.errors import RuleBroken
from store.records import RankSnapshot
from store.rules.ranking import (
    leave_out,
    lock_list,
    mark_certified,
    move_program,
    rank_program,
    unlock_list,
)
from store.season import Season
from tests.examples import NOW, a_program, a_season


def ranked() -> Season:
    season = a_season(*(a_program(f"p-{name}", name.title()) for name in ("alders", "birchs", "cedars")))
    for program in season.programs:
        season = rank_program(season, program.id, now=NOW)
    return season


def names(season: Season) -> str:
    return " ".join(program_id[2] for program_id in season.rank_list.order)


def test_a_program_joins_at_the_end_once() -> None:
    season = ranked()
    assert names(season) == "a b c"
    assert rank_program(season, "p-alders", now=NOW) is season


@pytest.mark.parametrize(("program_id", "place", "order"), [
    ("p-cedars", 1, "c a b"),
    ("p-alders", 3, "b c a"),
    ("p-birchs", 1, "b a c"),
])  # fmt: skip
def test_a_program_moves_to_the_place_named(program_id: str, place: int, order: str) -> None:
    assert names(move_program(ranked(), program_id, place, now=NOW)) == order


def test_moving_to_its_own_place_changes_nothing() -> None:
    season = ranked()
    assert move_program(season, "p-birchs", 2, now=NOW) is season


@pytest.mark.parametrize("place", [0, 4, -1])
def test_a_place_beyond_the_list_is_refused(place: int) -> None:
    with pytest.raises(RuleBroken, match="places 1 to 3"):
        move_program(ranked(), "p-alders", place, now=NOW)


def test_a_program_left_out_leaves_the_list_and_can_return() -> None:
    season = leave_out(ranked(), "p-alders", now=NOW)
    assert (names(season), season.rank_list.left_out) == ("b c", ("p-alders",))
    assert leave_out(season, "p-alders", now=NOW) is season
    with pytest.raises(RuleBroken, match="Alders is not on the rank list yet"):
        move_program(season, "p-alders", 1, now=NOW)
    season = rank_program(season, "p-alders", now=NOW)
    assert (names(season), season.rank_list.left_out) == ("b c a", ())


CHANGES: tuple[Callable[[Season], Season], ...] = (
    lambda season: rank_program(season, "p-alders", now=NOW),
    lambda season: leave_out(season, "p-alders", now=NOW),
    lambda season: move_program(season, "p-alders", 2, now=NOW),
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_locked_list_does_not_move(change: Callable[[Season], Season]) -> None:
    season = lock_list(ranked(), now=NOW)
    with pytest.raises(RuleBroken, match="locked"):
        change(season)
    change(unlock_list(season, now=NOW))


def test_locking_keeps_a_dated_copy() -> None:
    season = lock_list(ranked(), now=NOW)
    assert season.rank_list.snapshots == (RankSnapshot(NOW, "locked", ("p-alders", "p-birchs", "p-cedars")),)
    assert lock_list(season, now=NOW) is season
    unlocked = unlock_list(season, now=NOW)
    assert unlock_list(unlocked, now=NOW) is unlocked


def test_certifying_keeps_the_day_and_a_copy() -> None:
    season = mark_certified(ranked(), date(2026, 11, 24), now=NOW)
    assert (season.rank_list.certified, season.rank_list.snapshots[0].reason) == (date(2026, 11, 24), "certified")
    assert mark_certified(season, date(2026, 11, 24), now=NOW) is season


def test_a_list_that_moved_is_not_the_one_that_was_certified() -> None:
    season = mark_certified(ranked(), date(2026, 11, 24), now=NOW)
    assert move_program(season, "p-alders", 3, now=NOW).rank_list.certified is None
    season_with_more = Season(
        programs=(*season.programs, a_program("p-dogwds", "Dogwoods")), rank_list=season.rank_list
    )
    assert leave_out(season_with_more, "p-dogwds", now=NOW).rank_list.certified == date(2026, 11, 24)


def test_what_cannot_be_certified() -> None:
    with pytest.raises(RuleBroken, match="in the future"):
        mark_certified(ranked(), date(2026, 11, 25), now=NOW)
    with pytest.raises(RuleBroken, match="empty"):
        mark_certified(a_season(), date(2026, 11, 24), now=NOW)


def test_only_programs_that_exist_are_ranked() -> None:
    with pytest.raises(RuleBroken, match="p-nobody"):
        rank_program(a_season(), "p-nobody", now=NOW)
