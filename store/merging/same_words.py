"""When two texts are the same to a person."""

from __future__ import annotations

import unicodedata


def same_words(text: str) -> str:
    """That text without what people leave to chance: case, blanks, the way an accent is stored."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
