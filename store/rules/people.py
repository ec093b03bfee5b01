"""What may change about the people at programs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from store.errors import RuleBroken
from store.moments import Moment
from store.person_names import family_name_first, person_named
from store.records import Contact
from store.rules.cleaning import cleaned, one_address, required
from store.rules.known import followed_program, known_contact, known_program
from store.rules.replacing import joined, swapped, with_fields, without
from store.season import Season

_TITLED = re.compile(r"(dr|mr|mrs|ms|mx|miss|prof|professor|doctor)\.?\s+(?=\S)", re.I)
UNDOTTED = frozenset({"Miss", "Professor", "Doctor"})
"""Forms of address that are whole words."""


def add_contact(season: Season, contact: Contact, *, now: Moment) -> Season:
    """Record a person at a program; raises RuleBroken when that program lists the name already."""
    followed_program(season, contact.program_id)
    return replace(season, contacts=joined(season.contacts, _checked(season, cleaned(contact))))


def edit_contact(season: Season, contact_id: str, *, now: Moment, **fields: Any) -> Season:
    """Change what is known about a person; they stay at their program."""
    contact = known_contact(season, contact_id)
    followed_program(season, contact.program_id)
    changed = _checked(season, cleaned(with_fields(contact, fields, fixed=("program_id",))))
    contacts = swapped(season.contacts, [changed])
    return season if contacts is season.contacts else replace(season, contacts=contacts)


def remove_contact(season: Season, contact_id: str, *, now: Moment) -> Season:
    """Forget a person nothing was written to, heard from or noted about; interviews lose them from their lists.

    Raises RuleBroken while a message, a debrief or an answer names them: those keep saying who it was.
    """
    contact = known_contact(season, contact_id)
    named = _where_named(season, contact_id)
    if named:
        raise RuleBroken(f"{contact.name} is named in {named}, so the record has to stay. Edit it instead.")
    met = [
        replace(one, contact_ids=tuple(other for other in one.contact_ids if other != contact_id))
        for one in season.interviews_of.get(contact.program_id, ())
        if contact_id in one.contact_ids
    ]
    return replace(season, contacts=without(season.contacts, contact_id), interviews=swapped(season.interviews, met))


def as_greeted(contact: Contact) -> Contact:
    """A form of address typed before the name moves to where greetings look for it; of several the first counts.

    A family name that stands first, with a comma, goes behind the given name.
    """
    name, title = contact.name, contact.title
    while found := _TITLED.match(name):
        word = found[1].capitalize()
        title = title or (word if word in UNDOTTED else f"{word}.")
        name = name[found.end() :]
    if family_name_first(name):
        name, told = person_named(name)
        title = title or told
    return contact if name == contact.name else replace(contact, name=name, title=title)


def _where_named(season: Season, contact_id: str) -> str:
    contact = known_contact(season, contact_id)
    letters = season.letters_of.get(contact.program_id, ())
    count = sum(contact_id in letter.contact_ids for letter in letters)
    if count:
        return "a message" if count == 1 else f"{count} messages"
    debriefs = [one.debrief for one in season.interviews_of.get(contact.program_id, ()) if one.debrief is not None]
    if any(hook.contact_id == contact_id for debrief in debriefs for hook in debrief.hooks):
        return "a debrief"
    return "an answer" if any(answer.contact_id == contact_id for answer in season.answers) else ""


def _checked(season: Season, contact: Contact) -> Contact:
    contact = as_greeted(contact)
    required(contact.name, "The name")
    for other in season.contacts_of.get(contact.program_id, ()):
        if other.id != contact.id and other.name.casefold() == contact.name.casefold():
            program = known_program(season, contact.program_id)
            raise RuleBroken(f"{other.name} is listed at {program.name} already.")
    if contact.email:
        one_address(contact.email)
    return contact
