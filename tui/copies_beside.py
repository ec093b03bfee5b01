"""Other copies of the open season that wait to be brought in: from sync programs, and kept by this one."""

from __future__ import annotations

from pathlib import Path

from store.conflict_copies import conflict_copies, own_copies
from store.disk import Disk
from tui.backup_lines import Line
from tui.spelling import Spelling
from tui.unsaved_copies import unsaved_copies

KEY = "copy:"
"""How the key of a copy's line begins."""


def copies_beside(season: Path, disk: Disk) -> tuple[Path, ...]:
    """All of them, what the disk never took first; this lists two folders."""
    return (*unsaved_copies(season), *conflict_copies(season, disk), *own_copies(season, disk))


def copy_lines(copies: tuple[Path, ...], spell: Spelling) -> list[Line]:
    """A line of the season view for each."""
    way_on = spell("{season.edit} compares it; remove it once it is in.")
    return [(f"{KEY}{one}", "A copy that waits", one.name, f"{one.parent}.  {way_on}") for one in copies]


def copy_of(key: str) -> Path | None:
    """The copy whose line has that key; None for any other line."""
    return Path(key.removeprefix(KEY)) if key.startswith(KEY) else None


def words_about(copies: tuple[Path, ...], spell: Spelling) -> str:
    """One notice about copies of sync programs, and what to do with them."""
    first = copies[0]
    if len(copies) == 1:
        what = f"A sync program has left a copy beside your season, “{first.name}”: two machines changed it at once."
    else:
        what = f"Sync programs have left {len(copies)} copies beside your season, “{first.name}” first among them."
    way_on = spell("{everywhere.bring-in} shows what differs and brings both together; Season, Data lists it.")
    return f"{what} Nothing of it is lost. {way_on}"
