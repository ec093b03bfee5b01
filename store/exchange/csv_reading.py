"""A text file with separated columns, read strictly: rows of cells, or one sentence on what is wrong and where."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice
from pathlib import Path

from store.errors import FileTrouble
from store.exchange import named_file
from store.frozen_record import record

BYTES_LIMIT = 64 * 1024 * 1024
"""Most bytes of a list that is taken in."""
ROWS_LIMIT = 20_000
"""Most rows of one; all programs of the Match are fewer."""
DELIMITERS = ",;\t|"
"""What may stand between two cells; among equals the first is taken."""
MOST_ABOVE = 9
"""Lines in which the first separator is looked for: a title may stand above the header."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks at the beginning of a file that tell how it is encoded, the longer of two alike first."""
WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""First bytes of spreadsheet programs' own files: zipped ones, and the older compound ones."""
ZIPPED = b"PK\x03\x04"
"""First bytes of a workbook that can be read."""
WORKBOOK_NAMES = (".xlsx", ".xlsm")
"""How the files are called that can be read as they are, with the optional library for them."""


@record(frozen=True, slots=True)
class Grid:
    """The cells of a file, before anything is known of their meaning."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Row number as a spreadsheet program counts, and the cells; blank rows are left out."""
    encoding: str
    """How the bytes were read."""
    delimiter: str
    """The character between two cells."""


def read_grid(path: Path) -> Grid:
    """The cells of the file at `path`; raises FileTrouble in one sentence, with the row where there is one."""
    name = path.name
    data = _bytes_of(path)
    if data.startswith(ZIPPED) and path.suffix.lower() in WORKBOOK_NAMES:
        from store.exchange.workbook_reading import workbook_grid

        return workbook_grid(data, name)
    if data.startswith(WORKBOOKS):
        raise FileTrouble(f"{name} is a workbook, not a text file. Open it and save it as CSV first.")
    text, encoding = _decoded(data, name)
    if not text.strip():
        raise FileTrouble(f"{name} is empty: there is nothing to import.")
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise FileTrouble(f"{name} holds binary data near line {row}, so it is damaged. Save it as CSV once more.")
    lines = list(io.StringIO(text, newline=""))  # str.splitlines would also break a cell at rarer signs
    first, delimiter = _first_and_delimiter(lines)
    rows = _rows_of(lines[first - 1 :], first, delimiter, name)
    if not rows:
        raise FileTrouble(f"{name} holds separators and nothing between them: there is nothing to import.")
    return Grid(rows, encoding, delimiter)


def _first_and_delimiter(lines: list[str]) -> tuple[int, str]:
    """The number of the first line with cells, and what stands between two of them.

    Some spreadsheet programs name the separator in a line of its own before the cells, `sep=;`.
    """
    said = lines[0].strip().lower()
    if not said.startswith("sep=") or len(said) > len("sep=;"):
        return 1, delimiter_of(next((line for line in lines[:MOST_ABOVE] if delimiter_in(line)), lines[0]))
    named = said.removeprefix("sep=")
    return 2, named if named in tuple(DELIMITERS) else delimiter_of("".join(lines[1:2]))


def _bytes_of(path: Path) -> bytes:
    data = named_file.bytes_of(path, limit=BYTES_LIMIT, kind="CSV")
    if len(data) > BYTES_LIMIT:
        raise FileTrouble(f"{path.name} is larger than {BYTES_LIMIT >> 20} MB, too large for a list of programs.")
    return data


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding, name), encoding
    if wide := _wide(data[:4096]):
        return _strictly(data, wide, name), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(data, "cp1252", name), "cp1252"


def _wide(head: bytes) -> str:
    """The UTF-16 whose zero bytes stand at every second place, or nothing."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.6 and not head[0::2].count(0):
        return "utf-16-le"
    if half and head[0::2].count(0) > half * 0.6 and not head[1::2].count(0):
        return "utf-16-be"
    return ""


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise FileTrouble(
            f"{name} holds bytes near line {line} that are neither UTF-8 nor Western text. Save it as UTF-8."
        ) from None


def delimiter_in(line: str) -> bool:
    """True when a separator stands in that line outside quotes."""
    return any(sign in "".join(line.split('"')[0::2]) for sign in DELIMITERS)


def delimiter_of(header: str) -> str:
    """The separator that occurs most often in the header outside quotes; a comma when none does."""
    bare = "".join(header.split('"')[0::2])
    return max(DELIMITERS, key=bare.count)


def _rows_of(lines: list[str], first: int, delimiter: str, name: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    number = first - 1
    try:
        for number, cells in enumerate(islice(reader, ROWS_LIMIT + 2), first):
            if any(cell.strip() for cell in cells):
                rows.append((number, tuple(cells)))
    except csv.Error as trouble:
        raise FileTrouble(_what_is_wrong(str(trouble), number + 1, name)) from None
    if number > ROWS_LIMIT + first:
        raise FileTrouble(f"{name} has more than {ROWS_LIMIT:,} rows; no list of programs is that long.")
    return tuple(rows)


def _what_is_wrong(trouble: str, row: int, name: str) -> str:
    if "field larger" in trouble:
        return f"Row {row} of {name} has a cell of more than {csv.field_size_limit():,} characters."
    if "unexpected end" in trouble:
        return f"Row {row} of {name} opens a quotation mark that is never closed."
    return f"Row {row} of {name} has a quotation mark in the wrong place."
