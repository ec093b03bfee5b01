"""Numbers with what they count, as people say them."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """That many of something: `1 row`, `2,000 rows`; `many` is the plural where an s does not make it."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
