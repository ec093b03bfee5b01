"""The fit on screen: programs by fit, each point explained, signals noted, facts added, weights tried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.records import Fact, FitWeight
from store.season import Season
from store.words import Status
from tests.examples import a_profile, a_program
from tests.on_screen import SIZES, OnScreen, on_screen
from tests.on_screen import status as said
from tui.commands import PROGRAMS
from tui.widgets.row_table import RowTable

PROFILE = replace(
    a_profile(),
    graduation=date(2019, 6, 1),
    ties=("Ohio: my sister [b] lives there",),
    interests=("newborn medicine",),
    preferred_regions=("MW",),
    preferred_types=("university",),
)
LIMIT = Fact("graduation-year limit", "within 5 years", "their page", date(2026, 6, 3))
SEASON = Season(
    profile=PROFILE,
    programs=(
        replace(a_program("p-bright", "Brightwater", Status.PLANNED, state="GA"), facts=(LIMIT,)),
        a_program("p-aldrid", "Alder Ridge", Status.PLANNED, state="OH", type="university"),
        a_program("p-fenwck", "Fenwick", Status.APPLIED, state="OH", signaled=True),
    ),
)


def cursor(screen: OnScreen) -> str:
    return screen.app.screen.query_one(RowTable).key


def listed(screen: OnScreen) -> tuple[str, ...]:
    return tuple(screen.app.screen.query_one(RowTable).keys)


async def at_fit(screen: OnScreen, program_id: str = "p-aldrid") -> None:
    assert screen.app.screen.query_one(RowTable).show_key(program_id)
    await screen.press("F")


async def test_planned_programs_stand_by_fit_with_every_point_of_the_one_under_the_cursor(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=PROGRAMS) as screen:
        await at_fit(screen)
        assert listed(screen) == ("p-aldrid", "p-bright") and cursor(screen) == "p-aldrid"
        assert "+3 your tie: Ohio: my sister [b] lives there" in screen.text
        await screen.press("j")
        assert "-3 graduation “within 5 years”: you graduated 7 years ago" in screen.text
        assert "checked Wed 3 Jun 2026, stale" in " ".join(screen.text.split())
        assert "find out: graduation-year limit: look it up again" in screen.text


async def test_a_program_applied_to_is_shown_where_it_was_asked_for(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=PROGRAMS) as screen:
        await at_fit(screen, "p-fenwck")
        assert cursor(screen) == "p-fenwck" and len(listed(screen)) == 3
        await screen.press("a")
        assert listed(screen) == ("p-aldrid", "p-bright") and cursor(screen) == "p-aldrid"
        await screen.press("a")
        assert len(listed(screen)) == 3


async def test_it_opens_from_the_timeline_and_from_a_program_too(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("F")
        assert "signals sent" in screen.text
        await screen.press("enter", "F")
        assert "signals sent" in screen.text
        await screen.press("escape", "escape", "escape")
        assert "key dates" in screen.text


async def test_signals_are_noted_counted_and_undone(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=PROGRAMS) as screen:
        await at_fit(screen)
        assert "1 of 5 signals sent, 4 left; expected as in 2025, confirm in MyERAS" in screen.text
        await screen.press("x")
        assert screen.reloaded().programs_by_id["p-aldrid"].signaled
        assert "2 of 5 signals sent, 3 left" in screen.text
        await screen.press("space", "space", "x")
        assert all(one.signaled for one in screen.reloaded().programs)
        await screen.press("A", "x")
        assert sum(one.signaled for one in screen.reloaded().programs) == 1
        await screen.press("u", "u", "u")
        assert screen.reloaded().programs == SEASON.programs


async def test_what_was_found_out_is_written_down_and_counts_at_once(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=PROGRAMS) as screen:
        await at_fit(screen)
        before = screen.text
        await screen.press("n")
        await screen.write("visa")
        await screen.press("enter")
        await screen.write("yes")
        await screen.press("tab")
        await screen.write("page")
        await screen.press("tab", "enter")
        (fact,) = screen.reloaded().programs_by_id["p-aldrid"].facts
        assert (fact.label, fact.value, fact.source) == ("visa", "yes", "page")
        assert "+1 visa “yes”" not in before and "+1 visa “yes”" in screen.text


async def test_weights_are_tried_and_kept_as_one_step(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=PROGRAMS) as screen:
        await at_fit(screen)
        await screen.press("w")
        assert screen.app.screen.query_one(RowTable).show_key("ties")
        await screen.press("h", "h", "h")
        assert "0, was 3" in screen.text and "Tried out, not kept" in screen.text
        await screen.press("h")
        assert "cannot count less" in said(screen)
        await screen.press("r")
        assert "The weights in force." in screen.text and screen.season == SEASON
        await screen.press("enter")
        assert "in force already" in said(screen)
        await screen.press("l", "l", "l")
        assert "5 is the most" in said(screen)
        await screen.press("enter")
        assert screen.reloaded().fit_weights == (FitWeight("ties", 5),)
        assert "Weights of the fit: Ties to the place 5" in said(screen)
        await screen.press("escape")
        assert "+5 your tie" in screen.text
        await screen.press("u")
        assert screen.reloaded().fit_weights == () and "+3 your tie" in screen.text


async def test_an_empty_shortlist_says_what_to_do(tmp_path: Path) -> None:
    async with on_screen(Season(profile=PROFILE), tmp_path, at=PROGRAMS) as screen:
        await screen.press("F")
        assert "No program is open." in " ".join(screen.text.split())
        await screen.press("x")
        assert "No program is under the cursor" in said(screen)
        for key in ("n", "enter", "y"):
            await screen.press(key)
            assert "No program is under the cursor" in said(screen)
        await screen.press("a")
        assert "No program is planned." in " ".join(screen.text.split())


async def test_an_empty_profile_is_told_what_would_count(tmp_path: Path) -> None:
    async with on_screen(replace(SEASON, profile=a_profile()), tmp_path, at=PROGRAMS, size=(120, 36)) as screen:
        await at_fit(screen)
        assert "Your profile does not say: when you graduated, ties to places" in screen.text


async def test_all_of_it_is_copied_as_text(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at=PROGRAMS) as screen:
        await at_fit(screen)
        await screen.press("A", "y")
        copied = screen.app.clipboard
        assert copied.startswith("+6  Alder Ridge, OH, planned\n    +3 your tie: Ohio")
        assert "\n\n-3  Brightwater, GA, planned\n    -3 graduation" in copied


@pytest.mark.parametrize("size", SIZES)
async def test_points_and_weights_stand_in_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(SEASON, tmp_path, size=size, at=PROGRAMS) as screen:
        await at_fit(screen)
        assert "+2 Midwest, a region you prefer" in screen.text
        await screen.press("w")
        assert "Alder Ridge" in screen.text and "Ties to the place" in screen.text
        assert all(len(line) == size[0] for line in screen.lines)
