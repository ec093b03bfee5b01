"""Lines that somebody pastes or types, as rows of cells: cells copied from a spreadsheet, or one program a line."""

from __future__ import annotations

import csv
import io
import re

from store.clean_text import clean
from store.errors import FileTrouble
from store.exchange.cell_words import status_called
from store.exchange.columns import header_row
from store.exchange.csv_reading import ROWS_LIMIT, Grid, delimiter_of
from store.exchange.headings import FIELDS, said_by
from store.reference.zones_by_place import state_code

BULLET = re.compile(r"^\s*(?:[-*•‣–—]|\d{1,3}[.)])\s+")
"""What stands before a line of a list."""
BETWEEN = re.compile(r"\s*(?:,|\s[-–—]\s|\t|\||;|\()\s*")
"""What stands between a name, its city and its state."""
HEADER = ("Program", "City", "State")
"""The columns of lines that have no header of their own."""


def grid_of(text: str) -> Grid:
    """The cells of that text; raises FileTrouble when nothing stands in it.

    With a header, or with tabs between cells, they are taken as they stand; else each line is a program's
    name, with its city and state where the line ends in them.
    """
    words = clean(text)
    lines = [line for line in words.split("\n") if line.strip()]
    if not lines:
        raise FileTrouble("Nothing stands there yet: one program a line, or cells copied from a spreadsheet.")
    if len(lines) > ROWS_LIMIT:
        raise FileTrouble(f"There are more than {ROWS_LIMIT:,} lines; no list of programs is that long.")
    sign = delimiter_of("\n".join(lines[:9]))
    rows = _cells(words, sign)
    header = rows[header_row(rows)][1] if rows else ()
    if any(said in FIELDS["name"] for cell in header for said in said_by(cell)):
        return Grid(rows, "text", sign)
    numbered = [(number, line) for number, line in enumerate(words.split("\n"), 1) if line.strip()]
    told = [(number, *_status_apart(line)) for number, line in numbered]
    if not any(status for _, _, status in told):
        return Grid(((0, HEADER), *((number, _named(line)) for number, line, _ in told)), "text", "")
    named = ((number, (*_named(line), status)) for number, line, status in told)
    return Grid(((0, (*HEADER, "Status")), *named), "text", "")


def _cells(words: str, sign: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The text as cells divided by that sign; nothing when it is none that way."""
    try:
        return tuple(
            (number, tuple(cells))
            for number, cells in enumerate(csv.reader(io.StringIO(words), delimiter=sign), 1)
            if any(cell.strip() for cell in cells)
        )
    except csv.Error:
        return ()


def _status_apart(line: str) -> tuple[str, str]:
    """The line without the status at its end, and that status: `Alder Ridge, Marrow, MN, applied`."""
    *before, last = [part for part in BETWEEN.split(line.strip().rstrip(").,;")) if part.strip()] or [""]
    if not before or status_called(last) is None:
        return line, ""
    return line[: line.rindex(last)].rstrip(" ,;|(\t-–—"), last.strip()


def _named(line: str) -> tuple[str, str, str]:
    """Name, city and state of a line; the last two are empty where it does not end in a state."""
    words = BULLET.sub("", line).strip().rstrip(").,;")
    parts = [part.strip() for part in BETWEEN.split(words) if part.strip()]
    if len(parts) > 1 and (code := state_code(parts[-1])):
        city = parts[-2] if len(parts) > 2 else ""
        name = words[: words.rindex(city)] if city else words[: words.rindex(parts[-1])]
        return name.strip(" ,;|(\t-–—") or words, city, code
    return " ".join(words.split()), "", ""
