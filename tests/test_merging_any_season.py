"""Whatever happened to two copies of a season, bringing them together loses nothing and invents nothing."""

from __future__ import annotations

from hypothesis import given, settings

from store.history import redone, step_between, undone
from store.merging.merge import decided, differences, merge_with
from store.merging.sides import Side
from store.merging.words import aside, count_words, named_lines, title_of
from store.record_json import read_season, season_to_tables
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in
from tests.examples import NOW
from tests.merging_strategies import Apart, apart, plainly, the_copy, unknown_copy
from tests.strategies import seasons


def ids(season: Season) -> set[tuple[str, str]]:
    return {(table, id_of(one)) for table in RECORDS for one in records_in(season, table)}


@given(apart(overlapping=False))
@settings(max_examples=25)
def test_changes_in_different_places_are_all_there(copies: Apart) -> None:
    merge = merge_with(copies.copy(Side.MINE), copies.other())
    assert merge.conflicts == ()
    assert plainly(decided(merge, {}, now=NOW)) == plainly(copies.copy(*Side))


@given(apart(overlapping=True))
@settings(max_examples=25)
def test_it_does_not_matter_which_copy_is_at_hand(copies: Apart) -> None:
    here = merge_with(copies.copy(Side.MINE), copies.other())
    there = merge_with(copies.copy(Side.THEIRS), copies.other(Side.MINE))
    assert {one.key for one in here.conflicts} == {one.key for one in there.conflicts}
    for side in Side:
        one = decided(here, dict.fromkeys((each.key for each in here.conflicts), side), now=NOW)
        other = decided(there, dict.fromkeys((each.key for each in there.conflicts), side.other), now=NOW)
        assert plainly(one) == plainly(other)


@given(apart(overlapping=True))
@settings(max_examples=25)
def test_the_same_copy_brought_in_once_more_changes_nothing(copies: Apart) -> None:
    for side in Side:
        merge = merge_with(copies.copy(Side.MINE), copies.other())
        choices = dict.fromkeys((one.key for one in merge.conflicts), side)
        once = decided(merge, choices, now=NOW)
        assert decided(merge_with(once, copies.other()), choices, now=NOW) is once


@given(apart(overlapping=True))
@settings(max_examples=25)
def test_an_older_state_of_the_season_brings_nothing_and_a_newer_one_brings_itself(copies: Apart) -> None:
    changed = copies.copy(Side.MINE)
    back = merge_with(changed, the_copy(copies.base, copies.base))
    ahead = merge_with(copies.base, the_copy(changed, copies.base))
    assert (back.conflicts, ahead.conflicts) == ((), ())
    assert decided(back, {}, now=NOW) is changed
    assert decided(ahead, {}, now=NOW) == changed


@given(apart(overlapping=True))
@settings(max_examples=25)
def test_every_record_of_either_copy_is_there_or_named(copies: Apart) -> None:
    mine, other = copies.copy(Side.MINE), copies.other()
    merge = merge_with(mine, other)
    season = decided(merge, {}, now=NOW)
    assert read_season(season_to_tables(season)).season == season
    gone = {(one.table, key) for one in differences(mine, season) for key in one.removed}
    assert ids(mine) - ids(season) == gone
    removed_here = ids(copies.base) - ids(mine)
    assert ids(other.season) - ids(season) <= removed_here
    assert len(aside(merge, {})) == len(merge.conflicts)
    found = differences(mine, season)
    lines = list(named_lines(found, mine, season))
    assert len(lines) == sum(len(one.added) + len(one.changed) + len(one.removed) for one in found)
    assert (count_words(found) == "nothing") is (season is mine)


@given(seasons(), seasons())
@settings(max_examples=25)
def test_two_seasons_without_any_common_ground_keep_every_record_of_both(mine: Season, theirs: Season) -> None:
    merge = merge_with(mine, unknown_copy(theirs))
    season = decided(merge, {}, now=NOW)
    taken = {(pair.table, pair.theirs) for pair in merge.twins}
    assert ids(mine) <= ids(season)
    assert ids(merge.theirs) <= ids(season)
    assert all(place in ids(merge.theirs) or place[0] == "scores" for place in ids(theirs) - taken)
    assert all(title_of(merge, one) for one in merge.conflicts)


@given(apart(overlapping=True))
@settings(max_examples=25)
def test_one_step_takes_a_merge_back_and_does_it_again(copies: Apart) -> None:
    mine = copies.copy(Side.MINE)
    season = decided(merge_with(mine, copies.other()), {}, now=NOW)
    step = step_between(mine, season, "Merged", at=NOW)
    assert undone(season, step) == mine
    assert redone(mine, step) == season
