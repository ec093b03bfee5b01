"""A whole number as a person types it."""

from __future__ import annotations

MOST = 999_999_999
DIGITS = 18
"""Digits that are read; with more, zeros before it included, it is no number that anybody means."""


def whole_number(text: str, *, most: int = MOST) -> int | None:
    """The number that these digits write, from 0 to `most`; None for anything else. Blanks around it do not matter."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= DIGITS):
        return None
    number = int(digits)
    return number if number <= most else None
