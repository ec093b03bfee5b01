"""Days that are proposed to the applicant: workdays, unbooked, far enough ahead, and no holiday."""

from __future__ import annotations

import pytest

from store.words import Kind
from templates.free_days import free_days
from tests.examples import EASTERN, NOW, a_program, a_season, an_interview, at


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.RESCHEDULE, ["Tuesday 8 December", "Wednesday 9 December", "Thursday 10 December"]),
        (Kind.WAITLIST, ["Monday 30 November", "Tuesday 1 December", "Wednesday 2 December"]),
        (Kind.SECOND_LOOK, ["Tuesday 1 December", "Wednesday 2 December", "Thursday 3 December"]),
        (Kind.THANK_YOU, []),
    ],
)
def test_each_kind_proposes_days_after_its_own_notice(kind: Kind, expected: list[str]) -> None:
    assert free_days(a_season(), kind, NOW) == expected


def test_a_day_with_an_interview_is_passed_over() -> None:
    busy = an_interview(starts=at("2026-12-09 09:00", EASTERN))
    assert free_days(a_season(a_program(), busy), Kind.RESCHEDULE, NOW) == [
        "Tuesday 8 December",
        "Thursday 10 December",
        "Friday 11 December",
    ]


def test_the_last_days_of_the_year_are_passed_over() -> None:
    days = free_days(a_season(), Kind.WAITLIST, at("2026-12-20 09:00"))
    assert days == ["Wednesday 23 December", "Monday 28 December", "Tuesday 29 December"]
