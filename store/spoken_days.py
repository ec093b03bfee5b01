"""Days as people type them: `fri`, `next mon`, `tomorrow`, `3d`, `2 weeks ago`, or a date of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.calendar_days import DayContext, Reading, read_calendar_day
from store.dates import WEEKDAYS, show_date, show_day
from store.errors import Unclear

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Days of the week in full, in lower case, Monday first."""

NAMED_DAY = re.compile(r"(?P<name>today|tomorrow|yesterday)\b")
SPAN = re.compile(r"(?P<lead>in\s+|\+)?(?P<count>\d+)\s*(?P<unit>d|days?|w|weeks?|months?)\b(?P<ago>\s+ago\b)?")
WEEKDAY = re.compile(r"(?:(?P<which>next|last|this|coming)\s+)?(?P<name>[a-z]{3,})\b\.?")


def read_day(text: str, context: DayContext) -> Reading | None:
    """The day that text begins with and the rest; None when it begins with none.

    `text` is lower case. Raises Unclear when a day is meant but does not exist or has several readings.
    """
    for reader in (_named_day, _span, _weekday, read_calendar_day):
        found = reader(text, context)
        if found:
            return found
    return None


def weekday_called(word: str) -> int | None:
    """0 for Monday to 6 for Sunday, from a name or at least its first three letters; None for other words."""
    if len(word) < 3:
        return None
    stem = word[:3] if word == "weds" else word
    return next((place for place, name in enumerate(WEEKDAY_NAMES) if name.startswith(stem)), None)


def weekday_after(today: date, weekday: int) -> date:
    """The first such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _named_day(text: str, context: DayContext) -> Reading | None:
    found = NAMED_DAY.match(text)
    if not found:
        return None
    days = {"today": 0, "tomorrow": 1, "yesterday": -1}[found["name"]]
    return context.today + timedelta(days=days), text[found.end() :]


def _span(text: str, context: DayContext) -> Reading | None:
    """`3d`, `in 2 weeks`, `+1 month`, `4 days ago`."""
    found = SPAN.match(text)
    if not found:
        return None
    count, unit, ago = int(found["count"]), found["unit"][0], bool(found["ago"])
    if count > 1000:
        such = show_date(date(2026, 12, 2))
        raise Unclear(f"“{found[0][:40]}” is too far away. Write the day itself, such as {such}.")
    if found["lead"] and ago:
        raise Unclear(f"“{found[0]}” points both ways.")
    if context.past and not ago and count:
        meant = f"{count} {found['unit']} ago"
        raise Unclear(f"“{found[0]}” lies ahead, but this has happened. Did you mean {meant}?", (meant,))
    return _shifted(context.today, -count if ago else count, unit), text[found.end() :]


def _shifted(day: date, count: int, unit: str) -> date:
    if unit == "m":
        from dateutil.relativedelta import relativedelta  # reached by a typed month only, so nobody else waits

        return day + relativedelta(months=count)
    return day + timedelta(days=count * (7 if unit == "w" else 1))


def _weekday(text: str, context: DayContext) -> Reading | None:
    """A weekday alone, with next or last, or before a date it must agree with."""
    found = WEEKDAY.match(text)
    weekday = weekday_called(found["name"]) if found else None
    if found is None or weekday is None:
        return None
    rest = text[found.end() :].lstrip(" ,")
    dated = read_calendar_day(rest, context)
    if dated:
        _agree(dated[0], weekday)
        return dated
    return _weekday_alone(weekday, found["which"] or "", context), rest


def _agree(day: date, weekday: int) -> None:
    if day.weekday() != weekday:
        right, said = WEEKDAY_NAMES[day.weekday()].capitalize(), WEEKDAY_NAMES[weekday].capitalize()
        choices = (show_day(day),)
        raise Unclear(f"{show_date(day)} is a {right}, not a {said}.", choices)


def _weekday_alone(weekday: int, which: str, context: DayContext) -> date:
    today, name = context.today, WEEKDAYS[weekday]
    before = weekday_after(today, weekday) - timedelta(days=14 if today.weekday() == weekday else 7)
    after, this = weekday_after(today, weekday), today + timedelta(days=weekday - today.weekday())
    if which == "this":
        return this
    if which == "next":
        return _only(f"next {name}", after, this + timedelta(days=7))
    if which == "last":
        return _only(f"last {name}", before, this - timedelta(days=7))
    if this == today and which != "coming":
        other = before if context.past else after
        raise Unclear(f"Today is {show_day(today)}: is today meant, or {show_day(other)}?", ("today", show_day(other)))
    return before if context.past and which != "coming" else after


def _only(said: str, nearest: date, week_apart: date) -> date:
    """The day, if both ways to count agree."""
    if nearest == week_apart:
        return nearest
    days = tuple(show_day(day) for day in sorted((nearest, week_apart)))
    raise Unclear(f"“{said}” can mean {' or '.join(days)}. Which one?", days)
