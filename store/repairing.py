"""Puts a good backup where the season file should be, and clears away what killed runs left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.backups import Backups
from store.begun_folders import begun_folders, remove_begun
from store.checkup import leftovers_of
from store.disk import Disk
from store.encoded_tables import whole_file
from store.errors import FileTrouble
from store.found_season import Found, found_at
from store.frozen_record import record
from store.held_season import LAST_STEP, NEWEST_STEP
from store.moments import Moment
from store.places import backup_folder, history_folder
from store.plain_values import Tables, Values
from store.record_json import season_to_tables
from store.replaying import replayed
from store.safe_write import NotYetDurable, make_folders, why, write_whole
from store.season import Season
from store.season_lock import SeasonLock
from store.step_files import StepFiles
from store.whole_beginning import whole_beginning

Ready = Callable[[], object]
"""Is called before anything is written, and may raise: nothing was changed then."""


def at_once() -> None:
    """Nothing keeps a repair from beginning."""


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


def bring_back(
    path: Path, backup: Path, *, now: Moment, disk: Disk | None = None, ready: Ready = at_once
) -> BroughtBack:
    """Put that backup in the place of a season file that cannot be opened, and keep a copy of what was there.

    Raises FileHeld when another program has the file open, and FileTrouble when the backup cannot be read or
    something cannot be written; the file then is as it was.
    """
    disk = disk or Disk()
    found = found_at(backup, disk)
    with _locked(path, disk):
        ready()
        make_folders(disk, path.parent)
        return _put_in_place(path, found, now, disk)


def keep_beginning(path: Path, *, now: Moment, disk: Disk | None = None, ready: Ready = at_once) -> BroughtBack:
    """Put the whole season that a damaged file begins with in its place, and keep a copy of what was there.

    Raises FileHeld when another program has the file open, and FileTrouble when it begins with none or something
    cannot be written; what is there then is as it was.
    """
    disk = disk or Disk()
    with _locked(path, disk):
        found = whole_beginning(path, disk)
        if found is None:
            raise FileTrouble(f"“{path}” does not begin with a whole season. Nothing was changed.")
        ready()
        return _put_in_place(path, found, now, disk)


def put_together(path: Path, *, now: Moment, disk: Disk | None = None, ready: Ready = at_once) -> BroughtBack:
    """Put the season that its undo steps lead to where the file is missing or damaged, a copy of which is kept.

    Raises FileHeld when another program has the file open, and FileTrouble when the steps do not reach back to
    the beginning or something cannot be written; what is there then is as it was.
    """
    disk = disk or Disk()
    with _locked(path, disk):
        found = replayed(path, disk, ready)
        if found is None:
            raise FileTrouble(f"The undo steps of “{path}” do not reach back to its beginning. Nothing was changed.")
        ready()
        pieces = _pieces(season_to_tables(found.season), {NEWEST_STEP: found.step}, found.revision)
        return BroughtBack(found.season, _written_over(path, pieces, now, disk), 0)


def reach_later_steps(path: Path, *, disk: Disk | None = None) -> int:
    """Let redo go on to the steps made after the season as it stands, and give how many follow it at once.

    The season stays as it is. Raises FileHeld when another program has the file, and FileTrouble when it cannot be
    written.
    """
    disk = disk or Disk()
    with _locked(path, disk):
        found = found_at(path, disk)
        later, revision = _later_steps(path, found, disk)
        write_whole(disk, path, _pieces(found.written.tables, found.meta, revision))
        return later


def remove_leftovers(path: Path, *, disk: Disk | None = None) -> int:
    """Delete the temporary files of killed runs; how many went. Raises FileHeld while another program has the file."""
    disk, gone = disk or Disk(), 0
    with _locked(path, disk):
        for one in leftovers_of(path, disk):
            with suppress(OSError):
                disk.remove(one)
                gone += 1
    return gone


def remove_archives_begun(path: Path, *, disk: Disk | None = None) -> int:
    """Delete the archive folders beside that season file of which the writing was cut short; how many went."""
    disk = disk or Disk()
    return sum(remove_begun(one, disk) for one in begun_folders(path.parent, disk))


@contextmanager
def _locked(path: Path, disk: Disk) -> Iterator[None]:
    lock = SeasonLock(path, disk)
    lock.take()
    try:
        yield
    finally:
        lock.release()


def _put_in_place(path: Path, found: Found, now: Moment, disk: Disk) -> BroughtBack:
    later, revision = _later_steps(path, found, disk)
    aside = _written_over(path, _pieces(found.written.tables, found.meta, revision), now, disk)
    return BroughtBack(found.written.season, aside, later)


def _written_over(path: Path, pieces: tuple[bytes, ...], now: Moment, disk: Disk) -> Path | None:
    """Write the file, and give the place of the copy that was made of what was there."""
    aside = _kept_aside(path, now, disk)
    with suppress(NotYetDurable):  # in place, and the next save confirms it
        write_whole(disk, path, pieces)
    return aside


def _kept_aside(path: Path, now: Moment, disk: Disk) -> Path | None:
    # A copy, made before anything else is touched: at no moment is there less than there was.
    try:
        data, _ = disk.read(path)
        names = set(disk.names(path.parent))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileTrouble(f"“{path}” could not be kept aside: {why(error)}. Nothing was changed.") from error
    marked = f"{path.stem}.damaged-{now.at:{_STAMP}}"
    aside, turn = path.with_name(f"{marked}{path.suffix}"), 1
    while aside.name in names:
        turn += 1
        aside = path.with_name(f"{marked}-{turn}{path.suffix}")
    write_whole(disk, aside, (data,))
    return aside


def _later_steps(path: Path, found: Found, disk: Disk) -> tuple[int, int]:
    """How many steps lead on from that season, and a revision at which no step and no backup is newer than it."""
    links = StepFiles(history_folder(path), disk).links() or {}
    at, later = found.meta.get(NEWEST_STEP, 0), 0
    while following := [number for number, before in links if before == at and number > before]:
        at, later = max(following), later + 1
    backups = [one.revision for one in Backups(path, backup_folder(path), disk).listed()]
    return later, max([int(found.meta["revision"]), *(number for number, _ in links), *backups])


def _pieces(tables: Tables, meta: Values, revision: int) -> tuple[bytes, ...]:
    # Where redo ends is left out: the newest steps count, also those of a way that was taken after a step back.
    about = {name: value for name, value in meta.items() if name not in ("format", LAST_STEP)}
    return whole_file(tables, {**about, "revision": revision})
