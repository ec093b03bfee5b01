"""Disks that break one promise of the protocol each, to show that the proof would notice."""

from __future__ import annotations

import re
import time
from pathlib import Path

from store.disk import Disk
from tests.broken_disk import BrokenDisk
from tests.memory_disk import MemoryDisk

_TEMPORARY = re.compile(r"\.(.+)\.tmp-\d+-[0-9a-f]+")


class NoFileSync(Disk):
    """Says that a file's bytes are on the medium without asking."""

    def sync(self, file: int) -> None:
        """Nothing is asked of the disk."""


class NoFolderSync(Disk):
    """Says that a folder's names are on the medium without asking."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing is asked of the disk."""


class RenamesFirst(Disk):
    """Puts a new file in the old one's place before anything is written in it."""

    def create(self, path: Path) -> int:
        """The new file, already in its place."""
        file = super().create(path)
        if target := _TEMPORARY.fullmatch(path.name):
            super().replace(path, path.with_name(target[1]))
        return file

    def replace(self, source: Path, target: Path) -> None:
        """It is there already."""


class SlowRenamesFirst(RenamesFirst):
    """Renamed before written, on a disk slow enough for a kill to fall in between."""

    def write(self, file: int, data: memoryview) -> int:
        """A little at a time."""
        time.sleep(0.002)
        return super().write(file, data[: max(200, len(data) // 2)])


class NeverReplaces(Disk):
    """Says that the new file took the old one's place, and leaves both where they are."""

    def replace(self, source: Path, target: Path) -> None:
        """Nothing is moved."""


class MemoryNoFileSync(NoFileSync, MemoryDisk):
    """In memory, without the sync of the file."""


class MemoryNoFolderSync(NoFolderSync, MemoryDisk):
    """In memory, without the sync of the folder."""


class MemoryRenamesFirst(RenamesFirst, MemoryDisk):
    """In memory, renamed before written."""


class BrokenRenamesFirst(BrokenDisk, RenamesFirst):
    """Renamed before written, and failing where it is told to."""


class BrokenNeverReplaces(BrokenDisk, NeverReplaces):
    """Never moved into place, and failing where it is told to."""


IN_MEMORY: dict[str, type[MemoryDisk]] = {
    "as it is": MemoryDisk,
    "no sync of the file": MemoryNoFileSync,
    "no sync of the folder": MemoryNoFolderSync,
    "renamed before written": MemoryRenamesFirst,
}
"""By the words for what is weak about them."""
