"""What may change about messages that came in: they are logged, their sender with them, and flagged by the person."""

from __future__ import annotations

from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.records import Contact, Letter
from store.rules.known import followed_program, known_letter
from store.rules.letters import log_received
from store.rules.people import add_contact
from store.rules.programs import set_status
from store.rules.replacing import swapped
from store.season import Season
from store.words import Kind, LetterState, Status

BRINGS = {
    Kind.INVITATION: (Status.INVITED, frozenset({Status.PLANNED, Status.APPLIED, Status.WAITLISTED})),
    Kind.WAITLIST_NOTICE: (Status.WAITLISTED, frozenset({Status.PLANNED, Status.APPLIED, Status.INVITED})),
    Kind.REJECTION: (Status.REJECTED, frozenset(Status) - {Status.REJECTED, Status.WITHDRAWN, Status.MATCHED}),
}
"""The status that a kind of message brings, and where a program may stand for it to be news."""


def take_in(
    season: Season, letter: Letter, *, sender: Contact | None = None, status: Status | None = None, now: Moment
) -> Season:
    """Record a letter that came in, its sender as a new person of that program, and the status it brings."""
    if sender is not None:
        season = add_contact(season, sender, now=now)
        letter = replace(letter, contact_ids=(*letter.contact_ids, sender.id))
    season = log_received(season, letter, now=now)
    return season if status is None else _stands(season, letter, status, now)


def status_brought(season: Season, letter: Letter, *, now: Moment) -> Status | None:
    """The status that a letter that came in brings its program; None when it brings none, or none that fits its day."""
    status, before = BRINGS.get(letter.kind, (None, frozenset[Status]()))
    if status is None or followed_program(season, letter.program_id).status not in before:
        return None
    try:
        _stands(season, letter, status, now)
    except RuleBroken:
        return None
    return status


def _stands(season: Season, letter: Letter, status: Status, now: Moment) -> Season:
    """The program at that status since the letter came; of an invitation the minute counts."""
    at, exact = letter.at or now, status is Status.INVITED
    return set_status(season, (letter.program_id,), status, at=at, exact=exact, now=now)


def flag_received(season: Season, letter_id: str, *, improper: bool, hint: bool, now: Moment) -> Season:
    """Say of a letter that came in that it asked what it may not, or hinted at a commitment, or neither.

    Its words stay as they are. Raises RuleBroken for a letter that did not come in.
    """
    letter = known_letter(season, letter_id)
    followed_program(season, letter.program_id)
    if letter.state is not LetterState.RECEIVED:
        raise RuleBroken("Only a message that came in can be flagged; that one is your own.")
    changed = replace(letter, improper=improper, hint=hint)
    letters = swapped(season.letters, [changed])
    return season if letters is season.letters else replace(season, letters=letters)
