"""A full disk refuses a save in words and harms nothing; once there is room again, saving goes on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store.disk import Disk
from store.errors import FileTrouble
from store.season_file import SeasonFile
from tests.operations import begin, longer, shorter
from tests.prove_full_disk import on_small_disk, under_limit


def test_files_that_the_system_refuses_to_let_grow_stay_whole(tmp_path: Path) -> None:
    found = under_limit(tmp_path)
    assert found is not None
    assert found.saved > 3 and found.refused > 3 and found.wrong == 0


def test_a_small_disk_that_runs_full_keeps_the_season(tmp_path: Path) -> None:
    found = on_small_disk(tmp_path)
    if found is not None:  # the limit above has shown the same where nothing may be mounted
        assert found.saved > 3 and found.refused > 3 and found.wrong == 0


class SmallDisk(Disk):
    """Takes so many bytes and no more, and of the last piece only a part."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, file: int, data: memoryview) -> int:
        """As many as there is room for."""
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = super().write(file, data[: self.room])
        self.room -= taken
        return taken


@pytest.mark.parametrize("room", [1, 100, 5_000, 140_000, 200_000])
def test_whatever_room_is_left_the_season_is_whole(tmp_path: Path, room: int) -> None:
    path, disk = tmp_path / "season.json", SmallDisk(10**9)
    with SeasonFile.open(path, disk=disk) as file:
        begin(file)
        before, disk.room = file.season, room
        with pytest.raises(FileTrouble, match="the disk is full"):
            longer(file)
        with SeasonFile.open(path, read_only=True) as looked:
            assert looked.season == before == file.season
        disk.room = 10**9
        shorter(file)
        with SeasonFile.open(path, read_only=True) as looked:
            assert looked.season == file.season != before
