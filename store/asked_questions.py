"""Open questions that a message has put to a program already, and the message that came back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from store.course import exchanged
from store.follow_ups.letters_between import answer_to
from store.frozen_record import record
from store.question_bank import open_questions
from store.records import Letter
from store.season import Season
from store.words import Direction

_NO_LETTER = re.compile(r"[\W_]+")


@record(frozen=True, slots=True)
class AskedIn:
    """Where an open question was asked."""

    letter: Letter
    """The newest message that holds its words."""
    reply: Letter | None
    """What came back; None while nothing has."""


def asked_there(season: Season, program_id: str) -> Mapping[str, AskedIn]:
    """By question id each open question whose words went out to that program, punctuation and line breaks aside.

    A reply does not answer it by itself: what it says is for the applicant to read and write down.
    """
    went = [one for one in season.letters_of.get(program_id, ()) if one.direction is Direction.OUT and exchanged(one)]
    if not went:
        return {}
    bodies = [(one, _bare(one.body)) for one in sorted(went, key=_sent_at)]
    found: dict[str, AskedIn] = {}
    for question in open_questions(season, program_id):
        words = _bare(question.text)
        for letter, body in bodies:
            if words.strip() and words in body:
                found[question.id] = AskedIn(letter, answer_to(season, letter, by=Direction.IN))
    return found


def _sent_at(letter: Letter) -> tuple[datetime, str]:
    assert letter.at is not None  # it was exchanged
    return letter.at.at, letter.id


def _bare(text: str) -> str:
    return f" {_NO_LETTER.sub(' ', text.casefold()).strip()} "
