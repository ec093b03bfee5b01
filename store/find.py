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
    """The followed program that text names.

    Raises Unclear, listing candidates, when none or several do, and saying so where it lies in the trash.
    """

    def names(program: Program) -> tuple[str, ...]:
        return (program.name, *program.other_names)

    gone = [one for one in season.programs if one.trashed is not None]
    _refuse_thrown(season.followed, gone, text, names, lambda one: one.name)
    return found_by_name(season.followed, text, names, _program_line, "program")


def find_contact(season: Season, program_id: str, text: str) -> Contact:
    """The person at that program whom text names, by name, family name, mail address or role.

    Raises Unclear, listing candidates, when nobody or several people fit.
    """

    def names(contact: Contact) -> tuple[str, ...]:
        titled = f"{contact.title} {contact.family}".strip()
        return (contact.name, titled, contact.family, contact.email, contact.role.value, ROLE_WORDS[contact.role])

    people = season.contacts_of.get(program_id, ())
    return found_by_name(people, text, names, lambda contact: f"{contact.id} {contact.name}, {contact.role}", "contact")


def find_letter(season: Season, text: str) -> Letter:
    """The letter outside the trash that text names, by id or subject.

    Raises Unclear when none or several do, and saying so where it lies in the trash.
    """
    letters = [letter for letter in season.letters if letter.trashed is None]
    gone = [letter for letter in season.letters if letter.trashed is not None]
    programs = season.programs_by_id

    def names(letter: Letter) -> tuple[str, ...]:
        return (letter.subject,)

    def line(letter: Letter) -> str:
        program = programs.get(letter.program_id)
        name = program.name if program else letter.program_id
        return f"{letter.id} {name}, {letter.kind}, {letter.state}: {letter.subject or 'no subject'}"

    _refuse_thrown(letters, gone, text, names, lambda one: f"“{one.subject[:60]}”" if one.subject else "That message")
    return found_by_name(letters, text, names, line, "message")


def _refuse_thrown(
    kept: Sequence[R], gone: Sequence[R], text: str, names: Callable[[R], Collection[str]], called: Callable[[R], str]
) -> None:
    """Raise Unclear with the way back, where text names one record in the trash and none outside it."""
    if gone and text.strip() and not fitting(kept, text, names) and len(fits := fitting(gone, text, names)) == 1:
        raise Unclear(f"{called(fits[0])} is in the trash. `prematch trash back {fits[0].id}` brings it back.")


def found_by_name(
    records: Sequence[R],
    text: str,
    names: Callable[[R], Collection[str]],
    line: Callable[[R], str],
    what: str,
    where: str = "",
) -> R:
    """The one record that text names, by id, exact name or a part of one.

    `line` shows a candidate, `what` and `where` say what is looked for. Raises Unclear when none or several fit.
    """
    if not text.strip():
        raise Unclear(f"Say which {what} is meant.")
    candidates = fitting(records, text, names)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise _several(text, [line(record) for record in candidates], f"{what}s{where}")
    listed = [line(record) for record in records] if len(records) <= MOST_LISTED else []
    raise Unclear(f"No {what}{where} fits “{text.strip()[:60]}”.", tuple(listed))


def fitting(records: Sequence[R], text: str, names: Callable[[R], Collection[str]]) -> list[R]:
    """Those whose id it is; else those of that exact name; else those with it in a name."""
    wanted = folded(text.strip())
    steps: tuple[Callable[[R], bool], ...] = (
        lambda record: record.id == wanted,
        lambda record: any(folded(name) == wanted for name in names(record)),
        lambda record: any(wanted in folded(name) for name in names(record)),
    )
    found = ([record for record in records if fits(record)] for fits in steps)
    return next(filter(None, found), [])


def _program_line(program: Program) -> str:
    return f"{program.id} {program.name}" + (f" ({program.where})" if program.where else "")


def _several(text: str, lines: list[str], what: str) -> Unclear:
    more = f" The first {MOST_LISTED} of them are listed." if len(lines) > MOST_LISTED else ""
    sentence = f"“{text.strip()[:60]}” fits {len(lines)} {what}.{more} Say which one."
    return Unclear(sentence, tuple(lines[:MOST_LISTED]))
