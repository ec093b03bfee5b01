"""One holder at a time for a season file: a lock the system itself lets go when the program ends, however it ends."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.disk import Disk
from store.errors import FileHeld, FileTrouble
from store.safe_write import make_folders, swap_in, why

if TYPE_CHECKING:
    from filelock import BaseFileLock


class SeasonLock:
    """The lock of one season file, and a note beside it that says who holds it.

    The lock file is never deleted: whoever waits for one that is gone and whoever makes a new one
    would both hold the season. The note is a file of its own because Windows lets nobody read a
    locked one.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path, self._disk = path, disk
        self._lock: BaseFileLock | None = None
        self._taken: tuple[int, int] | None = None
        """What the system calls the file that was locked; None when that is not known."""

    @property
    def held(self) -> bool:
        """Is the lock ours?"""
        return self._lock is not None

    def lost(self) -> bool:
        """Was the lock file removed or replaced while the lock was ours, so that another may hold one too?

        Costs one look; a folder that cannot be looked into tells nothing.
        """
        if self._lock is None or self._taken is None:
            return False
        try:
            return self._named(self._disk.look(self._beside("lock"))) != self._taken
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False

    def take(self) -> None:
        """Take the lock; raises FileHeld naming the holder when another program has it.

        The library behind it takes some 20 ms to import, so this is kept off the first picture.
        """
        if self._lock:
            return
        from filelock import FileLock, Timeout

        make_folders(self._disk, self._path.parent)
        lock = FileLock(self._beside("lock"), timeout=0, mode=0o600, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise FileHeld(
                f"“{self._path}” is open in another program ({self._holder()}). "
                "It can be read here; close it there to change it."
            ) from None
        except OSError as error:
            raise FileTrouble(f"“{self._path}” could not be locked: {why(error)}.") from error
        self._lock, self._taken = lock, None
        with suppress(OSError):
            self._taken = self._named(self._disk.look(self._beside("lock")))
        with suppress(OSError):  # the note is a courtesy
            swap_in(self._disk, self._beside("holder"), [f"process {os.getpid()} on {_host()}\n".encode()])

    def release(self) -> None:
        """Let the lock go; nothing happens when it is not held."""
        if self._lock:
            if not self.lost():  # else the note is of whoever has the season now
                with suppress(OSError):
                    self._disk.remove(self._beside("holder"))
            self._lock.release()
            self._lock = self._taken = None

    def _beside(self, what: str) -> Path:
        return self._path.with_name(f".{self._path.name}.{what}")

    @staticmethod
    def _named(seen: os.stat_result) -> tuple[int, int]:
        return seen.st_dev, seen.st_ino

    def _holder(self) -> str:
        try:
            data, _ = self._disk.read(self._beside("holder"))
        except OSError:
            return "it does not say which"
        words = data[:200].decode(errors="replace").strip()
        return words if words.isprintable() and words else "it does not say which"


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "this computer")
