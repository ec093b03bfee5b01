"""What comes of the rows of a spreadsheet, one after the other: each program once, however many rows speak of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from store.errors import RuleBroken
from store.exchange.headings import folded
from store.exchange.known_programs import KnownPrograms
from store.exchange.row_course import FURTHER, Course
from store.exchange.row_records import Companion, companions, new_program, updated_program
from store.exchange.sheet_rows import RowFacts
from store.moments import Moment
from store.records import Contact, Interview, Letter, Note, Program
from store.season import Season

R = TypeVar("R", Contact, Interview, Note, Letter)


@dataclass(slots=True)
class Outcome:
    """What has come of the rows so far."""

    season: Season
    """The season they would come into."""
    known: KnownPrograms
    """Its programs and those of the rows so far."""
    before: dict[str, Program | None] = field(default_factory=dict)
    """Every program a row spoke of, as the season has it; None where it is new."""
    after: dict[str, Program] = field(default_factory=dict)
    """The same with what the rows say."""
    rows_of: dict[str, int] = field(default_factory=dict)
    """The first row that spoke of each."""
    beside: dict[str, dict[str, Companion]] = field(default_factory=dict)
    """What comes with each program, by its own id."""

    def take(self, facts: RowFacts, *, now: Moment) -> int:
        """Take one row in; the earlier row it was put together with, or 0.

        Raises RuleBroken where it says something else of a program than an earlier row does.
        """
        found = self.known.find(facts.fields)
        earlier = self.after.get(found.id) if found is not None else None
        if earlier is not None:
            facts = self._beside_earlier(earlier, facts)
        standing = earlier or found
        if standing is None:
            changed = self.known.under_own_name(new_program(facts, now=now))
        else:
            changed = updated_program(standing, facts, now=now)
        for one in companions(self._so_far(changed.id), changed, facts, now=now):
            self.beside.setdefault(changed.id, {})[one.id] = one
        if standing is None:
            self.known.add(changed)
        self.before.setdefault(changed.id, found)
        self.after[changed.id] = changed
        first = self.rows_of.setdefault(changed.id, facts.row)
        return first if first != facts.row else 0

    def _beside_earlier(self, earlier: Program, facts: RowFacts) -> RowFacts:
        """The row as a further word on that program; a status further back is no news."""
        if folded(facts.fields["name"]) not in map(folded, (earlier.name, *earlier.other_names)):
            raise RuleBroken(f"its code is that of row {self.rows_of[earlier.id]}, {earlier.name[:60]}")
        for name, value in facts.fields.items():
            said = str(getattr(earlier, name))
            if name not in ("name", "zone") and said and said.casefold() != value.casefold():
                words = name.replace("_", " ").replace("acgme", "ACGME").replace("nrmp", "NRMP")
                raise RuleBroken(
                    f"it repeats the program of row {self.rows_of[earlier.id]} with another {words}: “{value[:60]}”"
                )
        present = facts.course.present
        if present is not None and FURTHER.index(present) < FURTHER.index(earlier.status):
            return replace(facts, course=Course())
        return facts

    def _so_far(self, program_id: str) -> Season:
        """A season with no more than what there is by now beside that program: enough to see what is new."""
        new = tuple(self.beside.get(program_id, {}).values())
        if not new:
            return self.season
        return Season(
            contacts=_joined(self.season.contacts_of.get(program_id, ()), new, Contact),
            interviews=_joined(self.season.interviews_of.get(program_id, ()), new, Interview),
            notes=_joined(self.season.notes_of.get(program_id, ()), new, Note),
            letters=_joined(self.season.letters_of.get(program_id, ()), new, Letter),
        )

    @property
    def added(self) -> tuple[Program, ...]:
        """Programs that are new."""
        return tuple(one for id_, one in self.after.items() if self.before[id_] is None)

    @property
    def updated(self) -> tuple[Program, ...]:
        """Known programs of which the rows say something new."""
        known = ((id_, one) for id_, one in self.after.items() if self.before[id_] is not None)
        return tuple(one for id_, one in known if one != self.before[id_] or self.beside.get(id_))

    @property
    def unchanged(self) -> tuple[Program, ...]:
        """Known programs of which they say nothing new."""
        known = tuple((id_, one) for id_, one in self.before.items() if one is not None)
        return tuple(one for id_, one in known if one == self.after[id_] and not self.beside.get(id_))

    def companions(self) -> Iterable[Companion]:
        """Everything that comes with the programs."""
        return (one for each in self.beside.values() for one in each.values())


def _joined(old: tuple[R, ...], new: tuple[Companion, ...], kind: type[R]) -> tuple[R, ...]:
    found = {one.id: one for one in old}
    found.update((one.id, one) for one in new if isinstance(one, kind))
    return tuple(found.values())
