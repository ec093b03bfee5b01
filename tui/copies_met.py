"""Which copies beside a season hold nothing more for it, known by what is in them, so that none is announced again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from store import places
from store.errors import FileTrouble

MOST = 200
"""So many are remembered, the newest."""


def place_of(season: Path) -> Path:
    """Where it is kept for the season file at that path, and for no other."""
    return places.state_folder() / f"copies-met-{places.mark_of(season)}.txt"


def not_met(season: Path, copies: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those of these copies that were not brought in as they are now; one that cannot be read is among them."""
    met = frozenset(_met(season)) if copies else frozenset()
    return tuple(one for one in copies if not met or _digest(one) not in met)


def note_met(season: Path, copy: Path) -> None:
    """Remember that all of that copy, as it is now, stands in the season; a disk that refuses is no reason to stop."""
    from store.disk import Disk
    from store.safe_write import make_folders
    from tui.private_files import write_private

    digest, place = _digest(copy), place_of(season)
    known = _met(season)
    if not digest or digest in known:
        return
    with suppress(FileTrouble, OSError):
        make_folders(Disk(), place.parent)
        write_private(place, "\n".join((*known, digest)[-MOST:]).encode(), over=True)


def _met(season: Path) -> tuple[str, ...]:
    try:
        return tuple(place_of(season).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return ()


def _digest(copy: Path) -> str:
    from hashlib import sha256

    try:
        return sha256(copy.read_bytes()).hexdigest()
    except OSError:
        return ""
