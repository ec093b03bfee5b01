"""Backups on screen: listed with their counts, brought back after one question, taken back by u, made by F5."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.places import backup_folder
from store.season_file import SeasonFile
from tests.examples import NOW, a_letter, a_program, a_season
from tests.on_screen import SIZES, OnScreen, on_screen, status
from tui.backup_lines import KEY
from tui.commands import SEASON
from tui.screens.dialogs.confirm import Confirm
from tui.screens.season import DATA, ProfileScreen
from tui.widgets.row_table import RowTable

SEASON_OF_TWO = a_season(a_program(), a_program("p-quill", "Quillmere [/b]"), a_letter(sent=NOW))


def the_view(screen: OnScreen) -> ProfileScreen:
    found = screen.app.screen
    assert isinstance(found, ProfileScreen)
    return found


async def until(screen: OnScreen, wanted: str) -> None:
    """Let threads come back until the screen shows those words."""
    for _ in range(400):
        if wanted in screen.text:
            return
        await screen.pilot.pause(0.01)
    raise AssertionError(f"{wanted!r} never came; there is\n{screen.text}")


async def until_told(screen: OnScreen, wanted: str) -> None:
    """Let threads come back until a notice holds those words."""
    for _ in range(400):
        if wanted in notices(screen):
            return
        await screen.pilot.pause(0.01)
    raise AssertionError(f"{wanted!r} was never told; there is\n{notices(screen)}")


async def in_data(screen: OnScreen) -> None:
    """Go to the Data section of the season view, its backups read."""
    await screen.press("6", "shift+tab")
    assert the_view(screen).section == DATA
    for _ in range(400):
        if the_view(screen)._backups is not None:
            return
        await screen.pilot.pause(0.01)
    raise AssertionError("the backups were never read")


async def on_backup(screen: OnScreen, number: int = 1) -> None:
    """The cursor on that backup, 1 for the newest."""
    listed = screen.app.file.backups.listed()
    assert screen.app.screen.query_one(RowTable).show_key(f"{KEY}{listed[number - 1].name}")
    await screen.rest()


async def changed(screen: OnScreen) -> None:
    """The second program goes to the trash, and that is on disk."""
    await screen.press("2", "j", "X")
    assert screen.app.saver.wait(5.0)


def notices(screen: OnScreen) -> str:
    return "\n".join(one.message for one in screen.app._notifications)


def copies(screen: OnScreen) -> list[Path]:
    folder = backup_folder(screen.path)
    return sorted(folder.iterdir()) if folder.exists() else []


async def test_without_a_backup_the_data_section_says_when_there_will_be_one(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path, size=(120, 36)) as screen:
        await in_data(screen)
        await until(screen, "none yet; one is made before the first change of every run")
        assert copies(screen) == []


async def test_the_first_change_on_screen_is_preceded_by_a_copy(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        before = screen.path.read_bytes()
        await changed(screen)
        await changed(screen)
        (copy,) = copies(screen)
        assert copy.read_bytes() == before


@pytest.mark.parametrize("size", SIZES)
async def test_backups_are_listed_with_counts_and_reason(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path, size=size) as screen:
        await changed(screen)
        await in_data(screen)
        await on_backup(screen)
        assert "Tue 24 Nov 14:05 CET" in screen.text
        assert "2 programs, 1 message" in screen.text
        assert "before the first change" in " ".join("\n".join(screen.lines[-6:]).split())
        assert "e shows what bringing it back" in screen.text
        assert all(len(line) == size[0] for line in screen.lines)


async def test_enter_shows_what_would_differ_and_no_leaves_everything(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        await changed(screen)
        await in_data(screen)
        await on_backup(screen)
        held = screen.season
        for answer in ("n", "enter", "escape"):
            await screen.press("enter")
            await until(screen, "Bring back the season of Tue 24 Nov 2026 14:05 CET?")
            assert isinstance(screen.app.screen, Confirm)
            assert "1 program changes" in screen.text
            assert "program: Quillmere [/b]" in screen.text
            assert "u brings it back" in screen.text
            await screen.press(answer)
            assert screen.season is held
        assert len(copies(screen)) == 1


async def test_yes_brings_it_back_and_u_undoes_it(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        await changed(screen)
        held = screen.season
        await in_data(screen)
        await on_backup(screen)
        await screen.press("enter")
        await until(screen, "Bring back the season")
        await screen.press("y")
        await until(screen, "Restored: the backup of Tue 24 Nov 2026 14:05 CET")
        assert screen.reloaded() == SEASON_OF_TWO
        reasons = [one.reason for one in screen.app.file.backups.listed()]
        assert reasons == ["before-restore", "first-change"]
        await screen.press("u")
        assert screen.reloaded() == held
        await screen.press("U")
        assert screen.reloaded() == SEASON_OF_TWO


async def test_a_backup_that_says_the_same_is_not_asked_about(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        await screen.press("f5")
        await until(screen, "Backed up")
        await in_data(screen)
        await on_backup(screen)
        await screen.press("enter")
        await until(screen, "Nothing would change")
        assert the_view(screen).section == DATA


async def test_a_backup_that_cannot_be_read_says_so_in_its_line_and_when_opened(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        await changed(screen)
        copies(screen)[0].write_bytes(b"{")
        await in_data(screen)
        await on_backup(screen)
        assert "cannot be read" in screen.text
        await screen.press("enter")
        await until_told(screen, "is damaged at line 1")
        assert screen.season.programs != SEASON_OF_TWO.programs


async def test_f5_backs_up_on_every_view_and_the_list_follows(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path, at=SEASON) as screen:
        await in_data(screen)
        await screen.press("f5")
        await until(screen, "Backed up")
        await screen.press("G")
        await until(screen, "asked for")
        assert [each.read_bytes() for each in copies(screen)] == [screen.path.read_bytes()]
        await screen.press("1", "f5")
        await until(screen, "The newest backup says the same already.")
        assert len(copies(screen)) == 1


async def test_the_palette_knows_back_up_now(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        await screen.press("colon")
        await screen.write("back up now")
        await screen.press("enter")
        await until(screen, "Backed up")
        assert len(copies(screen)) == 1


async def test_a_backup_that_cannot_be_made_is_told_and_the_change_is_saved(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        backup_folder(screen.path).write_bytes(b"in the way")
        await changed(screen)
        await until_told(screen, "No backup could be made")
        assert screen.reloaded() == screen.season
        screen.app.clear_notifications()
        await screen.press("f5")
        await until_told(screen, "No backup could be made")


async def test_a_window_that_only_reads_neither_backs_up_nor_restores(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_season())
        file.clock = lambda: NOW
        file.save(SEASON_OF_TWO)
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        screen.app.file.close()  # as if another window held it
        before = screen.path.read_bytes()
        await screen.press("f5")
        await until_told(screen, "open for reading only, so nothing was saved")
        await in_data(screen)
        await on_backup(screen)
        await screen.press("enter")
        await until_told(screen, "nothing can be brought back here")
        assert not isinstance(screen.app.screen, Confirm)
        assert screen.path.read_bytes() == before


async def test_what_only_tells_still_says_so(tmp_path: Path) -> None:
    async with on_screen(SEASON_OF_TWO, tmp_path) as screen:
        await in_data(screen)
        await screen.press("home", "enter")
        assert "This page only tells" in status(screen)
