"""Days as spreadsheets write them: whether a column puts the month or the day first is told by all of its cells."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from store.errors import SeasonError, Unclear
from store.frozen_record import record
from store.moments import Moment
from store.spoken_dates import understand_moment
from store.spoken_days import weekday_called

NUMBERS = re.compile(r"(?<![\d:/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d:/])")
"""3/12, 03.12.2026, 12-3-26."""
CLOCK = r"\d{1,2}(?::\d{2})?(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
"""A clock time of 24 hours or of 12."""
RANGE = re.compile(rf"({CLOCK})\s*(?:-|–|—|→|to|until)\s*{CLOCK}", re.IGNORECASE)
"""From one clock time to another; the first counts."""
EXACT = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A day as ISO writes it."""
NAMED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
"""The name of a month."""
DAY_AND_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,})|([A-Za-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
)
"""A day and its named month, in either order."""
TIDY = (
    (re.compile(r"\b(\d{4})/(\d{1,2})/(\d{1,2})\b"), r"\1-\2-\3"),
    (re.compile(r"\b(\d{1,2})[- ]([A-Za-z]{3})[- ](\d{2})\b(?!:)"), r"\1 \2 20\3"),  # 3-Dec-26
    (re.compile(r"(\d{1,2}:\d{2}):\d{2}(?![\d.+-])"), r"\1"),
    (re.compile(r"@"), " "),
)
"""What is taken out of a cell or rewritten before its date is looked for."""
BRACKETS = re.compile(r"\(([^)]*)\)")
"""What stands in brackets, such as a zone or an hour beside a day."""
HOUR = re.compile(r"\d:\d{2}|\d\s*[ap]\.?m\b", re.IGNORECASE)
"""A clock time that cannot be anything else."""
ZONE_ASIDE = re.compile(r"[A-Z]{2,4}|(?i:(?:US )?(?:eastern|central|mountain|pacific|alaskan?|hawaiian?)|.*\btime)")
"""A remark in brackets that says on which clock an hour is meant; its letters are written large."""
THEIRS = re.compile(r"(?:local|their|program)(?:’s|'s)?\s+time", re.IGNORECASE)
"""One that says it is the clock of the program, which is how an hour without a zone is read."""
IN_AMERICA = frozenset(("America/Chicago", "America/Denver"))
"""Of the zones that share letters such as CST, those which a list of programs in the US means."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Beginnings of the names of months, January first."""
SEASON_MONTHS = frozenset((9, 10, 11, 12, 1, 2, 3))
"""Months in which a season's dates lie, September to March."""
BACK = timedelta(days=200)
"""How far behind today a day without a year may lie; later ones are ahead."""
MONTH_FIRST, DAY_FIRST = "month first", "day first"
"""What comes first in the numbered dates of a column."""


def order_in(cells: Iterable[str]) -> str:
    """Which comes first in the numbered dates of a column; empty when its cells leave both open, or disagree.

    A number above 12 settles it; where none is, the order in which alone all months lie between September and March.
    """
    pairs = [(int(found[1]), int(found[3])) for cell in cells for found in NUMBERS.finditer(cell)]
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if not day_first and not month_first:
        month_first = all(first in SEASON_MONTHS for first, _ in pairs)
        day_first = all(second in SEASON_MONTHS for _, second in pairs)
    if day_first == month_first:
        return ""
    return DAY_FIRST if day_first else MONTH_FIRST


def spelled_out(cell: str, order: str, now: Moment) -> str:
    """The cell with its numbered date as ISO; as it stands when it has none, or the order is not known."""
    found = NUMBERS.search(cell)
    if found is None:
        return cell
    one, other = int(found[1]), int(found[3])
    if not order and one != other:
        return cell
    month, number = (other, one) if order == DAY_FIRST else (one, other)
    try:
        day = _in_year(found[4], month, number, now)
    except (ValueError, StopIteration):
        return cell
    return f"{cell[: found.start()]}{day.isoformat()}{cell[found.end() :]}"


def _in_year(year: str | None, month: int, number: int, now: Moment) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, number)
    years = (now.day.year + more for more in (-1, 0, 1))
    near = (date(one, month, number) for one in years if number <= monthrange(one, month)[1])
    return next(day for day in near if day >= now.day - BACK)


