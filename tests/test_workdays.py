"""The days on which programs interview: no weekend and no holiday."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.workdays import is_holiday, is_workday


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, "01 Jan, 28 Nov, 29 Nov, 24 Dec, 25 Dec, 26 Dec, 31 Dec"),
        (2026, "01 Jan, 26 Nov, 27 Nov, 24 Dec, 25 Dec, 26 Dec, 31 Dec"),
        (2028, "01 Jan, 23 Nov, 24 Nov, 24 Dec, 25 Dec, 26 Dec, 31 Dec"),
        (2029, "01 Jan, 22 Nov, 23 Nov, 24 Dec, 25 Dec, 26 Dec, 31 Dec"),
    ],
)
def test_the_holidays_of_a_year_are_these(year: int, expected: str) -> None:
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    assert ", ".join(f"{day:%d %b}" for day in days if is_holiday(day) and day.year == year) == expected


def test_weekends_and_holidays_are_no_workdays() -> None:
    week = [date(2026, 11, 23) + timedelta(days=number) for number in range(7)]
    assert [is_workday(day) for day in week] == [True, True, True, False, False, False, False]
