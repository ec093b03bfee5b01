"""Comparing on screen: two to four side by side, close calls answered by one key, a proposal accepted with enter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from store.rules.programs import add_program
from store.words import Status
from tests.examples import NOW, a_program
from tests.on_screen import SIZES, OnScreen, on_screen
from tests.on_screen import status as said
from tests.ranked_seasons import ALL, ranked, scored
from tui.commands import RANK
from tui.requests import Change
from tui.screens.comparing import CompareScreen
from tui.widgets.row_table import RowTable

BRIGHT, ALDER, FENWICK, TAMSIN = ALL
CLOSE = scored(ranked(*ALL), bright={"culture": 4}, aldrid={"culture": 5}, fenwck={"culture": 5}, tamsin={"culture": 1})
"""Brightwater before Alder Ridge goes against the scores; Alder Ridge and Fenwick are even."""


def front(screen: OnScreen) -> str:
    return type(screen.app.screen).__name__


async def test_two_to_four_selected_stand_side_by_side(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, size=(120, 36), at=RANK) as screen:
        await screen.press("space", "space", "space", "c")
        assert front(screen) == "CompareScreen"
        titles = screen.lines[2]
        assert "a Brightwater" in titles and "b Alder Ridge" in titles and "c Fenwick" in titles
        await screen.press("h")
        assert "A choice is between two" in said(screen)
        await screen.press("escape")
        assert front(screen) == "RankScreen"


async def test_without_a_selection_the_next_one_is_compared_and_at_the_end_the_one_before(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("c")
        compared = screen.app.screen
        assert isinstance(compared, CompareScreen) and compared.ids == (BRIGHT, ALDER)
        await screen.press("escape", "G", "c")
        compared = screen.app.screen
        assert isinstance(compared, CompareScreen) and compared.ids == (FENWICK, TAMSIN)


async def test_one_alone_is_not_compared(tmp_path: Path) -> None:
    season = ranked(BRIGHT)
    programs, interviews = season.programs[:1], season.interviews[:1]
    async with on_screen(replace(season, programs=programs, interviews=interviews), tmp_path, at=RANK) as screen:
        await screen.press("c")
        assert "nothing to compare it with" in said(screen)


async def test_close_calls_are_gone_through_and_a_move_is_made_only_on_enter(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("C")
        assert "Pair 1 of 2. Which would you rather match at?" in screen.text
        assert "h Brightwater   l Alder Ridge   = cannot say" in screen.text
        await screen.press("l")
        assert screen.reloaded().rank_list.order == ALL, "an answer moves nothing"
        assert "enter moves it up to place 1; without that the list stays." in screen.text
        await screen.press("enter")
        assert screen.reloaded().rank_list.order == (ALDER, BRIGHT, FENWICK, TAMSIN)
        assert "Pair 2 of 2." in screen.text
        await screen.press("equals_sign")
        calls = screen.reloaded().rank_list.close_calls
        assert [(one.one_id, one.other_id, one.preferred_id) for one in calls] == [
            (BRIGHT, ALDER, ALDER),
            (ALDER, FENWICK, ""),
        ]
        assert "That was the last pair" in said(screen)
        await screen.press("u", "u", "u")
        assert screen.reloaded().rank_list == CLOSE.rank_list


async def test_an_answer_that_agrees_with_the_list_goes_on_at_once(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("C", "h")
        assert "Pair 2 of 2." in screen.text
        await screen.press("N")
        assert "your list says so too" in screen.text


async def test_what_was_answered_is_not_asked_again_but_can_be_answered_anew(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("C", "h", "h", "escape", "C")
        assert front(screen) == "RankScreen" and "Every close call is answered" in said(screen)
        await screen.press("g", "g", "c", "equals_sign")
        assert "You could not say" in screen.text


async def test_answers_that_go_round_are_shown(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("C", "h", "h", "escape")
        await screen.press("g", "g", "space", "j", "space", "c", "l")
        told = " ".join(screen.text.split())
        assert "Your answers go round: Brightwater before Alder Ridge" in told
        await screen.press("escape", "exclamation_mark")
        assert "Answers that go round" in screen.text


async def test_the_line_under_the_cursor_is_told_in_full(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("c")
        assert screen.lines[-6].strip() == "a 4 ####" or "a 4 ####" in screen.text
        await screen.press("G")
        assert screen.app.screen.query_one(RowTable).key.startswith("Where they stand/")


async def test_one_of_them_is_scored_from_here(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("c", "e", "b", "5", "1", "ctrl+s")
        scores = {one.program_id: one.value for one in screen.reloaded().scores if one.criterion_id == "culture"}
        assert scores[ALDER] == 1
        assert front(screen) == "CompareScreen"


async def test_all_of_it_is_copied_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.places.state_folder", lambda: tmp_path / "state")
    copied: list[str] = []

    def copy(text: str, *_: object) -> str:
        copied.append(text)
        return "copied"

    monkeypatch.setattr("tui.clipboard.copy", copy)
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("c", "y")
        assert copied[0].startswith(
            "a  Brightwater\nb  Alder Ridge\n\nScores\n  People and culture x5:  a 4 ####   b 5"
        )


async def test_the_ends_of_the_pairs_are_told(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        await screen.press("C", "N")
        assert "no other pair" in said(screen)
        await screen.press("n")
        assert "Pair 2 of 2." in screen.text
        assert screen.season == CLOSE


async def test_a_proposal_on_a_locked_list_is_refused_with_its_sentence(tmp_path: Path) -> None:
    season = replace(CLOSE, rank_list=replace(CLOSE.rank_list, locked=True))
    async with on_screen(season, tmp_path, at=RANK) as screen:
        await screen.press("C", "l", "enter")
        assert screen.reloaded().rank_list.order == ALL
        assert any("The rank list is locked." in one.message for one in screen.app._notifications)


async def test_undo_may_take_a_compared_program_away(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        added = partial(add_program, program=a_program("p-newone", "New There", Status.INTERVIEWED, NOW))
        assert screen.app.change_season(Change("added", added))
        screen.app.push_screen(CompareScreen(((BRIGHT, "p-newone"), (BRIGHT, ALDER))))
        await screen.rest()
        assert "New There" in screen.text
        await screen.press("u")
        assert front(screen) == "CompareScreen" and "l Alder Ridge" in screen.text


async def test_when_nothing_is_left_to_compare_the_list_is_shown_again(tmp_path: Path) -> None:
    async with on_screen(CLOSE, tmp_path, at=RANK) as screen:
        added = partial(add_program, program=a_program("p-newone", "New There", Status.INTERVIEWED, NOW))
        assert screen.app.change_season(Change("added", added))
        screen.app.push_screen(CompareScreen(((BRIGHT, "p-newone"),)))
        await screen.rest()
        await screen.press("u")
        assert front(screen) == "RankScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_the_comparison_fits_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(CLOSE, tmp_path, size=size, at=RANK) as screen:
        await screen.press("A", "c")
        assert all(f"{letter} " in screen.lines[2] for letter in "abcd")
        assert all(len(line) == size[0] for line in screen.lines)
