"""What may change about messages that came in: they are logged, their sender with them, and flagged by the person."""

from __future__ import annotations

from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.records import Contact, Letter
from store.rules.known import followed_program, known_letter
from store.rules.letters import log_received
from store.rules.people import add_contact
from store.rules.replacing import swapped
from store.season import Season
from store.words import LetterState


def take_in(season: Season, letter: Letter, *, sender: Contact | None = None, now: Moment) -> Season:
    """Record a letter that came in, and with it its sender as a new person of that program."""
    if sender is not None:
        season = add_contact(season, sender, now=now)
        letter = replace(letter, contact_ids=(*letter.contact_ids, sender.id))
    return log_received(season, letter, now=now)


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
