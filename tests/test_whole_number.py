"""A typed number means itself, whatever stands before its first digit; everything else is none."""

from __future__ import annotations

import pytest

from store.whole_number import whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0", 0),
        ("7", 7),
        (" 12 ", 12),
        ("00005", 5),
        ("0000011", 11),
        ("999999999", 999_999_999),
        ("1000000000", None),
        ("9" * 5_000, None),  # more digits than Python would turn into a number
        ("", None),
        (" ", None),
        ("-1", None),
        ("+1", None),
        ("1.0", None),
        ("1_000", None),
        ("²", None),  # a digit to str.isdigit alone
        ("٣", None),
        ("three", None),
    ],
)
def test_plain_digits_are_a_number_and_nothing_else_is(typed: str, number: int | None) -> None:
    assert whole_number(typed) == number


def test_a_number_above_the_most_is_none() -> None:
    assert whole_number("5", most=5) == 5
    assert whole_number("6", most=5) is None
