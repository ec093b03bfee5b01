"""What stands in each cell of a lane at a given scale."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from store.frozen_record import record
from store.lanes import LIVE, Event, EventKind, Lane, Span, SpanKind
from store.time_scale import Scale, Spot

Own = tuple[Lane, Event]
"""An event with the lane it stands on."""
MESSAGE_ZOOM = 3
"""Sent messages are drawn from this zoom on; further out they would cover what counts."""


class Edge(Enum):
    """Something lies beyond what is shown."""

    EARLIER = "earlier"
    LATER = "later"


Mark = EventKind | SpanKind | Edge | None
"""What a cell can show; None is an empty cell."""


@record(frozen=True, slots=True)
class Cell:
    """One cell of a lane."""

    mark: Mark = None
    """The event or line drawn."""
    several: bool = False
    """True when more than one event falls here."""


EMPTY = Cell()
"""A cell in which nothing is drawn."""
_LINES = {kind: Cell(kind) for kind in SpanKind}
_EVENTS = {(kind, several): Cell(kind, several) for kind in EventKind for several in (False, True)}
_EDGES = {(edge, several): Cell(edge, several) for edge in Edge for several in (False, True)}


def shown_events(lane: Lane, zoom: int) -> tuple[Event, ...]:
    """The events drawn at that zoom, earliest first."""
    if zoom < MESSAGE_ZOOM or not lane.sent:
        return lane.events
    return tuple(sorted((*lane.events, *lane.messages), key=lambda event: (event.day, event.kind)))


def cells_of(lane: Lane, scale: Scale, first: int, count: int, present: int | None = None) -> tuple[Cell, ...]:
    """The `count` cells of that lane from cell `first` on, with signs at the edges for what lies beyond.

    `present` is the cell of now: where a day has several cells, what is past ends there.
    """
    cells = line_cells(lane.spans, scale, first, count, present)
    here: dict[int, list[EventKind]] = {}
    beyond: dict[Edge, list[EventKind]] = {Edge.EARLIER: [], Edge.LATER: []}
    for event in shown_events(lane, scale.zoom):
        cell = lane.cell_of(event, scale) - first
        if cell < 0:
            beyond[Edge.EARLIER].append(event.kind)
        elif cell >= count:
            beyond[Edge.LATER].append(event.kind)
        else:
            here.setdefault(cell, []).append(event.kind)
    for cell, kinds in here.items():
        cells[cell] = _EVENTS[min(kinds), len(kinds) > 1]
    if count:
        cells[0] = _with_edge(cells[0], Edge.EARLIER, beyond[Edge.EARLIER])
        cells[-1] = _with_edge(cells[-1], Edge.LATER, beyond[Edge.LATER])
    return tuple(cells)


def _with_edge(cell: Cell, edge: Edge, beyond: Iterable[EventKind]) -> Cell:
    """That cell with a sign, if something beyond would otherwise go unseen.

    A line that runs on over the edge tells of a past already, so only what still asks for something
    is drawn over it; an event in the cell stays and is marked as one of several.
    """
    kinds = tuple(beyond)
    if not kinds or (isinstance(cell.mark, SpanKind) and LIVE.isdisjoint(kinds)):
        return cell
    if isinstance(cell.mark, EventKind):
        return _EVENTS[cell.mark, True]
    return _EDGES[edge, cell.several]


def line_cells(spans: Iterable[Span], scale: Scale, first: int, count: int, present: int | None = None) -> list[Cell]:
    """The lines alone; where two meet, the later one begins."""
    cells = [EMPTY] * count
    for span in spans:
        begin, end = scale.cell_of(span.first, span.begins), scale.cell_of(span.last, span.ends) + 1
        if present is not None:  # only what leads to an interview lies ahead
            begin, end = (present + 1, end) if span.kind is SpanKind.LEAD else (begin, min(end, present + 1))
        begin, end = max(0, begin - first), min(count, end - first)
        if span.kind is SpanKind.LEAD:  # the cell that holds today belongs to the past
            while begin < end and cells[begin] is not EMPTY:
                begin += 1
        if begin < end:
            cells[begin:end] = [_LINES[span.kind]] * (end - begin)
    return cells


def counts_of(lanes: Iterable[Lane], scale: Scale, first: int, count: int) -> tuple[int, ...]:
    """How many events of those lanes fall in each cell, sent messages left out."""
    counts = [0] * count
    for lane in lanes:
        for event in lane.events:
            cell = lane.cell_of(event, scale) - first
            if 0 <= cell < count:
                counts[cell] += 1
    return tuple(counts)


def running_spans(lanes: Iterable[Lane], today: date) -> tuple[Span, ...]:
    """For each kind of line that reaches today, one span from its earliest beginning; the widest first."""
    earliest: dict[SpanKind, date] = {}
    for lane in lanes:
        for span in lane.spans:
            if span.last == today and span.first < earliest.get(span.kind, date.max):
                earliest[span.kind] = span.first
    return tuple(Span(kind, first, today) for kind, first in sorted(earliest.items(), key=lambda one: one[1]))


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
    return tuple(lane.spot_of(event) for lane, event in events_of(lanes, zoom))
