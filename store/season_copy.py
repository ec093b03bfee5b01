"""Copies of a season beside it or elsewhere: whole season files, written as safely as the season itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from store.dates import DayOrder, days_written, show_date_short
from store.disk import Disk
from store.encoded_tables import whole_file
from store.errors import FileTrouble
from store.held_season import NEWEST_STEP
from store.moments import Moment
from store.safe_write import make_folders, why, write_whole
from store.season import Season
from store.season_file import SeasonFile


def write_copy(file: SeasonFile, season: Season, target: Path, *, over: bool = False) -> None:
    """Write that season, as that file would hold it, to a file of its own that only its owner may read.

    The step it stands at stays a step of its own, so that the copy finds where it parted when it is brought in.
    Raises FileTrouble when that fails, or when something is there and `over` is not; what is there is
    then left as it was.
    """
    disk = file.disk
    if not over and _is_there(disk, target):
        raise FileTrouble(f"“{target}” is there already, and nothing was written over it.")
    make_folders(disk, target.parent)
    write_whole(disk, target, copied(file, season))
    file.history.settle()


def write_copy_at(file: SeasonFile, season: Season, target: Path, *, step: int) -> None:
    """Write that season, to which the step of that number led, to a new file; raises FileTrouble."""
    place = {"revision": max(file.revision, step), NEWEST_STEP: step}
    write_whole(file.disk, target, _pieces(file, season, place))


def copied(file: SeasonFile, season: Season) -> tuple[bytes, ...]:
    """That season as that file would hold it, as the bytes of a file of its own, piece by piece."""
    at_no_step = {"revision": file.revision}  # what is not on disk yet
    return _pieces(file, season, file.place if season is file.season else at_no_step)


def _pieces(file: SeasonFile, season: Season, place: Mapping[str, int]) -> tuple[bytes, ...]:
    return whole_file(file.tables_of(season), place)


def put_aside(disk: Disk, path: Path, target: Path) -> None:
    """Give a file another name, for whoever holds its lock; raises FileTrouble with everything as it was."""
    try:
        disk.replace(path, target)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise FileTrouble(f"“{path}” could not be put aside: {why(error)}.") from error


def name_of_copy(disk: Disk, path: Path, word: str, now: Moment) -> Path:
    """A free name beside the season such as `season (mine, 24 Nov 14.05).json`, with a number if need be.

    No colon stands in it, which Windows and sticks would refuse; and it is the same whatever order days are written in.
    """
    with days_written(DayOrder.DAY_FIRST):
        when = f"{word}, {show_date_short(now.day)} {now.local:%H.%M}"
    found, number = path.with_name(f"{path.stem} ({when}){path.suffix}"), 1
    while _is_there(disk, found):
        number += 1
        found = path.with_name(f"{path.stem} ({when}, {number}){path.suffix}")
    return found


def _is_there(disk: Disk, path: Path) -> bool:
    try:
        disk.look(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise FileTrouble(f"“{path}” cannot be used: {why(error)}.") from error
    return True
