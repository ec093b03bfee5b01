"""Places that belong to a season file, where nothing that is handed out may be put."""

from __future__ import annotations

import stat
from pathlib import Path

from store.errors import RuleBroken
from store.places import backup_folder, errand_folder, history_folder


def refuse_own_place(path: Path, season: Path) -> None:
    """Raise RuleBroken when that path is the season file itself, or one of the files and folders that belong to it."""
    target, own = _followed(path), _followed(season)
    if _same(target, own):
        raise RuleBroken(f"{path} is the season file itself. Nothing was written; choose another place.")
    folders = (backup_folder(own), history_folder(own), errand_folder(own))
    is_lock = target.parent == own.parent and target.name.startswith(f".{own.name}.")
    if is_lock or any(_same(one, folder) for one in (target, *target.parents) for folder in folders):
        raise RuleBroken(
            f"{path} is a place that your season needs for itself: its backups, its undo steps or its lock. "
            "Nothing was written; choose another place."
        )


def refuse_no_file(path: Path) -> None:
    """Raise RuleBroken when something is there that is neither a file nor a link to one, such as a device or a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return  # nothing is there, or writing says why it cannot be
    if not stat.S_ISREG(mode):
        raise RuleBroken(f"{path} is no ordinary file. Nothing was written; choose another name.")


def _same(path: Path, other: Path) -> bool:
    # Two spellings may name one file: many disks take capitals for small letters.
    try:
        return path == other or path.samefile(other)
    except OSError:
        return False


def _followed(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a loop of links
        return path.absolute()
