"""Dates of the calendar as people type them: `2 dec`, `dec 2 2026`, `2026-12-02`.

Numbers alone are a question, unless days are shown that way: then `12-02` is the second of December.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from store.dates import MONTH_NAMES, DayOrder, day_order, show_date, show_date_short
from store.errors import Unclear
from store.frozen_record import record
from store.moments import EARLIEST_YEAR, LATEST_YEAR

SEASON_DAYS = 275
"""How far a day typed without a year may lie from today: from the first application to the end of May."""

# What a day is told by. A number behind it is a year only where it does not go on as a clock time.
NO_CLOCK = r"(?!\d|[:h]|\.\d|\s*[ap]\.?m\b)"
YEAR = rf"(?:[\s,-]+'?(?P<year>\d+){NO_CLOCK})?"
DAY = r"(?P<day>\d+)(?:st|nd|rd|th)?"
MONTH = r"(?P<month>[a-z]{3,})\b\.?"
DAY_MONTH = re.compile(rf"{DAY}(?:\s+of)?[\s-]*{MONTH}{YEAR}")
MONTH_DAY = re.compile(rf"{MONTH}[\s-]*{DAY}\b{NO_CLOCK}{YEAR}")
MONTH_ONLY = re.compile(MONTH)
ISO_DAY = re.compile(r"(?P<year>\d{4,})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d-])")
SHORT_ISO = re.compile(r"(?P<month>\d{2})-(?P<day>\d{2})(?![\d:-])")
NUMBERS = re.compile(r"(?P<a>\d{1,4})(?P<mark>[./-])(?P<b>\d{1,2})(?:(?P=mark)(?P<c>\d{1,4}))?(?![\d:])")


@record(frozen=True, slots=True)
class DayContext:
    """From where a spoken day is read."""

    today: date
    """Today at home."""
    past: bool = False
    """True when what is dated has already happened."""
    either: bool = False
    """True when a day without a year is the nearest of that name, be it behind or ahead."""


YearMonthDay = tuple[int, int, int]
"""The three numbers of a day, which need not exist."""
Reading = tuple[date, str]
"""A day, and what is left of the text behind it."""


def read_calendar_day(text: str, context: DayContext) -> Reading | None:
    """The date that text begins with and the rest; None when it begins with none.

    Raises Unclear for days that do not exist, for numbers whose order is open, and for a month alone.
    """
    for reader in (_iso_day, _short_iso, _numbers, _day_and_month, _month_only):
        found = reader(text, context)
        if found:
            return found
    return None


def as_typed(month: int, day: int) -> str:
    """How such a day may be typed, for a hint: `2 dec`, `dec 2` or `12-02`."""
    return show_date_short(date(2000, month, day)).casefold()


def real_day(year: int, month: int, day: int) -> date:
    """That calendar day; raises Unclear when there is no such day or the year is out of range."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Unclear(f"The year {_shortened(year)} lies outside {EARLIEST_YEAR} to {LATEST_YEAR}.")
    if not 1 <= month <= 12:
        raise Unclear(f"There is no month {_shortened(month)}: months run from 1 to 12.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = f"{MONTH_NAMES[month - 1]} {year}"
        raise Unclear(f"{name} has {last} days, so there is no day {_shortened(day)} in it.")
    return date(year, month, day)


def month_called(word: str) -> int | None:
    """1 for January to 12 for December, from a name or at least its first three letters; None for other words."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(MONTH_NAMES, 1) if name.casefold().startswith(word)), None)


def _shortened(number: int) -> str:
    digits = str(number)
    return digits if len(digits) <= 12 else f"{digits[:8]}…"


def _iso_day(text: str, context: DayContext) -> Reading | None:
    found = ISO_DAY.match(text)
    if not found:
        return None
    return real_day(int(found["year"]), int(found["month"]), int(found["day"])), text[found.end() :]


def _short_iso(text: str, context: DayContext) -> Reading | None:
    """Month and day in two digits each, where days are shown so."""
    found = SHORT_ISO.match(text) if day_order() is DayOrder.ISO else None
    return (_nearest(int(found["month"]), int(found["day"]), context), text[found.end() :]) if found else None


def _numbers(text: str, context: DayContext) -> Reading | None:
    """Never a day: raises Unclear with every day the numbers could name."""
    found = NUMBERS.match(text)
    if not found:
        return None
    first, second = int(found["a"]), int(found["b"])
    if found["c"]:
        year = _full_year(found["c"])
        orders = [(year, second, first), (year, first, second), (_full_year(found["a"]), second, int(found["c"]))]
    else:
        year, other = context.today.year, context.today.year + (-1 if context.past else 1)
        orders = [(year, second, first), (other, second, first), (year, first, second), (other, first, second)]
        orders = [order for order in orders if _in_season(order, context)] or orders
    readings = _readings(orders)
    meant = f" Did you mean {' or '.join(readings)}?" if readings else ""
    raise Unclear(f"“{found[0]}” leaves open which number is the month: write it as a word.{meant}", readings)


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) <= 2 else 0)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return real_day(year, month, day)
    except Unclear:
        return None


def _readings(orders: Iterable[YearMonthDay]) -> tuple[str, ...]:
    """Those that are days, each once, as they can be typed back."""
    days = (_day_or_none(*order) for order in orders)
    return tuple(dict.fromkeys(show_date(day) for day in days if day))


def _in_season(order: YearMonthDay, context: DayContext) -> bool:
    day = _day_or_none(*order)
    if day is None:
        return False
    ahead = (day - context.today).days
    return 0 <= (-ahead if context.past else ahead) <= SEASON_DAYS


def _day_and_month(text: str, context: DayContext) -> Reading | None:
    for pattern in (DAY_MONTH, MONTH_DAY):
        found = pattern.match(text)
        month = month_called(found["month"]) if found else None
        if found and month:
            rest = text[found.end() :]
            if found["year"]:
                return real_day(_typed_year(found["year"]), month, int(found["day"])), rest
            return _nearest(month, int(found["day"]), context), rest
    return None


def _typed_year(digits: str) -> int:
    if len(digits) < 4:
        raise Unclear(f"“{digits}” is neither a full year nor a time. Write 2026, or a time such as 09:00.")
    return int(digits)


def _nearest(month: int, day: int, context: DayContext) -> date:
    """The day of that name within the season: behind today for what has happened, else ahead."""
    today = context.today
    if context.either:
        days = (_day_or_none(year, month, day) for year in (today.year - 1, today.year, today.year + 1))
        near = min(filter(None, days), key=lambda one: abs(one - today), default=None)
        return near or real_day(today.year, month, day)
    key, here = (month, day), (today.month, today.day)
    year = today.year - (key > here) if context.past else today.year + (key < here)
    meant = real_day(year, month, day)
    if abs((meant - today).days) <= SEASON_DAYS:
        return meant
    years = (year, year + 1) if context.past else (year - 1, year)
    choices = _readings((each, month, day) for each in years)
    side = "ahead" if context.past else "over"
    raise Unclear(f"{show_date_short(meant)} is {side} this season. Add the year: {' or '.join(choices)}?", choices)


def _month_only(text: str, context: DayContext) -> Reading | None:
    found = MONTH_ONLY.match(text)
    month = month_called(found["month"]) if found else None
    if month is None:
        return None
    second = date(context.today.year, month, 2)
    raise Unclear(f"Which day of {MONTH_NAMES[month - 1]}? Write it as {show_date_short(second)}.")
