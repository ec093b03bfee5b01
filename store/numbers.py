"""Numbers with what they count, as people say them."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """That many of something: `1 row`, `2,000 rows`; `many` is the plural where an s does not make it."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def in_days(days: int) -> str:
    """When something is that comes so many calendar days from today: `today`, `tomorrow`, `in 9 days`."""
    return "today" if days < 1 else "tomorrow" if days == 1 else f"in {days} days"
