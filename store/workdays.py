"""Days on which programs hold interviews and offices answer: no weekend, and none of the holidays that empty them."""

from __future__ import annotations

from datetime import date, timedelta

WORKDAYS = 5
"""Days of a week from Monday on that are no weekend."""
CLOSED_DAYS = frozenset({(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)})
"""Months and days on which hardly an office answers."""
THURSDAY, NOVEMBER = 3, 11


def is_workday(day: date) -> bool:
    """True on a day from Monday to Friday that is no holiday."""
    return day.weekday() < WORKDAYS and not is_holiday(day)


def is_holiday(day: date) -> bool:
    """True on Thanksgiving and the day after it, and on the days about Christmas and New Year."""
    return (day.month, day.day) in CLOSED_DAYS or _is_thanksgiving(day) or _is_thanksgiving(day - timedelta(days=1))


def _is_thanksgiving(day: date) -> bool:
    """The fourth Thursday of November."""
    return day.month == NOVEMBER and day.weekday() == THURSDAY and 22 <= day.day <= 28
