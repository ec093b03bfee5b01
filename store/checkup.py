"""Looks a season file over, with everything beside it, and changes nothing."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from store.backup_reading import Examined, examined
from store.begun_folders import begun_folders
from store.conflict_copies import conflict_copies
from store.disk import Disk
from store.errors import Damaged, FileHeld, FileTrouble
from store.folders_beside import folder_troubles
from store.found_season import Found, found_at, saved_in
from store.frozen_record import record
from store.places import backup_folder, history_folder
from store.replaying import Replayed, replayed
from store.rules.references import dangling
from store.season import Season
from store.season_file import SeasonFile
from store.season_lock import SeasonLock
from store.step_files import StepFiles
from store.ways_left import ways_to_bring_in
from store.whole_beginning import whole_beginning

_LEFTOVER = re.compile(r"\.tmp-\d+-[0-9a-f]{8}$")


@record(frozen=True, slots=True)
class Checkup:
    """What was seen of a season file and of what lies beside it."""

    path: Path
    """The season file, links followed."""
    exists: bool = False
    """Is there anything of that name?"""
    trouble: FileTrouble | None = None
    """Why it cannot be opened; None when it can, or there is none yet."""
    size: int = 0
    """Bytes."""
    format: int = 0
    """The number of the file's shape; 0 when it cannot be read."""
    revision: int = 0
    """How many changes it has seen."""
    as_written: bool = True
    """Does the checksum fit?"""
    season: Season | None = None
    """The season in it."""
    saved: datetime | None = None
    """When it was last saved, aware; None when it does not say."""
    open_to_others: bool = False
    """May other users of this machine read it?"""
    locked_folder: Path | None = None
    """The folder in which nothing can be written, so that no change could be saved; None when all is well."""
    notices: tuple[str, ...] = ()
    """Sentences about records that belong to a program which is gone."""
    unknown: tuple[str, ...] = ()
    """Tables and fields this version does not know; they are kept."""
    dangling: tuple[str, ...] = ()
    """Ids of records that name a person, interview or message which is gone."""
    leftovers: tuple[Path, ...] = ()
    """Temporary files of runs that were killed."""
    begun: tuple[Path, ...] = ()
    """Archive folders that were being written when the program was killed."""
    folders: tuple[str, ...] = ()
    """What is wrong with the folders of its backups and undo steps, in sentences."""
    free: int | None = None
    """Bytes that are free on its disk; None when the system does not say."""
    copies: tuple[Path, ...] = ()
    """Copies that sync programs left beside it."""
    holder: str = ""
    """The sentence that says who has it open; empty when nobody has."""
    steps: int = 0
    """Steps kept for undo."""
    broken_steps: int = 0
    """Those of them that cannot be read."""
    undo_ends: bool = False
    """Is the step that led to the season as it stands missing, although there are older ones?"""
    highest_step: int = 0
    """The highest revision that one of them led to."""
    left: int = 0
    """Changes on ways that were left and not brought in since."""
    put_together: Replayed | None = None
    """What the undo steps alone lead to; looked for only when the file cannot be opened and no backup can be read."""
    beginning: Found | None = None
    """The whole season that a damaged file begins with; looked for, and left out, like what the steps lead to."""
    backups: tuple[Examined, ...] = ()
    """Its backups, newest first, each looked into."""

    @property
    def good_backup(self) -> Examined | None:
        """The newest backup that can be read."""
        return next((one for one in self.backups if one.held is not None), None)


def look_over(path: Path, *, disk: Disk | None = None) -> Checkup:
    """Everything that can be seen of that season file; raises FileTrouble only for a path that leads nowhere."""
    disk = disk or Disk()
    file = SeasonFile(path, read_only=True, disk=disk)  # by this alone nothing is read
    backups = tuple(examined(file.backups.listed(), disk))
    seen = _beside(Checkup(file.path, backups=backups), disk)
    try:
        with SeasonFile.open(seen.path, read_only=True, disk=disk) as opened:
            left = sum(way.changes for way in ways_to_bring_in(opened))
            ends = bool(seen.steps and opened.history.why_no_undo())
            seen = replace(seen, left=left, undo_ends=ends)
        found = found_at(seen.path, disk) if seen.exists else None
    except FileTrouble as trouble:
        seen = replace(seen, trouble=trouble)
        is_lost = isinstance(trouble, Damaged) and seen.good_backup is None
        return _with_other_ways(seen, disk) if is_lost else seen
    return _with_contents(seen, found) if found else seen


