"""A season: everything about one application year, as one frozen value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from store.frozen_record import record
from store.records import (
    Answer,
    Contact,
    Criterion,
    Decision,
    FitWeight,
    Interview,
    KeyDate,
    Letter,
    News,
    Note,
    Profile,
    Program,
    Question,
    RankList,
    RuleSetting,
    Score,
    Task,
)
from store.words import LetterState

_ID = attrgetter("id")
_TABLES = 12
"""How many tables have their lookups kept: those of the season as it is, and of the one before."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _OfProgram(Protocol):
    @property
    def program_id(self) -> str: ...


R = TypeVar("R", bound=_Identified)
P = TypeVar("P", bound=_OfProgram)


class SameRecords:
    """Records told from any others by being the very same tuple, so that what was looked up in them is found again.

    A change of a program leaves twenty thousand letters where they are.
    """

    __slots__ = ("records",)

    def __init__(self, records: tuple[Any, ...]) -> None:
        self.records = records

    def __hash__(self) -> int:
        return id(self.records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameRecords) and self.records is other.records


def by_id(records: tuple[R, ...]) -> Mapping[str, R]:
    """Those records by id, worked out once for the very same tuple."""
    return _ids_in(SameRecords(records))


def by_program(records: tuple[P, ...]) -> Mapping[str, tuple[P, ...]]:
    """Those records by the program they belong to, worked out once for the very same tuple."""
    return _programs_in(SameRecords(records))


@lru_cache(maxsize=_TABLES)
def _ids_in(table: SameRecords) -> dict[str, Any]:
    return dict(zip(map(_ID, table.records), table.records, strict=True))


@lru_cache(maxsize=_TABLES)
def _programs_in(table: SameRecords) -> dict[str, tuple[Any, ...]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for one in table.records:
        found[one.program_id].append(one)
    return {program_id: tuple(own) for program_id, own in found.items()}


@lru_cache(maxsize=_TABLES)
def _by_state(table: SameRecords) -> dict[LetterState, tuple[Letter, ...]]:
    found: dict[LetterState, list[Letter]] = {state: [] for state in LetterState}
    for letter in table.records:
        if letter.trashed is None:
            found[letter.state].append(letter)
    return {state: tuple(own) for state, own in found.items()}


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
    rule_settings: tuple[RuleSetting, ...] = ()
    """What the applicant has changed about rules of follow-ups."""
    fit_weights: tuple[FitWeight, ...] = ()
    """How much the parts of a fit count, where the applicant changed it."""

    @cached_property
    def programs_by_id(self) -> Mapping[str, Program]:
        """Every program by its id."""
        return by_id(self.programs)

    @cached_property
    def contacts_by_id(self) -> Mapping[str, Contact]:
        """Every contact by its id."""
        return by_id(self.contacts)

    @cached_property
    def interviews_by_id(self) -> Mapping[str, Interview]:
        """Every interview by its id."""
        return by_id(self.interviews)

    @cached_property
    def letters_by_id(self) -> Mapping[str, Letter]:
        """Every letter by its id."""
        return by_id(self.letters)

    @cached_property
    def decisions_by_id(self) -> Mapping[str, Decision]:
        """Every decision by the follow-up's key."""
        return by_id(self.decisions)

    @cached_property
    def contacts_of(self) -> Mapping[str, tuple[Contact, ...]]:
        """Contacts by program id; programs without any are absent."""
        return by_program(self.contacts)

    @cached_property
    def interviews_of(self) -> Mapping[str, tuple[Interview, ...]]:
        """Interviews by program id, cancelled ones included."""
        return by_program(self.interviews)

    @cached_property
    def letters_of(self) -> Mapping[str, tuple[Letter, ...]]:
        """Letters by program id, those in the trash included."""
        return by_program(self.letters)

    @cached_property
    def letters_by_state(self) -> Mapping[LetterState, tuple[Letter, ...]]:
        """Letters by how far they have come, those in the trash left out; every state is there."""
        return _by_state(SameRecords(self.letters))

    @cached_property
    def notes_of(self) -> Mapping[str, tuple[Note, ...]]:
        """Notes by program id."""
        return by_program(self.notes)

    @cached_property
    def followed(self) -> tuple[Program, ...]:
        """Programs that are not in the trash, in the order they were added."""
        return tuple(program for program in self.programs if program.trashed is None)
