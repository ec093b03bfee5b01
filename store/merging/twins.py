"""Records added in each copy that seem to be about the same thing, and how one takes the place of the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from store.merging.ground import Ground
from store.merging.pointers import pointers_of
from store.merging.same_words import same_words
from store.merging.sides import Twin
from store.records import Contact, Interview, Program, Score
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in, with_records
from store.words import InterviewState

ASKED = ("programs", "contacts", "interviews")
"""Tables in which a person says whether two records are the same; programs first, for the others belong to them."""


class Aligned(NamedTuple):
    """The other copy and the common ground, with one id for whatever is one thing."""

    theirs: Season
    """The other copy, with the ids of this one."""
    ground: Ground
    """What both had when they parted, with the same ids."""
    twins: tuple[Twin, ...] = ()
    """The pairs a person is to be asked about."""


def as_one(mine: Season, theirs: Season, ground: Ground, apart: Collection[str]) -> Aligned:
    """The other copy with the ids of this one wherever both mean the same.

    `apart` are keys of pairs that a person knows to be two; they are told but stay two. A pair of which
    one was common ground became one in an earlier merge, and is not asked about again.
    """
    aligned = Aligned(theirs, ground)
    for table in (*ASKED, "scores"):
        pairs = _pairs(table, mine, aligned.theirs, aligned.ground)
        names = {pair.theirs: pair.mine for pair in pairs if pair.key not in apart}
        new = [one for one in pairs if table in ASKED and not any(map(_known(table, aligned.ground), one.ids))]
        aligned = Aligned(
            renamed(aligned.theirs, names), _ground_renamed(aligned.ground, names), (*aligned.twins, *new)
        )
    return aligned


def renamed(season: Season, names: Mapping[str, str]) -> Season:
    """The season with these ids exchanged for others, wherever they stand."""
    if not names:
        return season
    tables = {table: tuple(_with_names(one, names) for one in records_in(season, table)) for table in RECORDS}
    return with_records(season, tables)


def _ground_renamed(ground: Ground, names: Mapping[str, str]) -> Ground:
    if not names or not ground.known:
        return ground
    tables = {
        table: {_other_name(key, names): _with_names(one, names) for key, one in records.items()}
        for table, records in ground.records.items()
    }
    return replace(ground, records=tables)


def _pairs(table: str, mine: Season, theirs: Season, ground: Ground) -> list[Twin]:
    own, others = records_in(mine, table), records_in(theirs, table)
    shared = {id_of(one) for one in own} & {id_of(one) for one in others}
    known = _known(table, ground)
    free = [one for one in own if one.id not in shared]
    pairs: list[Twin] = []
    for other in (one for one in others if one.id not in shared):
        # Two that were there side by side before the copies parted are two.
        match = next((one for one in free if _same(one, other) and not (known(one.id) and known(other.id))), None)
        if match is not None:
            free.remove(match)
            pairs.append(Twin(table, match.id, other.id))
    return pairs


def _known(table: str, ground: Ground) -> Callable[[str], bool]:
    return ground.records.get(table, {}).__contains__


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, Program):
        fits = all(not a or not b or a == b for a, b in ((one.state, other.state), (one.nrmp_code, other.nrmp_code)))
        return fits and not set(_marks(one)).isdisjoint(_marks(other))
    return not set(_marks(one)).isdisjoint(_marks(other))


def _marks(one: Any) -> Iterator[Hashable]:
    """What tells that record from others of its table; two that share one of these are taken for the same."""
    if isinstance(one, Program):
        yield from _said(name=same_words(one.name), nrmp=one.nrmp_code, acgme=one.acgme_code)
    if isinstance(one, Contact):
        yield from ((one.program_id, mark) for mark in _said(name=same_words(one.name), mail=one.email.casefold()))
    if isinstance(one, Interview) and one.state is InterviewState.BOOKED:
        yield (one.program_id, one.starts.at)
    if isinstance(one, Score):
        yield (one.program_id, one.criterion_id)


def _said(**marks: str) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in marks.items() if value)


def _with_names(value: Any, names: Mapping[str, str]) -> Any:
    own, inside = pointers_of(value.__class__)
    changes = {name: _other_name(getattr(value, name), names) for name in (*_own_id(value), *own)}
    changes |= {name: _deeper(getattr(value, name), names) for name in inside}
    changes = {name: new for name, new in changes.items() if new != getattr(value, name)}
    return replace(value, **changes) if changes else value


def _own_id(value: Any) -> tuple[str, ...]:
    return ("id",) if hasattr(value, "id") else ()


def _other_name(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_other_name(each, names) for each in value))
    # The key of a decision is made of several ids.
    return ":".join(names.get(part, part) for part in value.split(":"))


def _deeper(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_with_names(each, names) for each in value)
    return None if value is None else _with_names(value, names)
