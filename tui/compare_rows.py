"""Programs side by side as rows of a table, the row under the cursor in full, and all of it as text."""

from __future__ import annotations

from store.frozen_record import record
from store.ranking.comparing import ComparedPart, ComparedRow, compared
from store.ranking.pairs import ring_words, rings
from store.records import CloseCall
from store.season import Season
from tui.state import SeasonState
from tui.widgets.table_paint import DUE, GAP, MARK, MUTED, Column, TableRow, cell
from tui.wrapping import wrapped

LETTERS = "abcd"
LABEL = 24, 18
"""Cells of the first column on a wide screen or beside two programs, and on a narrow one beside more."""
LEAD = " <"
"""Stands behind the highest figure of a line."""


@record(frozen=True, slots=True, eq=False)
class Comparison:
    """Programs being compared."""

    ids: tuple[str, ...]
    """Which, from left to right."""
    names: tuple[str, ...]
    """What they are called."""
    parts: tuple[ComparedPart, ...]
    """What is known of each."""

    def row(self, key: str) -> ComparedRow | None:
        """The line of that key."""
        return next((row for part in self.parts for row in part.rows if _key(part, row) == key), None)


def comparison(state: SeasonState, ids: tuple[str, ...]) -> Comparison:
    """Those programs side by side, as things stand."""
    names = tuple(state.season.programs_by_id[one].name for one in ids)
    return Comparison(ids, names, compared(state.season, ids, state.now))


def table_of(found: Comparison, width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """A column for each program, a heading for each part."""
    label = LABEL[0] if width >= 110 or len(found.ids) == 2 else LABEL[1]
    each = (width - MARK - label - GAP) // len(found.ids) - GAP
    titles = (f"{letter} {name}" for letter, name in zip(LETTERS, found.names, strict=False))
    columns = (Column("", label), *(Column(title, each) for title in titles))
    rows: list[TableRow] = []
    for part in found.parts:
        rows += [TableRow(words=part.title)]
        rows += [TableRow(_key(part, row), (cell(row.label, MUTED), *_cells(row))) for row in part.rows]
    return columns, tuple(rows)


def _cells(row: ComparedRow) -> tuple[tuple[str, str], ...]:
    return tuple(
        cell(value + LEAD, DUE) if at in row.leads else cell(value or "-", "plain" if value else MUTED)
        for at, value in enumerate(row.values)
    )


def _key(part: ComparedPart, row: ComparedRow) -> str:
    return f"{part.title}/{row.label}"


def in_full(found: Comparison, key: str, width: int) -> tuple[str, ...]:
    """What that line says of each program, nothing cut."""
    row = found.row(key)
    if row is None:
        return ()
    lines = list(wrapped(row.label, width))
    for letter, value in zip(LETTERS, row.values, strict=False):
        first, *rest = wrapped(value or "nothing known", width - 4) or ("",)
        lines += [f"  {letter} {first}", *(f"    {line}" for line in rest)]
    return tuple(lines)


def said_before(season: Season, one_id: str, other_id: str) -> CloseCall | None:
    """What was answered about those two, whichever way round; None when nothing was."""
    pair = {one_id, other_id}
    return next((one for one in season.rank_list.close_calls if {one.one_id, one.other_id} == pair), None)


def ring_lines(season: Season, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Answers that go round and concern at least two of these programs."""
    return tuple(ring_words(season, ring) for ring in rings(season) if len(set(ids) & set(ring)) > 1)


def as_text(found: Comparison) -> str:
    """All of it as plain text, one fact a line."""
    lines = [f"{letter}  {name}" for letter, name in zip(LETTERS, found.names, strict=False)]
    for part in found.parts:
        lines += ["", part.title]
        for row in part.rows:
            values = "   ".join(f"{letter} {value or '-'}" for letter, value in zip(LETTERS, row.values, strict=False))
            lines.append(f"  {row.label}:  {values}")
    return "\n".join(lines)
