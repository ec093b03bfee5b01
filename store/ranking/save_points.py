"""What moved between a dated copy of the rank list and another order."""

from __future__ import annotations

from collections.abc import Sequence

from store.frozen_record import record
from store.records import RankSnapshot
from store.season import Season


@record(frozen=True, slots=True)
class PlaceChange:
    """One program whose place differs."""

    program_id: str
    """Which program."""
    before: int
    """Its place before, counted from 1; 0 when it had none."""
    after: int
    """Its place after, likewise."""


def last_save_point(season: Season) -> RankSnapshot | None:
    """The newest dated copy; None when none was kept."""
    kept = season.rank_list.snapshots
    return kept[-1] if kept else None


def place_changes(before: Sequence[str], after: Sequence[str]) -> tuple[PlaceChange, ...]:
    """Every program whose place differs: first those with a place now, from the top down, then those that lost it."""
    was = {program_id: place for place, program_id in enumerate(before, 1)}
    now = {program_id: place for place, program_id in enumerate(after, 1)}
    moved = [PlaceChange(one, was.get(one, 0), place) for one, place in now.items() if was.get(one, 0) != place]
    return (*moved, *(PlaceChange(one, place, 0) for one, place in was.items() if one not in now))


def change_words(season: Season, change: PlaceChange) -> str:
    """That change in words: `Fenwick 3 to 2`, `Alder Ridge new at 4`."""
    program = season.programs_by_id.get(change.program_id)
    name = program.name if program else change.program_id
    if not change.before:
        return f"{name} new at {change.after}"
    return f"{name} {change.before} to {change.after}" if change.after else f"{name} taken off, was {change.before}"
