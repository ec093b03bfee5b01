"""Rows of a spreadsheet that are no program and need no mending: totals, the header once more, a row given twice."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.exchange.columns import Column
from store.exchange.headings import folded

TOTALS = re.compile(r"(?:grand |sub)?totals?\b|sum\b|average\b|avg\b|count\b|number of programs\b", re.IGNORECASE)
"""How the name cell of a row of sums begins."""
A_FIGURE = re.compile(r"[\s\d.,:%$/+-]*")
"""A cell with nothing but a number, an amount or a share."""


def why_left_out(cells: tuple[str, ...], columns: tuple[Column, ...], seen: Mapping[tuple[str, ...], int]) -> str:
    """Half a sentence on why the row is no program; empty when it may be one.

    `seen` holds the rows above, by their cells.
    """
    given = [cell.strip() for cell in cells if cell.strip()]
    at = next((place for place, column in enumerate(columns) if column.field == "name"), 0)
    name = cells[at].strip() if at < len(cells) else ""
    others = [cell for cell in given if cell != name]
    if [folded(cell) for cell in given] == [folded(column.heading) for column in columns if column.heading]:
        return "the column names once more"
    if TOTALS.match(name) and all(map(A_FIGURE.fullmatch, others)):
        return "a row of totals"
    if not name and all(A_FIGURE.fullmatch(cell) or TOTALS.match(cell) for cell in given):
        return "figures without a program"
    return f"the same as row {seen[cells]}" if cells in seen else ""
