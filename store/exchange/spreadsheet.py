"""Programs from a spreadsheet saved as CSV: read, shown first, then taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from store.errors import FileTrouble, RuleBroken, SeasonError
from store.exchange.column_cells import DATED, settled
from store.exchange.columns import Column, header_row, placed_columns
from store.exchange.csv_reading import Grid, read_grid
from store.exchange.import_outcome import Outcome
from store.exchange.known_programs import KnownPrograms
from store.exchange.rows_left_out import why_left_out
from store.exchange.sheet_days import NUMBERS
from store.exchange.sheet_rows import row_facts
from store.frozen_record import record
from store.moments import Moment
from store.records import Contact, Interview, Letter, Note, Program
from store.season import Season

Read = Callable[[int], None]
"""Is told before each row how many are done; may raise to end the reading."""
R = TypeVar("R", Program, Contact, Interview, Note, Letter)


@record(frozen=True, slots=True)
class Sheet:
    """A file that could be read, with the meaning of its columns."""

    name: str
    """Name of the file."""
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Row number and cells of each row below the header."""
    columns: tuple[Column, ...]
    """What each column holds."""
    encoding: str
    """How the bytes were read."""
    delimiter: str
    """The character between two cells; empty where the file has none."""
    above: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Row number and cells of what stands above the header, such as a title; no program is read from it."""


@record(frozen=True, slots=True)
class KeptCell:
    """A cell whose words could not be taken in; it is kept in the program's notes."""

    row: int
    """Row number as a spreadsheet program counts."""
    heading: str
    """The heading of its column."""
    words: str
    """The words."""
    ahead: bool = False
    """True for a day that lies ahead where one that has come is told; else it is not understood."""


@record(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken in."""

    row: int
    """Row number as a spreadsheet program counts."""
    reason: str
    """Why, as half a sentence."""


@record(frozen=True, slots=True)
class ImportPreview:
    """What taking the file in would do."""

    added: tuple[Program, ...]
    """New programs."""
    updated: tuple[Program, ...]
    """Known programs with what the file changes in them."""
    unchanged: tuple[Program, ...]
    """Known programs of which the file says nothing new."""
    rejected: tuple[Rejected, ...]
    """Rows with something wrong."""
    contacts: tuple[Contact, ...] = ()
    """People that are new or changed."""
    interviews: tuple[Interview, ...] = ()
    """Interviews that are new."""
    notes: tuple[Note, ...] = ()
    """Notes that are new."""
    letters: tuple[Letter, ...] = ()
    """Thanks that have gone out, without their words."""
    kept: tuple[KeptCell, ...] = ()
    """Cells that could not be understood."""
    left_out: tuple[Rejected, ...] = ()
    """Rows that are no program, such as totals, each with the reason."""
    joined: tuple[Rejected, ...] = ()
    """Rows that speak of a program of an earlier row too, each with which."""


def read_spreadsheet(path: Path, *, columns: Mapping[str, str] | None = None) -> Sheet:
    """The file at `path` as a sheet; `columns` maps headings, or numbers from 1, to fields.

    Raises FileTrouble when the file cannot be read, Unclear when its columns have no single meaning.
    """
    return sheet_of(path.name, read_grid(path), columns=columns)


def sheet_of(name: str, grid: Grid, *, columns: Mapping[str, str] | None = None) -> Sheet:
    """Those cells as a sheet; `name` is what the person knows them by. Raises as `read_spreadsheet` does."""
    above = header_row(grid.rows)
    placed, has_header = placed_columns(grid.rows[above][1], columns, name)
    rows = grid.rows[above + has_header :]
    if not rows:
        raise FileTrouble(f"{name} has a row of column names and nothing below it.")
    return Sheet(name, rows, settled(placed, rows), grid.encoding, grid.delimiter, grid.rows[:above])


def lines_as_sheet(text: str) -> Sheet:
    """Pasted cells or one program a line as a sheet: cells divided by tabs or a header make columns, else each line
    is a name, with its city and state behind it where it ends so.

    Raises as `read_spreadsheet` does.
    """
    from store.exchange.pasted_rows import grid_of

    grid = grid_of(text)
    return sheet_of("the pasted lines", grid)


def preview(season: Season, sheet: Sheet, *, now: Moment, read: Read = lambda count: None) -> ImportPreview:
    """What the sheet would add and change; the season stays as it is. `read` is told how many rows are done."""
    outcome, said = Outcome(season, KnownPrograms(season.followed)), _Said()
    seen: dict[tuple[str, ...], int] = {}
    for count, (row, cells) in enumerate(sheet.rows):
        read(count)
        if reason := why_left_out(cells, sheet.columns, seen):
            said.left_out.append(Rejected(row, reason))
            continue
        seen[cells] = row
        try:
            facts = row_facts(row, cells, sheet.columns, now=now, file_name=sheet.name)
            first = outcome.take(facts, now=now)
        except SeasonError as wrong:
            said.rejected.append(Rejected(row, str(wrong).rstrip(".")))
            continue
        said.kept += [KeptCell(row, *cell) for cell in facts.unclear]
        if first:
            said.joined.append(Rejected(row, f"put together with row {first}, which names the same program"))
    return _as_preview(outcome, said)


@dataclass(slots=True)
class _Said:
    """What there is to say of the rows."""

    rejected: list[Rejected] = field(default_factory=list)
    kept: list[KeptCell] = field(default_factory=list)
    left_out: list[Rejected] = field(default_factory=list)
    joined: list[Rejected] = field(default_factory=list)


def _as_preview(outcome: Outcome, said: _Said) -> ImportPreview:
    beside = tuple(outcome.companions())
    return ImportPreview(
        outcome.added,
        outcome.updated,
        outcome.unchanged,
        tuple(said.rejected),
        tuple(each for each in beside if isinstance(each, Contact)),
        tuple(each for each in beside if isinstance(each, Interview)),
        tuple(each for each in beside if isinstance(each, Note)),
        tuple(each for each in beside if isinstance(each, Letter)),
        tuple(said.kept),
        tuple(said.left_out),
        tuple(said.joined),
    )


def read_two_ways(found: ImportPreview, sheet: Sheet) -> str:
    """A date of the file that is kept as words since nothing tells its month from its day; empty when there is none."""
    open_ = {column.heading for column in sheet.columns if column.field in DATED and not column.order}
    dates = (NUMBERS.search(one.words) for one in found.kept if one.heading in open_)
    return next((date[0] for date in dates if date), "")


def take_in(season: Season, preview: ImportPreview, *, now: Moment, leave_out_rejected: bool = False) -> Season:
    """The season with everything the preview shows.

    Raises RuleBroken when a row was rejected, unless the rejected rows are to be left out.
    """
    if preview.rejected and not leave_out_rejected:
        first = preview.rejected[0]
        more = f" and {len(preview.rejected) - 1} more" if preview.rejected[1:] else ""
        raise RuleBroken(f"Nothing was imported, because of row {first.row}{more}: {first.reason}.")
    if not (preview.added or preview.updated):
        return season
    return replace(
        season,
        programs=_merged(season.programs, (*preview.updated, *preview.added)),
        contacts=_merged(season.contacts, preview.contacts),
        interviews=_merged(season.interviews, preview.interviews),
        notes=_merged(season.notes, preview.notes),
        letters=_merged(season.letters, preview.letters),
    )


def _merged(old: tuple[R, ...], new: Iterable[R]) -> tuple[R, ...]:
    by_id = {record.id: record for record in old}
    by_id.update((record.id, record) for record in new)
    return tuple(by_id.values())
