"""A season file that is read and held: opened strictly, locked while it may change, read anew when others wrote."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from store.atomic_storage import AtomicStorage
from store.disk import Disk
from store.errors import Damaged, FileHeld, FileTrouble
from store.places import backup_folder, history_folder
from store.plain_values import Tables
from store.record_json import Written, opened_season, written_season
from store.safe_write import why
from store.season import Season
from store.season_lock import SeasonLock

if TYPE_CHECKING:
    from store.backups import Backups
    from store.history_file import History
    from store.moments import Moment
    from store.safe_write import Stamp

NEWEST_STEP = "step"
"""Where the file says which step was the last one done."""
LAST_STEP = "last_step"
"""Where the file says at which step redo ends; a file brought back does not say."""

LOCKED_ANEW = "The lock file beside your season had been removed. It was made anew; nobody else had taken the season."
"""Told once, in the notice of the save that found it so."""


class HeldSeason:
    """One season on disk, to be looked at; `season` may be read from any thread."""

    @classmethod
    def begin(cls, path: str | os.PathLike[str]) -> Self:
        """The season file at that path, its bytes being read while the caller does something else; for `open`."""
        file = cls(Path(path), read_only=False, disk=Disk())
        file._storage.read_ahead()
        return file

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        read_only: bool = False,
        lock_later: bool = False,
        disk: Disk | None = None,
        begun: Self | None = None,
    ) -> Self:
        """The season file at that path; an empty season when there is none, and the first save makes the file.

        `begun` is that file where reading it has begun already. With `lock_later` the lock is taken by
        `lock` or by the first save. Raises FileHeld when another program holds the file, and FileTrouble in
        one sentence when it is damaged, or missing although there are backups or undo steps beside it.
        """
        file = begun or cls(Path(path), read_only=read_only, disk=disk or Disk())
        try:
            if not (read_only or lock_later):
                file.lock()
            file._read()
        except FileTrouble:
            file.close()
            raise
        return file

    def __init__(self, path: Path, *, read_only: bool, disk: Disk) -> None:
        """Use `open`; this alone reads nothing."""
        self._disk = disk
        self._storage = AtomicStorage(path, disk=disk)
        self._lock = SeasonLock(self._storage.path, disk)
        self._guard = RLock()
        self._written: Written = written_season(Season())
        self._was_read = False
        self._lost = False
        self.read_only = read_only
        """True when this file is only looked at."""
        self.notice = ""
        """Sentences the applicant should read once after opening or saving; empty when there are none."""
        self.clock: Callable[[], Moment] | None = None
        """Gives the present moment; without it no backup is made beside a save."""
        self._backups: Backups | None = None
        self._history: History | None = None

    @property
    def path(self) -> Path:
        """Where the file is, links followed."""
        return self._storage.path

    @property
    def disk(self) -> Disk:
        """The door to the system that this file uses."""
        return self._disk

    @property
    def season(self) -> Season:
        """The season as it was last read or saved."""
        return self._written.season

    @property
    def tables(self) -> Tables:
        """Everything the file holds as it was last read or saved, in the present format. Not to be changed in place."""
        return self._written.tables

    @property
    def revision(self) -> int:
        """How many changes have been saved; 0 for a new file."""
        return self._storage.revision

    @property
    def place(self) -> dict[str, int]:
        """What a copy of the file as it is on disk has to say about its place among the steps."""
        about = {name: self._storage.meta.get(name) for name in (NEWEST_STEP, LAST_STEP)}
        return {"revision": self.revision, **{name: at for name, at in about.items() if isinstance(at, int)}}

    @property
    def history(self) -> History:
        """The steps that can be undone and redone; who only looks at the season never loads them."""
        with self._guard:
            if self._history is None:
                from store.history_file import History
                from store.step_files import StepFiles

                files, place = StepFiles(history_folder(self.path), self._disk), self.place
                newest, last = place.get(NEWEST_STEP, 0), place.get(LAST_STEP)
                if not 0 <= newest <= self.revision:  # as after an edit by hand
                    numbers = [number for number, _ in files.links() or ()]
                    known = [number for number in numbers if number <= self.revision]
                    newest = newest if newest in numbers else max(known, default=0)
                last = None if last is not None and last < 0 else last
                self._history = History(files, newest=newest, revision=self.revision, last=last)
            return self._history

    @property
    def backups(self) -> Backups:
        """The copies beside the file."""
        with self._guard:
            if self._backups is None:
                from store.backups import Backups

                self._backups = Backups(self.path, backup_folder(self.path), self._disk)
            return self._backups

    def lock(self) -> None:
        """Take the lock if it is not held yet; raises FileHeld when another program has it.

        After that this file can only be read.
        """
        self._hold(read_anew=False)

    def take_over(self) -> None:
        """Take the lock, also of a file open for reading only, and read what others have saved meanwhile.

        Raises FileHeld or another FileTrouble; the file then stays open for reading only.
        """
        self._hold(read_anew=True)
        self.read_only = False

    def lock_lost(self) -> bool:
        """Was the lock file removed, and the lock not taken again since? Costs one look."""
        return self._lost or self._lock.lost()  # never waits for a save: the watch asks this each second

    def hold_again(self) -> str:
        """Take the lock anew where its file was removed; what was done about it in one sentence, empty if nothing.

        Raises FileHeld when another program was quicker, and this file can then only be read.
        """
        with self._guard:
            if self.read_only or not self.lock_lost():
                return ""
            self._lock.release()
            self._lost = True  # until it is taken: a folder that is not there now may be there later
            try:
                self._lock.take()
            except FileHeld:
                self.read_only = True
                raise
            self._lost = False
            return LOCKED_ANEW

    def changed_outside(self) -> bool:
        """Has another program changed the file since? Costs one look while it has not; raises FileTrouble."""
        with self._guard:
            return self._storage.changed_outside()

    @property
    def foreign(self) -> Stamp | None:
        """What tells the file that `changed_outside` saw last from any other; None while it saw none."""
        return self._storage.foreign

    def gone(self) -> bool:
        """Has the file been deleted or moved away since? The next save writes it again. Costs one look."""
        return self._storage.gone()  # never waits for a save: the screen asks this too

    def reload(self) -> Season:
        """Read the file anew, its steps for undo too; raises FileTrouble with everything here as it was."""
        with self._guard:
            before = self._storage
            self._storage = AtomicStorage(self.path, disk=self._disk)
            try:
                if before.exists and not self._storage.exists:
                    raise FileTrouble(f"“{self.path}” is gone. What is shown here is kept; the next change writes it.")
                self._read()
            except FileTrouble:
                self._storage = before
                raise
            self._history = None
            return self.season

    def close(self) -> None:
        """Let the file go, once a save under way is through; nothing is written."""
        with self._guard:
            self._lock.release()
            self.read_only = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self) -> None:
        if not self._storage.exists:
            self._refuse_if_lost()
        self._written = opened_season(self._storage.tables, self._storage.meta, self.path)
        self._was_read = True
        self.notice = " ".join(filter(None, (self._storage.notice, *self._written.notices)))

    def _hold(self, *, read_anew: bool) -> None:
        with self._guard:
            if self._lock.held:
                return
            try:
                self._lock.take()
                if self._was_read and self._storage.changed_outside():
                    if not read_anew:
                        raise FileTrouble(f"“{self.path}” was changed elsewhere in this very moment; open it again.")
                    self.reload()
            except FileTrouble:
                self._lock.release()
                self.read_only = True
                raise
            self._lost = False
            self._storage.remove_leftovers()

    def _refuse_if_lost(self) -> None:
        folder = backup_folder(self.path)
        if self._names_in(folder):
            raise Damaged(
                f"“{self.path}” is missing, but there are backups in “{folder}”. Bring one of them back, "
                "or move that folder away to begin an empty season."
            )
        folder = history_folder(self.path)
        # A very first save that was cut short leaves its one step behind: that is no season gone missing.
        if sum(name.endswith(".json") for name in self._names_in(folder)) > 1:
            raise Damaged(
                f"“{self.path}” is missing, but the changes made in it are kept in “{folder}”. Let the season be put "
                "together from them, or move that folder away to begin an empty one."
            )

    def _names_in(self, folder: Path) -> list[str]:
        try:
            return self._disk.names(folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:  # no folder of that name can be there
                return []
            raise FileTrouble(
                f"“{self.path}” is missing, and what is left of it in “{folder}” cannot be seen: {why(error)}. "
                "No empty season was begun in its place. Give yourself the right to enter that folder, and try again."
            ) from error
