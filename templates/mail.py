"""A letter as plain text, as a mail file, or as a link that opens a mail program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from store.errors import RuleBroken
from store.moments import Moment
from store.records import Letter
from store.season import Season
from templates.facts import people_of
from templates.sentences import one_line

if TYPE_CHECKING:
    from email.headerregistry import Address

LINK_LIMIT = 1_800
"""Most characters of a mailto link; longer ones are cut or refused by mail programs."""
LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
DOMAIN = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*")
ADDRESS_LENGTH = 254


def to_text(season: Season, letter: Letter) -> str:
    """Recipients, subject and body as plain text; people without an address stand there by name."""
    to = ", ".join(
        f"{one_line(person.name)} <{person.email.strip()}>" if person.email.strip() else one_line(person.name)
        for person in people_of(season, letter)
    )
    head = f"To: {to}\n" if to else ""
    return f"{head}Subject: {_subject(letter)}\n\n{letter.body.strip()}\n"


def to_eml(season: Season, letter: Letter, *, now: Moment) -> bytes:
    """The letter as a mail file that opens as a draft; dated with `now`.

    Raises RuleBroken for an address that is not exactly one address. Contacts without an address are
    left out, so that the mail program asks for them.
    """
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    message = EmailMessage(policy=SMTP)
    people = [_address(person.name, person.email) for person in people_of(season, letter) if person.email.strip()]
    if people:
        message["To"] = people
    if season.profile.email.strip():
        message["From"] = _address(season.profile.name, season.profile.email)
    message["Subject"] = _subject(letter)
    message["Date"] = format_datetime(now.local)
    message["X-Unsent"] = "1"
    message.set_content(f"{letter.body.strip()}\n", charset="utf-8")
    return message.as_bytes()


def to_mailto(season: Season, letter: Letter) -> str:
    """The letter as a link that opens the mail program.

    Raises RuleBroken for a bad address, and for a letter too long for a link.
    """
    people = [_address(person.name, person.email) for person in people_of(season, letter) if person.email.strip()]
    to = ",".join(f"{quote(one.username, safe='')}@{quote(one.domain, safe='')}" for one in people)
    body = quote(letter.body.strip().replace("\n", "\r\n"), safe="")
    link = f"mailto:{to}?subject={quote(_subject(letter), safe='')}&body={body}"
    if len(link) > LINK_LIMIT:
        raise RuleBroken(
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
