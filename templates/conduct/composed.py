"""A first place put together from its parts, where no listed wording says it: a word for first near the own list."""

from __future__ import annotations

import re
from functools import lru_cache

from templates.conduct.phrases import data_file

FILE = "composed.json"


@lru_cache(maxsize=4)
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(data_file(FILE)[key])})\b")


@lru_cache(maxsize=1)
def _near() -> re.Pattern[str]:
    first, choice = _pattern("first").pattern, _pattern("choice").pattern
    return re.compile(rf"{first}(?:[ ,]+[\w'-]+){{0,5}}?[ ,]+{choice}|{choice}(?:[ ,]+[\w'-]+){{0,8}}?[ ,]+{first}")


def composed_first(flat: str) -> re.Match[str] | None:
    """Where a sentence about the reader has a word for first near one for the writer's list or choice.

    Words for first that belong to a noun of their own, as in first year, do not count, and neither does
    what is said of the reader's list.
    """
    if not (_pattern("writer").search(flat) and _pattern("reader").search(flat)) or _pattern("theirs").search(flat):
        return None
    return _near().search(flat)
