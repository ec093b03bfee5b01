"""Where a season that could not be saved when the app was ended is kept, each for the file it belongs to."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from store import places
from tui.spelling import Spelling

UNSAVED = "unsaved"


def unsaved_copies(season: Path) -> tuple[Path, ...]:
    """What of that very season could not be saved when the app was ended: season files of their own, oldest first."""
    kept = kept_as(season)
    with suppress(OSError):
        found = [one for one in kept.parent.iterdir() if one.name.startswith(f"{kept.stem} ({UNSAVED}, ")]
        return tuple(sorted(found, key=lambda one: (one.stat().st_mtime, one.name)))
    return ()


def kept_as(season: Path) -> Path:
    """The name that such copies begin with: seasons of one name in two folders keep theirs apart."""
    return places.state_folder() / f"{season.stem}-{places.mark_of(season)}{season.suffix}"


def words_about_unsaved(copies: tuple[Path, ...], spell: Spelling) -> str:
    """One notice about all of them, and what to do with them."""
    key = spell.key("everywhere.bring-in")
    first, more = copies[0], len(copies) - 1
    others = f" {more} more {'lies' if more == 1 else 'lie'} beside it." if more else ""
    return (
        f"When prematch was last ended, not everything could be saved. What was on screen is in “{first}”.{others} "
        f'{key} or `prematch merge "{first}"` brings it in. Remove that file once you have.'
    )
