"""The promise ledger as a table, and one promise with everything told about it since."""

from __future__ import annotations

from store.dates import show_both, show_day_short
from store.records import Letter
from store.standing import Promised, promise_conflicts, promises
from store.words import Promise
from tui.ledger_words import SAID_WORDS, STANDS_WORDS, correction_lines
from tui.program_story import Part
from tui.state import SeasonState
from tui.widgets.list_columns import Wanted, cells_for, fitted_columns
from tui.widgets.table_paint import DUE, LATE, MUTED, PLAIN, Cell, Column, TableRow

COLUMNS = (
    Wanted("program", 14, 30),
    Wanted("said", 8),
    Wanted("on", 10),
    Wanted("stands", 17),
    Wanted("words", 24, 90, drop=1),
)
NO_PROMISES = "Nothing was promised yet.  What a message says of ranking stands here once it is marked as sent."


def broken_promises(state: SeasonState) -> frozenset[str]:
    """The messages whose promises cannot be kept as things stand."""
    return frozenset(one for conflict in promise_conflicts(state.season) for one in conflict.letter_ids)


def promise_rows(
    state: SeasonState, letters: tuple[Letter, ...], width: int
) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """The promises in these letters, in their order."""
    made = {one.letter_id: one for one in promises(state.season)}
    broken = broken_promises(state)
    columns = fitted_columns(COLUMNS, width)
    rows = tuple(
        TableRow(letter.id, cells_for(columns, _cells(state, made[letter.id], broken)))
        for letter in letters
        if letter.id in made
    )
    return tuple(column for column in columns if column is not None), rows


def _cells(state: SeasonState, one: Promised, broken: frozenset[str]) -> tuple[Cell, ...]:
    return (
        (state.season.programs_by_id[one.program_id].name, PLAIN),
        (SAID_WORDS[one.level], PLAIN),
        (show_day_short(state.home.day_of(one.at)), MUTED),
        _stands(one, broken),
        (one.words, MUTED),
    )


def _stands(one: Promised, broken: frozenset[str]) -> Cell:
    if one.letter_id in broken:
        return "! not kept", LATE
    if one.stands is Promise.NONE:
        return STANDS_WORDS[one.stands], MUTED
    return (f"now {STANDS_WORDS[one.stands]}", DUE) if one.corrections else ("stands", PLAIN)


def promise_parts(state: SeasonState, letter: Letter) -> tuple[Part, ...]:
    """What that letter promised, what was told later, and what does not agree with it; nothing without a promise."""
    found = next((one for one in promises(state.season) if one.letter_id == letter.id), None)
    if found is None:
        return ()
    conflicts = tuple(one.message for one in promise_conflicts(state.season) if letter.id in one.letter_ids)
    said = (f"{SAID_WORDS[found.level]}, {show_both(found.at, state.home.zone_at(found.at))}", f"“{found.words}”")
    parts = (
        Part("Cannot be kept as things stand", conflicts, alarm=True),
        Part("Promised", said),
        Part("Told them later", correction_lines(found, state.home)),
    )
    return tuple(part for part in parts if part.lines)


def ledger_lines(state: SeasonState, program_id: str) -> tuple[str, ...]:
    """What was promised about ranking so far, for whoever is about to promise more; this program's own first."""
    home = state.home
    made = [one for one in promises(state.season) if one.level in (Promise.FIRST, Promise.HIGH)]
    made.sort(key=lambda one: one.program_id != program_id)
    return tuple(
        line
        for one in made
        for line in (
            f"{show_day_short(home.day_of(one.at))}  {SAID_WORDS[one.level]}: "
            f"{state.season.programs_by_id[one.program_id].name}",
            *(f"  {words}" for words in correction_lines(one, home)),
        )
    )


def promise_sentence(state: SeasonState, letter: Letter) -> str:
    """What one promise says, or why it cannot be kept; empty without one."""
    for conflict in promise_conflicts(state.season):
        if letter.id in conflict.letter_ids:
            return conflict.message
    found = next((one for one in promises(state.season) if one.letter_id == letter.id), None)
    return f"{state.season.programs_by_id[letter.program_id].name}   “{found.words}”" if found else ""
