"""Short random record ids: they can be typed, and two seasons made apart never share one."""

from __future__ import annotations

from secrets import choice

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and letters without the pairs people misread (0 o, 1 l i)."""


def new_id(prefix: str) -> str:
    """A fresh id such as `p-7f3k2m`; the prefix says which kind of record it names."""
    return f"{prefix}-{''.join(choice(LETTERS) for _ in range(6))}"
