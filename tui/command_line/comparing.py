"""Two to four programs side by side, printed for a wide terminal or one fact a line."""

from __future__ import annotations

import re
from argparse import Namespace
from textwrap import wrap

from store.cell_width import in_cells, width_of
from store.find import find_program
from store.ranking.comparing import SCORED, ComparedPart, compared
from store.ranking.pairs import ring_words, rings
from store.season import Season
from store.sentence_ends import ended
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, warn, words

LABEL, GAP = 18, 2
BAR = re.compile(r"(?<=\d) #+$")
"""Drawn behind a score, for eyes alone."""
WEIGHT = re.compile(r" x(\d+)$")
"""Stands behind a criterion where there is little room."""


def compare(options: Namespace) -> int:
    """Print what is known of each, line beside line."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
        programs = tuple(find_program(season, one) for one in options.programs)
    ids, names = tuple(one.id for one in programs), tuple(one.name for one in programs)
    parts = compared(season, ids, now)
    if options.json:
        as_json(_values(ids, names, parts))
        return DONE
    if is_plain(options):
        _print_plain(names, parts)
    else:
        _print_columns(names, parts)
    _say_answers(options, season, frozenset(ids))
    return DONE


def _values(ids: tuple[str, ...], names: tuple[str, ...], parts: tuple[ComparedPart, ...]) -> dict[str, object]:
    return {
        "programs": [{"program": name, "program_id": one} for one, name in zip(ids, names, strict=True)],
        "parts": [
            {
                "title": part.title,
                "rows": [
                    {"label": row.label, "values": list(row.values), "leads": list(row.leads)} for row in part.rows
                ],
            }
            for part in parts
        ],
    }


def _print_plain(names: tuple[str, ...], parts: tuple[ComparedPart, ...]) -> None:
    for part in parts:
        for row in part.rows:
            label = WEIGHT.sub(r", weight \1", row.label) if part.title == SCORED else row.label
            for place, (name, value) in enumerate(zip(names, row.values, strict=True)):
                lead = ", the higher" if place in row.leads else ""
                told = BAR.sub("", value) or "nothing known"
                data(f"{part.title}, {label}: {name}: {told}{lead}")


def _print_columns(names: tuple[str, ...], parts: tuple[ComparedPart, ...]) -> None:
    from shutil import get_terminal_size

    room = max(80, get_terminal_size((100, 24)).columns) - LABEL
    width = room // len(names) - GAP
    _print_row("", names, width)
    for part in parts:
        data()
        data(part.title)
        for row in part.rows:
            values = tuple(f"{value} <" if at in row.leads else value for at, value in enumerate(row.values))
            _print_row(row.label, values, width)


def _print_row(label: str, values: tuple[str, ...], width: int) -> None:
    columns = [wrap(label, LABEL - GAP) or [""], *(wrap(value, width) or ["-"] for value in values)]
    for line in range(max(map(len, columns))):
        cells = [column[line] if line < len(column) else "" for column in columns]
        shown = [in_cells(cells[0], LABEL, "…"), *(in_cells(one, width + GAP, "…") for one in cells[1:])]
        data("".join(one if width_of(one) else " " for one in shown).rstrip())


def _say_answers(options: Namespace, season: Season, ids: frozenset[str]) -> None:
    known = season.programs_by_id
    for call in season.rank_list.close_calls:
        if {call.one_id, call.other_id} <= ids:
            if call.preferred_id:
                other = call.other_id if call.preferred_id == call.one_id else call.one_id
                words(ended(f"You said you prefer {known[call.preferred_id].name} to {known[other].name}"))
            else:
                words(ended(f"You could not say between {known[call.one_id].name} and {known[call.other_id].name}"))
    for ring in rings(season):
        if len(ids & set(ring)) > 1:
            warn(options, ring_words(season, ring))
