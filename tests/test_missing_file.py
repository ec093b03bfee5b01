"""A season file deleted or moved away while it is open is noticed, asked about, and written again on leaving."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from store.rules.programs import edit_program
from store.season import Season
from store.season_file import SeasonFile
from tests.examples import NOW, a_profile, a_program
from tests.on_screen import OnScreen, begun, on_screen
from tui.app import SeasonApp
from tui.missing_file import TITLE
from tui.requests import Change
from tui.settings import Settings
from tui.watch import NOTHING

SEASON = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"), a_program("p-cedar", "Cedar")))
RENAMED = Change("Renamed: Aldermoor", partial(edit_program, program_id="p-alder", name="Aldermoor"))


def taken_away(path: Path) -> None:
    path.unlink()


def moved_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere.json"))


def folder_taken_away(path: Path) -> None:
    shutil.rmtree(path.parent)


WAYS = [taken_away, moved_away, folder_taken_away]


async def looked(screen: OnScreen, times: int = 3) -> None:
    """As many looks of the watch, each told as in a real window."""
    outside = screen.app.outside
    assert outside is not None
    for _ in range(times):
        outside.saw(outside.watch.look())
        await screen.rest()


async def shows(screen: OnScreen, shown: Callable[[str], bool]) -> bool:
    """Rest until the screen shows that; a question opens, and a save is told, a moment after the key."""
    for _ in range(200):
        await screen.rest()
        if shown(screen.text):
            return True
    return False


@pytest.mark.parametrize("away", WAYS)
async def test_a_file_that_is_gone_is_asked_about_and_put_back_whole(
    tmp_path: Path, away: Callable[[Path], None]
) -> None:
    async with on_screen(SEASON, tmp_path / "kept") as screen:
        assert screen.app.change_season(RENAMED)
        saved = screen.reloaded()
        away(screen.path)
        await looked(screen)
        assert await shows(screen, lambda text: TITLE in text and "NOT SAVED" in text)
        await screen.press("p")
        assert screen.reloaded() == saved == screen.season
        await looked(screen)
        assert await shows(screen, lambda text: TITLE not in text and "saved 14:05:00" in text)


async def test_put_off_it_is_not_called_saved_and_the_next_change_writes_all_of_it(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.path.unlink()
        await looked(screen)
        assert await shows(screen, lambda text: TITLE in text)
        await screen.press("escape")
        await looked(screen, 5)
        assert await shows(screen, lambda text: TITLE not in text and "NOT SAVED" in text)
        assert not screen.path.exists()
        assert screen.app.change_season(RENAMED)
        assert screen.reloaded() == screen.season


async def test_a_file_that_comes_back_by_itself_is_saved_again_without_a_question(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("n")  # while something is asked, nothing else is
        screen.path.rename(tmp_path / "away.json")
        await looked(screen)
        assert TITLE not in screen.text and screen.app.unsaved
        (tmp_path / "away.json").rename(screen.path)
        await looked(screen)
        await screen.press("escape")
        assert await shows(screen, lambda text: "saved 14:05:00" in text)


async def test_between_a_delete_and_the_write_that_follows_nothing_is_gone(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        assert screen.app.outside is not None
        watch, data = screen.app.outside.watch, screen.path.read_bytes()
        screen.path.unlink()
        assert watch.look() == NOTHING
        screen.path.write_bytes(data)
        assert watch.look() == NOTHING


@pytest.mark.parametrize("away", WAYS)
async def test_leaving_writes_a_file_that_is_gone_again_before_it_is_called_saved(
    tmp_path: Path, away: Callable[[Path], None]
) -> None:
    async with on_screen(SEASON, tmp_path / "kept") as screen:
        assert screen.app.change_season(RENAMED)
        saved = screen.reloaded()
        away(screen.path)
        await screen.press("ctrl+q")
        await screen.app.workers.wait_for_complete()
        assert SeasonFile.open(screen.path, read_only=True).season == saved
        assert "written again" in screen.app.last_words and screen.app.return_value == 0


async def test_leaving_asks_when_the_file_that_is_gone_cannot_be_written_again(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path / "kept") as screen:
        folder_taken_away(screen.path)
        screen.path.parent.write_text("in the way")
        await screen.press("ctrl+q")
        assert await shows(screen, lambda text: "The last change is not on disk yet" in text)
        screen.path.parent.unlink()
        await screen.press("t")
        await screen.app.workers.wait_for_complete()
        assert SeasonFile.open(screen.path, read_only=True).season == SEASON


async def test_ended_by_the_system_it_is_written_again_too(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.path.unlink()
        screen.app.leave_at_once(143)
        assert SeasonFile.open(screen.path, read_only=True).season == SEASON


async def test_a_window_that_only_reads_neither_asks_nor_writes(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as first:
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            second = OnScreen(app, pilot, first.path)
            first.path.unlink()
            await looked(second)
            assert TITLE not in second.text
            await second.press("ctrl+q")
            await app.workers.wait_for_complete()
        assert not first.path.exists()
        app.saver.stop()
        app.file.close()
