"""Copies that sync programs leave beside a season when two machines changed it at once, told by their names."""

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


def conflict_copies(path: Path, disk: Disk) -> tuple[Path, ...]:
    """The conflict copies of that file in its folder, by name; none when the folder cannot be listed."""
    try:
        names = disk.names(path.parent)
    except OSError:
        return ()
    form = re.compile(f"(?i:{'|'.join(SPOKEN)})|{COMPUTER}")
    return tuple(path.with_name(name) for name in sorted(names) if form.fullmatch(_between(name, path)))


def _between(name: str, path: Path) -> str:
    if not (name.startswith(path.stem) and name.endswith(path.suffix)):
        return ""
    return name[len(path.stem) : len(name) - len(path.suffix)]
