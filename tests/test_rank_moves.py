"""Two hundred random moves and undos keep the rank list whole and the ledger in step with it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from store.errors import RuleBroken
from store.history import Step, redone, step_between, undone
from store.record_json import read_season, season_to_tables
from store.records import RankList
from store.rules import ranking
from store.season import Season
from store.standing import promise_conflicts, promises
from store.words import Promise
from tests.examples import NOW
from tests.ranked_seasons import ALL, ranked

STEPS = 200
TOLD = (("p-aldrid", Promise.FIRST), ("p-fenwck", Promise.HIGH))


def a_move(season: Season, chance: Random) -> Season:
    program_id = chance.choice(ALL)
    several = tuple(chance.sample(ALL, chance.randint(1, 3)))
    kept = season.rank_list.snapshots
    ways = (
        lambda: ranking.rank_program(season, program_id, now=NOW),
        lambda: ranking.rank_programs(season, several, now=NOW),
        lambda: ranking.leave_out(season, program_id, chance.choice(("", "too far", "no reply")), now=NOW),
        lambda: ranking.leave_out_all(season, several, "two of a kind", now=NOW),
        lambda: ranking.move_program(season, program_id, chance.randint(0, 5), now=NOW),
        lambda: ranking.move_programs(season, several, chance.randint(1, 4), now=NOW),
        lambda: ranking.set_order(season, several, now=NOW),
        lambda: ranking.lock_list(season, now=NOW),
        lambda: ranking.unlock_list(season, now=NOW),
        lambda: ranking.mark_certified(season, NOW.day, now=NOW),
        lambda: ranking.keep_save_point(season, "a thought", now=NOW),
        lambda: ranking.go_back_to(season, chance.choice(kept), now=NOW) if kept else season,
    )
    return chance.choice(ways)()


def check(season: Season) -> None:
    ranks: RankList = season.rank_list
    assert len(set(ranks.order)) == len(ranks.order)
    assert not set(ranks.order) & set(ranks.left_out)
    assert {one.program_id for one in ranks.why_left_out} <= set(ranks.left_out)
    assert {*ranks.order, *ranks.left_out} <= set(ALL)
    assert [one.program_id for one in promises(season)] == ["p-aldrid", "p-fenwck"]
    first = ranks.order[:1] == ("p-aldrid",)
    high = "p-fenwck" in ranks.order[:3]
    told = {one.program_ids for one in promise_conflicts(season)}
    unkept = {one for one, kept in ((("p-aldrid",), first), (("p-fenwck",), high)) if not kept}
    assert told == (unkept if ranks.order else set())


@pytest.mark.parametrize("seed", range(8))
def test_random_moves_and_undos_keep_order_and_ledger_right(seed: int) -> None:
    chance, season = Random(seed), ranked(*ALL, told=TOLD)
    done: list[tuple[Season, Step]] = []
    back: list[tuple[Season, Step]] = []
    for _ in range(STEPS):
        if done and chance.random() < 0.3:
            before, step = done.pop()
            back.append((season, step))
            season = undone(season, step)
            assert season == before
        elif back and chance.random() < 0.3:
            after, step = back.pop()
            done.append((season, step))
            season = redone(season, step)
            assert season == after
        else:
            try:
                changed = a_move(season, chance)
            except RuleBroken:
                continue
            if changed is season:
                continue
            moved = season.rank_list.order != changed.rank_list.order
            assert not (season.rank_list.locked and moved), "a locked list does not move"
            assert not (moved and changed.rank_list.certified), "another order is not the one seen certified"
            done.append((season, step_between(season, changed, "moved", at=NOW)))
            season, back = changed, []
        check(season)
    assert read_season(season_to_tables(season)).season == season
    while done:
        before, step = done.pop()
        season = undone(season, step)
        assert season == before
    assert season == ranked(*ALL, told=TOLD)


def test_a_block_moves_together_in_the_order_it_has() -> None:
    season = ranked(*ALL)
    assert ranking.move_programs(season, ("p-tamsin", "p-fenwck"), 1, now=NOW).rank_list.order == (
        "p-fenwck",
        "p-tamsin",
        "p-bright",
        "p-aldrid",
    )
    assert ranking.move_programs(season, ("p-bright", "p-aldrid"), 4, now=NOW).rank_list.order[2:] == (
        "p-bright",
        "p-aldrid",
    )


def test_any_move_mends_a_list_that_names_a_program_twice() -> None:
    season = ranked(*ALL)
    twice = replace(season, rank_list=replace(season.rank_list, order=(*ALL, "p-bright")))
    assert ranking.move_program(twice, "p-bright", 1, now=NOW).rank_list.order == ALL
    assert ranking.leave_out(twice, "p-bright", now=NOW).rank_list.order == ALL[1:]


def test_the_list_is_set_as_a_whole() -> None:
    season = ranking.set_order(ranked(*ALL), ("p-tamsin", "p-bright"), now=NOW)
    assert season.rank_list.order == ("p-tamsin", "p-bright")
    with pytest.raises(RuleBroken, match="Brightwater stands there twice"):
        ranking.set_order(season, ("p-bright", "p-bright"), now=NOW)
    with pytest.raises(RuleBroken, match="first choice first"):
        ranking.set_order(season, (), now=NOW)


def test_a_reason_for_leaving_out_is_kept_and_goes_when_the_program_is_ranked() -> None:
    season = ranking.leave_out(ranked(*ALL), "p-fenwck", "  too far ", now=NOW)
    assert [(one.program_id, one.reason) for one in season.rank_list.why_left_out] == [("p-fenwck", "too far")]
    assert ranking.leave_out(season, "p-fenwck", "too far", now=NOW) is season
    assert ranking.leave_out(season, "p-fenwck", now=NOW) is season
    other = ranking.leave_out(season, "p-fenwck", "no NICU", now=NOW)
    assert [one.reason for one in other.rank_list.why_left_out] == ["no NICU"]
    assert ranking.rank_program(other, "p-fenwck", now=NOW).rank_list.why_left_out == ()


def test_a_dated_copy_is_gone_back_to_without_programs_that_are_no_longer_followed() -> None:
    season = ranking.keep_save_point(ranked(*ALL), "first thoughts", now=NOW)
    kept = season.rank_list.snapshots[0]
    moved = ranking.set_order(season, ("p-tamsin",), now=NOW)
    assert ranking.go_back_to(moved, kept, now=NOW).rank_list.order == ALL
    gone = replace(moved, programs=(replace(moved.programs[0], trashed=NOW), *moved.programs[1:]))
    assert ranking.go_back_to(gone, kept, now=NOW).rank_list.order == ALL[1:]
    nobody = replace(moved, programs=tuple(replace(one, trashed=NOW) for one in moved.programs))
    with pytest.raises(RuleBroken, match="is followed any more"):
        ranking.go_back_to(nobody, kept, now=NOW)
    with pytest.raises(RuleBroken, match="locked"):
        ranking.go_back_to(ranking.lock_list(moved, now=NOW), kept, now=NOW)


def test_a_save_point_needs_a_reason_and_a_list() -> None:
    with pytest.raises(RuleBroken, match="few words"):
        ranking.keep_save_point(ranked(*ALL), "  ", now=NOW)
    with pytest.raises(RuleBroken, match="empty"):
        ranking.keep_save_point(ranked(), "why", now=NOW)
