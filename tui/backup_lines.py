"""The lines of the season view that tell of backups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.dates import show_moment_short
from tui.state import SeasonState

if TYPE_CHECKING:
    from store.backup_reading import Examined

KEY = "backup:"
"""How the key of a backup's line begins."""
NONE_YET = "none yet; one is made before the first change of every run, and {everywhere.back-up} makes one now"

Line = tuple[str, str, str, str]
"""Key, label, value and remark."""


def backup_lines(backups: Sequence[Examined] | None, state: SeasonState) -> list[Line]:
    """A line for each backup, newest first; a line that says so while there is none."""
    if backups is None:
        return [("backups", "Backups", "looking …", "")]
    if not backups:
        return [("backups", "Backups", state.spell(NONE_YET), "")]
    return [_line(one, state) for one in backups]


def backup_of(backups: Sequence[Examined], key: str) -> Examined | None:
    """The backup whose line has that key; None for any other line."""
    return next((one for one in backups if key == f"{KEY}{one.backup.name}"), None)


def _line(one: Examined, state: SeasonState) -> Line:
    from store.backup_reading import held_in_words

    now = state.now
    label = show_moment_short(one.made.seen_from(now.zone))
    if one.held is None:
        return f"{KEY}{one.backup.name}", label, "cannot be read", one.trouble
    changed = f"Last change {show_moment_short(one.changed.seen_from(now.zone))}.  " if one.changed else ""
    shows = state.spell("{season.edit} shows what bringing it back would change.")
    remark = f"{changed}{max(1, one.size // 1000):,} kB.  {shows}"
    return f"{KEY}{one.backup.name}", label, f"{held_in_words(one.held)}, {one.reason}", remark
