"""A month as people type it, such as that of a graduation."""

from __future__ import annotations

import re
from datetime import date

from store.calendar_days import month_called
from store.clean_text import clean_line
from store.errors import Unclear

ISO_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-\d{1,2})?")
NAMED_MONTH = re.compile(r"(?P<name>[a-z]{3,9})\.?,? +(?P<year>\d{4})|(?P<early>\d{4}),? +(?P<late>[a-z]{3,9})\.?")
FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years of graduations."""


def understand_month(text: str) -> date:
    """The first day of the month typed, such as `2025-06` or `June 2025`.

    Raises Unclear for anything else, and RuleBroken for more than a line holds.
    """
    typed = clean_line(text, what="The month").casefold()
    year, month = _iso(typed) or _named(typed) or (0, 0)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Unclear(f"“{typed[:30]}” is not a month with its year. Write it like June 2025 or 2025-06.")
    return date(year, month, 1)


def _iso(typed: str) -> tuple[int, int] | None:
    found = ISO_MONTH.fullmatch(typed)
    return (int(found["year"]), int(found["month"])) if found else None


def _named(typed: str) -> tuple[int, int] | None:
    found = NAMED_MONTH.fullmatch(typed)
    if not found:
        return None
    name, year = found["name"] or found["late"], found["year"] or found["early"]
    month = month_called(name)
    return (int(year), month) if month else None
