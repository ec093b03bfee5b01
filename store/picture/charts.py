"""Small charts for what people would rather look at than read: how far programs came, and how long it was quiet."""

from __future__ import annotations

from collections.abc import Sequence

from store.how_far import Amount
from store.picture.drawing import INK, PALE, SOFT, Drawing

BAR, STEP = 11, 16
"""How high a bar is, and how far it is from one to the next, in pixels."""
LABEL, NUMBER = 92, 26
"""Room for the label before a bar, and for the number behind it, in pixels."""


def chart_height(bars: Sequence[Amount]) -> float:
    """How high a chart of so many bars is."""
    return 20 + STEP * len(bars)


def draw_bars(on: Drawing, x: float, y: float, width: float, title: str, bars: Sequence[Amount]) -> None:
    """Lying bars under a title, each with its label before and its number behind it."""
    on.words(x, y + 10, title, size=11, bold=True)
    room, most = width - LABEL - NUMBER, max(max((bar.count for bar in bars), default=0), 1)
    for place, bar in enumerate(bars):
        top = y + 18 + place * STEP
        on.words(x + LABEL - 6, top + BAR - 2, bar.words, anchor="end", ink=SOFT)
        on.line(x + LABEL, top + BAR, x + LABEL + room, top + BAR, ink=PALE, wide=0.5)
        if bar.count:
            on.box(x + LABEL, top, room * bar.count / most, BAR, fill=PALE, ink=INK, wide=0.8)
        on.words(x + LABEL + room * bar.count / most + 5, top + BAR - 2, str(bar.count), bold=True)
