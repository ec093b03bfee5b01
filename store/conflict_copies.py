"""Copies beside a season that sync programs, or this one, left when two sides had changed it, told by their names."""

from __future__ import annotations

import re
from pathlib import Path

from store.disk import Disk

SPOKEN = (
    r"\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?",  # Syncthing
    r" \([^()]*\b(conflicted copy|case conflict)\b[^()]*\)",  # Dropbox, Nextcloud, ownCloud
    r"_conflict-\d{8}-\d{6}",  # ownCloud before 2.5
    r"-conflict(-\d+)?",  # OneDrive on some systems
)
"""What each program puts between a file's name and its ending; capitals do not matter."""
COMPUTER = r"-[A-Z][A-Z0-9]*(-[A-Z0-9]+)+"
"""What OneDrive puts there: the name of the computer, such as DESKTOP-4F2K9QL. In capitals only, else it is a word."""
OWN = r" \((mine|left), [^()]+\)"
"""What this program puts there: what was on screen when the file was changed elsewhere, and a way that was left."""


def conflict_copies(path: Path, disk: Disk) -> tuple[Path, ...]:
    """The conflict copies of that file in its folder, by name; none when the folder cannot be listed."""
    return _named(path, disk, f"(?i:{'|'.join(SPOKEN)})|{COMPUTER}")


def own_copies(path: Path, disk: Disk) -> tuple[Path, ...]:
    """The copies of that file in its folder that this program has left, by name; none when it cannot be listed."""
    return _named(path, disk, OWN)


def _named(path: Path, disk: Disk, form: str) -> tuple[Path, ...]:
    try:
        names = disk.names(path.parent)
    except OSError:
        return ()
    return tuple(path.with_name(name) for name in sorted(names) if re.fullmatch(form, _between(name, path)))


def _between(name: str, path: Path) -> str:
    if not (name.startswith(path.stem) and name.endswith(path.suffix)):
        return ""
    return name[len(path.stem) : len(name) - len(path.suffix)]
