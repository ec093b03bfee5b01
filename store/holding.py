"""Rows keep their places while the cursor rests on one, whatever an action did to what they are sorted by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.frozen_record import record
from store.lanes import Group
from store.timeline import Timeline


@record(frozen=True, slots=True)
class Kept:
    """A timeline as it is shown beside the one it will be once the cursor has left its row."""

    shown: Timeline
    """With every row in the place it had."""
    settled: Timeline
    """With every row where it belongs; the same object when nothing is held."""
    acted: frozenset[str] = frozenset()
    """Programs a change has touched since rows are held: the cursor coming to one of them does not make it move."""

    @property
    def holds(self) -> bool:
        """True while some row is not where it belongs."""
        return self.shown is not self.settled


def settled(timeline: Timeline) -> Kept:
    """That timeline with every row where it belongs."""
    return Kept(timeline, timeline)


def keep(before: Kept, after: Timeline, *, changed: bool) -> Kept:
    """`after` with every row where `before` shows it.

    `changed` is True when the season is another one; with the clock alone lanes differ too, but nobody acted on them.
    """
    shown = held(before.shown, after)
    if shown is after:
        return settled(after)
    return Kept(shown, after, before.acted | _touched(before.settled, after) if changed else before.acted)


def left_for(kept: Kept, key: str) -> Kept:
    """What to show once the cursor has come to the row of that key from another one.

    Rows settle then, unless the one it has come to would be among those that move.
    """
    return kept if not kept.holds or _moves(kept, key) else settled(kept.settled)


def _moves(kept: Kept, key: str) -> bool:
    """True when the lane of that key would go elsewhere, or out of sight; a heading never does."""
    now, then = _place(kept, kept.shown, key), _place(kept, kept.settled, key)
    return now is not None and (then is None or (key in kept.acted and now != then))


def _place(kept: Kept, timeline: Timeline, key: str) -> tuple[str, bool, tuple[str, ...]] | None:
    """The group of that lane, whether it is quiet, and the untouched lanes before it; None when it is not shown."""
    for group in timeline.groups:
        before: list[str] = []
        for lane in group.lanes:
            if lane.program_id == key:
                return group.key, timeline.is_quiet(lane), tuple(before)
            if lane.program_id not in kept.acted:
                before.append(lane.program_id)
    return None


def held(before: Timeline, after: Timeline) -> Timeline:
    """`after` with every row where it stands in `before`, or just `after` where nothing has to be held.

    Programs that are gone leave their places, and those that no longer match a filter keep them. A program that
    was not followed before has no place to keep, so then everything is arranged afresh.
    """
    known = {lane.program_id: lane for lane in after.every_lane}
    if known.keys() - {lane.program_id for lane in before.every_lane}:
        return after
    groups = []
    for group in before.groups:
        lanes = tuple(known[lane.program_id] for lane in group.lanes if lane.program_id in known)
        if lanes:
            groups.append(Group(group.key, group.title, lanes, group.fold_first))
    keeping = replace(after, groups=tuple(groups), held_quiet=frozenset(_quiet(before)))
    return after if not groups or _places(keeping) == _places(after) else keeping


def _touched(before: Timeline, after: Timeline) -> frozenset[str]:
    """Ids of the programs whose lanes were made anew."""
    known = {lane.program_id: lane for lane in before.every_lane}
    return frozenset(lane.program_id for lane in after.every_lane if known.get(lane.program_id) is not lane)


def _quiet(timeline: Timeline) -> Iterator[str]:
    return (lane.program_id for lane in timeline.lanes if timeline.is_quiet(lane))


def _places(timeline: Timeline) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Everything that decides on which line a lane is drawn."""
    return [
        (group.key, [(lane.program_id, timeline.is_quiet(lane)) for lane in group.lanes]) for group in timeline.groups
    ]
