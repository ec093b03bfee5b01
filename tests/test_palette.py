"""The palette where the world has moved on since it was opened."""

from __future__ import annotations

from pathlib import Path

from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tui.palette import COMMAND, go_to


async def test_a_command_that_makes_no_sense_any_more_is_told_and_ends_nothing(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        go_to(screen.app, COMMAND, "everywhere.take-over")  # offered while another window had the season
        await screen.rest()
        assert screen.app.is_running and "That cannot be done here any more." in screen.text
