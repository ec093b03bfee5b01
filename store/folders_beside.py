"""The folders beside a season file, for its backups and its undo steps: whether they can be used, and if not, why."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from store.disk import Disk
from store.places import backup_folder, history_folder
from store.safe_write import why

BACKUPS, STEPS = "backups", "undo steps"
"""What is kept in each of the two."""
ALLOW = "Give yourself the right to read, write and enter it again."
SHORTEN = "Give the season file a shorter name."


def folder_troubles(path: Path, disk: Disk) -> tuple[str, ...]:
    """What is wrong with them, one sentence each that ends with what to do; a folder not made yet is well."""
    folders = ((backup_folder(path), BACKUPS), (history_folder(path), STEPS))
    return tuple(trouble for folder, kind in folders if (trouble := folder_trouble(folder, kind, disk)))


def folder_trouble(folder: Path, kind: str, disk: Disk) -> str:
    """Why no `kind` can be kept in that folder or found there, with what to do; empty when they can, or it is new."""
    try:
        known = disk.look(folder)
        if not stat.S_ISDIR(known.st_mode):
            return f"“{folder}” is a file where the {kind} belong, so none can be kept. Move that file elsewhere."
        disk.names(folder)
        if disk.may_write(folder):
            return ""
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        what = SHORTEN if error.errno == errno.ENAMETOOLONG else ALLOW
        return f"“{folder}”, where the {kind} are, cannot be looked into: {why(error)}. {what}"
    return f"Nothing can be written in “{folder}”, so no new {kind} can be kept. {ALLOW}"
