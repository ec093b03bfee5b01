"""A letter as plain text, as a mail file, or as a link that opens a mail program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from store.errors import RuleBroken
from store.moments import Moment
from store.records import Contact, Letter
from store.season import Season
from templates.facts import people_of
from templates.sentences import one_line

if TYPE_CHECKING:
    from email.headerregistry import Address

LINK_LIMIT = 1_800
"""Most characters of a mailto link; longer ones are cut or refused by mail programs."""
ADDRESS_LENGTH = 254
"""Most characters of a mail address (RFC 3696, erratum 1690)."""
LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""What stands before the at sign of an address as mail programs take it, without quotes (RFC 5322, dot-atom)."""
DOMAIN = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*")
"""What stands behind the at sign, in the letters mail servers know."""


class LinkTooLong(RuleBroken):
    """A letter that makes a longer link than mail programs take; another way out is offered."""


def to_text(season: Season, letter: Letter) -> str:
    """Recipients, subject and body as plain text; people without an address stand there by name."""
    to = ", ".join(map(_named_with_address, people_of(season, letter)))
    head = f"To: {to}\n" if to else ""
    return f"{head}Subject: {_subject(letter)}\n\n{letter.body.strip()}\n"


def _named_with_address(person: Contact) -> str:
    name, email = one_line(person.name), one_line(person.email)
    return f"{name} <{email}>" if email else name


def readers(season: Season, letter: Letter) -> tuple[Contact | None, ...]:
    """Whoever gets a message of their own: each person it goes to; None alone where nobody is named yet."""
    return people_of(season, letter) or (None,)


def mail_name(season: Season, letter: Letter, reader: Contact | None) -> str:
    """What its mail file is called, without the ending: program, kind, and the reader where there are several."""
    program = season.programs_by_id.get(letter.program_id)
    several = len(readers(season, letter)) > 1
    parts = (program.name if program else "", letter.kind.value, reader.name if reader and several else "")
    return one_line(" ".join(part for part in parts if part))


def to_eml(season: Season, letter: Letter, reader: Contact | None, *, now: Moment) -> bytes:
    """The letter to that one reader as a mail file that opens as a draft; dated with `now`.

    Raises RuleBroken for an address that is not exactly one address. A reader without an address is
    left out, so that the mail program asks for one.
    """
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    message = EmailMessage(policy=SMTP)
    if reader is not None and reader.email.strip():
        message["To"] = _address(reader.name, reader.email)
    if season.profile.email.strip():
        message["From"] = _address(season.profile.name, season.profile.email)
    message["Subject"] = _subject(letter)
    message["Date"] = format_datetime(now.local)
    message["X-Unsent"] = "1"
    message.set_content(f"{letter.body.strip()}\n", charset="utf-8")
    return message.as_bytes()


def to_mailto(letter: Letter, reader: Contact | None) -> str:
    """The letter to that one reader as a link that opens the mail program.

    Raises RuleBroken for a bad address, and LinkTooLong for a letter that a link cannot carry.
    """
    to = ""
    if reader is not None and reader.email.strip():
        address = _address(reader.name, reader.email)
        to = f"{quote(address.username, safe='')}@{quote(address.domain, safe='')}"
    body = quote(letter.body.strip().replace("\n", "\r\n"), safe="")
    link = f"mailto:{to}?subject={quote(_subject(letter), safe='')}&body={body}"
    if len(link) > LINK_LIMIT:
        raise LinkTooLong(
            f"This letter makes a link of {len(link):,} characters, and mail programs take {LINK_LIMIT:,}. "
            "Copy it, or write it to an .eml file, instead."
        )
    return link


def _subject(letter: Letter) -> str:
    if letter.subject.splitlines() != [letter.subject] and letter.subject:
        raise RuleBroken("The subject has a line break in it. Make it one line.")
    return letter.subject.strip()


def _address(name: str, email: str) -> Address:
    """One address, its domain in the form mail servers know; anything more or less than one is refused."""
    from email.headerregistry import Address

    local, _, domain = email.strip().rpartition("@")
    if not LOCAL_PART.fullmatch(local) or len(email) > ADDRESS_LENGTH:
        raise _bad_address(name, email)
    try:
        plain_domain = domain.encode("idna").decode("ascii")
    except UnicodeError as problem:
        raise _bad_address(name, email) from problem
    if not DOMAIN.fullmatch(plain_domain):
        raise _bad_address(name, email)
    return Address(one_line(name), local, plain_domain)


def _bad_address(name: str, email: str) -> RuleBroken:
    owner = one_line(name) or "this contact"
    return RuleBroken(f"“{one_line(email)[:80]}” is not one mail address. Correct the address of {owner}.")
