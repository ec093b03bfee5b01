"""The criteria with their weights as rows, and the order the scores would give as lines."""

from __future__ import annotations

from collections.abc import Mapping

from store.ranking.weighing import chart, narrow_places, score_order, sensitivities, with_weights
from store.scores import criteria_in_force, score_means
from store.season import Season
from tui.program_story import Part
from tui.widgets.table_paint import DUE, GAP, MARK, MUTED, Column, TableRow, cell, widest

CHART = 18
NARROW = 0.1
"""Two means that differ by less are named as narrow."""


def table_of(season: Season, tried: Mapping[str, int], width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """Each criterion with its weight, what each weight would move, and how many programs are scored on it."""
    before = {one.id: one.weight for one in criteria_in_force(season)}
    found = sensitivities(season, tried)
    rows = tuple(
        TableRow(
            one.criterion.id,
            (
                cell(one.criterion.name),
                cell(_weight(one.criterion.weight, before[one.criterion.id]), DUE),
                cell(chart(one)),
                cell(str(one.scored), MUTED),
            ),
        )
        for one in found
    )
    names = widest(
        (one.criterion.name for one in found), least=20, most=max(20, width - MARK - 12 - CHART - 8 - 4 * GAP)
    )
    columns = (
        Column("criterion", names),
        Column("weight", 10),
        Column(" 0  1  2  3  4  5", CHART),
        Column("scored", 6, right=True),
    )
    return columns, rows


def _weight(weight: int, before: int) -> str:
    return f"{weight}" if weight == before else f"{weight}, was {before}"


def order_part(season: Season, tried: Mapping[str, int]) -> Part:
    """The order by score under these weights, and where each program stands on the list."""
    means = score_means(with_weights(season, tried))
    before = {program_id: place for place, program_id in enumerate(score_order(season), 1)}
    order = season.rank_list.order
    lines = []
    for place, program_id in enumerate(score_order(season, tried), 1):
        moved = before.get(program_id, place) - place  # what had no score that counts has not moved
        change = f"  {moved:+d}" if moved else ""
        name = season.programs_by_id[program_id].name
        lines.append(f"{place:>2} {means[program_id]:.2f} {name}{change}, yours {order.index(program_id) + 1}")
    return Part("By score under these weights", tuple(lines) or ("No ranked program has a score that counts.",))


def narrow_part(season: Season, tried: Mapping[str, int]) -> Part:
    """Neighbours by score that are so close that a small doubt turns them round."""
    known = season.programs_by_id
    lines = tuple(
        f"{gap:.2f}  {known[upper].name} over {known[lower].name}"
        for upper, lower, gap in narrow_places(season, tried)
        if gap < NARROW
    )
    return Part("Closest", lines)


def in_one_line(season: Season, tried: Mapping[str, int]) -> str:
    """That order in one line, for screens without room beside the table."""
    order = (season.programs_by_id[one].name for one in score_order(season, tried))
    return "  ".join(f"{place} {name}" for place, name in enumerate(order, 1)) or "No ranked program has a score yet."
