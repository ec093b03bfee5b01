"""Words made comparable: without case, without accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SPELLED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "’": "'"})
"""Letters that no decomposition takes apart."""


@lru_cache(maxsize=32_768)
def folded(text: str) -> str:
    """That text in lower case and without accents; equal for texts people would type for one another."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).translate(SPELLED)
