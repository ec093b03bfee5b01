"""Writing a whole file so that at every moment the old or the new one is there, never a mixture."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.disk import Disk
from store.errors import FileTrouble

PATIENCE = 2.5
"""Seconds to wait for a virus scanner on Windows to let go of the file."""
_BUSY = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation."""
_PAUSE = 0.05

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EACCES: "you have no permission",
    errno.EPERM: "you have no permission",
    errno.EROFS: "that disk can only be read",
    errno.EIO: "the disk reports a fault",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "part of the path is not a folder",
    errno.EISDIR: "a folder has that name",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    inode: int
    """The system's number of the file."""
    size: int
    """Length in bytes."""
    changed: int
    """Last change, in nanoseconds."""

    @classmethod
    def of(cls, seen: os.stat_result) -> Stamp:
        """The stamp in what the system knows of a file."""
        return cls(seen.st_ino, seen.st_size, seen.st_mtime_ns)


class NotYetDurable(FileTrouble):
    """The new file is in place, but the disk did not confirm it; saving once more is wise."""

    def __init__(self, sentence: str, stamp: Stamp) -> None:
        super().__init__(sentence)
        self.stamp = stamp


def why(error: OSError) -> str:
    """The system's reason in plain words, without a full stop."""
    words = _WHY.get(error.errno or 0)
    return words or (error.strerror or type(error).__name__).lower().rstrip(".")


def temporary_mark(name: str) -> str:
    """How the name of every temporary file for that file begins."""
    return f".{name}.tmp-"


def write_whole(disk: Disk, path: Path, pieces: Iterable[bytes], *, first: Path | None = None) -> Stamp:
    """Put these bytes in the file's place, safe from a power cut once this returns.

    The path must have its links followed already. `first` is a folder whose names are on the medium
    before the file takes its place. Raises FileTrouble with the old file
    untouched, or NotYetDurable when the new file is in place without the disk's word for it.
    """
    try:
        stamp = swap_in(disk, path, pieces, first=first)
    except OSError as error:
        left = "The file is as it was before" if may_be_there(disk, path) else "No file was begun there"
        raise FileTrouble(f"“{path}” could not be saved: {why(error)}. {left}.") from error
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        sentence = f"“{path}” was written, but the disk did not confirm it: {why(error)}."
        raise NotYetDurable(sentence, stamp) from error
    return stamp


def swap_in(disk: Disk, path: Path, pieces: Iterable[bytes], *, first: Path | None = None) -> Stamp:
    """Write a synced temporary file and move it into place, the folder not yet synced.

    Raises OSError with the old file untouched and the temporary one removed.
    """
    temporary = path.with_name(f"{temporary_mark(path.name)}{os.getpid()}-{os.urandom(4).hex()}")
    file, stands = disk.create(temporary), False
    try:
        stamp = _fill(disk, file, pieces)
        if first:  # after the sync of the file, which most systems let carry the folder's names along
            with suppress(OSError):
                disk.sync_folder(first)
        _replace(disk, temporary, path)
        stands = True
    finally:
        if not stands:  # also when somebody breaks it off
            with suppress(OSError):
                disk.remove(temporary)
    return stamp


def make_folders(disk: Disk, folder: Path) -> None:
    """Make the folder and what is missing above it, each open to its owner only; raises FileTrouble."""
    missing = []
    while not may_be_there(disk, folder) and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        try:
            disk.make_folder(one)
            disk.sync_folder(one.parent)
        except FileExistsError:
            continue
        except OSError as error:
            raise FileTrouble(f"The folder “{one}” could not be made: {why(error)}.") from error


def may_be_there(disk: Disk, path: Path) -> bool:
    """Is there something of that name? True also for what cannot be looked at: the next call says better why not."""
    try:
        disk.look(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _fill(disk: Disk, file: int, pieces: Iterable[bytes]) -> Stamp:
    whole = False
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[disk.write(file, rest) :]
        disk.sync(file)
        stamp = Stamp.of(disk.look_open(file))
        whole = True
    finally:
        if not whole:
            with suppress(OSError):
                disk.close(file)
    disk.close(file)
    return stamp


def _replace(disk: Disk, source: Path, target: Path) -> None:
    for _ in range(round(PATIENCE / _PAUSE)):
        try:
            disk.replace(source, target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY:
                raise
        disk.pause(_PAUSE)
    disk.replace(source, target)
