"""Copies of the season file in a folder beside it: made when due, in order by name, thinned out with care."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from store.disk import Disk
from store.errors import FileTrouble
from store.file_reading import FORMAT, revision_told, sound
from store.found_season import found_at
from store.frozen_record import record
from store.history import Step
from store.moments import Moment
from store.safe_write import NotYetDurable, make_folders, may_be_there, write_whole

NEWEST_KEPT = 5
"""Backups that stay whatever their age."""
DAYS_KEPT = 14
"""Days of which the first backup stays; days without one are not counted."""
READABLE_KEPT = 2
"""Backups that can be read and are never thinned out."""
MANY = 5
"""Records from which on one change is preceded by a copy: an import, a whole selection put in the trash."""
EARLY = 20
"""Saves of a new season after which it is copied for the first time; a count, because clocks may be wrong."""

_NAME = re.compile(r"(\d{8}T\d{6})Z-(\d{2,6})-([a-z-]+?)(?:-r(\d{1,15}))?\.json")
_STAMP = "%Y%m%dT%H%M%S"


class Reason(StrEnum):
    """Why a backup was made."""

    FIRST = "first-change"
    EARLY = "first-steps"
    DAY = "new-day"
    MANY = "many-changes"
    UPGRADE = "before-upgrade"
    RESTORE = "before-restore"
    ELSEWHERE = "changed-elsewhere"
    ASKED = "asked-for"


REASON_WORDS: dict[Reason, str] = {
    Reason.FIRST: "before the first change",
    Reason.EARLY: "of the first steps",
    Reason.DAY: "as a new day began",
    Reason.MANY: "before a large change",
    Reason.UPGRADE: "before an upgrade",
    Reason.RESTORE: "before a restore",
    Reason.ELSEWHERE: "yours, before another program's file was taken",
    Reason.ASKED: "asked for",
}
"""Each reason as people say it."""

IF_NO_COPY = {Reason.ELSEWHERE: "so nothing was changed", Reason.ASKED: "and your season is as it was"}
"""What a copy that fails means for the season, where it goes beside no change of it."""


@record(frozen=True, slots=True)
class Backup:
    """One copy of the season file, as its name tells."""

    path: Path
    """Where it is."""
    made: datetime
    """When it was made, aware, in UTC, to the second."""
    turn: int
    """Which one it is of those made in the same second."""
    reason: Reason
    """Why it was made."""
    revision: int = 0
    """How many changes the season in it had seen; 0 when the name does not say."""

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name


class Backups:
    """The backups of one season file. Making one is for whoever holds the lock; looking is for everybody."""

    def __init__(self, path: Path, folder: Path, disk: Disk) -> None:
        self._disk = disk
        self.path = path
        """The season file, links followed."""
        self.folder = folder
        """Where they are kept; it need not exist."""
        self.copied = -1
        """The revision of the season that was copied last, or found to be copied already; -1 for none yet."""
        self._seen_to: date | None = None
        self._until_first: int | None = None

    def listed(self) -> tuple[Backup, ...]:
        """Every backup, newest first by the revision in its name, then by its moment, for clocks may be wrong.

        Other files in the folder are passed over.
        """
        names: list[str] = []
        with suppress(OSError):
            names = self._disk.names(self.folder)
        found = (backup_named(self.folder / name) for name in names)
        return tuple(sorted((one for one in found if one), key=_age, reverse=True))

    def keep(self, reason: Reason, now: Moment) -> Backup | None:
        """Copy the season file and thin out the older copies; None when the newest one says the same already.

        Raises FileTrouble when there is no file, or no copy of it can be made.
        """
        try:
            data, _ = self._disk.read(self.path)
        except OSError as error:
            raise FileTrouble(f"There is nothing to back up: “{self.path}” cannot be read.") from error
        return self.keep_data(data, reason, now)

    def keep_data(self, data: bytes, reason: Reason, now: Moment) -> Backup | None:
        """Keep a season in these bytes as `keep` does; raises FileTrouble when that cannot be done."""
        if self._says_the_same(data, reason):
            self.copied = revision_told(data)
            return None
        made = self._written(data, reason, now)
        self.copied = made.revision
        self._thin_out(made)
        return made

    def keep_before(self, steps: Sequence[Step], *, found: int, now: Moment) -> str:
        """Make the copy that is due before these steps are saved over a file of format `found`.

        What kept it from being made, in one sentence; empty when all is well. A save never waits for a better day.
        """
        reason = self._due(steps, found, now)
        if reason is None or not may_be_there(self._disk, self.path):
            return ""  # of a file put aside or taken away since, what is saved in its place is all there is
        try:
            self.keep(reason, now)
        except NotYetDurable:
            pass  # the copy is there; the next one is confirmed or told
        except FileTrouble as trouble:
            return str(trouble)
        self._seen_to, self._until_first = now.day_in("UTC"), None
        return ""

    def nothing_yet(self, now: Moment) -> None:
        """The season was only just begun, so that there is nothing to copy before it has grown a little."""
        self._seen_to, self._until_first = now.day_in("UTC"), EARLY

    def _due(self, steps: Sequence[Step], found: int, now: Moment) -> Reason | None:
        if found < FORMAT:
            return Reason.UPGRADE
        if any(len(step.changes) >= MANY for step in steps):
            return Reason.MANY
        if self._seen_to is None:
            return Reason.FIRST
        if self._until_first is not None:
            self._until_first -= 1
            if self._until_first <= 0:
                return Reason.EARLY
        return Reason.DAY if self._seen_to != now.day_in("UTC") else None

    def _says_the_same(self, data: bytes, reason: Reason) -> bool:
        newest = next(iter(self.listed()), None)
        if newest is None or (reason is Reason.UPGRADE and newest.reason is not Reason.UPGRADE):
            return False
        try:
            return self._disk.look(newest.path).st_size == len(data) and self._disk.read(newest.path)[0] == data
        except OSError:
            return False

    def _written(self, data: bytes, reason: Reason, now: Moment) -> Backup:
        made = now.at.replace(microsecond=0)
        turn = max((one.turn for one in self.listed() if one.made == made), default=-1) + 1
        revision = revision_told(data)
        path = self.folder / f"{made:{_STAMP}}Z-{turn:02}-{reason}-r{revision}.json"
        try:
            make_folders(self._disk, self.folder)
            write_whole(self._disk, path, (data,))
        except NotYetDurable:
            raise
        except FileTrouble as trouble:
            so = IF_NO_COPY.get(reason, "your changes are saved all the same")
            raise FileTrouble(f"No backup could be made, {so}. {trouble}") from trouble
        return Backup(path, made, turn, reason, revision)

    def _thin_out(self, made: Backup) -> None:
        others = tuple(one for one in self.listed() if one != made)
        for one in superfluous((made, *others), self._can_be_read):
            with suppress(OSError):  # one too many takes up room and harms nothing
                self._disk.remove(one.path)

    def _can_be_read(self, backup: Backup) -> bool:
        try:
            if not stat.S_ISREG(self._disk.look(backup.path).st_mode):
                return False
            data, _ = self._disk.read(backup.path)
            if not sound(data):
                found_at(backup.path, self._disk)
        except (OSError, FileTrouble):
            return False
        return True


def backup_named(path: Path) -> Backup | None:
    """The backup that the name of that file speaks of; None for any other file."""
    match = _NAME.fullmatch(path.name)
    try:
        if match is None:
            return None
        made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
        return Backup(path, made, int(match[2]), Reason(match[3]), int(match[4] or 0))
    except ValueError:
        return None


def _age(backup: Backup) -> tuple[int, datetime, int]:
    return backup.revision, backup.made, backup.turn


def superfluous(backups: Sequence[Backup], can_be_read: Callable[[Backup], bool]) -> tuple[Backup, ...]:
    """Which of these, newest first, may go: asked of as few as need be whether they can be read.

    The first one is taken for the newest even when a clock that was set back has named it otherwise.
    """
    first_of_day = {one.made.date(): one for one in sorted(backups, key=lambda one: (-one.made.timestamp(), -one.turn))}
    stays = {
        *(one.path for one in backups[:NEWEST_KEPT]),
        *(one.path for _, one in sorted(first_of_day.items(), reverse=True)[:DAYS_KEPT]),
        *(one.path for one in backups if one.reason is Reason.UPGRADE),
    }
    rest = [one for one in backups if one.path not in stays]
    if not rest:
        return ()
    missing = READABLE_KEPT
    for one in backups:
        if missing and one.path in stays and can_be_read(one):
            missing -= 1
    for one in list(rest):
        if missing and can_be_read(one):
            rest.remove(one)
            missing -= 1
    return tuple(rest)
