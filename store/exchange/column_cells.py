"""What all cells of a column tell together: the order of its dates, and whether its numbers are tiers or ranks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.dates import DayOrder, day_order
from store.exchange.cell_words import tier_called
from store.exchange.columns import Column
from store.exchange.sheet_days import MONTH_FIRST, order_in

DATED = frozenset(("interview", "applied", "invited", "waitlisted", "rejected", "thanked"))
"""Fields in which a date may stand."""

Rows = tuple[tuple[int, tuple[str, ...]], ...]
"""Row numbers and the cells of each row."""


def settled(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """The columns with what only all of their cells can tell."""
    has_tier = any(column.field == "tier" for column in columns)
    cells = tuple([cells[at] for _, cells in rows if at < len(cells)] for at in range(len(columns)))
    everywhere = order_in(cell for at, column in enumerate(columns) if column.field in DATED for cell in cells[at])
    if not everywhere and day_order() is DayOrder.MONTH_FIRST:
        everywhere = MONTH_FIRST  # the person reads and writes them so; day first is the default and says nothing
    found = []
    for at, column in enumerate(columns):
        if column.field in DATED:
            column = replace(column, order=order_in(cells[at]) or everywhere)
        elif column.field == "rank":
            column = replace(column, field="tier" if not has_tier and _are_tiers(cells[at]) else "")
        found.append(column)
    return tuple(found)


def _are_tiers(cells: Iterable[str]) -> bool:
    """True for a few letters or numbers given again and again; a rank is given once."""
    given = [cell.strip().upper() for cell in cells if cell.strip()]
    return all(map(tier_called, given)) and (len(set(given)) < len(given) or len(given) < 2)
