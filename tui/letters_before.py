"""What was written to a program before, in full, to read beside a letter that is being written."""

from __future__ import annotations

from store.dates import show_day_short
from store.moments import Moment
from store.records import Letter
from tui.program_sections import state_words
from tui.program_story import Part
from tui.state import SeasonState

IN_FULL = 12
"""Messages shown with their words."""


def letters_before(state: SeasonState, letter: Letter) -> tuple[Letter, ...]:
    """The other messages with that program outside the trash, newest first."""
    others = [
        one
        for one in state.season.letters_of.get(letter.program_id, ())
        if one.id != letter.id and one.trashed is None and (one.at or one.made) is not None
    ]
    return tuple(sorted(others, key=lambda one: _moment(one, state), reverse=True))


def texts_before(state: SeasonState, letter: Letter) -> tuple[Part, ...]:
    """Each of them as a part of its own, with its day, its people, its subject and its words."""
    return tuple(_in_full(state, one) for one in letters_before(state, letter)[:IN_FULL])


def _moment(letter: Letter, state: SeasonState) -> Moment:
    return letter.at or letter.made or state.now


def _in_full(state: SeasonState, letter: Letter) -> Part:
    known = state.season.contacts_by_id
    day = show_day_short(state.home.day_of(_moment(letter, state)))
    people = ", ".join(known[one].called for one in letter.contact_ids if one in known)
    way = "from" if letter.at and letter.state.value == "received" else "to"
    title = f"{state_words(letter)} {day}: {letter.kind.value}{f' {way} {people}' if people else ''}"
    subject = (f"“{letter.subject}”",) if letter.subject else ()
    return Part(title, (*subject, *letter.body.strip().split("\n")))
