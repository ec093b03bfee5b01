"""A folder beside the season that cannot be looked into is never taken for an empty one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store.checkup import look_over
from store.disk import Disk
from store.errors import FileTrouble
from store.folders_beside import BACKUPS, folder_trouble, folder_troubles
from store.places import backup_folder, history_folder
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.examples import a_program, a_season


class Closed(Disk):
    """A disk on which folders of one kind cannot be looked into, or not be written to."""

    def __init__(self, ending: str, error: int = errno.EACCES, *, unwritable: bool = False) -> None:
        self.ending, self.error, self.unwritable = ending, error, unwritable

    def names(self, folder: Path) -> list[str]:
        if folder.name.endswith(self.ending) and not self.unwritable:
            raise OSError(self.error, os.strerror(self.error))
        return super().names(folder)

    def may_write(self, folder: Path) -> bool:
        return not (self.unwritable and folder.name.endswith(self.ending)) and super().may_write(folder)


class Full(Disk):
    """A disk with hardly a byte left."""

    def free(self, folder: Path) -> int:
        return 4096


@pytest.mark.parametrize("ending", [".backups", ".history"])
def test_a_missing_season_does_not_start_empty_beside_a_folder_that_cannot_be_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "season.json"
    for error in (errno.EACCES, errno.EIO):
        with pytest.raises(FileTrouble, match=r"is missing, .* cannot be seen: .* No empty season was begun"):
            SeasonFile.open(path, disk=Closed(ending, error))
    assert not path.exists()


def test_a_name_too_long_for_such_folders_is_a_season_without_them(tmp_path: Path) -> None:
    path = tmp_path / ("s" * 245 + ".json")
    with SeasonFile.open(path, read_only=True) as file:
        assert not file.season.programs
    assert all("shorter name" in trouble for trouble in folder_troubles(path, Disk())) and folder_troubles(path, Disk())


def test_a_folder_not_made_yet_is_well(tmp_path: Path) -> None:
    assert folder_troubles(tmp_path / "season.json", Disk()) == ()


@pytest.mark.parametrize(
    ("disk", "words"),
    [(Closed(".backups"), "cannot be looked into"), (Closed(".backups", unwritable=True), "Nothing can be written in")],
)
def test_a_folder_that_cannot_be_used_says_why_and_what_to_do(tmp_path: Path, disk: Disk, words: str) -> None:
    folder = tmp_path / "season.json.backups"
    folder.mkdir()
    said = folder_trouble(folder, BACKUPS, disk)
    assert words in said and "right to read, write and enter" in said


def test_the_list_of_backups_never_calls_a_folder_it_cannot_read_empty(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SeasonFile.open(shell.path) as file:
        file.save(a_season(a_program()))
    backup_folder(shell.path).mkdir()
    monkeypatch.setattr("tui.command_line.backing_up.Disk", lambda: Closed(".backups"))
    said = shell("backups")
    assert said.code == 1 and "cannot be looked into" in said.err and "no backup yet" not in said.err


@pytest.mark.parametrize("folder_of", [backup_folder, history_folder])
def test_the_doctor_tells_of_a_file_where_such_a_folder_belongs(shell: Shell, folder_of: object) -> None:
    with SeasonFile.open(shell.path) as file:
        file.save(a_season(a_program()))
    folder = folder_of(shell.path)  # type: ignore[operator]
    folder.write_text("x", encoding="utf-8")
    said = shell("doctor")
    assert said.code == 1 and "is a file where the" in said.out and "All is well" not in said.err


def test_the_doctor_tells_of_a_history_that_cannot_be_written_and_of_a_full_disk(tmp_path: Path) -> None:
    from store.ailments import findings

    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_season(a_program()))
    history_folder(path).mkdir()
    ill = {one.id: one.what for one in findings(look_over(path, disk=Closed(".history", unwritable=True))) if one.ill}
    assert "no new undo steps can be kept" in ill["folders"]
    ill = {one.id: one.what for one in findings(look_over(path, disk=Full())) if one.ill}
    assert "4 kB are free" in ill["full"]
    assert not [one for one in findings(look_over(path)) if one.ill]
