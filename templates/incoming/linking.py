"""Which program a message came from: by its sender's address, then the domain, then by names in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.folding import folded
from store.frozen_record import record
from store.ids import new_id
from store.person_names import person_named
from store.records import Contact, Program
from store.season import Season
from store.words import Role
from templates.incoming.mail_read import MailRead

SHARED = frozenset(
    {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com"}
    | {"aol.com", "proton.me", "protonmail.com", "gmx.com", "aamc.org", "thalamusgme.com", "interviewbroker.com"}
)
"""Domains of mail boxes and of portals that many programs share."""
SHORTEST_NAME = 5
"""Characters of a program's name by which words can be known to speak of it."""
MOST_BODY = 20_000
"""Characters of the words that are searched for names."""


@record(frozen=True, slots=True)
class Guess:
    """A program a message may have come from."""

    program_id: str
    """The program."""
    why: str
    """Why it is proposed, in a few words."""
    contact_id: str = ""
    """The person, when the address is theirs."""


@record(frozen=True, slots=True)
class Linked:
    """What a message's sender tells."""

    guesses: tuple[Guess, ...] = ()
    """Programs it may be from, likeliest first; none when nothing points to one."""
    certain: bool = False
    """True when the address is one that a single program lists; otherwise the person has to say."""


def linked(season: Season, mail: MailRead) -> Linked:
    """The programs that mail may have come from; certain only by an address on record."""
    for ask in (_by_address, _by_domain, _by_name):
        guesses = {guess.program_id: guess for guess in ask(season, mail)}
        if guesses:
            return Linked(tuple(guesses.values()), ask is _by_address and len(guesses) == 1)
    return Linked()


def sender_at(season: Season, program_id: str, mail: MailRead) -> Contact | None:
    """The person of that program who sent the mail: by address, else by name; None when nobody fits."""
    people = season.contacts_of.get(program_id, ())
    if mail.address:
        by_address = [one for one in people if one.email.casefold() == mail.address.casefold()]
        if by_address:
            return by_address[0]
    wanted = _name_words(person_named(mail.name)[0])
    by_name = [one for one in people if (words := _name_words(one.name)) and words <= wanted]
    return by_name[0] if len(by_name) == 1 else None


def new_sender(program_id: str, mail: MailRead, role: Role) -> Contact:
    """The sender as a new person of that program."""
    name, title = person_named(mail.name or mail.address.partition("@")[0])
    return Contact(new_id("c"), program_id, name, role, title=title, email=mail.address)


def _by_address(season: Season, mail: MailRead) -> Iterator[Guess]:
    for program, person in _people(season):
        if mail.address and person.email.casefold() == mail.address.casefold():
            yield Guess(program.id, f"{person.name}’s address", person.id)


def _by_domain(season: Season, mail: MailRead) -> Iterator[Guess]:
    domain = _domain(mail.address)
    if not domain or domain in SHARED:
        return
    for program, person in _people(season):
        if _domain(person.email) == domain:
            yield Guess(program.id, f"same domain as {person.name}")
    for program in season.followed:
        site = re.sub(r"^(?:https?://)?(?:www\.)?", "", program.website.casefold()).split("/")[0]
        if site and (site == domain or domain.endswith(f".{site}") or site.endswith(f".{domain}")):
            yield Guess(program.id, "the domain of its page")


def _by_name(season: Season, mail: MailRead) -> Iterator[Guess]:
    head, body = folded(f"{mail.subject}\n{mail.name}"), folded(mail.body[:MOST_BODY])
    for words, where in ((head, "named in its subject or sender"), (body, "named in its words")):
        for program in season.followed:
            names = (folded(name) for name in (program.name, *program.other_names))
            if any(len(name) >= SHORTEST_NAME and re.search(rf"\b{re.escape(name)}\b", words) for name in names):
                yield Guess(program.id, where)


def _people(season: Season) -> Iterator[tuple[Program, Contact]]:
    for program in season.followed:
        for person in season.contacts_of.get(program.id, ()):
            if person.email:
                yield program, person


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().casefold()


def _name_words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]+", folded(name)) if len(word) > 1)
