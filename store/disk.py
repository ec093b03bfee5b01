"""The one door to the operating system for the season file, so that a test can make any call fail."""

from __future__ import annotations

import os
import time
from pathlib import Path

EXCLUSIVE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""A file that must not be there yet, is never reached through a link, and is not handed to child processes."""


class Disk:
    """Every call the season file makes to the operating system; each may raise OSError."""

    def look(self, path: Path) -> os.stat_result:
        """What the system knows of the file, links followed."""
        return path.stat()

    def may_write(self, folder: Path) -> bool:
        """Would a new file in that folder be allowed?"""
        return os.access(folder, os.W_OK)

    def free(self, folder: Path) -> int:
        """How many bytes may still be written to the disk that folder is on."""
        from shutil import disk_usage  # only a doctor asks

        return disk_usage(folder).free

    def read(self, path: Path) -> tuple[bytes, os.stat_result]:
        """All bytes of the file, and what the system knew of it at that moment."""
        with path.open("rb", buffering=0) as file:
            seen = os.fstat(file.fileno())
            return file.read(), seen

    def create(self, path: Path) -> int:
        """A new file only its owner may read, opened for writing; an existing one is refused."""
        return os.open(path, EXCLUSIVE, 0o600)

    def write(self, file: int, data: memoryview) -> int:
        """How many of these bytes were taken; a full disk may take only some."""
        return os.write(file, data)

    def sync(self, file: int) -> None:
        """Return once the file's bytes are on the medium."""
        os.fsync(file)

    def look_open(self, file: int) -> os.stat_result:
        """What the system knows of an open file."""
        return os.fstat(file)

    def close(self, file: int) -> None:
        """Close an open file."""
        os.close(file)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another in a single step."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Return once the folder's names are on the medium; Windows has no such call and keeps its own order."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink()

    def make_folder(self, folder: Path) -> None:
        """A new folder only its owner may enter; its parent must be there."""
        folder.mkdir(mode=0o700)

    def remove_folder(self, folder: Path) -> None:
        """Delete an empty folder."""
        folder.rmdir()

    def names(self, folder: Path) -> list[str]:
        """The names of everything in the folder, in no order."""
        return os.listdir(folder)  # noqa: PTH208 names are all that is asked for

    def seconds(self) -> float:
        """The present moment on the system's clock, as it dates files by it."""
        return time.time()

    def pause(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
