"""The table of programs as values: what is told of each, in which columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from store.arranging import ProgramFacts
from store.dates import days_until, show_day_short
from store.frozen_record import record
from tui.state import SeasonState
from tui.widgets.table_paint import DUE, GAP, LATE, MARK, MUTED, PLAIN, Cell, Column, TableRow, cell, tone_of, widest

LONGEST_NAME = 46
NAME_WISH = 34
"""Cells a name keeps before further columns come in."""
NAME, NEXT = "program", "next"


# Columns

TellCell = Callable[[ProgramFacts, SeasonState], Cell]


@record(frozen=True, slots=True)
class Told:
    """One column and what it tells."""

    title: str
    """What stands over it."""
    least: int
    """Cells it needs at least."""
    most: int
    """Cells beyond which it gains nothing."""
    tell: TellCell
    """Its cell for one program."""
    wanted: int = 0
    """In which turn it comes in where there is room; 0 is always there."""
    right: bool = False
    """True sets it flush right."""


def _next(one: ProgramFacts, state: SeasonState) -> Cell:
    step = one.lane.next
    if step is None:
        return cell("")
    signed = f"z{step.signed.strip()}".rjust(4) if step.snoozed else step.signed
    tone = MUTED if step.snoozed else LATE if step.late else DUE if step.signed == " now" else PLAIN
    return cell(f"{signed} {'! ' if step.flagged else ''}{step.words}", tone)


def _interview(one: ProgramFacts, state: SeasonState) -> Cell:
    if one.interview is None:
        return cell("")
    over = days_until(one.interview, state.now, state.home) < 0
    return cell(show_day_short(state.home.day_of(one.interview)), MUTED if over else PLAIN)


COLUMNS: tuple[Told, ...] = (
    Told("", 3, 3, lambda one, _: cell(one.lane.code, tone_of(one.lane.status))),
    Told(NAME, 22, LONGEST_NAME, lambda one, _: cell(one.program.name)),
    Told("city", 10, 20, lambda one, _: cell(one.program.city, MUTED), wanted=3),
    Told("state", 5, 5, lambda one, _: cell(one.program.state)),
    Told("tier", 4, 4, lambda one, _: cell(one.program.tier)),
    Told("tags", 8, 24, lambda one, _: cell(" ".join(one.program.tags), MUTED), wanted=4),
    Told(NEXT, 4, 29, _next),
    Told("quiet", 5, 5, lambda one, _: cell("" if one.quiet is None else str(one.quiet), MUTED), wanted=2, right=True),
    Told("interview", 10, 10, _interview, wanted=1),
)
"""From left to right."""


def table_of(
    facts: Sequence[ProgramFacts], state: SeasonState, width: int
) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """Columns that fit that many cells, and a row for each program."""
    told = {one.title: [one.tell(fact, state) for fact in facts] for one in COLUMNS}
    needs = {one.title: _needed(one, told[one.title]) for one in COLUMNS}
    widths = _shared(_chosen(needs, width), needs, width)
    columns = tuple(Column(one.title, widths[one.title], one.right) for one in COLUMNS if one.title in widths)
    cells = zip(*(told[column.title] for column in columns), strict=True)
    rows = tuple(TableRow(fact.program.id, row) for fact, row in zip(facts, cells, strict=True))
    return columns, rows


def _needed(one: Told, cells: list[Cell]) -> int:
    """The width this column can make use of; 0 for one that may be left out and has nothing to tell."""
    if one.wanted and not any(text for text, _ in cells):
        return 0
    return widest((text for text, _ in cells), least=one.least, most=one.most)


def _chosen(needs: Mapping[str, int], width: int) -> list[Told]:
    """The columns there is room for while names keep a readable width."""
    name = min(needs[NAME], NAME_WISH)
    always = [one for one in COLUMNS if not one.wanted]
    room = width - MARK - sum((name if one.title == NAME else needs[one.title]) + GAP for one in always)
    chosen = list(always)
    for one in sorted((one for one in COLUMNS if one.wanted and needs[one.title]), key=lambda one: one.wanted):
        if one.least + GAP > room:
            break
        room -= one.least + GAP
        chosen.append(one)
    return chosen


def _shared(chosen: list[Told], needs: Mapping[str, int], width: int) -> dict[str, int]:
    """Widths by title: what comes next is never cut, and what is left over goes to the names first."""
    widths = {one.title: needs[NEXT] if one.title == NEXT else one.least for one in chosen}
    left = width - MARK - sum(widths.values()) - GAP * (len(widths) - 1)
    for title in sorted(widths, key=lambda title: title != NAME):
        more = max(0, min(needs[title] - widths[title], left))
        widths[title] += more
        left -= more
    return widths
