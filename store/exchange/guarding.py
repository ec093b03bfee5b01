"""Cells that a spreadsheet program would take for a formula, and the apostrophe that keeps it from doing so."""

from __future__ import annotations

import re

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a guarded cell begins with; one that has apostrophes of its own before it gets one more."""
GUARD = re.compile(r"'+[=+\-@\t\r]")
"""What a cell begins with that was guarded."""


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it when a spreadsheet program would run it."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet program from reading it as a formula."""
    return cell[1:] if GUARD.match(cell) else cell
