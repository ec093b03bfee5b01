"""The people a row names: director, coordinator, interviewers, with their addresses."""

from __future__ import annotations

import re

from store.clean_text import clean_line
from store.exchange.cell_words import says_nothing
from store.exchange.row_cells import Cells
from store.frozen_record import record
from store.words import Role

ADDRESS = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+")
"""One mail address."""
BETWEEN = re.compile(r"\s*(?:[;\n/|]|,(?!\s*(?:MD|DO|PhD|MPH|MBBS|MS|Jr|Sr|FAAP)\b)|\s&\s|\sand\s)\s*", re.IGNORECASE)
"""What stands between two people; the comma before a degree does not."""


@record(frozen=True, slots=True)
class Named:
    """One person of a row."""

    name: str
    """Their name; empty when only an address or a number is given."""
    role: Role
    """What they do there."""
    email: str = ""
    """One mail address."""
    phone: str = ""
    """Telephone number."""


def people_of(read: Cells) -> tuple[Named, ...]:
    """Everybody the row names; an address cell that holds anything but one address is kept in the note too."""
    found = [
        _one(read, Role.DIRECTOR, "director", "director_email", ""),
        _one(read, Role.COORDINATOR, "contact", "email", read.line("phone")),
    ]
    cell = read.given.get("interviewers", "")
    if not says_nothing(read.line("interviewers")):
        for words in BETWEEN.split(cell.strip()):
            name, email = _apart(clean_line(words, what="An interviewer"))
            found.append(Named(name, Role.INTERVIEWER, email))
    return tuple(one for one in found if one.name or one.email or one.phone)


def _one(read: Cells, role: Role, name_field: str, mail_field: str, phone: str) -> Named:
    words, mail = read.line(name_field), read.line(mail_field)
    name, beside = ("", "") if says_nothing(words) else _apart(words)
    addresses = ADDRESS.findall(mail)
    if not says_nothing(mail) and (len(addresses) != 1 or addresses[0] != mail):
        read.keep(mail_field)
    return Named(name, role, addresses[0] if addresses else beside, phone)


def _apart(words: str) -> tuple[str, str]:
    """A name and the address beside it."""
    found = ADDRESS.search(words)
    if found is None:
        return " ".join(words.split()), ""
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return " ".join(rest.replace("<", " ").replace(">", " ").replace("(", " ").replace(")", " ").split()).strip(
        " ,;:-"
    ), found[0]
