"""A sync that the season file asks for reaches the system; everywhere else in the tests nothing waits for a medium."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.disk import Disk


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inode of each file and folder that was brought to the medium."""
    found: list[int] = []
    monkeypatch.setattr("os.fsync", lambda file: found.append(os.fstat(file).st_ino))
    return found


def test_a_file_is_brought_to_the_medium(synced: list[int], tmp_path: Path) -> None:
    disk, path = Disk(), tmp_path / "season.json"
    file = disk.create(path)
    disk.sync(file)
    disk.close(file)
    assert synced == [path.stat().st_ino]


def test_a_folder_is_brought_to_the_medium_and_left_open_by_nobody(synced: list[int], tmp_path: Path) -> None:
    before = os.dup(0)
    os.close(before)
    Disk().sync_folder(tmp_path)
    after = os.dup(0)
    os.close(after)
    assert synced == [tmp_path.stat().st_ino]
    assert after == before
