"""Months are read in the ways people write them, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from store.dates import show_month
from store.errors import SeasonError, Unclear
from store.spoken_months import understand_month

JUNE = date(2025, 6, 1)


@pytest.mark.parametrize(
    "typed", ["2025-06", "2025-6", "2025-06-17", "June 2025", "jun 2025", "Jun. 2025", "june, 2025", " 2025 june "]
)
def test_a_month_is_its_first_day(typed: str) -> None:
    assert understand_month(typed) == JUNE


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "06/2025",
        "june",
        "2025",
        "13-2025",
        "2025-13",
        "2025-00",
        "ju 2025",
        "juneteenth 2025",
        "june 1949",
        "\x1b[",
    ],
)
def test_anything_else_is_asked_about(typed: str) -> None:
    with pytest.raises(Unclear, match="not a month"):
        understand_month(typed)


def test_a_beginning_that_fits_two_months_is_asked_about() -> None:
    with pytest.raises(Unclear):
        understand_month("ma 2025")
    with pytest.raises(SeasonError):
        understand_month("x" * 400)


def test_a_month_is_shown_as_a_word() -> None:
    assert show_month(JUNE) == "Jun 2025"
