"""Records named by a person: by id, by exact name, or by a part of a name that only one of them has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

from store.errors import Unclear
from store.folding import folded
from store.records import Contact, Letter, Program
from store.season import Season
from store.words import ROLE_WORDS

MOST_LISTED = 8
"""Candidates named when none or several fit; of more records than these none is named unasked."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Identified)


def find_program(season: Season, text: str) -> Program:
    """The followed program that text names; raises Unclear, listing candidates, when none or several do."""

    def names(program: Program) -> tuple[str, ...]:
        return (program.name, *program.other_names)

    return _found(season.followed, text, names, _program_line, "program")


def find_contact(season: Season, program_id: str, text: str) -> Contact:
    """The person at that program whom text names, by name, family name, mail address or role.

    Raises Unclear, listing candidates, when nobody or several people fit.
    """

    def names(contact: Contact) -> tuple[str, ...]:
        titled = f"{contact.title} {contact.family}".strip()
        return (contact.name, titled, contact.family, contact.email, contact.role.value, ROLE_WORDS[contact.role])

    people = season.contacts_of.get(program_id, ())
    return _found(people, text, names, lambda contact: f"{contact.id} {contact.name}, {contact.role}", "contact")


def find_letter(season: Season, text: str) -> Letter:
    """The letter outside the trash that text names, by id or subject; raises Unclear when none or several do."""
    letters = [letter for letter in season.letters if letter.trashed is None]
    programs = season.programs_by_id

    def line(letter: Letter) -> str:
        program = programs.get(letter.program_id)
        name = program.name if program else letter.program_id
        return f"{letter.id} {name}, {letter.kind}, {letter.state}: {letter.subject or 'no subject'}"

    return _found(letters, text, lambda letter: (letter.subject,), line, "message")


def _found(
    records: Sequence[R],
    text: str,
    names: Callable[[R], Collection[str]],
    line: Callable[[R], str],
    what: str,
) -> R:
    wanted = folded(text.strip())
    if not wanted:
        raise Unclear(f"Say which {what} is meant.")
    steps: tuple[Callable[[R], bool], ...] = (
        lambda record: record.id == wanted,
        lambda record: any(folded(name) == wanted for name in names(record)),
        lambda record: any(wanted in folded(name) for name in names(record)),
    )
    for fits in steps:
        candidates = [record for record in records if fits(record)]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise _several(text, [line(record) for record in candidates], what)
    listed = [line(record) for record in records] if len(records) <= MOST_LISTED else []
    raise Unclear(f"No {what} fits “{text.strip()[:60]}”.", tuple(listed))


def _program_line(program: Program) -> str:
    return f"{program.id} {program.name}" + (f" ({program.where})" if program.where else "")


def _several(text: str, lines: list[str], what: str) -> Unclear:
    more = f" The first {MOST_LISTED} of them are listed." if len(lines) > MOST_LISTED else ""
    sentence = f"“{text.strip()[:60]}” fits {len(lines)} {what}s.{more} Say which one."
    return Unclear(sentence, tuple(lines[:MOST_LISTED]))
