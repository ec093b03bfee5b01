"""Names for files that every system takes, made from whatever a person has typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

NAME_BYTES = 120
"""Most bytes of a file name."""
DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
"""Names Windows keeps for itself, whatever stands behind the first dot."""
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
"""Signs that some system refuses in a name, and control codes."""


def safe_file_name(text: str, *, empty: str = "letter") -> str:
    """That text as a file name every system takes: no path, no device name, not hidden, not too long.

    `empty` stands for a text of which nothing is left.
    """
    name = NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", text).encode("utf-8", "ignore").decode())
    name = " ".join(name.split()).lstrip(".-~ ")
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > 5:
        stem, dot, ending = name, "", ""
    room = NAME_BYTES - len(dot + ending)
    stem = stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ")
    if DEVICE.fullmatch(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    return f"{stem or empty}{dot}{ending}"


def names_apart(texts: Iterable[str], *, ending: str, empty: str) -> list[str]:
    """A safe file name for each text, in order, no two of them the same to a disk that minds neither case nor form."""
    taken: set[str] = set()
    names: list[str] = []
    for text in texts:
        safe = safe_file_name(f"{text}{ending}")
        stem = safe.removesuffix(ending) if safe.endswith(ending) else empty
        name, number = f"{stem}{ending}", 1
        while _told_apart(name) in taken:
            number += 1
            name = f"{stem} {number}{ending}"
        taken.add(_told_apart(name))
        names.append(name)
    return names


def _told_apart(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
