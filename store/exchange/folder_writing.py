"""A folder of files written whole: beside its place first, and moved there once everything in it is on the medium."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from store.disk import Disk
from store.errors import FileTrouble, RuleBroken
from store.safe_write import make_folders, temporary_mark, why

Written = Callable[[int], None]
"""Is told after each file how many there are by now."""


def write_folder(
    path: Path, files: Iterable[tuple[str, bytes]], *, disk: Disk | None = None, written: Written = lambda count: None
) -> int:
    """Write these files, by their names with slashes, into a new folder that only its owner may enter; how many.

    Raises RuleBroken when something is there already that is not an empty folder, and FileTrouble when
    the folder cannot be written: then nothing stands in its place.
    """
    disk = disk or Disk()
    empty = refuse_what_is_there(path, disk)
    make_folders(disk, path.parent)
    beside = path.with_name(f"{temporary_mark(path.name)}{os.getpid()}-{os.urandom(4).hex()}")
    begun, stands = _Begun(disk, beside), False
    try:
        count = begun.fill(files, written)
        if empty:  # Windows puts nothing in the place of a folder, be it an empty one
            disk.remove_folder(path)
        disk.replace(beside, path)
        stands = True
    except OSError as error:
        raise FileTrouble(f"“{path}” could not be written: {why(error)}. Nothing was left there half done.") from error
    finally:
        if not stands:  # also when somebody breaks it off
            begun.remove()
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise FileTrouble(f"“{path}” was written, but the disk did not confirm it: {why(error)}.") from error
    return count


def refuse_what_is_there(path: Path, disk: Disk) -> bool:
    """True when an empty folder is there, False when nothing is; anything else raises RuleBroken."""
    try:
        names = disk.names(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise RuleBroken(
                f"{path} is a link that leads nowhere. Nothing was written; choose another name."
            ) from None
        return False
    except NotADirectoryError:
        raise RuleBroken(f"{path} is a file, not a folder. Nothing was written; choose another name.") from None
    except OSError as error:
        raise FileTrouble(f"“{path}” cannot be used: {why(error)}.") from error
    if names or path.is_symlink():
        raise RuleBroken(f"There is something in {path} already, so nothing was written. Choose another name.")
    return True


class _Begun:
    """A folder under a name of its own, with what has been written into it so far."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk, self._folder = disk, folder
        self._folders: list[Path] = []
        self._files: list[Path] = []

    def fill(self, files: Iterable[tuple[str, bytes]], written: Written) -> int:
        self._make(self._folder)
        for name, content in files:
            for part in reversed(PurePosixPath(name).parents[:-1]):
                self._make(self._folder / part)
            self._write(self._folder / name, content)
            written(len(self._files))
        for folder in reversed(self._folders):
            self._disk.sync_folder(folder)
        return len(self._files)

    def remove(self) -> None:
        for file in self._files:
            with suppress(OSError):
                self._disk.remove(file)
        for folder in reversed(self._folders):
            with suppress(OSError):
                self._disk.remove_folder(folder)

    def _make(self, folder: Path) -> None:
        if folder not in self._folders:
            self._disk.make_folder(folder)
            self._folders.append(folder)

    def _write(self, path: Path, content: bytes) -> None:
        file = self._disk.create(path)
        self._files.append(path)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[self._disk.write(file, rest) :]
            self._disk.sync(file)
        except OSError:
            with suppress(OSError):
                self._disk.close(file)
            raise
        self._disk.close(file)
