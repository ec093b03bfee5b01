"""Archive folders whose writing was cut short: found by their names beside a season, and taken away again."""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from pathlib import Path

from store.disk import Disk

_BEGUN = re.compile(r"\..+\.tmp-\d+-[0-9a-f]{8}")

QUIET_SECONDS = 600.0
"""With nothing new in it for so long, nobody is writing it any more."""
WRITTEN = frozenset({".csv", ".html", ".json", ".md", ".svg"})
"""What an archive consists of; a folder with anything else in it stays."""


def begun_folders(folder: Path, disk: Disk) -> tuple[Path, ...]:
    """Those in that folder, by name; none when it cannot be listed."""
    try:
        names = disk.names(folder)
    except OSError:
        return ()
    named = (folder / name for name in sorted(names) if _BEGUN.fullmatch(name))
    return tuple(one for one in named if _is_quiet(one, disk))


def remove_begun(folder: Path, disk: Disk) -> bool:
    """Delete it with the files an archive has; False when something else is in it, or the system refuses."""
    try:
        within = [folder / name for name in disk.names(folder)]
        folders = [one for one in within if _is_folder(one, disk)]
        files = [one for one in within if one not in folders]
        files += [one / name for one in folders for name in disk.names(one)]
        if any(one.suffix not in WRITTEN for one in files):
            return False
        for file in files:
            disk.remove(file)
        for one in (*folders, folder):
            disk.remove_folder(one)
    except OSError:
        return False
    return True


def _is_folder(path: Path, disk: Disk) -> bool:
    with suppress(OSError):
        return stat.S_ISDIR(disk.look(path).st_mode) and not path.is_symlink()
    return False


def _is_quiet(path: Path, disk: Disk) -> bool:
    with suppress(OSError):
        return _is_folder(path, disk) and disk.seconds() - disk.look(path).st_mtime > QUIET_SECONDS
    return False
