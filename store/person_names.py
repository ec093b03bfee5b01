"""A name as mail programs and lists write it, turned into the name and form of address a greeting needs."""

from __future__ import annotations

import re

from store.program_records import AFTER_NAME, BEFORE_FAMILY

DOCTORS = frozenset({"md", "do", "mbbs", "mbchb", "phd", "dnp"})
CREDENTIALS = DOCTORS | frozenset(
    {"faap", "mph", "ms", "msc", "mba", "ma", "bs", "bsn", "rn", "med", "mhpe", "facp", "edd"}
)
ROLES = frozenset(
    {"director", "coordinator", "chief", "resident", "program", "associate", "assistant", "interviewer", "faculty"}
    | {"apd", "pd", "office", "admissions", "manager", "administrator", "chair", "dean", "fellow", "attending"}
)
"""What somebody is may stand behind a comma too, and is no given name."""
MOST_GIVEN = 3
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


def family_name_first(name: str) -> bool:
    """True for a name such as “Wexley, Ines” or “van der Berg, Anna, MD”; a name before a degree or a role is not."""
    first, *others = [part.strip() for part in name.split(",")]
    given = [part for part in others if not _is_credential(part)]
    *small, family = first.split() or [""]
    if not family or not all(word in BEFORE_FAMILY for word in small) or len(given) != 1:
        return False
    words = [_bare(word) for word in given[0].split()]
    return 0 < len(words) <= MOST_GIVEN and AFTER_NAME.isdisjoint(words) and ROLES.isdisjoint(words)


def _is_credential(part: str) -> bool:
    return all(_bare(word) in CREDENTIALS for word in part.split())


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()
