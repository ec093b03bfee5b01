"""A window that only reads undoes nothing, and nothing is left in it that could never be saved later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from store.rules.programs import edit_program
from store.season import Season
from store.season_file import SeasonFile
from tests.examples import NOW, a_profile, a_program
from tests.on_screen import OnScreen, begun, on_screen, told
from tui.app import SeasonApp
from tui.requests import Change
from tui.settings import Settings

SEASON = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"), a_program("p-cedar", "Cedar")))


def renaming(program_id: str, name: str) -> Change:
    return Change(f"Renamed: {name}", partial(edit_program, program_id=program_id, name=name))


@asynccontextmanager
async def two_windows(folder: Path) -> AsyncIterator[tuple[OnScreen, OnScreen]]:
    """One window that holds a season with one step to undo, and a second one that reads it."""
    async with on_screen(SEASON, folder) as first:
        first.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert first.reloaded().programs[1].name == "Cedarwood"
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings())
        try:
            async with app.run_test(size=(80, 24)) as pilot:
                await begun(app, pilot)
                await app.workers.wait_for_complete([one for one in app.workers if one.name == "wait until free"])
                yield first, OnScreen(app, pilot, first.path)
        finally:
            app.saver.stop()
            app.file.close()


@pytest.mark.parametrize("key", ["u", "U"])
async def test_undo_and_redo_are_refused(tmp_path: Path, key: str) -> None:
    async with two_windows(tmp_path) as (first, second):
        if key == "U":
            await first.press("u")
            assert first.reloaded() == SEASON
            second.app.file.reload()
            second.app.adopt(second.app.file.season)
        before = second.season
        await second.press(key)
        assert second.season is before and not second.app.saver.pending
        assert "r takes over" in told(second) or "only reads" in told(second)
        assert "NOT SAVED" not in second.text


async def test_the_list_of_what_was_done_leads_nowhere_there(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (first, second):
        first.app.change_season(renaming("p-alder", "Aldermoor"))
        assert first.reloaded()
        second.app.file.reload()
        second.app.adopt(second.app.file.season)
        before = second.season
        await second.press("f6", "j", "enter")
        assert second.season is before and not second.app.saver.pending


async def test_what_slipped_in_before_the_window_knew_goes_into_a_copy_when_it_takes_over(tmp_path: Path) -> None:
    async with two_windows(tmp_path) as (first, second):
        second.app.mark = ""  # a key that came before the lock was asked for
        second.app.change_season(renaming("p-alder", "Aldermoor"))
        assert not second.app.saver.wait(5)
        second.app.mark = "READ ONLY"
        first.app.change_season(renaming("p-alder", "Aldergate"))
        assert first.reloaded()
        first.app.file.close()
        await second.press("r")
        assert second.app.mark == "" and not second.app.saver.pending
        assert [one.name for one in second.season.programs] == ["Aldergate", "Cedarwood"]
        (copy,) = tmp_path.glob("season (mine*")
        assert copy.name in told(second)
        with SeasonFile.open(copy, read_only=True) as mine:
            assert [one.name for one in mine.season.programs] == ["Aldermoor", "Cedarwood"]
        assert second.app.change_season(renaming("p-cedar", "Cedar Hill"))
        assert [one.name for one in second.reloaded().programs] == ["Aldergate", "Cedar Hill"]
        await second.press("u")
        assert [one.name for one in second.reloaded().programs] == ["Aldergate", "Cedarwood"]
