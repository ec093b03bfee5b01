"""A sender's name as mail programs show it, turned into the name and form of address a greeting needs."""

from __future__ import annotations

import re

DOCTORS = frozenset({"md", "do", "mbbs", "mbchb", "phd", "dnp"})
CREDENTIALS = DOCTORS | frozenset(
    {"faap", "mph", "ms", "msc", "mba", "ma", "bs", "bsn", "rn", "med", "mhpe", "facp", "edd"}
)
_ASIDE = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\])\s*")


def person_named(shown: str) -> tuple[str, str]:
    """Name and title of a sender: “Okoye, Ines, MD” is Ines Okoye, Dr.; the title is empty when nothing tells it.

    What stands before every comma is a name, though Do and Ma look like credentials.
    """
    first, *others = [part.strip() for part in _ASIDE.sub(" ", shown).split(",") if part.strip()] or [""]
    earned = [part for part in others if _is_credential(part)]
    names = [first, *(part for part in others if part not in earned)]
    doctor = any(_bare(word) in DOCTORS for part in earned for word in part.split())
    words = " ".join(reversed(names) if len(names) == 2 else names).split()
    while len(words) > 2 and _bare(words[-1]) in CREDENTIALS and words[-1].replace(".", "").isupper():
        doctor = doctor or _bare(words[-1]) in DOCTORS
        words.pop()
    return " ".join(words) or shown.strip(), "Dr." if doctor else ""


def _is_credential(part: str) -> bool:
    return all(_bare(word) in CREDENTIALS for word in part.split())


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()
