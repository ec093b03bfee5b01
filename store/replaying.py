"""A season put together from its undo steps, from the very first one on, when nothing else of it is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.disk import Disk
from store.errors import RuleBroken
from store.frozen_record import record
from store.history import Step, redone, undone
from store.places import history_folder
from store.season import Season
from store.step_files import StepFiles

FIRST = (1, 0)
"""The step that leads away from an empty season: no save came before it."""


@record(frozen=True, slots=True)
class Replayed:
    """What the undo steps of a season lead to."""

    season: Season
    """The season after the newest step that can be reached."""
    step: int
    """The number of that step."""
    revision: int
    """The highest number of any step there is."""


def replayed(path: Path, disk: Disk, before_each: Callable[[], object] = lambda: None) -> Replayed | None:
    """The newest season that the steps beside that path lead to, each step checked against the season before it.

    None when they do not reach back to the empty season. What had been undone last is done again in it. What is
    called `before_each` step may raise, to end it.
    """
    files = StepFiles(history_folder(path), disk)
    links = files.links() or {}
    if FIRST not in links:
        return None
    seasons = {0: Season()}
    for number, before in sorted(links):
        before_each()
        step = files.read(links[number, before]) if before in seasons else None
        after = _after(seasons[before], step) if step else None
        if after is not None:
            seasons[number] = after
    newest = max(seasons)
    return Replayed(seasons[newest], newest, max(number for number, _ in links)) if newest else None


def _after(season: Season, step: Step) -> Season | None:
    try:
        after = redone(season, step)
        return after if undone(after, step) == season else None
    except RuleBroken:
        return None
