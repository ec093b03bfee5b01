"""A terminal below the smallest size: one sentence, and everything as it was once there is room again."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season import Season
from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen
from tui.screens.dialogs.menu import Menu
from tui.screens.too_small import TooSmall
from tui.screens.welcome import WelcomeScreen

BUSY = a_busy_season()


async def resize(screen: OnScreen, width: int, height: int) -> None:
    await screen.pilot.resize_terminal(width, height)
    await screen.pilot.pause(0.1)


@pytest.mark.parametrize("size", [(60, 18), (79, 24), (80, 23), (40, 10)])
async def test_a_small_terminal_is_told_how_much_room_is_needed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(BUSY, tmp_path, size=size) as screen:
        await screen.rest()
        words = " ".join(screen.text.split())
        assert f"needs 80 x 24; this window is {size[0]} x {size[1]}" in words
        assert "BKD" not in words
        assert all(len(line) <= size[0] for line in screen.lines)


@pytest.mark.parametrize("size", [(30, 5), (20, 10), (80, 3)])
async def test_in_the_smallest_windows_the_way_out_is_seen_too(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(BUSY, tmp_path, size=size) as screen:
        await screen.rest()
        words = " ".join(screen.text.split())
        assert "80 x 24 are needed" in words and "prematch agenda" in words and "q leaves" in words


async def test_the_smallest_size_is_enough(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(80, 24)) as screen:
        await screen.rest()
        assert not isinstance(screen.app.screen, TooSmall)


async def test_a_question_half_answered_is_there_again_with_the_room(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("n")
        await screen.write("Foxgl")
        await resize(screen, 60, 18)
        assert isinstance(screen.app.screen, TooSmall)
        await resize(screen, 50, 12)
        assert "50 x 12" in " ".join(screen.text.split())
        await resize(screen, 100, 30)
        assert "Foxgl" in screen.text
        await screen.write("ove")
        assert "Foxglove" in screen.text


async def test_no_key_reaches_what_is_covered(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("end")
        await resize(screen, 60, 18)
        await screen.press("X", "u", "s", "a", "2", "escape", "enter")
        await resize(screen, 80, 24)
        assert screen.season == BUSY
        assert screen.app.current_mode == "timeline"


async def test_the_welcome_waits_below_it(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path, size=(60, 18)) as screen:
        await screen.rest()
        assert isinstance(screen.app.screen, TooSmall)
        await resize(screen, 80, 24)
        assert isinstance(screen.app.screen, WelcomeScreen)


async def test_a_dialog_opened_meanwhile_leaves_nothing_covered(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await resize(screen, 60, 18)
        screen.app.push_screen(Menu("Late", ()))
        await resize(screen, 80, 24)
        await screen.press("escape")
        await screen.pilot.pause(0.1)
        assert not any(isinstance(one, TooSmall) for one in screen.app.screen_stack)


async def test_q_leaves(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(60, 18)) as screen:
        await screen.rest()
        await screen.press("q")
        await screen.pilot.pause(0.3)
        assert not screen.app.is_running
