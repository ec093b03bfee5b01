"""The signs of the lanes as shapes of ink: told apart by form alone, on paper too."""

from __future__ import annotations

from collections.abc import Sequence

from store.lanes import EventKind, SpanKind
from store.picture.drawing import INK, SOFT, Drawing

REACH = 3.6
"""From the middle of a sign to its edge."""
MOST_APART = 3
"""As many signs on and about a day are moved apart."""
LEGEND: tuple[tuple[EventKind, str], ...] = (
    (EventKind.INVITED, "invited"),
    (EventKind.BOOKED, "interview booked"),
    (EventKind.INTERVIEWED, "interviewed"),
    (EventKind.CLASH, "interviews overlap"),
    (EventKind.ACTION_DUE, "due or late"),
    (EventKind.ACTION_LATER, "due later"),
    (EventKind.WAITLISTED, "waitlist"),
    (EventKind.CLOSED_BY_THEM, "closed by them"),
    (EventKind.CLOSED_BY_ME, "withdrawn"),
)
"""Every sign that is explained, and what it means."""
LINES: tuple[tuple[SpanKind, str], ...] = (
    (SpanKind.WAITING, "waiting"),
    (SpanKind.IN_PLAY, "in play"),
    (SpanKind.AFTER, "after the interview, or waitlist"),
    (SpanKind.LEAD, "to an interview"),
)
"""Every line that is explained, and what it means."""


def side_by_side(places: Sequence[float], apart: float) -> list[float]:
    """Those places, in their order, two or three that are too near each other moved apart about their middle.

    More than that would come to stand on days that are not theirs; they stay where they are.
    """
    near: list[list[float]] = []
    for place in places:
        if near and place - near[-1][-1] < apart:
            near[-1].append(place)
        else:
            near.append([place])
    found: list[float] = []
    for group in near:
        middle, most = sum(group) / len(group), (len(group) - 1) / 2
        moved = [middle + (nth - most) * apart for nth in range(len(group))]
        found += moved if len(group) <= MOST_APART else group
    return found


def draw_sign(on: Drawing, kind: EventKind, x: float, y: float) -> None:
    """The sign of that event round a point."""
    r = REACH
    match kind:
        case EventKind.BOOKED | EventKind.INTERVIEWED:
            fill = INK if kind is EventKind.INTERVIEWED else "white"
            on.shape(((x, y - r - 0.6), (x + r + 0.6, y), (x, y + r + 0.6), (x - r - 0.6, y)), fill=fill)
        case EventKind.INVITED:
            on.shape(((x, y - r), (x + r, y + r - 0.6), (x - r, y + r - 0.6)))
        case EventKind.ACTION_DUE | EventKind.ACTION_LATER:
            fill = INK if kind is EventKind.ACTION_DUE else "white"
            on.shape(((x - r, y - r + 0.6), (x + r, y - r + 0.6), (x, y + r)), fill=fill)
        case EventKind.WAITLISTED:
            on.dot(x, y, r - 0.4)
        case EventKind.CLASH:
            on.box(x - r, y - r - 1, 2 * r, 2 * r + 2, fill=INK)
            on.words(x, y + 3.2, "!", size=9, bold=True, ink="white", anchor="middle")
        case EventKind.CLOSED_BY_THEM:
            on.line(x - r + 0.6, y - r + 0.6, x + r - 0.6, y + r - 0.6, wide=1.6)
            on.line(x - r + 0.6, y + r - 0.6, x + r - 0.6, y - r + 0.6, wide=1.6)
        case EventKind.CLOSED_BY_ME:
            on.line(x - r + 0.6, y + r - 0.6, x + r - 0.6, y - r + 0.6, wide=1.6)
        case EventKind.MESSAGE:
            on.dot(x, y, 1.2, fill=INK)


def draw_span(on: Drawing, kind: SpanKind, x1: float, x2: float, y: float) -> None:
    """The line of that stretch."""
    match kind:
        case SpanKind.WAITING:
            on.line(x1, y, x2, y, ink=SOFT)
        case SpanKind.IN_PLAY:
            on.line(x1, y, x2, y, wide=3)
        case SpanKind.AFTER:
            on.line(x1, y, x2, y, ink=SOFT, wide=1.4, dashes="5 3")
        case SpanKind.LEAD:
            on.line(x1, y, x2, y, wide=1.2, dashes="1 3")
