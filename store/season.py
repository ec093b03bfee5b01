"""A season: everything about one application year, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol, TypeVar

from store.frozen_record import record
from store.records import (
    Answer,
    Contact,
    Criterion,
    Decision,
    Interview,
    KeyDate,
    Letter,
    News,
    Note,
    Profile,
    Program,
    Question,
    RankList,
    Score,
    Task,
)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _OfProgram(Protocol):
    @property
    def program_id(self) -> str: ...


R = TypeVar("R", bound=_Identified)
P = TypeVar("P", bound=_OfProgram)


def _by_id(records: Iterable[R]) -> Mapping[str, R]:
    return {one.id: one for one in records}


def _by_program(records: Iterable[P]) -> Mapping[str, tuple[P, ...]]:
    found: dict[str, list[P]] = {}
    for one in records:
        found.setdefault(one.program_id, []).append(one)
    return {program_id: tuple(own) for program_id, own in found.items()}


@record(frozen=True, slots=False)
class Season:
    """One application year of one applicant; lookups are computed once per value."""

    profile: Profile = Profile()
    """Who applies."""
    programs: tuple[Program, ...] = ()
    """Every program, those in the trash included."""
    contacts: tuple[Contact, ...] = ()
    """Every person."""
    interviews: tuple[Interview, ...] = ()
    """Every interview, cancelled ones included."""
    letters: tuple[Letter, ...] = ()
    """Every letter, in and out."""
    notes: tuple[Note, ...] = ()
    """Dated notes."""
    tasks: tuple[Task, ...] = ()
    """Follow-ups made by hand."""
    decisions: tuple[Decision, ...] = ()
    """What was decided about follow-ups."""
    news: tuple[News, ...] = ()
    """News of the applicant."""
    questions: tuple[Question, ...] = ()
    """The applicant's own questions; shipped ones live in the reference data."""
    answers: tuple[Answer, ...] = ()
    """Answers heard."""
    criteria: tuple[Criterion, ...] = ()
    """Criteria the applicant added or re-weighted."""
    scores: tuple[Score, ...] = ()
    """Scores given."""
    rank_list: RankList = RankList()
    """The rank order list."""
    key_dates: tuple[KeyDate, ...] = ()
    """Own key dates, and corrections of shipped ones under the same id."""

    @cached_property
    def programs_by_id(self) -> Mapping[str, Program]:
        """Every program by its id."""
        return _by_id(self.programs)

    @cached_property
    def contacts_by_id(self) -> Mapping[str, Contact]:
        """Every contact by its id."""
        return _by_id(self.contacts)

    @cached_property
    def interviews_by_id(self) -> Mapping[str, Interview]:
        """Every interview by its id."""
        return _by_id(self.interviews)

    @cached_property
    def letters_by_id(self) -> Mapping[str, Letter]:
        """Every letter by its id."""
        return _by_id(self.letters)

    @cached_property
    def decisions_by_id(self) -> Mapping[str, Decision]:
        """Every decision by the follow-up's key."""
        return _by_id(self.decisions)

    @cached_property
    def contacts_of(self) -> Mapping[str, tuple[Contact, ...]]:
        """Contacts by program id; programs without any are absent."""
        return _by_program(self.contacts)

    @cached_property
    def interviews_of(self) -> Mapping[str, tuple[Interview, ...]]:
        """Interviews by program id, cancelled ones included."""
        return _by_program(self.interviews)

    @cached_property
    def letters_of(self) -> Mapping[str, tuple[Letter, ...]]:
        """Letters by program id, those in the trash included."""
        return _by_program(self.letters)

    @cached_property
    def notes_of(self) -> Mapping[str, tuple[Note, ...]]:
        """Notes by program id."""
        return _by_program(self.notes)

    @cached_property
    def followed(self) -> tuple[Program, ...]:
        """Programs that are not in the trash, in the order they were added."""
        return tuple(program for program in self.programs if program.trashed is None)
