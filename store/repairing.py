"""Puts a good backup where the season file should be, and clears away what killed runs left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.checkup import leftovers_of
from store.disk import Disk
from store.encoded_tables import EncodedTables
from store.errors import FileTrouble
from store.file_reading import FORMAT, head_and_digest
from store.found_season import Found, found_at
from store.frozen_record import record
from store.moments import Moment
from store.safe_write import NotYetDurable, make_folders, why, write_whole
from store.season import Season
from store.season_lock import SeasonLock
from store.step_files import StepFiles

_STAMP = "%Y%m%d-%H%M%S"


@record(frozen=True, slots=True)
class BroughtBack:
    """What became of a season file that was damaged or missing."""

    season: Season
    """The season that is there now."""
    aside: Path | None
    """Where the damaged file was kept; None when there was none."""
    later_steps: int
    """Steps made after that backup that can be done again, one redo each."""


def bring_back(path: Path, backup: Path, *, now: Moment, disk: Disk | None = None) -> BroughtBack:
    """Put that backup in the place of a season file that cannot be opened, and keep a copy of what was there.

    Raises FileHeld when another program has the file open, and FileTrouble when the backup cannot be read or
    something cannot be written; the file then is as it was.
    """
    disk = disk or Disk()
    found = found_at(backup, disk)
    with _locked(path, disk):
        make_folders(disk, path.parent)
        aside = _kept_aside(path, now, disk)
        later, revision = _later_steps(path, found, disk)
        with suppress(NotYetDurable):  # in place, and the next save confirms it
            write_whole(disk, path, _pieces(found, revision))
        return BroughtBack(found.written.season, aside, later)


def remove_leftovers(path: Path, *, disk: Disk | None = None) -> int:
    """Delete the temporary files of killed runs; how many went. Raises FileHeld while another program has the file."""
    disk, gone = disk or Disk(), 0
    with _locked(path, disk):
        for one in leftovers_of(path, disk):
            with suppress(OSError):
                disk.remove(one)
                gone += 1
    return gone


@contextmanager
def _locked(path: Path, disk: Disk) -> Iterator[None]:
    lock = SeasonLock(path, disk)
    lock.take()
    try:
        yield
    finally:
        lock.release()


def _kept_aside(path: Path, now: Moment, disk: Disk) -> Path | None:
    # A copy, made before anything else is touched: at no moment is there less than there was.
    try:
        data, _ = disk.read(path)
        names = set(disk.names(path.parent))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileTrouble(f"“{path}” could not be kept aside: {why(error)}. Nothing was changed.") from error
    for turn in range(1, 1000):
        more = f"-{turn}" if turn > 1 else ""
        name = f"{path.stem}.damaged-{now.at:{_STAMP}}{more}{path.suffix}"
        if name not in names:
            break
    aside = path.with_name(name)
    write_whole(disk, aside, (data,))
    return aside


def _later_steps(path: Path, found: Found, disk: Disk) -> tuple[int, int]:
    """How many steps lead on from that season, and the revision that lets them be done again."""
    links = StepFiles(path.with_name(f"{path.name}.history"), disk).links()
    at, count = found.meta.get("step", 0), 0
    while following := [number for number, before in links if before == at and number > before]:
        at, count = max(following), count + 1
    return count, max(int(found.meta["revision"]), *(number for number, _ in links), 0)


def _pieces(found: Found, revision: int) -> tuple[bytes, ...]:
    body = EncodedTables().next(found.written.tables).body()
    head, _ = head_and_digest(body, {**found.meta, "format": FORMAT, "revision": revision})
    return head, *body
