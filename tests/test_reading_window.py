"""In a window that only reads, whatever would change the season is refused before anything is asked or filled in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from store.season_file import SeasonFile
from tests.examples import NOW, a_busy_season
from tests.on_screen import OnScreen, begun, on_screen
from tui.app import SeasonApp
from tui.commands import (
    CHANGING,
    EVERYWHERE,
    MESSAGES,
    PROGRAM,
    PROGRAMS,
    RANK,
    REVIEW,
    SEASON,
    TIMELINE,
    all_commands,
    changes_the_season,
    commands_of,
    table_of,
)
from tui.requests import ShowProgram
from tui.screens.program import ProgramScreen
from tui.screens.season import ProfileScreen
from tui.screens.season_screen import SeasonScreen
from tui.settings import Settings


@asynccontextmanager
async def reading(folder: Path, at: str = "") -> AsyncIterator[OnScreen]:
    """A second window on a season that a first one holds."""
    async with on_screen(a_busy_season(), folder) as first:
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings(), at=at)
        try:
            async with app.run_test(size=(120, 36)) as pilot:
                await begun(app, pilot)
                await app.workers.wait_for_complete([one for one in app.workers if one.name == "wait until free"])
                yield OnScreen(app, pilot, first.path)
        finally:
            app.saver.stop()
            app.file.close()


def hushed(screen: OnScreen) -> None:
    screen.app.clear_notifications()


def refused(screen: OnScreen) -> bool:
    told = " ".join(one.message for one in screen.app._notifications)
    return "process" in told and "nothing was changed" in told and "r takes over" in told


async def every_changing_key_is_refused(screen: OnScreen, view: str) -> None:
    season, shown = screen.season, screen.app.screen
    keys = [one for one in (*commands_of(view), *table_of(EVERYWHERE)) if one.id in CHANGING]
    assert len(keys) >= 3
    for command in keys:
        if command.keys[0] == "r":
            continue  # takes over here, on every screen
        hushed(screen)
        await screen.press(command.keys[0])
        assert screen.app.screen is shown, command.id
        assert refused(screen), command.id
    assert screen.season is season


@pytest.mark.parametrize("view", [TIMELINE, PROGRAMS, REVIEW, MESSAGES, RANK, SEASON])
async def test_no_changing_key_of_a_view_asks_anything(tmp_path: Path, view: str) -> None:
    async with reading(tmp_path, view) as screen:
        await every_changing_key_is_refused(screen, view)


async def test_nor_does_one_on_a_program(tmp_path: Path) -> None:
    async with reading(tmp_path) as screen:
        screen.app.post_message(ShowProgram("p-bright", ("p-bright",)))
        await screen.rest()
        assert isinstance(screen.app.screen, ProgramScreen)
        await every_changing_key_is_refused(screen, PROGRAM)


async def test_enter_on_a_program_opens_messages_alone(tmp_path: Path) -> None:
    async with reading(tmp_path) as screen:
        program = next(iter(screen.season.interviews)).program_id
        screen.app.post_message(ShowProgram(program, (program,)))
        await screen.rest()
        seen = 0
        for _ in range(60):
            page = screen.app.screen
            assert isinstance(page, ProgramScreen)
            hushed(screen)
            await screen.press("enter")
            if screen.app.screen is not page:
                assert isinstance(screen.app.screen, SeasonScreen)  # a message to be read, and no question
                for _ in range(3):
                    if screen.app.screen is not page:
                        await screen.press("escape")
            else:
                seen += refused(screen)
            await screen.press("j")
        assert seen > 3


async def test_the_profile_and_key_dates_ask_nothing_but_the_season_is_still_archived(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path, SEASON) as screen:
        page = screen.app.screen
        assert isinstance(page, ProfileScreen)
        for section in ("Profile", "Key dates"):
            page.open_section(section)
            hushed(screen)
            await screen.press("enter")
            assert len(screen.app.screen_stack) == 1 and refused(screen), section
        page.open_section("Data", "archive")
        await screen.press("enter")
        assert len(screen.app.screen_stack) == 2


async def test_undo_from_the_list_of_what_was_done_is_refused_too(tmp_path: Path) -> None:
    async with reading(tmp_path) as screen:
        season = screen.season
        screen.app.action_undo()
        await screen.rest()
        assert screen.season is season and refused(screen)


async def test_looking_is_never_refused(tmp_path: Path) -> None:
    async with reading(tmp_path) as screen:
        hushed(screen)
        await screen.press("j", "l", "p", "z", "2", "j", "slash", "a", "escape", "3", "4", "5", "6", "tab", "1")
        assert not screen.app._notifications


async def test_a_window_that_holds_the_season_refuses_none_of_it(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        await screen.press("s")
        assert not isinstance(screen.app.screen, SeasonScreen)


def test_every_command_that_is_called_changing_is_one() -> None:
    assert {one.id for scope in all_commands().values() for one in scope} >= CHANGING


def test_an_action_is_looked_up_where_it_is_given() -> None:
    assert changes_the_season(TIMELINE, "status") and changes_the_season("", "app.undo")
    assert not changes_the_season(TIMELINE, "next_section") and not changes_the_season("", "accept")
    assert not changes_the_season("editor", "edit") and changes_the_season(PROGRAMS, "edit")
