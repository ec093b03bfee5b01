"""What the applicant waits for: letters that ask for something, and applications, without a word in return."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import booked_interviews, exchanged, in_play, quiet_since
from store.follow_ups.letters_between import answered
from store.frozen_record import record
from store.moments import Moment
from store.records import Letter, Program
from store.season import Season
from store.words import Direction, Kind, Status

ASKS = frozenset({Kind.QUESTION, Kind.LOGISTICS, Kind.RESCHEDULE, Kind.WAITLIST, Kind.SECOND_LOOK})
"""Kinds that ask a program for something."""


@record(frozen=True, slots=True)
class Waiting:
    """One thing that is the program's turn."""

    program_id: str
    """Whose turn it is."""
    what: str
    """What was asked of them."""
    since: Moment
    """Since when nothing has come."""
    letter_id: str = ""
    """The letter that asked; empty for an application."""
    kind: Kind | None = None
    """The kind of that letter."""

    def days(self, now: Moment) -> int:
        """Calendar days at home since then."""
        return max(0, (now.day - self.since.day_in(now.zone)).days)


def waiting_on_them(season: Season, now: Moment) -> tuple[Waiting, ...]:
    """Everything that is a program's turn: letters first, then applications, the longest wait first."""
    asked: list[Waiting] = []
    applied: list[Waiting] = []
    for program in season.followed:
        if in_play(program):
            asked += _asked(season, program, now)
            applied += _applied(season, program)
    return (*_longest_first(asked), *_longest_first(applied))


def _longest_first(found: list[Waiting]) -> list[Waiting]:
    return sorted(found, key=lambda one: (one.since.at, one.program_id, one.letter_id))


def _asked(season: Season, program: Program, now: Moment) -> Iterator[Waiting]:
    """Letters without an answer; one that things have moved past since waits for nothing."""
    for letter in season.letters_of.get(program.id, ()):
        if letter.direction is not Direction.OUT or letter.kind not in ASKS or not exchanged(letter):
            continue
        if letter.at is None or answered(season, letter, by=Direction.IN) or _moved_on(season, program, letter, now):
            continue
        asked = f"“{letter.subject}”" if letter.subject else "your message"
        yield Waiting(program.id, f"no answer to {asked}", letter.at, letter.id, letter.kind)


def _moved_on(season: Season, program: Program, letter: Letter, now: Moment) -> bool:
    if letter.at is None or (program.since is not None and program.since.at > letter.at.at):
        return True
    interviews = booked_interviews(season, program.id)
    if letter.kind is Kind.RESCHEDULE:
        return any(move.at.at > letter.at.at for interview in interviews for move in interview.moves)
    if letter.kind is Kind.LOGISTICS:
        return all(interview.ends.at <= now.at for interview in interviews)
    return False


def _applied(season: Season, program: Program) -> Iterator[Waiting]:
    since = quiet_since(season, program)
    if program.status is Status.APPLIED and since is not None:
        yield Waiting(program.id, "no answer to your application", since)