@record(frozen=True, slots=True)
class SheetMoment:
    """What a cell says about when something is or was."""

    moment: Moment
    """The moment; noon when only a day is given."""
    timed: bool
    """True when a clock time is given."""
    zone_given: bool
    """True when the cell names its zone."""


def moment_in(words: str, *, order: str, zone: str, now: Moment) -> SheetMoment | None:
    """The moment those words name; None when they leave any doubt, or name no day of the calendar.

    `zone` is where a clock time without a zone is meant. Days such as “Friday” count for nothing: nobody
    knows when they were typed.
    """
    said = _without_weekday(_with_year(spelled_out(_tidied(words), order, now), now))
    exact = EXACT.search(said)
    if exact is None and not NAMED.search(said):
        return None
    if exact is not None and said[exact.end() : exact.end() + 1] != "T":
        said = said[: exact.end()] + RANGE.sub(r"\1 ", said[exact.end() :])
    try:
        understood = _understood(said, zone=zone, now=now)
    except SeasonError:
        return None
    return SheetMoment(understood[0], understood[1], understood[2])


def _tidied(words: str) -> str:
    """The cell without what spreadsheets and their templates put around a date: seconds, signs, remarks in brackets."""
    for pattern, instead in TIDY:
        words = pattern.sub(instead, words)
    outside = BRACKETS.sub(" ", words)
    return BRACKETS.sub(lambda aside: _aside(aside[1].strip(), outside), words).strip()


def _aside(words: str, outside: str) -> str:
    """What of a remark in brackets belongs to the moment: its clock, or the only hour there is; (virtual) does not."""
    if HOUR.search(words):
        return " " if HOUR.search(outside) else f" {words} "
    says_clock = ZONE_ASIDE.fullmatch(words) and not THEIRS.fullmatch(words)
    return f" {words} " if says_clock else " "


def _without_weekday(words: str) -> str:
    """An ISO day without the weekday before it; as it stands when the two disagree, so that nobody reads it."""
    found = re.fullmatch(r"([A-Za-z]{2,9})\.?,?\s+(\d{4}-\d{2}-\d{2})(.*)", words)
    if found is None:
        return words
    try:
        agrees = weekday_called(found[1].lower()) == date.fromisoformat(found[2]).weekday()
    except ValueError:  # no such day
        agrees = False
    return f"{found[2]}{found[3]}" if agrees else words


def _with_year(words: str, now: Moment) -> str:
    """The cell with its named month as an ISO day; one without a year is the nearest of the season."""
    found = DAY_AND_MONTH.search(words)
    if EXACT.search(words) or found is None:
        return words
    month, number = (found[2] or found[3])[:3].lower(), int(found[1] or found[4])
    year = re.match(r",?\s+(20\d{2})\b", words[found.end() :])
    try:
        day = _in_year(year and year[1], MONTHS.index(month) + 1, number, now)
    except (ValueError, StopIteration):
        return words
    return f"{words[: found.start()]}{day.isoformat()}{words[found.end() + (year.end() if year else 0) :]}"


def _understood(words: str, *, zone: str, now: Moment) -> tuple[Moment, bool, bool]:
    """Moment, whether timed, whether its zone is given; letters that several zones share mean the one asked for."""
    try:
        found = understand_moment(words, now=now, zone=zone)
    except Unclear as unclear:
        american = [one for one in unclear.choices if one in IN_AMERICA or len(unclear.choices) == 1]
        meant = zone if zone in unclear.choices else "".join(american)
        bare = re.sub(r"\s*\(?\b(?![AP]M\b)[A-Z]{2,4}\)?\s*$", "", words)
        if "/" not in meant or bare == words:
            raise
        found = understand_moment(bare, now=now, zone=meant)
        return found.moment, found.time_given, True
    return found.moment, found.time_given, found.zone_given
