"""The rank list on screen: its order is moved by keys alone, and what does not go together is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.records import Debrief, RankList, Score
from store.reference.shipped import shipped_criteria
from store.season import Season
from store.words import Promise
from tests.examples import NOW, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, OnScreen, cursor_line, on_screen, status
from tests.ranked_seasons import ALL, ranked
from tui.commands import RANK
from tui.rank_rows import list_text
from tui.state import state_of
from tui.widgets.row_table import RowTable

HOSTILE = "[/b][red]Fenwick[@click=app.quit]x[/]"


def told_off(screen: OnScreen) -> str:
    """What the notices say."""
    return "\n".join(one.message for one in screen.app._notifications)


def order(season: Season) -> tuple[str, ...]:
    return season.rank_list.order


async def test_j_and_k_with_shift_move_a_program_and_the_cursor_goes_with_it(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        assert "1  Brightwater" in cursor_line(screen)
        await screen.press("J", "J")
        assert order(screen.reloaded()) == ("p-aldrid", "p-fenwck", "p-bright", "p-tamsin")
        assert "3  Brightwater" in cursor_line(screen)
        assert "Moved: Brightwater to place 3" in status(screen)
        await screen.press("K")
        assert order(screen.reloaded())[1] == "p-bright"
        await screen.press("u", "u", "u")
        assert order(screen.reloaded()) == ALL
        assert "1  Brightwater" in cursor_line(screen)


async def test_undo_keeps_the_cursor_on_a_program_where_lines_without_one_are_between(tmp_path: Path) -> None:
    """What is undone is the list itself, which has no id, and neither has the line above those left out."""
    async with on_screen(ranked(*ALL[:2]), tmp_path, at=RANK) as screen:
        assert "Not on the list" in screen.text
        await screen.press("J", "u")
        assert "1  Brightwater" in cursor_line(screen)


async def test_the_ends_of_the_list_are_told_not_refused(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("K")
        assert "first already" in status(screen)
        await screen.press("G", "J")
        assert "last already" in status(screen)
        assert order(screen.season) == ALL and not told_off(screen)


async def test_a_place_is_typed(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("G", "number_sign")
        await screen.write("9")
        assert "places 1 to 4" in screen.text
        await screen.press("enter", "backspace", "1")
        assert "the place of Brightwater" in screen.text
        await screen.press("enter")
        assert order(screen.reloaded())[0] == "p-tamsin"
        assert "1  Tamsin Bay" in cursor_line(screen)


async def test_x_takes_off_and_puts_on(tmp_path: Path) -> None:
    async with on_screen(ranked("p-bright", "p-aldrid"), tmp_path, at=RANK) as screen:
        assert "Not on the list: 2" in screen.text
        await screen.press("x")
        await screen.write("too far")
        await screen.press("enter")
        assert order(screen.reloaded()) == ("p-aldrid",)
        assert screen.season.rank_list.left_out == ("p-bright",)
        assert "too far" in cursor_line(screen)
        await screen.press("x")
        assert order(screen.reloaded()) == ("p-aldrid", "p-bright")
        assert "On the list: Brightwater, place 2" in status(screen)


async def test_a_program_that_is_not_on_the_list_cannot_be_moved(tmp_path: Path) -> None:
    async with on_screen(ranked("p-bright"), tmp_path, at=RANK) as screen:
        for key in ("J", "K", "number_sign"):
            await screen.press("G", key)
            assert "not on the list yet" in status(screen)
        assert order(screen.season) == ("p-bright",)


@pytest.mark.parametrize("key", ["J", "K", "x"])
async def test_a_locked_list_refuses_with_the_sentence_of_the_rule(tmp_path: Path, key: str) -> None:
    async with on_screen(ranked(*ALL, locked=True), tmp_path, at=RANK) as screen:
        await screen.press("j", key)
        assert order(screen.season) == ALL
        assert "The rank list is locked." in told_off(screen)


async def test_the_list_is_locked_with_a_copy_and_unlocked(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("L")
        kept = screen.reloaded().rank_list
        assert kept.locked and kept.snapshots[-1].order == ALL
        assert "locked, L unlocks it" in screen.lines[1]
        await screen.press("L")
        assert not screen.reloaded().rank_list.locked
        assert "not locked" in screen.lines[1]


async def test_a_certified_list_asks_before_it_is_unlocked(tmp_path: Path) -> None:
    season = ranked(*ALL, locked=True)
    season = replace(season, rank_list=replace(season.rank_list, certified=date(2026, 11, 20)))
    async with on_screen(season, tmp_path, at=RANK) as screen:
        assert "seen certified Fri 20 Nov" in screen.lines[1]
        await screen.press("L")
        assert "Unlock the list?" in screen.text
        await screen.press("n")
        assert screen.season.rank_list.locked
        await screen.press("L", "y")
        assert not screen.reloaded().rank_list.locked


async def test_promises_the_list_does_not_keep_are_said_below_it(tmp_path: Path) -> None:
    told = (("p-aldrid", Promise.FIRST), ("p-fenwck", Promise.HIGH))
    async with on_screen(ranked(*ALL, told=told), tmp_path, at=RANK) as screen:
        assert "! You told Alder Ridge" in screen.text and "number 2 on your list" in " ".join(screen.text.split())
        assert "! first, 20 Nov" in screen.text
        assert "highly, 20 Nov" in screen.text and "! highly" not in screen.text
        await screen.press("j", "K")
        assert "You told" not in screen.text
        assert "! first" not in screen.text


async def test_two_programs_told_first_are_said(tmp_path: Path) -> None:
    told = (("p-bright", Promise.FIRST), ("p-aldrid", Promise.FIRST))
    async with on_screen(ranked(*ALL, told=told), tmp_path, at=RANK) as screen:
        assert "More than one program was told it is first" in screen.text


async def test_score_and_gut_stand_beside_the_order_and_never_make_it(tmp_path: Path) -> None:
    season = ranked(*ALL)
    first = shipped_criteria()[0].id
    gut = replace(season.interviews[1], debrief=Debrief(NOW, gut=5))
    season = replace(
        season,
        scores=(Score("s-one", "p-aldrid", first, 4, NOW),),
        interviews=(season.interviews[0], gut, *season.interviews[2:]),
    )
    async with on_screen(season, tmp_path, at=RANK) as screen:
        line = next(line for line in screen.lines if "Alder Ridge" in line)
        assert line.split()[:1] == ["2"] and "4.0" in line and " 5 " in line
        assert order(screen.season) == ALL


@pytest.mark.parametrize("size", SIZES)
async def test_the_deadline_stands_in_both_clocks_with_its_mark(tmp_path: Path, size: tuple[int, int]) -> None:
    demo = demo_season(NOW)
    at_home = replace(demo, profile=replace(demo.profile, stays=()))
    async with on_screen(at_home, tmp_path, size=size, at=RANK) as screen:
        assert "Certify by Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here, in 100 days" in screen.text
        assert "expected, confirm on nrmp.org" in screen.text
        titles = next(line for line in screen.lines if "program" in line and "#" in line)
        assert {"tier", "score", "gut", "apart", "was", "told"} <= set(titles.split())
        assert ("NRMP code" in titles) == (size[0] == 200)


async def test_the_list_is_copied_as_text_with_the_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.places.state_folder", lambda: tmp_path / "state")
    copied: list[str] = []

    def copy(text: str, *_: object) -> str:
        copied.append(text)
        return "copied"

    monkeypatch.setattr("tui.clipboard.copy", copy)
    async with on_screen(ranked("p-bright", "p-aldrid"), tmp_path, at=RANK) as screen:
        await screen.press("y")
        lines = copied[0].split("\n")
        assert lines[1:3] == ["1. Brightwater  NRMP 9900320C0", "2. Alder Ridge  NRMP 9901320C0"]
        assert lines[3:5] == ["", "Not on the list"]
        assert "The rank list" in status(screen)


async def test_an_empty_list_says_how_it_begins(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=RANK) as screen:
        assert "No interview is over yet" in screen.text
        await screen.press("J", "K", "number_sign", "x", "y", "enter", "j", "G")
        assert screen.season.rank_list == RankList()
        await screen.press("g", "p")
        assert "no program" in status(screen)


async def test_only_interviewed_programs_are_offered(tmp_path: Path) -> None:
    season = a_season(
        a_program(), a_program("p-held22", "Held There"), an_interview("i-held22", "p-held22", at("2026-11-16 09:00"))
    )
    async with on_screen(season, tmp_path, at=RANK) as screen:
        assert "Held There" in cursor_line(screen)
        assert "Brightwater" not in screen.text
        await screen.press("x")
        assert order(screen.reloaded()) == ("p-held22",)


async def test_hostile_names_stay_words(tmp_path: Path) -> None:
    season = ranked(*ALL, told=(("p-tamsin", Promise.FIRST),))
    season = replace(season, programs=tuple(replace(one, name=HOSTILE) for one in season.programs))
    for size in SIZES:
        async with on_screen(season, tmp_path / str(size[0]), size=size, at=RANK) as screen:
            assert "You told [/b][red]Fenwick[@click=app.quit]x[/]" in screen.text.replace("\n", "")
            await screen.press("j", "J", "number_sign", "escape", "L")
            assert screen.season.rank_list.locked


async def test_enter_opens_the_program_and_the_pane_tells_of_it(tmp_path: Path) -> None:
    async with on_screen(
        ranked(*ALL, told=(("p-bright", Promise.FIRST),)), tmp_path, size=(120, 36), at=RANK
    ) as screen:
        await screen.pilot.pause(0.2)
        assert "Told them" in screen.text and "I will rank" in screen.text
        await screen.press("p")
        assert "Told them" not in screen.text
        await screen.press("enter")
        assert type(screen.app.screen).__name__ == "ProgramScreen"


async def test_going_by_name(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("g", "p")
        await screen.write("tam")
        await screen.press("enter")
        assert "Tamsin Bay" in cursor_line(screen)
        await screen.press("g", "g")
        assert screen.app.screen.query_one(RowTable).key == "p-bright"


def test_a_trashed_program_on_the_list_is_still_told() -> None:
    season = ranked(*ALL)
    season = replace(season, programs=(replace(season.programs[0], trashed=NOW), *season.programs[1:]))
    assert "1. Brightwater" in list_text(state_of(season, NOW))
