"""Which program of the season a row of a spreadsheet speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from store.errors import RuleBroken
from store.records import Program

CODES = ("acgme_code", "nrmp_code")
"""Fields that only one program has."""
PLACES = ("city", "state")
"""Fields that tell two programs of one name apart."""


class KnownPrograms:
    """Programs found by their codes, else by name and place; written differently in case they still meet."""

    def __init__(self, programs: Iterable[Program]) -> None:
        self._by_code: dict[tuple[str, str], Program] = {}
        self._by_name: dict[str, list[Program]] = {}
        for program in programs:
            self.add(program)

    def add(self, program: Program) -> None:
        """Make one more program findable."""
        for field in CODES:
            if code := str(getattr(program, field)):
                self._by_code.setdefault((field, code), program)
        for name in {_folded(each) for each in (program.name, *program.other_names)}:
            self._by_name.setdefault(name, []).append(program)

    def find(self, fields: Mapping[str, str]) -> Program | None:
        """The program these fields speak of; raises RuleBroken when several fit equally well."""
        for field in CODES:
            if (code := fields.get(field, "")) and (found := self._by_code.get((field, code))):
                return found
        fitting = [each for each in self._by_name.get(_folded(fields["name"]), ()) if _agrees(each, fields)]
        if len(fitting) > 1:
            raise RuleBroken(f"“{fields['name'][:60]}” fits {len(fitting)} programs of the season; add city and state")
        return fitting[0] if fitting else None

    def under_own_name(self, program: Program) -> Program:
        """That program with its place behind its name when another one is called the same.

        Raises RuleBroken when that tells the two apart no better: letters and commands need two names.
        """
        if _folded(program.name) not in self._by_name:
            return program
        longer = ", ".join(filter(None, (program.name, program.city or program.state)))
        if _folded(longer) in self._by_name:
            raise RuleBroken(f"another program is called “{longer[:60]}” already; two programs need two names")
        return replace(program, name=longer, other_names=(program.name,))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _agrees(program: Program, fields: Mapping[str, str]) -> bool:
    """Nothing that both sides state differs."""
    pairs = ((str(getattr(program, field)), fields.get(field, "")) for field in (*CODES, *PLACES))
    return all(not known or not said or _folded(known) == _folded(said) for known, said in pairs)
