"""Weights on screen: tried out by keys, kept only on enter; the rank list stays whatever they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Criterion, Score
from store.scores import criteria_in_force
from tests.examples import NOW
from tests.on_screen import SIZES, OnScreen, on_screen
from tests.on_screen import status as said
from tests.ranked_seasons import ALL, ranked, scored
from tui.commands import RANK
from tui.widgets.row_table import RowTable

SEASON = scored(
    ranked(*ALL), bright={"culture": 5, "research": 1}, aldrid={"culture": 3, "research": 5}, fenwck={"culture": 1}
)


async def at_culture(screen: OnScreen) -> None:
    await screen.press("w")
    assert screen.app.screen.query_one(RowTable).show_key("culture")


async def test_weights_are_tried_without_touching_anything(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=RANK) as screen:
        await at_culture(screen)
        assert "1 Brightwater  2 Alder Ridge" in " ".join(screen.text.split("\n")).replace("   ", "  ")
        await screen.press("h", "h", "h", "h")
        assert "1, was 5" in screen.text and "Tried out, not kept" in screen.text
        assert "By score: 1 Alder Ridge  2 Brightwater" in screen.text
        assert screen.season == SEASON
        await screen.press("r")
        assert "The weights in force." in screen.text
        await screen.press("escape")
        assert screen.season == SEASON


async def test_enter_keeps_them_as_one_step(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=RANK) as screen:
        await at_culture(screen)
        await screen.press("h", "j", "l", "enter")
        kept = {one.id: one.weight for one in screen.reloaded().criteria}
        assert kept == {"culture": 4, "schedule": 4}
        assert screen.reloaded().rank_list.order == ALL
        assert "Weights: People and culture 4, Schedule and call 4" in said(screen)
        await screen.press("u")
        assert screen.reloaded().criteria == ()


async def test_the_ends_are_told(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=RANK) as screen:
        await at_culture(screen)
        await screen.press("l")
        assert "5 is the most" in said(screen)
        await screen.press("h", "h", "h", "h", "h", "h")
        assert "cannot count less" in said(screen)
        await screen.press("escape", "w", "enter")
        assert "in force already" in said(screen)


async def test_a_criterion_of_ones_own_is_added_and_the_same_name_refused(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=RANK) as screen:
        await screen.press("w", "n")
        await screen.write("a garden")
        await screen.press("enter")
        (own,) = screen.reloaded().criteria
        assert (own.name, own.weight) == ("a garden", 3)
        assert screen.app.screen.query_one(RowTable).key == own.id
        await screen.press("n")
        await screen.write("A Garden")
        await screen.press("enter")
        assert any("among your criteria already" in one.message for one in screen.app._notifications)


async def test_a_criterion_of_ones_own_is_renamed_and_removed_with_its_scores(tmp_path: Path) -> None:
    own = Criterion("k-garden", "a garden", 3)
    season = replace(SEASON, criteria=(own,), scores=(*SEASON.scores, Score("s-own", "p-bright", own.id, 4, NOW)))
    async with on_screen(season, tmp_path, at=RANK) as screen:
        await screen.press("w")
        assert screen.app.screen.query_one(RowTable).show_key(own.id)
        await screen.press("e", "home", "ctrl+k")
        await screen.write("a roof garden")
        await screen.press("enter")
        assert screen.reloaded().criteria == (replace(own, name="a roof garden"),)
        await screen.press("X")
        assert "Removed: a roof garden, with 1 score" in said(screen)
        assert screen.reloaded().criteria == () and screen.reloaded().scores == SEASON.scores
        await screen.press("u")
        assert len(screen.reloaded().scores) == len(SEASON.scores) + 1


@pytest.mark.parametrize("key", ["e", "X"])
async def test_a_shipped_criterion_keeps_its_name_and_place(tmp_path: Path, key: str) -> None:
    async with on_screen(SEASON, tmp_path, at=RANK) as screen:
        await at_culture(screen)
        await screen.press(key)
        assert "weight 0 leaves it out" in said(screen)
        assert screen.season == SEASON


@pytest.mark.parametrize("size", SIZES)
async def test_chart_and_order_stand_in_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(SEASON, tmp_path, size=size, at=RANK) as screen:
        await at_culture(screen)
        assert "[.]" in screen.text
        assert "Alder Ridge" in screen.text
        assert all(len(line) == size[0] for line in screen.lines)


async def test_a_program_whose_scores_did_not_count_before_comes_in_as_one_that_has_not_moved(tmp_path: Path) -> None:
    weightless = tuple(
        replace(one, weight=0 if one.id == "culture" else one.weight) for one in criteria_in_force(SEASON)
    )
    async with on_screen(replace(SEASON, criteria=weightless), tmp_path, at=RANK, size=(120, 36)) as screen:
        await at_culture(screen)
        await screen.press("l")
        assert "0.00" not in screen.text and "Fenwick, yours 3" in screen.text