def _with_other_ways(seen: Checkup, disk: Disk) -> Checkup:
    """What a file of which no backup can be read may still be made of; of two ways, the one that saw more changes."""
    beginning, steps = whole_beginning(seen.path, disk) if seen.exists else None, replayed(seen.path, disk)
    if beginning and steps and steps.revision > int(beginning.meta["revision"]):
        beginning = None
    return replace(seen, beginning=beginning, put_together=None if beginning else steps)


def leftovers_of(path: Path, disk: Disk) -> Iterator[Path]:
    """Temporary files that killed runs left beside that season file, its backups and its undo steps."""
    for folder in (path.parent, backup_folder(path), history_folder(path)):
        names: list[str] = []
        with suppress(OSError):
            names = disk.names(folder)
        for name in sorted(names):
            ours = folder != path.parent or name.startswith((f".{path.name}.", f"..{path.name}."))
            if ours and _LEFTOVER.search(name):
                yield folder / name


def _beside(seen: Checkup, disk: Disk) -> Checkup:
    holder = _holder(seen.path, disk)
    links, broken = _steps(seen.path, disk)
    try:
        known = disk.look(seen.path)
    except OSError:
        exists, size, mode = False, 0, 0
    else:
        exists, size, mode = True, known.st_size, known.st_mode
    return replace(
        seen,
        exists=exists,
        size=size,
        open_to_others=os.name == "posix" and stat.S_ISREG(mode) and bool(mode & 0o077),
        locked_folder=_locked_folder(seen.path.parent, disk),
        folders=folder_troubles(seen.path, disk),
        free=_free(seen.path.parent, disk),
        copies=conflict_copies(seen.path, disk),
        holder=holder,
        begun=begun_folders(seen.path.parent, disk),
        leftovers=() if holder else tuple(leftovers_of(seen.path, disk)),  # a running save has one too
        steps=len(links),
        broken_steps=broken,
        highest_step=max((number for number, _ in links), default=0),
    )


def _with_contents(seen: Checkup, found: Found) -> Checkup:
    beyond = found.written.beyond
    fields = sorted({f"a record in {table}" for table, _ in beyond.fields})
    return replace(
        seen,
        format=int(found.meta["format"]),
        revision=int(found.meta["revision"]),
        as_written=found.as_written,
        season=found.written.season,
        saved=saved_in(found),
        notices=found.written.notices,
        unknown=(*(f"the table {name[:40]}" for name in beyond.tables), *fields),
        dangling=dangling(found.written.season),
    )


def _steps(path: Path, disk: Disk) -> tuple[list[tuple[int, int]], int]:
    files = StepFiles(history_folder(path), disk)
    links = files.links() or {}
    return list(links), sum(files.read(name) is None for name in links.values())


def _locked_folder(folder: Path, disk: Disk) -> Path | None:
    # What is missing would be made in the nearest folder there is.
    while folder != folder.parent:
        try:
            disk.look(folder)
            return None if disk.may_write(folder) else folder
        except FileNotFoundError:
            folder = folder.parent
        except OSError:
            return folder
    return None


def _free(folder: Path, disk: Disk) -> int | None:
    try:
        return disk.free(folder)
    except OSError:
        return None


def _holder(path: Path, disk: Disk) -> str:
    # Taking the lock is the one sure way to learn whether somebody holds it; where no lock file is, nobody ever did.
    try:
        disk.look(path.with_name(f".{path.name}.lock"))
        lock = SeasonLock(path, disk)
        lock.take()
    except FileHeld as held:
        return str(held)
    except (OSError, FileTrouble):
        return ""
    lock.release()
    return ""
