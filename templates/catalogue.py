"""Which kinds of letter suit a program now, and to whom each of them goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.course import booked_interviews
from store.moments import Moment
from store.records import Contact, Letter, Program
from store.season import Season
from store.words import CLOSED, OUTGOING_KINDS, Direction, Kind, LetterState, Role, Status
from templates.kinds import KINDS, KindOfLetter, Variant

__all__ = [
    "KINDS",
    "KindOfLetter",
    "Variant",
    "default_recipients",
    "kept_letters",
    "kinds_for",
    "recipients_for",
]

FITTING: Mapping[Status, tuple[Kind, ...]] = {
    Status.PLANNED: (Kind.QUESTION, Kind.ADVOCATE),
    Status.APPLIED: (Kind.UPDATE, Kind.QUESTION, Kind.ADVOCATE, Kind.CANCEL),
    Status.INVITED: (Kind.ACCEPT, Kind.DECLINE, Kind.WAITLIST, Kind.RESCHEDULE, Kind.QUESTION),
    Status.BOOKED: (Kind.LOGISTICS, Kind.ACCEPT, Kind.RESCHEDULE, Kind.CANCEL, Kind.QUESTION),
    Status.INTERVIEWED: (
        Kind.THANK_YOU,
        Kind.QUESTION,
        Kind.UPDATE,
        Kind.SECOND_LOOK,
        Kind.HIGH_RANK,
        Kind.FIRST_RANK,
    ),
    Status.WAITLISTED: (Kind.WAITLIST, Kind.UPDATE, Kind.QUESTION, Kind.CANCEL),
    Status.REJECTED: (Kind.AFTER_MATCH,),
    Status.WITHDRAWN: (Kind.CANCEL, Kind.AFTER_MATCH),
    Status.MATCHED: (Kind.AFTER_MATCH,),
}
"""Kinds that suit a status, the likeliest first."""


def kinds_for(season: Season, program: Program, *, now: Moment) -> tuple[Kind, ...]:
    """Every kind for that program, the fitting ones first.

    Letters of theirs that wait for the matching answer come before all else; interest stands among
    the fitting ones only while a reason for it is recorded. A change of eligibility that the program has
    not been told of stands behind what suits its status, and before it where nothing else is under way.
    """
    first = [*_answers_due(season, program), *_after_an_interview(season, program, now)]
    if program.status is Status.APPLIED and program.reasons:
        first.append(Kind.INTEREST)
    news = [Kind.ELIGIBILITY] if _must_be_told(season, program) else []
    if program.status is Status.APPLIED:
        first += news
    return tuple(dict.fromkeys((*first, *FITTING[program.status], *news, *OUTGOING_KINDS)))


def recipients_for(season: Season, program: Program, kind: Kind) -> tuple[Contact, ...]:
    """The people of that program whom this kind suits, the best choice first.

    For a thank-you, people met and not yet thanked come before the others. `default_recipients` of
    these are whom a new letter goes to.
    """
    roles = KINDS[kind].to
    people = [contact for contact in season.contacts_of.get(program.id, ()) if contact.role in roles]
    thanked, met = _thanked(season, program), _met(season, program)
    if kind is Kind.AFTER_MATCH and program.status is not Status.MATCHED:
        roles = (Role.COORDINATOR, *(role for role in roles if role is not Role.COORDINATOR))

    def place(contact: Contact) -> tuple[bool, bool, int]:
        thanks = kind is Kind.THANK_YOU
        return thanks and contact.id in thanked, thanks and contact.id not in met, roles.index(contact.role)

    return tuple(sorted(people, key=place))


def default_recipients(kind: Kind, people: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Of those people, best first, the ones a new letter of this kind goes to unless told otherwise."""
    if not KINDS[kind].together:
        return people[:1]
    return tuple({contact.role: contact for contact in reversed(people)}.values())[::-1]


def kept_letters(season: Season, program_id: str) -> tuple[Letter, ...]:
    """Letters of that program outside the trash."""
    return tuple(letter for letter in season.letters_of.get(program_id, ()) if letter.trashed is None)


def _answers_due(season: Season, program: Program) -> list[Kind]:
    letters = kept_letters(season, program.id)
    answered = {letter.answers for letter in letters if letter.state is LetterState.SENT}
    waiting = [one for one in letters if one.direction is Direction.IN and one.id not in answered]
    kinds = [Kind.IMPROPER_QUESTION for one in waiting if one.improper]
    return kinds + [Kind.HINT for one in waiting if one.hint]


def _after_an_interview(season: Season, program: Program, now: Moment) -> list[Kind]:
    """A thank-you, when an interview is over while the status still says it is booked."""
    over = any(interview.ends <= now for interview in booked_interviews(season, program.id))
    return [Kind.THANK_YOU] if over and program.status is Status.BOOKED else []


def _must_be_told(season: Season, program: Program) -> bool:
    """True while a change of eligibility has not been sent to a program that has the application, or the match."""
    changes = [news.day for news in season.news if news.eligibility]
    if not changes or program.status in (Status.PLANNED, *CLOSED):
        return False
    told = (one.at.day for one in kept_letters(season, program.id) if one.kind is Kind.ELIGIBILITY and one.at)
    return max(told, default=date.min) < max(changes)


def _thanked(season: Season, program: Program) -> frozenset[str]:
    notes = (letter for letter in kept_letters(season, program.id) if letter.kind is Kind.THANK_YOU)
    return frozenset(contact_id for letter in notes for contact_id in letter.contact_ids)


def _met(season: Season, program: Program) -> frozenset[str]:
    return frozenset(one for interview in booked_interviews(season, program.id) for one in interview.contact_ids)
