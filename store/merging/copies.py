"""Another copy of the season, opened only to be read, and what it has in common with the one at hand."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from store.clean_text import clean_line
from store.disk import Disk
from store.errors import FileTrouble, RuleBroken
from store.history import Step, undone
from store.merging.ground import OtherCopy, Past, common_ground, fingerprint
from store.safe_write import why
from store.season import Season
from store.season_file import SeasonFile


def read_copy(path: Path, mine: SeasonFile, *, disk: Disk | None = None) -> OtherCopy:
    """The copy at that path, beside the season in `mine`; nothing is written, not even a lock.

    Its undo steps are looked for in the folder beside it. Raises FileTrouble when it cannot be read, and
    RuleBroken when it is the very file that is open.
    """
    disk = disk or Disk()
    _refuse_what_is_no_copy(path, mine, disk)
    with SeasonFile.open(path, read_only=True, disk=disk) as theirs:
        here, there = tuple(past_of(mine)), tuple(past_of(theirs))
        here, there = going_on(here, mine, theirs), going_on(there, theirs, mine)
        brought = f"{there[0].step} {fingerprint(theirs.season)}"
        return OtherCopy(clean_line(path.name), theirs.season, common_ground(here, there), brought, theirs.notice)


def past_of(file: SeasonFile) -> Iterator[Past]:
    """The season in that file and every one before it that its steps lead back to, newest first.

    Where a step no longer fits what the file holds, the way back ends: what lies behind is not sure.
    """
    return _back_from(file.season, file.history.undo_step(), file)


def going_on(past: tuple[Past, ...], own: SeasonFile, other: SeasonFile) -> tuple[Past, ...]:
    """That past and what lay before it, where the file came without its steps but the other one has them.

    A copy names the step it was made at by its number alone. Two seasons give the same numbers to different
    steps, so the one found counts only if all that it did stands in the copy.
    """
    number, known = own.history.origin()
    step = other.history.numbered(number) if len(past) == known + 1 else None
    if step is None:
        return past
    oldest = past[-1].season
    try:
        undone(oldest, step)
    except RuleBroken:
        return past
    return (*past[:-1], *_back_from(oldest, step, other))


def _back_from(season: Season, step: Step | None, file: SeasonFile) -> Iterator[Past]:
    while step is not None:
        yield Past(season, step.id, step.brought, step.at, step.folded)
        try:
            season = undone(season, step)
        except RuleBroken:
            return
        step = file.history.undo_step(step)
    yield Past(season, "", "", None)


def _refuse_what_is_no_copy(path: Path, mine: SeasonFile, disk: Disk) -> None:
    try:
        there = disk.look(path)
    except FileNotFoundError:
        raise FileTrouble(f"There is no file “{path}”. Check the name, and whether the stick is in.") from None
    except OSError as error:
        raise FileTrouble(f"“{path}” cannot be read: {why(error)}.") from error
    if stat.S_ISDIR(there.st_mode):
        raise RuleBroken(f"“{path}” is a folder. Name the season file in it.")
    try:
        here = disk.look(mine.path)
    except OSError:
        return
    if (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev):
        raise RuleBroken(f"“{path}” is the season that is open here, so there is nothing to bring in.")
