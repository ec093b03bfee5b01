"""The fit of programs as rows, as parts of a pane, and as text to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.fit.aspects import aspects_in_force, shipped_aspects
from store.fit.points import Fit, shortlist, signed
from store.moments import Moment
from store.season import Season
from store.words import STATUS_WORDS
from tui.program_story import Part
from tui.shown import tame
from tui.widgets.table_paint import DUE, GAP, LATE, MARK, MUTED, Column, TableRow, cell, tone_of, widest
from tui.wrapping import wrapped

NUMBERS = 4
"""Cells of a column of points."""
SHOWN_BEFORE = 12
"""How many programs the order under other weights names."""


def table_of(fits: Sequence[Fit], width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """Each program with its points, what speaks for and against it, what is not known, and whether it was signaled."""
    fixed = (
        Column("", 3),
        Column("tier", 4),
        Column("fit", NUMBERS, right=True),
        Column("for", NUMBERS, right=True),
        Column("against", 7, right=True),
        Column("find out", 8, right=True),
        Column("signal", 6),
    )
    taken = MARK + sum(one.width + GAP for one in fixed)
    names = widest((one.program.name for one in fits), least=16, most=max(16, width - taken))
    rows = tuple(
        TableRow(
            one.program.id,
            (
                cell(one.program.name),
                cell(one.program.status.value, tone_of(one.program.status)),
                cell(one.program.tier),
                cell(signed(one.total).strip()),
                cell(_sum(one, 1), MUTED),
                cell(_sum(one, -1), LATE),
                cell(str(len(one.find_out) or ""), MUTED),
                cell("sent" if one.program.signaled else "", DUE),
            ),
        )
        for one in fits
    )
    return (Column("program", names), *fixed), rows


def _sum(one: Fit, sign: int) -> str:
    """The points on one side; empty when there are none."""
    total = sum(each.points for each in one.points if each.points * sign > 0)
    return f"{total:+d}" if total else ""


def parts_of(one: Fit) -> tuple[Part, ...]:
    """Every point with its reason: what counts, what is worth finding out, and what gives nothing."""
    nothing = tuple(each.why for each in one.points if not each.points and not each.unknown)
    parts = (
        Part(f"Fit {signed(one.total).strip()}", tuple(each.line for each in one.points if each.points)),
        Part("Worth finding out", one.find_out),
        Part("Gives nothing", nothing),
    )
    return tuple(part for part in parts if part.lines)


def lines_of(one: Fit) -> list[str]:
    """The same as plain lines, for where there is little room: what counts, then what is worth finding out."""
    counting = [each.line for each in one.points if each.points] or ["Nothing counts for or against it yet."]
    return [*counting, f"find out: {'; '.join(one.find_out)}"] if one.find_out else counting


def cut_to(told: Sequence[str], width: int, most: int, more: str) -> str:
    """Whole sentences in at most that many lines of that width; the last line says how many have no room."""
    lines: list[str] = []
    for number, sentence in enumerate(told):
        new = list(wrapped(tame(sentence), width, hang=3))
        rest = len(told) - number - 1
        if number and len(lines) + len(new) + bool(rest) > most:
            return "\n".join((*lines, f"{rest + 1} {more}"))
        lines += new
    return "\n".join(lines)


def text_of(fits: Sequence[Fit]) -> str:
    """Programs with every point, to copy."""
    blocks = []
    for one in fits:
        program = one.program
        named = ", ".join(filter(None, (program.name, program.state, STATUS_WORDS[program.status])))
        head = f"{signed(one.total).strip()}  {named}{', signaled' if program.signaled else ''}"
        blocks.append("\n".join((head, *(f"    {each.line}" for each in one.points))))
    return "\n\n".join(blocks) + "\n"


def weights_table(
    season: Season, tried: Mapping[str, int], width: int
) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """Each part of the fit with its weight and where it is read from."""
    before = {one.id: one.weight for one in aspects_in_force(season)}
    first = {one.id: one.weight for one in shipped_aspects()}
    rows = tuple(
        TableRow(
            one.id,
            (
                cell(one.name),
                cell(str(one.weight) if one.weight == before[one.id] else f"{one.weight}, was {before[one.id]}", DUE),
                cell(str(first[one.id]), MUTED),
                cell("its facts" if one.label else "profile and notes", MUTED),
            ),
        )
        for one in aspects_in_force(season, tried)
    )
    columns = (
        Column("part", widest((one.name for one in shipped_aspects()), least=16, most=30)),
        Column("weight", 8),
        Column("first", 5),
        Column("read from", max(12, min(32, width - MARK - 30 - 8 - 5 - 4 * GAP))),
    )
    return columns, rows


def order_part(season: Season, tried: Mapping[str, int], now: Moment, *, everyone: bool) -> Part:
    """The order of the shortlist under these weights, and where a program that moved was before."""
    before = [one.program.id for one in shortlist(season, now=now, everyone=everyone)]
    lines = []
    for place, one in enumerate(shortlist(season, now=now, everyone=everyone, tried=tried)[:SHOWN_BEFORE], 1):
        was = before.index(one.program.id) + 1
        moved = f", was {was}" if was != place else ""
        lines.append(f"{place:>2} {signed(one.total).strip():>3}  {one.program.name}{moved}")
    return Part("By fit under these weights", tuple(lines) or ("No program is listed.",))
