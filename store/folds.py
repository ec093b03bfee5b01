"""Rows of the timeline: headings, lanes, and the line that stands for quiet lanes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum

from store.frozen_record import record
from store.lanes import Group, Lane
from store.timeline import Timeline
from store.words import STATUS_WORDS


class Fold(Enum):
    """How much of a group is shown: all of it, all but its quiet lanes, or its heading alone."""

    OPEN = "open"
    QUIET = "quiet"
    HEAD = "head"


Folds = Mapping[str, Fold]
"""What the person chose, by group key; a group left out folds as it starts."""


@record(frozen=True, slots=True)
class Head:
    """The heading of a group."""

    group: Group
    """Which group."""
    fold: Fold
    """How much of it is shown."""

    @property
    def key(self) -> str:
        """What tells this row from every other."""
        return f"head:{self.group.key}"

    @property
    def summary(self) -> str:
        """How a folded group divides, such as “7 rejected, 2 withdrawn”; empty when it does not."""
        if self.group.key != "closed":
            return ""
        counts = Counter(lane.status for lane in self.group.lanes)
        return ", ".join(f"{count} {STATUS_WORDS[status]}" for status, count in counts.most_common())


@record(frozen=True, slots=True)
class Quiet:
    """Lanes of one group that need nothing within two weeks, folded into a line."""

    group: Group
    """Which group."""
    lanes: tuple[Lane, ...]
    """The lanes folded away."""

    @property
    def key(self) -> str:
        """What tells this row from every other."""
        return f"quiet:{self.group.key}"

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{len(self.lanes)} more, nothing due"


Row = Head | Lane | Quiet
"""One line of the timeline."""


def programs_behind(row: Row | None) -> frozenset[str]:
    """Ids of the programs that row stands for: its own, or those folded away in it; none for an open heading."""
    match row:
        case Lane(program_id=program_id):
            return frozenset((program_id,))
        case Head(group=group, fold=Fold.HEAD):
            return frozenset(lane.program_id for lane in group.lanes)
        case Quiet(lanes=lanes):
            return frozenset(lane.program_id for lane in lanes)
        case _:
            return frozenset()


def visible_rows(timeline: Timeline, folds: Folds) -> tuple[Row, ...]:
    """The rows to show from top to bottom."""
    rows: list[Row] = []
    for group, fold in folds_of(timeline, folds):
        rows.append(Head(group, fold))
        if fold is Fold.HEAD:
            continue
        quiet = tuple(lane for lane in group.lanes if timeline.is_quiet(lane)) if fold is Fold.QUIET else ()
        if len(quiet) < 2:  # a line in place of one lane would save nothing
            rows += group.lanes
            continue
        rows += (lane for lane in group.lanes if not timeline.is_quiet(lane))
        rows.append(Quiet(group, quiet))
    return tuple(rows)


def folds_of(timeline: Timeline, folds: Folds) -> tuple[tuple[Group, Fold], ...]:
    """Every group with how much of it is shown."""
    starting = starting_folds(timeline)
    return tuple((group, folds.get(group.key, starting[group.key])) for group in timeline.groups)


def starting_folds(timeline: Timeline) -> dict[str, Fold]:
    """How the groups start: long ones folded to their heading, unless nothing else would be left to see."""
    starting = {group.key: Fold.HEAD if group.fold_first else Fold.QUIET for group in timeline.groups}
    if Fold.QUIET not in starting.values():
        living = [key for key in starting if key != "closed"] or list(starting)
        starting |= dict.fromkeys(living, Fold.OPEN)
    return starting


def toggled(timeline: Timeline, folds: Folds, key: str) -> dict[str, Fold]:
    """Those folds with one group folded to its heading, or opened so that lanes come to sight."""
    for group, fold in folds_of(timeline, folds):
        if group.key == key:
            return {**folds, key: _unfolded(group) if fold is Fold.HEAD else Fold.HEAD}
    return dict(folds)


def _unfolded(group: Group) -> Fold:
    return Fold.OPEN if all(lane.quiet for lane in group.lanes) else Fold.QUIET


def cycled(timeline: Timeline, folds: Folds) -> dict[str, Fold]:
    """The next of three states: as it starts, headings only, all open."""
    current = {fold for _group, fold in folds_of(timeline, folds)}
    if current == {Fold.HEAD}:
        return {group.key: Fold.OPEN for group in timeline.groups}
    if current == {Fold.OPEN} and set(starting_folds(timeline).values()) != current:
        return {}
    return {group.key: Fold.HEAD for group in timeline.groups}


def row_of(rows: tuple[Row, ...], key: str) -> int | None:
    """Where the row of that key stands, or the row that hides it; None when it is not there at all."""
    hiding: int | None = None
    for place, row in enumerate(rows):
        if row.key == key:
            return place
        if isinstance(row, Lane):
            continue
        inside = row.lanes if isinstance(row, Quiet) else row.group.lanes
        if key == f"quiet:{row.group.key}" or any(lane.program_id == key for lane in inside):
            hiding = place
    return hiding
