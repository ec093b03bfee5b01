"""The cells of one row of a spreadsheet, by what their column holds, and which of them have to be kept as words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.clean_text import LINE_LIMIT, NAME_LIMIT, clean_line
from store.exchange.columns import Column
from store.moments import Moment

LONG_FIELDS = frozenset(("notes", "interviewers", "draws", "tags"))
"""Fields whose cells may be longer than a name."""


@dataclass(slots=True)
class Cells:
    """The cells of one row by the field of their column, and what of them has to be kept as words."""

    row: int
    """Row number in the file."""
    now: Moment
    """The present moment."""
    columns: Mapping[str, Column]
    """The columns that have a field."""
    given: Mapping[str, str]
    """The cells of those columns, whole."""
    kept: list[tuple[str, str, bool]] = field(default_factory=list)
    """Heading and words of what could not be taken in, and whether it is a day that lies ahead."""
    also: list[tuple[str, str]] = field(default_factory=list)
    """Heading and words of what was understood in part and is kept in full."""

    def line(self, name: str) -> str:
        """The cell of that field as one line; raises RuleBroken when it is longer than any name."""
        limit = LINE_LIMIT if name in LONG_FIELDS else NAME_LIMIT
        return clean_line(self.given.get(name, ""), what=f"The {name.replace('_', ' ')}", limit=limit)

    def order(self, name: str) -> str:
        """Which comes first in the numbered dates of that field's column."""
        return self.columns[name].order if name in self.columns else ""

    def keep(self, name: str, *, ahead: bool = False) -> None:
        """Put the cell of that field into the note: it is not understood, or tells as done what lies `ahead`."""
        self.kept.append((self.columns[name].heading, self.line(name), ahead))
