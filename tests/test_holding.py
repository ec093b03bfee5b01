"""Nothing moves under the cursor: rows keep their places until it leaves, whatever rules are applied."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from store.agenda import agenda
from store.arranging import GROUPINGS, SORTS
from store.errors import RuleBroken
from store.filters import parse_filter
from store.folds import Fold, Head, Quiet, Row, folds_of, visible_rows
from store.holding import Kept, keep, left_for, settled
from store.lanes import AS_IT_STARTS, Arrangement
from store.moments import Moment
from store.records import Program
from store.rules import programs
from store.season import Season
from store.timeline import Timeline, timeline
from store.words import Status
from tests.examples import NOW, a_busy_season, a_program
from tests.test_rules_in_any_order import Change, changes

BUSY = a_busy_season()
arrangements = st.builds(Arrangement, st.sampled_from(list(SORTS)), st.booleans(), st.sampled_from(list(GROUPINGS)))
filters = st.sampled_from(("", "status:bkd,inv", "late", "!late", "due", "tier:a", "has:draft", "!has:note", "!quiet"))


def shown(
    season: Season, arrangement: Arrangement = AS_IT_STARTS, text: str = "", before: Timeline | None = None
) -> Timeline:
    found, wanted = agenda(season, now=NOW), parse_filter(text)
    only = {one.id for one in season.followed if wanted.matches(season, found, one, NOW)} if text else None
    return timeline(season, found, now=NOW, only=only, arrangement=arrangement, before=before)


def keys(timeline: Timeline) -> list[str]:
    """What stands on each line, with the folds it started with."""
    return [row.key for row in visible_rows(timeline, {})]


def folds_as(timeline: Timeline) -> dict[str, Fold]:
    return {group.key: fold for group, fold in folds_of(timeline, {})}


def stands(row: Row, gone: set[str]) -> bool:
    """Whether a heading, or a line for several quiet lanes, is still needed without those."""
    match row:
        case Head():
            return any(lane.program_id not in gone for lane in row.group.lanes)
        case Quiet():
            return sum(lane.program_id not in gone for lane in row.lanes) > 1
    return True


@given(st.lists(changes(), min_size=1, max_size=6), arrangements, filters)
@settings(max_examples=150)
def test_while_the_cursor_rests_no_row_changes_its_place(
    steps: list[Change], arrangement: Arrangement, text: str
) -> None:
    season, kept = BUSY, settled(shown(BUSY, arrangement, text))
    folds = {group.key: fold for group, fold in folds_of(kept.shown, {})}
    for step in steps:
        before_rows, followed = visible_rows(kept.shown, folds), {one.id for one in season.followed}
        with suppress(RuleBroken):
            season = step(season, NOW)
        after = shown(season, arrangement, text, kept.settled)
        kept = keep(kept, after, changed=True)
        now_followed = {one.id for one in season.followed}
        if now_followed - followed or not kept.shown.groups:
            continue  # what is new has no place to keep
        gone = followed - now_followed
        wanted = [row.key for row in before_rows if row.key not in gone and stands(row, gone)]
        assert [row.key for row in visible_rows(kept.shown, folds) if row.key in wanted] == wanted
        assert {lane.program_id for lane in kept.shown.lanes} >= {key for key in wanted if ":" not in key}


@given(st.lists(changes(), min_size=1, max_size=6), arrangements, filters)
@settings(max_examples=100)
def test_once_the_cursor_has_left_every_row_is_where_it_belongs(
    steps: list[Change], arrangement: Arrangement, text: str
) -> None:
    season, kept = BUSY, settled(shown(BUSY, arrangement, text))
    for step in steps:
        with suppress(RuleBroken):
            season = step(season, NOW)
        kept = keep(kept, shown(season, arrangement, text, kept.settled), changed=True)
    left = left_for(kept, "head:booked")
    assert left.shown == left.settled == shown(season, arrangement, text)
    assert keys(left.shown) == keys(shown(season, arrangement, text))


def rejected(season: Season, *program_ids: str, now: Moment = NOW) -> Season:
    return programs.set_status(season, program_ids, Status.REJECTED, at=now, now=now)


def after(kept: Kept, season: Season, text: str = "") -> Kept:
    return keep(kept, shown(season, text=text, before=kept.settled), changed=True)


def test_a_row_acted_on_stays_in_its_group_and_tells_its_new_status() -> None:
    kept = after(settled(shown(BUSY)), rejected(BUSY, "p-bright"))
    booked = next(group for group in kept.shown.groups if group.key == "booked")
    before = next(group for group in shown(BUSY).groups if group.key == "booked")
    assert [lane.program_id for lane in booked.lanes] == [lane.program_id for lane in before.lanes]
    assert {lane.program_id: lane.code for lane in booked.lanes} == {"p-aldrid": "BKD", "p-bright": "REJ"}
    closed = next(group for group in kept.settled.groups if group.key == "closed")
    assert "p-bright" in {lane.program_id for lane in closed.lanes}


def test_a_row_that_matches_the_filter_no_longer_stays_until_the_cursor_leaves() -> None:
    kept = after(settled(shown(BUSY, text="status:bkd")), rejected(BUSY, "p-bright"), "status:bkd")
    assert {lane.program_id for lane in kept.shown.lanes} == {"p-bright", "p-aldrid"}
    left = left_for(kept, "p-aldrid")  # its clash is gone, which moves it nowhere
    assert {lane.program_id for lane in left.shown.lanes} == {"p-aldrid"}


def test_the_cursor_coming_to_another_row_acted_on_does_not_make_that_one_move() -> None:
    kept = after(settled(shown(BUSY)), rejected(BUSY, "p-bright", "p-aldrid"))
    assert left_for(kept, "p-aldrid") is kept
    assert not left_for(kept, "p-marrow").holds


def test_a_row_acted_on_that_stays_where_it_is_lets_the_others_move() -> None:
    season = programs.edit_program(rejected(BUSY, "p-bright"), "p-aldrid", city="Elsewhere", now=NOW)
    kept = after(settled(shown(BUSY)), season)
    assert "p-aldrid" in kept.acted
    assert not left_for(kept, "p-aldrid").holds


@given(st.lists(changes(), min_size=1, max_size=6), arrangements, filters, st.sampled_from(BUSY.programs))
@settings(max_examples=100)
def test_the_row_the_cursor_comes_to_keeps_its_group_and_never_hides(
    steps: list[Change], arrangement: Arrangement, text: str, program: Program
) -> None:
    season, kept = BUSY, settled(shown(BUSY, arrangement, text))
    for step in steps:
        with suppress(RuleBroken):
            season = step(season, NOW)
        kept = keep(kept, shown(season, arrangement, text, kept.settled), changed=True)
    before = [row.key for row in visible_rows(kept.shown, {})]
    left = left_for(kept, program.id)
    if program.id in before:
        assert program.id in [row.key for row in visible_rows(left.shown, folds_as(kept.shown))]


def test_a_program_in_the_trash_leaves_at_once_and_one_that_is_new_appears_at_once() -> None:
    first = settled(shown(BUSY))
    trashed = after(first, programs.trash_programs(BUSY, ("p-bright",), now=NOW))
    assert "p-bright" not in {lane.program_id for lane in trashed.shown.lanes}
    added = after(first, programs.add_program(BUSY, a_program("p-new001", "Newbourne"), now=NOW))
    assert "p-new001" in {lane.program_id for lane in added.shown.lanes} and not added.holds


def test_what_changes_nothing_about_the_places_holds_nothing() -> None:
    season = programs.edit_program(BUSY, "p-bright", city="Elsewhere", now=NOW)
    assert not after(settled(shown(BUSY)), season).holds


def test_the_clock_alone_acts_on_no_row() -> None:
    first = settled(shown(BUSY))
    later = timeline(BUSY, agenda(BUSY, now=NOW.after(days=10)), now=NOW.after(days=10), before=first.settled)
    kept = keep(first, later, changed=False)
    assert kept.holds and kept.acted == frozenset()
