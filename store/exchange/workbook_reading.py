"""A workbook of a spreadsheet program, read without that program where the optional library for it is there."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from store.errors import FileTrouble
from store.exchange.columns import header_row
from store.exchange.csv_reading import ROWS_LIMIT, Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS_LIMIT = 200
"""A list with more columns than that is no list of programs; what lies beyond is empty in practice."""
DAMAGED = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, SyntaxError)
"""What the library raises over workbooks that are cut short or hold something else; XML trouble is a SyntaxError."""


def workbook_grid(data: bytes, name: str) -> Grid:
    """The cells of the first sheet that names programs, else of the first that holds anything.

    Raises FileTrouble in one sentence when the library is missing or the workbook cannot be read.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise FileTrouble(
            f"{name} is a workbook. Save it as CSV, or add what reads workbooks: pip install openpyxl."
        ) from None
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [rows for sheet in book.worksheets if (rows := _rows(sheet, name))]
        book.close()
    except DAMAGED as trouble:
        raise FileTrouble(f"{name} cannot be read as a workbook; it may be damaged. Save it as CSV first.") from trouble
    if not sheets:
        raise FileTrouble(f"{name} holds no cells: there is nothing to import.")
    return Grid(next((rows for rows in sheets if _names_programs(rows)), sheets[0]), "a workbook", "")


def _names_programs(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> bool:
    from store.errors import Unclear
    from store.exchange.columns import placed_columns

    try:
        placed_columns(rows[header_row(rows)][1], None, "")
    except Unclear:
        return False
    return True


def _rows(sheet: Worksheet, name: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    found: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=COLUMNS_LIMIT), 1):
        words = tuple(as_words(cell) for cell in cells)
        if any(words):
            found.append((number, words))
        if len(found) > ROWS_LIMIT + 1:
            raise FileTrouble(f"{name} has more than {ROWS_LIMIT:,} rows; no list of programs is that long.")
    width = max((at for _, words in found for at, word in enumerate(words, 1) if word), default=0)
    return tuple((number, words[:width]) for number, words in found)


def as_words(cell: Any) -> str:
    """A cell's value as a person would type it: days as ISO, whole numbers without a point, ticks as yes and no."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, (date, timedelta)):
        return cell.isoformat() if isinstance(cell, date) else str(cell)
    return str(cell).strip()
