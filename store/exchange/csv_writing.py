"""A table as the text of a CSV file that spreadsheet programs open without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from store.exchange.guarding import guarded


def csv_bytes(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """That table in UTF-8, with the mark that lets spreadsheet programs read every letter; formulas are guarded."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(headings)
    table.writerows(map(guarded, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")
