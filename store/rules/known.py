"""The records a rule is asked about, or a sentence that says they do not exist."""

from __future__ import annotations

from collections.abc import Iterable

from store.dates import show_moment
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Contact, Interview, Letter, Program
from store.season import Season
from store.sentence_ends import ended

WAY_BACK = "Bring it back before changing it: with `trash` among the commands, or `prematch trash back`."
"""How to go on after what lies in the trash was to be changed."""


def known_program(season: Season, program_id: str) -> Program:
    """The program of that id, in the trash or not; raises RuleBroken when there is none."""
    program = season.programs_by_id.get(program_id)
    if program is None:
        raise RuleBroken(f"No program has the id “{program_id}”.")
    return program


def followed_program(season: Season, program_id: str) -> Program:
    """The program of that id; raises RuleBroken when there is none or it lies in the trash."""
    program = known_program(season, program_id)
    if program.trashed is not None:
        raise RuleBroken(f"{program.name} is in the trash. {WAY_BACK}")
    return program


def known_contact(season: Season, contact_id: str) -> Contact:
    """The contact of that id; raises RuleBroken when there is none."""
    contact = season.contacts_by_id.get(contact_id)
    if contact is None:
        raise RuleBroken(f"No contact has the id “{contact_id}”.")
    return contact


def known_interview(season: Season, interview_id: str) -> Interview:
    """The interview of that id; raises RuleBroken when there is none."""
    interview = season.interviews_by_id.get(interview_id)
    if interview is None:
        raise RuleBroken(f"No interview has the id “{interview_id}”.")
    return interview


def known_letter(season: Season, letter_id: str) -> Letter:
    """The letter of that id, in the trash or not; raises RuleBroken when there is none."""
    letter = season.letters_by_id.get(letter_id)
    if letter is None:
        raise RuleBroken(f"No message has the id “{letter_id}”.")
    return letter


def check_people(season: Season, program_id: str, contact_ids: Iterable[str]) -> None:
    """Raise RuleBroken unless every one of these contacts belongs to that program."""
    for contact_id in contact_ids:
        contact = known_contact(season, contact_id)
        if contact.program_id != program_id:
            here, there = known_program(season, program_id), known_program(season, contact.program_id)
            raise RuleBroken(ended(f"{contact.name} belongs to {there.name}, not to {here.name}"))


def check_not_future(moment: Moment, now: Moment, what: str) -> None:
    """Raise RuleBroken when that moment has not come yet."""
    if moment.at > now.at:
        raise RuleBroken(f"{what} cannot be dated {show_moment(moment)}: that is still to come.")
