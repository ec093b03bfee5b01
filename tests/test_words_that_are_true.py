"""What is said when something fails is true of this very case."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store.backups import Reason
from store.disk import Disk
from store.errors import FileHeld, FileTrouble
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.examples import NOW, a_profile, a_program, a_season
from tests.on_screen import OnScreen, begun, on_screen, told
from tui.app import SeasonApp
from tui.changed_elsewhere import put_back
from tui.command_line.restoring import after_bringing_back
from tui.settings import Settings
from tui.spelling import AS_SHIPPED
from tui.unsaved_copies import words_about_unsaved
from tui.watch import Sight

SEASON = a_season(a_program(), profile=a_profile())


class NoBackups(Disk):
    """A disk that is full where backups are written."""

    def create(self, path: Path) -> int:
        if path.parent.name.endswith(".backups"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().create(path)


def test_a_backup_that_was_asked_for_and_failed_says_nothing_of_changes(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path, disk=NoBackups()) as file:
        file.save(SEASON)
        with pytest.raises(FileTrouble) as failed:
            file.back_up(Reason.ASKED, NOW)
    assert "and your season is as it was" in str(failed.value) and "changes" not in str(failed.value)


async def test_putting_mine_back_is_not_followed_by_a_warning_about_backups(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.path.write_bytes(b"{")
        put_back(screen.app)
        assert screen.reloaded() == SEASON
        await screen.rest()
        assert "nothing to back up" not in told(screen) and "cannot be read" not in told(screen)


def test_one_change_is_it_and_more_are_them() -> None:
    assert after_bringing_back(None, 1) == ["1 later change waits in the undo history: `prematch redo` does it again."]
    assert "does them again, one at a time" in after_bringing_back(None, 2)[0]


def test_a_copy_left_by_a_forced_end_blames_nothing() -> None:
    assert "disk" not in words_about_unsaved((Path("/x/s.json"),), AS_SHIPPED)


async def test_a_window_that_may_not_lock_does_not_speak_of_somebody_who_has_the_season(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(file: SeasonFile) -> None:
        raise FileTrouble("“season.json” is on a disk that is read-only.")

    with SeasonFile.open(tmp_path / "season.json") as file:
        file.save(SEASON)
    monkeypatch.setattr(SeasonFile, "take_over", refused)
    app = SeasonApp(
        SeasonFile.open(tmp_path / "season.json", lock_later=True), lambda profile: NOW, Settings(), at="programs"
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(app, pilot)
        screen = OnScreen(app, pilot, tmp_path / "season.json")
        for key in ("", "s", "r"):
            await screen.press(*key)
            assert "r tries again" in told(screen) and "once it is free" not in told(screen)
            app.clear_notifications()
        assert "is read-only. So nothing was changed; r tries again." in app.why_refused


async def test_a_window_that_reads_says_when_its_file_is_gone_and_says_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(file: SeasonFile) -> None:
        raise FileHeld("Another window has it.")

    with SeasonFile.open(tmp_path / "season.json") as file:
        file.save(SEASON)
    monkeypatch.setattr(SeasonFile, "take_over", held)
    monkeypatch.setattr("tui.outside.TRIES", 0)
    app = SeasonApp(SeasonFile.open(tmp_path / "season.json", lock_later=True), lambda profile: NOW, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(app, pilot)
        screen = OnScreen(app, pilot, tmp_path / "season.json")
        (tmp_path / "season.json").unlink()
        assert app.outside is not None
        app.outside.saw(Sight(gone=True))
        await screen.rest()
        assert "is gone" in told(screen) and "stays on screen" in told(screen)
        app.clear_notifications()
        app.outside.saw(Sight(gone=True))
        await screen.rest()
        assert "is gone" not in told(screen)
        assert not (tmp_path / "season.json").exists()


def test_a_backup_of_a_season_without_a_file_is_refused_plainly(shell: Shell) -> None:
    said = shell("backup")
    assert said.code == 2 and "no season file yet" in said.err
