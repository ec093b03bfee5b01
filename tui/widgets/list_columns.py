"""Columns that take the room there is: which of them a width can hold, and how wide each becomes."""

from __future__ import annotations

from store.frozen_record import record
from tui.widgets.table_paint import GAP, MARK, Cell, Column


@record(frozen=True, slots=True)
class Wanted:
    """One column as a view would like it."""

    title: str
    """What stands over it."""
    least: int
    """Cells it needs."""
    most: int = 0
    """Cells it can use; 0 is no more than it needs."""
    drop: int = 0
    """The higher, the sooner it goes when there is no room; 0 never goes."""
    right: bool = False
    """True sets it flush right."""


def fitted_columns(wanted: tuple[Wanted, ...], width: int) -> tuple[Column | None, ...]:
    """Each column with its width in a list that wide; None for one that has no room."""
    room = width - MARK - 1
    kept = list(wanted)
    while _needed(kept) > room and any(one.drop for one in kept):
        kept.remove(max(kept, key=lambda one: one.drop))
    given = _shared_out(kept, room - _needed(kept))
    return tuple(Column(one.title, given[one.title], one.right) if one.title in given else None for one in wanted)


def cells_for(columns: tuple[Column | None, ...], cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells of the columns that have room."""
    return tuple(cell for column, cell in zip(columns, cells, strict=True) if column is not None)


def _needed(kept: list[Wanted]) -> int:
    return sum(one.least for one in kept) + GAP * max(0, len(kept) - 1)


def _shared_out(kept: list[Wanted], spare: int) -> dict[str, int]:
    """What each takes, with the spare room shared among those that can use it."""
    given = {one.title: one.least for one in kept}
    growing = [one for one in kept if one.most > one.least]
    while spare > 0 and growing:
        share = max(1, spare // len(growing))
        for one in tuple(growing):
            more = min(share, one.most - given[one.title], spare)
            given[one.title] += more
            spare -= more
            if given[one.title] >= one.most:
                growing.remove(one)
    return given
