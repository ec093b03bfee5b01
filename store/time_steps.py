"""Steps along the time of a timeline: from one event or key date to the next, and what there is at a place."""

from __future__ import annotations

from collections.abc import Iterable

from store.lane_cells import shown_events
from store.lanes import Event, Lane
from store.time_scale import PART_ZOOM, Scale, Spot, spot_of

Own = tuple[Lane, Event]
"""An event with the lane it stands on."""


def events_of(lanes: Iterable[Lane], zoom: int) -> tuple[Own, ...]:
    """The events of those lanes that count at that zoom."""
    return tuple((lane, event) for lane in lanes for event in shown_events(lane, zoom))


def events_at(lanes: Iterable[Lane], scale: Scale, here: Spot) -> tuple[Own, ...]:
    """Everything on those lanes in the cell of that place, earliest first."""
    cell = scale.cell_of(*here)
    found = (own for own in events_of(lanes, scale.zoom) if own[0].cell_of(own[1], scale) == cell)
    return tuple(sorted(found, key=lambda own: own[1].at))


def spots_of(lanes: Iterable[Lane], zoom: int) -> tuple[Spot, ...]:
    """Where those events are."""
    return tuple(spot_of(event.at, lane.zone) for lane, event in events_of(lanes, zoom))


def step(spots: Iterable[Spot], here: Spot, way: int, zoom: int) -> Spot | None:
    """The nearest of those places after `here`, or before it when `way` is negative; None when there is none.

    Another third of the same day is another place only where it has a cell of its own; of several on one
    day the earliest is meant, whichever side it is reached from.
    """
    reach = 2 if zoom >= PART_ZOOM else 1
    if way > 0:
        return min((spot for spot in spots if spot[:reach] > here[:reach]), default=None)
    before = [spot for spot in spots if spot[:reach] < here[:reach]]
    last = max(before, default=here)[:reach]
    return min((spot for spot in before if spot[:reach] == last), default=None)
