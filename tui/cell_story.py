"""What stands in the cell under the time cursor, as a titled list for the pane."""

from __future__ import annotations

from store.dates import show_both, show_day_short
from store.lane_cells import MESSAGE_ZOOM, events_at
from store.lanes import Event, Lane
from store.time_scale import PART_ZOOM, PARTS, Scale, Spot
from tui.program_story import Part
from tui.widgets.timeline_view import TimelineView


def cell_story(view: TimelineView) -> tuple[Part, ...]:
    """Every event and key date of that cell, events of a heading with their programs; empty where nothing is."""
    timeline, scale = view.timeline, view.scale
    if timeline is None or scale is None:
        return ()
    lanes, here, home = view.lanes_here, view.time_spot, timeline.home
    keys = tuple(
        f"{one.letter} {one.name}".strip()
        for one in timeline.key_days
        if scale.cell_of(one.day, one.part) == scale.cell_of(*here)
    )
    events = tuple(
        f"{f'{lane.name}: ' if len(lanes) > 1 else ''}{event.words}, {show_both(event.at, home.zone_at(event.at))}"
        for lane, event in (*events_at(lanes, scale, here), *_unseen(lanes, scale, here))
    )
    return (Part(cell_title(scale, here), (*events, *keys)),) if events or keys else ()


def _unseen(lanes: tuple[Lane, ...], scale: Scale, here: Spot) -> list[tuple[Lane, Event]]:
    """Messages of a program in that cell where it is too wide to draw them."""
    if len(lanes) != 1 or scale.zoom >= MESSAGE_ZOOM:
        return []
    (lane,) = lanes
    cell = scale.cell_of(*here)
    return [(lane, one) for one in sorted(lane.messages, key=lambda one: one.at) if lane.cell_of(one, scale) == cell]


def cell_title(scale: Scale, here: Spot) -> str:
    """The stretch of time of that cell, such as `Thu 3 Dec, morning` or `30 Nov to 6 Dec`."""
    cell = scale.cell_of(*here)
    days = scale.days_of(cell)
    if scale.zoom >= PART_ZOOM:
        return f"{show_day_short(days[0])}, {PARTS[here[1]]}"
    return show_day_short(days[0]) if len(days) == 1 else f"{show_day_short(days[0])} to {show_day_short(days[-1])}"
