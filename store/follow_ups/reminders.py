"""F10: a question was sent and nobody has answered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from store.course import exchanged, in_play, on_their_clock
from store.dates import show_for
from store.follow_ups.follow_up import FollowUp, days_of
from store.follow_ups.letters_between import answered, once_for_letters, same_people
from store.late_values import later
from store.moments import Moment
from store.records import Letter, Profile, Program
from store.season import SameRecords, Season
from store.words import Direction, Kind, LetterState

DAYS_TO_ANSWER = 7
"""After a question, before a reminder of it is due."""
DAYS_LATE, DAYS_GONE = 3, 14
"""After the reminder was due."""


def questions_to_repeat(season: Season, now: Moment) -> Iterator[FollowUp]:
    """A question without an answer for 7 days: one reminder, then silence; nothing is shown 14 days later.

    A second question to the same people while the first is open is that reminder.
    """
    days = days_of(season, "F10", DAYS_TO_ANSWER)
    oldest = now.after(days=-days - DAYS_GONE).at
    is_settled = once_for_letters("settled", season, _settled)
    for letter in _questions_in(SameRecords(season.letters_by_state[LetterState.SENT])):
        if letter.at is None or letter.at.at < oldest:
            continue
        program = season.programs_by_id.get(letter.program_id)
        if program is None or not in_play(program) or is_settled(letter):
            continue
        yield FollowUp(
            key=f"F10:{letter.id}",
            rule="F10",
            what=f"remind of your question “{letter.subject}”" if letter.subject else "remind of your question",
            short="one reminder",
            why=later(_why, season.profile, program, letter.at, now),
            due=letter.at.after(days=days),
            latest=letter.at.after(days=days + DAYS_LATE),
            kind=Kind.QUESTION,
            program_id=program.id,
            contact_id=letter.contact_ids[0] if letter.contact_ids else "",
            letter_id=letter.id,
        )


@lru_cache(maxsize=2)
def _questions_in(letters: SameRecords) -> tuple[Letter, ...]:
    """The questions among these letters."""
    return tuple(one for one in letters.records if one.kind is Kind.QUESTION)


def _why(profile: Profile, program: Program, asked: Moment, now: Moment) -> str:
    return (
        f"You asked {show_for(profile, on_their_clock(asked, program), now)} and nothing has come since. "
        "One friendly reminder is enough; after it the matter rests."
    )


def _settled(season: Season, letter: Letter) -> bool:
    """Answered, reminded of, or itself a reminder."""
    return answered(season, letter, by=Direction.IN) or _neighbour_asked(season, letter)


def _neighbour_asked(season: Season, letter: Letter) -> bool:
    own = season.letters_of.get(letter.program_id, ())
    questions = [one for one in own if one.kind is Kind.QUESTION and one.direction is Direction.OUT and exchanged(one)]
    for other in questions:
        if other.id == letter.id or not same_people(letter, other) or other.at is None or letter.at is None:
            continue
        if (other.at.at, other.id) > (letter.at.at, letter.id) or not _answered_before(season, other, letter.at):
            return True
    return False


def _answered_before(season: Season, question: Letter, moment: Moment) -> bool:
    return any(
        one.direction is Direction.IN
        and exchanged(one)
        and one.at is not None
        and question.at is not None
        and question.at.at <= one.at.at <= moment.at
        and same_people(question, one)
        for one in season.letters_of.get(question.program_id, ())
    )
