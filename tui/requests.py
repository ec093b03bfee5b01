"""What screens and widgets ask of the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from store.frozen_record import record
from store.moments import Moment
from store.season import Season
from store.words import Kind

if TYPE_CHECKING:
    from store.agenda import FollowUp
    from store.history import Step


class Rule(Protocol):
    """A rule of the season with everything but the season and the moment filled in."""

    def __call__(self, season: Season, *, now: Moment) -> Season: ...


@record(frozen=True, slots=True)
class Change:
    """One change of the season: one step of undo, named in words."""

    label: str
    """What was done, in the past tense: “Booked: Fenwick, Thu 3 Dec”."""
    rule: Rule
    """The rule to apply."""
    merge: str = ""
    """Steps with the same name in a row become one; used while typing."""
    quiet: bool = False
    """True says nothing on success."""
    brought: str = ""
    """The mark of another copy of the season, when this brings it in."""
    aside: tuple[str, ...] = ()
    """What is decided against with it, in words; kept with the step."""

    def step(self, before: Season, changed: Season, now: Moment) -> Step:
        """The step of undo between the two seasons."""
        from store.history import step_between

        return step_between(
            before, changed, self.label, at=now, merge=self.merge, brought=self.brought, aside=self.aside
        )


class HalfTyped(Message):
    """Something else stands half typed in a question now: to be kept in case the app is ended."""

    def __init__(self, question: str, texts: dict[str, str], *, answered: bool = False) -> None:
        self.question = question
        self.texts = texts
        """By the name of each field; empty once it was given up, so that nothing is kept any longer."""
        self.answered = answered
        """True keeps them until what they were answered for is done and saved: more questions may follow first."""
        super().__init__()


class ShowProgram(Message):
    """Open the screen of one program."""

    def __init__(self, program_id: str, among: tuple[str, ...] = ()) -> None:
        self.program_id = program_id
        self.among = among
        """The list the person came from, for previous and next."""
        super().__init__()


class OpenLetter(Message):
    """Open a message in the editor."""

    def __init__(self, letter_id: str, among: tuple[str, ...] = (), said: str = "", *, instead: bool = False) -> None:
        self.letter_id = letter_id
        self.among = among
        """The messages gone through one after the other, for next and previous."""
        self.said = said
        """What is said of the one before."""
        self.instead = instead
        """True when it takes the place of the message in front."""
        super().__init__()


@record(frozen=True, slots=True)
class NewLetter:
    """What is known when a message is begun."""

    program_id: str
    """To which program."""
    kind: Kind
    """What it is for."""
    contact_ids: tuple[str, ...] = ()
    """To whom; empty lets the kind decide."""
    interview_id: str = ""
    """About which interview; empty lets the kind decide."""
    answers: str = ""
    """The letter it answers."""
    variant: str = ""
    """Which form of the template."""
    question: str = ""
    """The words of the one question it asks, when that was chosen."""


class WriteLetter(Message):
    """Begin a message, or go on with the draft that is there already."""

    def __init__(self, begin: NewLetter) -> None:
        self.begin = begin
        super().__init__()


class WriteEach(Message):
    """Begin the message of each of these follow-ups, and go through them one after the other."""

    def __init__(self, owed: tuple[FollowUp, ...]) -> None:
        self.owed = owed
        super().__init__()


@record(frozen=True, slots=True)
class Act:
    """Something decided once that can be done to other rows too."""

    words: str
    """What it does, as `.` names it."""
    change: Callable[[tuple[str, ...]], Change]
    """The change it makes to the programs or follow-ups of these ids."""
