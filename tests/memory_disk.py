"""A file system in memory that remembers, call by call, what a power cut could still undo."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from store.disk import Disk

FIRST_HANDLE = 1000


class Medium(NamedTuple):
    """What lies on the medium while nothing runs."""

    folders: frozenset[Path]
    """Every folder below the one that is always there."""
    files: frozenset[tuple[Path, bytes]]
    """Every file with its bytes."""

    @property
    def by_name(self) -> Mapping[Path, bytes]:
        """The bytes of each file."""
        return dict(self.files)


class Wrote(NamedTuple):
    """Bytes were handed over for a file, without any promise of the disk."""

    file: int
    now: bytes


class Synced(NamedTuple):
    """A file's bytes are on the medium."""

    file: int


class Named(NamedTuple):
    """Names came to stand for other files in one step; None for a name that is gone, -1 for a folder."""

    names: tuple[tuple[Path, int | None], ...]


class FolderSynced(NamedTuple):
    """A folder's names are on the medium."""

    folder: Path


Event = Wrote | Synced | Named | FolderSynced
FOLDER = -1


class MemoryDisk(Disk):
    """Behaves like a disk below one folder that is there for ever; every change goes into the journal."""

    def __init__(self, root: Path, medium: Medium | None = None) -> None:
        self.root = root
        self.start = medium or Medium(frozenset(), frozenset())
        self.journal: list[Event] = []
        self.bytes: dict[int, bytes] = {}
        self.names_now: dict[Path, int] = dict.fromkeys(self.start.folders, FOLDER)
        self._open: dict[int, int] = {}
        self._changed: dict[int, int] = {}
        self._clock = 0
        for path, data in sorted(self.start.files):
            self.names_now[path] = self._new_file(data)

    def look(self, path: Path) -> os.stat_result:
        return self._seen(self._at(path))

    def read(self, path: Path) -> tuple[bytes, os.stat_result]:
        number = self._at(path)
        if number == FOLDER:
            raise _error(errno.EISDIR)
        return self.bytes[number], self._seen(number)

    def create(self, path: Path) -> int:
        if path in self.names_now:
            raise _error(errno.EEXIST)
        self._at(path.parent)
        number = self._new_file(b"")
        self._name((path, number))
        handle = FIRST_HANDLE + len(self._changed) + len(self.journal)
        self._open[handle] = number
        return handle

    def write(self, file: int, data: memoryview) -> int:
        number = self._open[file]
        self.bytes[number] += bytes(data)
        self._touch(number)
        self.journal.append(Wrote(number, self.bytes[number]))
        return len(data)

    def sync(self, file: int) -> None:
        self.journal.append(Synced(self._open[file]))

    def look_open(self, file: int) -> os.stat_result:
        return self._seen(self._open[file])

    def close(self, file: int) -> None:
        del self._open[file]

    def replace(self, source: Path, target: Path) -> None:
        self._name((source, None), (target, self._at(source)))

    def sync_folder(self, folder: Path) -> None:
        self._at(folder)
        self.journal.append(FolderSynced(folder))

    def remove(self, path: Path) -> None:
        self._at(path)
        self._name((path, None))

    def make_folder(self, folder: Path) -> None:
        if folder in self.names_now or folder == self.root:
            raise _error(errno.EEXIST)
        self._at(folder.parent)
        self._name((folder, FOLDER))

    def remove_folder(self, folder: Path) -> None:
        if any(path.parent == folder for path in self.names_now):
            raise _error(errno.ENOTEMPTY)
        self._at(folder)
        self._name((folder, None))

    def names(self, folder: Path) -> list[str]:
        self._at(folder)
        return [path.name for path in self.names_now if path.parent == folder]

    def may_write(self, folder: Path) -> bool:
        return self._at(folder) == FOLDER

    def free(self, folder: Path) -> int:
        self._at(folder)
        return 10**9

    def seconds(self) -> float:
        """Time stands still here."""
        return 0.0

    def pause(self, seconds: float) -> None:
        """Nothing to wait for."""

    def put(self, path: Path, data: bytes) -> None:
        """Another program writes that file, all at once and for good."""
        number = self._new_file(data)
        self.journal += [Wrote(number, data), Synced(number)]
        self._name((path, number))
        self.journal.append(FolderSynced(path.parent))

    @property
    def medium(self) -> Medium:
        """Everything as it stands, as after an orderly shutdown."""
        return medium_of(self.root, self.names_now, self.bytes)

    def _at(self, path: Path) -> int:
        if path == self.root or path in self.root.parents:
            return FOLDER
        if path not in self.names_now:
            raise _error(errno.ENOENT)
        return self.names_now[path]

    def _name(self, *names: tuple[Path, int | None]) -> None:
        for path, number in names:
            if number is None:
                self.names_now.pop(path, None)
            else:
                self.names_now[path] = number
        self.journal.append(Named(names))

    def _new_file(self, data: bytes) -> int:
        number = len(self._changed) + 1
        self.bytes[number] = data
        self._touch(number)
        return number

    def _touch(self, number: int) -> None:
        self._clock += 1
        self._changed[number] = self._clock

    def _seen(self, number: int) -> os.stat_result:
        kind = stat.S_IFDIR | 0o700 if number == FOLDER else stat.S_IFREG | 0o600
        changed = self._changed.get(number, 0)
        size = len(self.bytes.get(number, b""))
        plain = (kind, number, 1, 1, 0, 0, size, changed, changed, changed)
        return os.stat_result(plain, {"st_mtime_ns": changed})


def medium_of(root: Path, names: Mapping[Path, int], data: Mapping[int, bytes]) -> Medium:
    """Those names and bytes as a value; what stands in a folder that is not there is not there either."""
    folders = {root, *(path for path, number in names.items() if number == FOLDER)}
    there = {path: number for path, number in names.items() if _reached(path, root, folders)}
    return Medium(
        frozenset(path for path, number in there.items() if number == FOLDER),
        frozenset((path, data[number]) for path, number in there.items() if number != FOLDER),
    )


def _reached(path: Path, root: Path, folders: set[Path]) -> bool:
    return path.parent == root or (path.parent in folders and _reached(path.parent, root, folders))


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
