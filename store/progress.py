"""How much of what was due this morning has left the list, however it went; what is late and put off is told."""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from store.agenda import Agenda, FollowUp, Urgency, agenda, urgency
from store.frozen_record import record
from store.moments import Moment, start_of_day
from store.records import Interview, Letter, Program
from store.season import Season
from store.words import Direction, LetterState


@record(frozen=True, slots=True)
class Progress:
    """The day so far."""

    due: tuple[FollowUp, ...] = ()
    """What was due when the day began, or falls due on it."""
    left: tuple[FollowUp, ...] = ()
    """Of these, what is still open."""
    settled: tuple[FollowUp, ...] = ()
    """Of these, what went by itself because its letter was sent or its record written, with no decision about it."""
    late_put_off: tuple[FollowUp, ...] = ()
    """What is late and only hidden for now, whenever it was put off; told, so that nobody takes it for done."""

    @property
    def total(self) -> int:
        """How much there was to clear."""
        return len({one.key for one in (*self.due, *self.late_put_off)})

    @property
    def cleared(self) -> int:
        """How much of what was due this morning has left the list since, put off or done."""
        return len(self.due) - len(self.left)


def progress(season: Season, present: Agenda, now: Moment) -> Progress:
    """The day so far; what came up today adds nothing to it, so that new work does not undo old.

    What is late stays part of it while it is put off, and what was put off on an earlier day has not left today.
    """
    earlier = as_it_was(season, start_of_day(now.day, now.zone))
    this_morning = present if earlier is season else agenda(earlier, now=now)
    due = tuple(one for one in this_morning.open if urgency(one, now) in (Urgency.LATE, Urgency.DUE))
    is_open = {one.key for one in present.open}
    decided = {one.decision.id for one in present.cleared} | {one.key for one in present.snoozed}
    left = tuple(one for one in due if one.key in is_open)
    settled = tuple(one for one in due if one.key not in is_open and one.key not in decided)
    late_put_off = tuple(one for one in present.snoozed if urgency(one, now) is Urgency.LATE)
    return Progress(due, left, settled, late_put_off)


def as_it_was(season: Season, moment: Moment) -> Season:
    """The season without what happened since that moment, as far as its records tell when they came about.

    The season itself when nothing happened since.
    """
    earlier = replace(
        season,
        programs=tuple(_program(program, moment) for program in season.programs),
        interviews=tuple(_interview(interview, moment) for interview in season.interviews),
        letters=tuple(_letter(letter, moment) for letter in season.letters if _was_there(letter, moment)),
        decisions=tuple(one for one in season.decisions if one.at.at < moment.at),
        scores=tuple(one for one in season.scores if one.at.at < moment.at),
    )
    tables = ("programs", "interviews", "letters", "decisions", "scores")
    return season if all(_same(getattr(earlier, name), getattr(season, name)) for name in tables) else earlier


def _same(then: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(then) == len(now) and all(map(is_, then, now))


def _program(program: Program, moment: Moment) -> Program:
    earlier = tuple(change for change in program.statuses if change.at.at < moment.at)
    if program.trashed is not None and program.trashed.at >= moment.at:
        program = replace(program, trashed=None)
    return replace(program, statuses=earlier) if earlier and earlier != program.statuses else program


def _interview(interview: Interview, moment: Moment) -> Interview:
    earlier = tuple(move for move in interview.moves if move.at.at < moment.at)
    if earlier != interview.moves:
        interview = replace(interview, starts=interview.moves[len(earlier)].was, moves=earlier)
    if interview.debrief is not None and interview.debrief.at.at >= moment.at:
        interview = replace(interview, debrief=None)
    return interview


def _was_there(letter: Letter, moment: Moment) -> bool:
    return letter.direction is Direction.OUT or letter.at is None or letter.at.at < moment.at


def _letter(letter: Letter, moment: Moment) -> Letter:
    if letter.trashed is not None and letter.trashed.at >= moment.at:
        letter = replace(letter, trashed=None)
    if letter.state is LetterState.SENT and letter.at is not None and letter.at.at >= moment.at:
        return replace(letter, state=LetterState.DRAFT, at=None)
    return letter
