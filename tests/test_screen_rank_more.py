"""On the rank view: several moved at once, save points, scores, disagreements, and every check in full."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import RankList
from store.rules.ranking import keep_save_point
from store.words import Promise, Status
from tests.examples import NOW, a_program, at
from tests.on_screen import SIZES, OnScreen, on_screen
from tests.on_screen import status as said
from tests.ranked_seasons import ALL, felt, ranked, scored
from tui.commands import RANK
from tui.widgets.row_table import RowTable
from tui.widgets.status_line import StatusLine

BRIGHT, ALDER, FENWICK, TAMSIN = ALL
SCORED = scored(
    ranked(*ALL), bright={"culture": 2}, aldrid={"culture": 5}, fenwck={"culture": 4}, tamsin={"culture": 5}
)


def order(screen: OnScreen) -> tuple[str, ...]:
    return screen.reloaded().rank_list.order


async def test_selected_programs_move_as_a_block_and_stay_selected(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("space", "space")
        assert "2 selected" in said(screen)
        await screen.press("J")
        assert order(screen) == (FENWICK, BRIGHT, ALDER, TAMSIN)
        await screen.press("J")
        assert order(screen) == (FENWICK, TAMSIN, BRIGHT, ALDER)
        await screen.press("J")
        assert "last already" in said(screen)
        await screen.press("u", "u")
        assert order(screen) == ALL
        await screen.press("number_sign")
        await screen.write("3")
        await screen.press("enter")
        assert order(screen) == (FENWICK, TAMSIN, BRIGHT, ALDER)
        assert not screen.app.screen.query_one(RowTable).selected


async def test_selected_programs_are_left_out_for_one_reason_in_one_step(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("space", "space", "x")
        await screen.write("too far")
        await screen.press("enter")
        ranks = screen.reloaded().rank_list
        assert ranks.order == (FENWICK, TAMSIN)
        assert [(one.program_id, one.reason) for one in ranks.why_left_out] == [(BRIGHT, "too far"), (ALDER, "too far")]
        assert screen.text.count("too far") >= 2
        await screen.press("u")
        assert order(screen) == ALL


async def test_leaving_out_can_be_given_up_and_needs_no_reason(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("x", "escape")
        assert order(screen) == ALL
        await screen.press("x", "enter")
        assert screen.reloaded().rank_list.left_out == (BRIGHT,)
        assert "left out by you" in screen.text


@pytest.mark.parametrize("key", ["J", "K", "x", "number_sign"])
async def test_a_locked_list_refuses_before_anything_is_asked(tmp_path: Path, key: str) -> None:
    async with on_screen(ranked(*ALL, locked=True), tmp_path, at=RANK) as screen:
        await screen.press("space", "space", key)
        assert any("The rank list is locked." in one.message for one in screen.app._notifications)
        assert type(screen.app.screen).__name__ == "RankScreen"
        assert order(screen) == ALL


async def test_all_that_are_selected_are_counted_and_escape_lets_them_go(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        row = said(screen)
        await screen.press("A")
        assert said(screen).startswith(f"{len(ALL)} selected")
        await screen.press("escape")
        assert not screen.app.screen.query_one(RowTable).selected
        assert said(screen) == row


async def test_the_largest_disagreements_come_first_and_the_order_stays(tmp_path: Path) -> None:
    async with on_screen(SCORED, tmp_path, at=RANK) as screen:
        await screen.press("S")
        assert screen.app.screen.query_one(RowTable).keys == (BRIGHT, TAMSIN, ALDER, FENWICK)
        assert "largest disagreements first" in screen.lines[1]
        assert order(screen) == ALL
        await screen.press("J")
        assert order(screen) == (ALDER, BRIGHT, FENWICK, TAMSIN)
        await screen.press("S")
        assert screen.app.screen.query_one(RowTable).keys == (ALDER, BRIGHT, FENWICK, TAMSIN)


async def test_three_orders_stand_side_by_side(tmp_path: Path) -> None:
    async with on_screen(felt(SCORED, bright=3, aldrid=5), tmp_path, at=RANK) as screen:
        line = next(line for line in screen.lines if "Brightwater" in line)
        assert line.split()[:7] == [">", "1", "Brightwater", "2.0", "4", "3", "2"]
        assert "-3" in line


async def test_an_order_is_kept_with_a_reason_read_and_gone_back_to(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("s")
        await screen.write("first thoughts")
        await screen.press("enter")
        assert screen.reloaded().rank_list.snapshots[0].reason == "first thoughts"
        assert "first thoughts: nothing has moved" in screen.text
        await screen.press("J")
        assert "Alder Ridge 2 to 1, Brightwater 1 to 2" in screen.text
        await screen.press("s", "e")
        assert "2 moved since" in screen.text
        await screen.press("enter", "r")
        assert "The order then" in screen.text and "Moved since" in screen.text
        await screen.press("escape", "s", "e", "enter", "b")
        assert order(screen) == ALL
        await screen.press("u")
        assert order(screen) == (ALDER, BRIGHT, FENWICK, TAMSIN)


async def test_what_moved_since_the_save_point_stands_on_each_row(tmp_path: Path) -> None:
    season = keep_save_point(ranked(*ALL[:3]), "before", now=NOW)
    moved = replace(season.rank_list, order=(FENWICK, BRIGHT, ALDER, TAMSIN))
    async with on_screen(replace(season, rank_list=moved), tmp_path, at=RANK) as screen:
        rows = {one.key: one.cells for one in screen.app.screen.query_one(RowTable).rows}
        assert [rows[one][6][0] for one in (FENWICK, BRIGHT, TAMSIN)] == ["+2", "-1", "new"]


async def test_scores_and_the_first_feeling_are_given_in_one_form_and_one_step(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("e", "4", "5", "ctrl+s")
        season = screen.reloaded()
        debrief = season.interviews_of[BRIGHT][0].debrief
        assert debrief is not None and debrief.gut == 4
        assert [(one.program_id, one.criterion_id, one.value) for one in season.scores] == [(BRIGHT, "culture", 5)]
        assert season.rank_list.order == ALL
        await screen.press("u")
        assert screen.reloaded().scores == () and screen.reloaded().interviews_of[BRIGHT][0].debrief is None


async def test_a_score_is_taken_back_in_the_form_and_giving_it_up_changes_nothing(tmp_path: Path) -> None:
    async with on_screen(SCORED, tmp_path, at=RANK) as screen:
        await screen.press("e", "escape")
        assert screen.season == SCORED
        await screen.press("e", "tab", "0", "ctrl+s")
        assert BRIGHT not in {one.program_id for one in screen.reloaded().scores}
        assert screen.reloaded().interviews == SCORED.interviews


async def test_a_promise_is_corrected_from_the_list(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL, told=((ALDER, Promise.FIRST),)), tmp_path, at=RANK) as screen:
        await screen.press("P")
        assert "Nothing about ranking stands promised" in said(screen)
        await screen.press("j", "P")
        assert type(screen.app.screen).__name__ != "RankScreen"
        await screen.press("escape")
        assert screen.season.letters[0].stands is Promise.FIRST


async def test_save_points_can_be_left_at_every_step(tmp_path: Path) -> None:
    season = keep_save_point(ranked(*ALL), "before", now=NOW)
    async with on_screen(season, tmp_path, at=RANK) as screen:
        for keys in (("s", "escape"), ("s", "k", "escape"), ("s", "e", "escape"), ("s", "e", "enter", "escape")):
            await screen.press(*keys)
            assert type(screen.app.screen).__name__ == "RankScreen"
        assert screen.season == season
        await screen.press("s", "k")
        await screen.write("again")
        await screen.press("enter")
        assert [one.reason for one in screen.reloaded().rank_list.snapshots] == ["before", "again"]


async def test_no_more_than_four_are_compared(tmp_path: Path) -> None:
    season = ranked(*ALL)
    more = a_program("p-fifth2", "Fifth Place", Status.INTERVIEWED, at("2026-11-16 20:00"))
    season = replace(season, programs=(*season.programs, more), rank_list=RankList(order=(*ALL, more.id)))
    async with on_screen(season, tmp_path, at=RANK) as screen:
        await screen.press("A", "c")
        assert "not 5" in said(screen)
        assert type(screen.app.screen).__name__ == "RankScreen"


async def test_some_of_the_selected_without_a_place_are_not_moved(tmp_path: Path) -> None:
    async with on_screen(ranked(BRIGHT, ALDER), tmp_path, at=RANK) as screen:
        await screen.press("A", "J")
        assert "Some of these are not on the list yet" in said(screen)
        assert order(screen) == (BRIGHT, ALDER)


async def test_all_checks_are_read_in_full_and_none_is_cut_below_the_list(tmp_path: Path) -> None:
    told = tuple((one, Promise.FIRST) for one in ALL)
    async with on_screen(ranked(*ALL, told=told), tmp_path, at=RANK) as screen:
        assert "!  shows all 4" in screen.text
        await screen.press("exclamation_mark")
        assert "What speaks against the list" in screen.text
        assert "Tamsin Bay on Fri 20 Nov 2026 that it is first" in " ".join(screen.text.replace("│", " ").split())


async def test_a_list_nothing_speaks_against_says_so(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        assert "Checks: nothing speaks against the list." in screen.text


@pytest.mark.parametrize("size", SIZES)
async def test_moving_keeps_every_line_within_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    season = replace(SCORED, rank_list=RankList(order=ALL[:2]))
    async with on_screen(season, tmp_path, size=size, at=RANK) as screen:
        await screen.press("j", "K", "S", "A", "escape")
        assert all(len(line) == size[0] for line in screen.lines)
        assert "neither ranked nor left out" in " ".join(screen.text.split())


async def test_long_names_take_the_room_of_the_day_which_is_told_of_the_row_instead(tmp_path: Path) -> None:
    season = ranked(*ALL, told=((ALDER, Promise.HIGH),))
    long = "Alder Ridge Children Hospital"
    season = replace(season, programs=tuple(replace(p, name=long) if p.id == ALDER else p for p in season.programs))
    async with on_screen(season, tmp_path, size=(80, 24), at=RANK) as screen:
        (row,) = (line for line in screen.lines if long in line and "highly" in line)
        assert "20 Nov" not in row
        screen.app.screen.query_one(RowTable).show_key(ALDER)
        await screen.press("k", "j")
        assert "told it will be ranked highly, Fri 20 Nov 2026" in screen.app.screen.query_one(StatusLine).words
