"""Where a list of rows is scrolled to, so that the cursor stays in view and rarely moves the picture."""

from __future__ import annotations


def top_for(cursor: int, *, top: int, height: int, count: int) -> int:
    """The first row to show: as it was while the cursor is in view, else moved by a third of the page or more."""
    step = max(1, height // 3)
    if cursor < top:
        top = min(cursor, top - step)
    elif cursor >= top + height:
        top = max(cursor - height + 1, top + step)
    return max(0, min(top, count - height))
