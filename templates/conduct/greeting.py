"""C03: whether the people greeted are the people it goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.frozen_record import record
from store.records import Contact
from store.words import Role
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Level
from templates.conduct.frame import OPENERS
from templates.conduct.name_forms import FILE
from templates.conduct.phrases import word_list
from templates.conduct.words import plain_words

_OPENING = re.compile(rf"\s*{OPENERS}[ \t,]*(?:again[ \t,]+|there[ \t,]+)?", re.I)
_TITLE = re.compile(r"(Drs?|Doctors?|Prof|Professors?|Mr|Mrs|Ms|Miss|Mx)\b\.?[ \t]+", re.I)
_NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŁ-Ž][\w’'-]*\.?|(?:van|von|de|der|den|di|da|del|la|el|bin|al|le|dos|du)(?=\s))(?:[ \t]+|(?=[^\w]|$))"
)
_JOIN = re.compile(r"[ \t]*(?:,[ \t]*(?:and|&)?|and|&|/)[ \t]*", re.I)
_FORMS = {"doctor": "Dr", "doctors": "Dr", "drs": "Dr", "professors": "Prof", "professor": "Prof"}


@record(frozen=True, slots=True)
class Greeted:
    """One person as the greeting names them."""

    title: str
    """Form of address without its full stop; empty when there is none."""
    names: tuple[str, ...]
    """Comparable words of the name."""
    start: int
    """Offset of the first character, the title included."""
    end: int
    """Offset after the last character."""


def greeted(text: str) -> tuple[Greeted, ...]:
    """The people the opening words of a text name; a greeting to an office or a team names nobody."""
    opening = _OPENING.match(text)
    if not opening:
        return ()
    at = opening.end()
    people: list[Greeted] = []
    shared = ""
    while True:
        person, at = _one_person(text, at, shared)
        if person is None:
            return tuple(people)
        if person.names and not word_list(FILE, "credentials").issuperset(person.names):
            people.append(person)
        joined = _JOIN.match(text, at)
        if not joined:
            return tuple(people)
        title = _TITLE.match(text, people[-1].start) if people else None
        shared = "Dr" if title and title.group(1).lower() in {"drs", "doctors"} else ""
        at = joined.end()


def _one_person(text: str, at: int, shared: str) -> tuple[Greeted | None, int]:
    start = at
    title = _TITLE.match(text, at)
    if title:
        at = title.end()
    names: list[str] = []
    end = at
    while name := _NAME.match(text, at):
        names.append(name.group().strip())
        end = at + len(name.group().rstrip())
        at = name.end()
    plain = tuple(word for name in names for word in plain_words(name))
    if not plain or not word_list(FILE, "no_person").isdisjoint(plain):
        return None, at
    written = title.group(1) if title else shared
    if text[end - 1] == "." and len(plain[-1]) > 1:
        end -= 1
    return Greeted(_FORMS.get(written.lower(), written.capitalize()), plain, start, end), end


def _title_of(contact: Contact) -> str:
    written = contact.title.strip().rstrip(".")
    return _FORMS.get(written.lower(), written.capitalize())


def _family_fits(person: Greeted, contact: Contact) -> bool:
    family = plain_words(contact.family)
    return bool(family) and (person.names[-len(family) :] == family or person.names[-1:] == family[-1:])


def _titles_agree(said: str, recorded: str) -> bool:
    return not said or not recorded or said == recorded or {said, recorded} == {"Dr", "Prof"}


def _fault(person: Greeted, contact: Contact) -> str:
    """What is wrong with greeting that contact so; empty when nothing is."""
    given = plain_words(contact.name)[:1]
    first = person.names[0] if len(person.names) > len(plain_words(contact.family)) else ""
    if (
        first
        and given
        and not (first == given[0] or (len(first) == 1 and given[0].startswith(first)) or len(given[0]) == 1)
    ):
        return f"The greeting gives another first name than {contact.name}, whom this goes to."
    if not _titles_agree(person.title, _title_of(contact)):
        return f"{contact.name} is on record as {contact.title}, and the greeting says {person.title}."
    return ""


def _by_first_name(person: Greeted, contact: Contact) -> bool:
    given = plain_words(contact.name)[:1]
    return bool(given) and person.names == given and given != plain_words(contact.family)


def greeting_and_recipient(draft: Draft) -> Iterator[Finding]:
    """Names in the greeting that do not fit the recipients, or have none to fit."""
    if draft.program is None:
        return
    own_words = set(plain_words(draft.program.name)) | word_list(FILE, "types")
    for person in greeted(draft.body.own_text):
        if set(person.names) <= own_words or not any(len(name) > 1 for name in person.names):
            continue
        message, fix = _disagreement(person, draft.recipients)
        if message:
            yield at_words(draft.body, person.start, person.end, "C03", Level.STOP, message, fix=fix)


def _disagreement(person: Greeted, recipients: tuple[Contact, ...]) -> tuple[str, str]:
    if not recipients:
        return "The greeting names somebody, but no recipient is chosen; choose one or greet the office.", ""
    fitting = [contact for contact in recipients if _family_fits(person, contact)]
    if fitting:
        faults = [_fault(person, contact) for contact in fitting]
        return ("", "") if not all(faults) else (faults[0], fitting[0].called)
    friends = [contact for contact in recipients if _by_first_name(person, contact)]
    if friends:
        peer = friends[0].role in {Role.RESIDENT, Role.CHIEF} and not person.title
        right = friends[0].called
        return ("", "") if peer else (f"The greeting uses a first name; {right} is the form for a letter.", right)
    names = " and ".join(contact.name for contact in recipients)
    fix = recipients[0].called if len(recipients) == 1 else ""
    return f"The greeting names somebody other than {names}, whom this goes to.", fix
