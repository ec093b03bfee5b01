"""Seasons that were left behind: worked on, and then an older copy was put back or another way taken."""

from __future__ import annotations

from pathlib import Path

from store.errors import RuleBroken
from store.history import redone, undone
from store.moments import Moment
from store.season import Season
from store.season_copy import name_of_copy, write_copy_at
from store.season_file import SeasonFile
from store.step_ways import WayLeft

WORD = "left"
"""What stands in the name of a copy of such a season."""


def ways_to_bring_in(file: SeasonFile) -> tuple[WayLeft, ...]:
    """The ways that were left and not brought in since, the newest first; reads every step."""
    ways = file.history.ways_left()
    if not ways:
        return ()
    brought = {entry.step.brought.partition(" ")[0] for entry in file.history.labels() if not entry.taken_back}
    return tuple(way for way in ways if way.steps[-1].id not in brought)


def season_of(file: SeasonFile, way: WayLeft) -> Season:
    """The season at the end of that way; raises RuleBroken when it cannot be reached from the season as it stands."""
    season, step = file.season, None
    for _ in range(way.back):
        step = file.history.undo_step(step)
        if step is None:
            raise RuleBroken("A step on the way there cannot be read, so nothing was written.")
        season = undone(season, step)
    for one in way.steps:
        season = redone(season, one)
    return season


def write_way(file: SeasonFile, way: WayLeft, now: Moment) -> Path:
    """Write the season at the end of that way as a copy beside the season, to be brought in, and give its place.

    Raises RuleBroken when it cannot be reached, and FileTrouble when it cannot be written.
    """
    season = season_of(file, way)
    target = name_of_copy(file.disk, file.path, WORD, now)
    write_copy_at(file, season, target, step=way.number)
    return target
