"""The tables of two copies: which records stand, in which form and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from store.merging.ground import Ground
from store.merging.record_merge import Outcome, Versions, merged_record
from store.merging.sides import Choose, Conflict, Side
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in, with_records

Told = Callable[[int], object]
"""Is told after each record how many there are by now."""


class Copies(NamedTuple):
    """Two copies and what they have in common."""

    ground: Ground
    """What both had when they parted."""
    mine: Season
    """This season."""
    theirs: Season
    """The other copy."""


def records_compared(mine: Season, theirs: Season) -> int:
    """How many records there are in one or both of two seasons."""
    tables = ((records_in(mine, table), records_in(theirs, table)) for table in RECORDS)
    return sum(len({id_of(one) for one in (*own, *other)}) for own, other in tables)


def merged_tables(
    copies: Copies, choose: Choose, told: Told = lambda count: None
) -> tuple[Season, tuple[Conflict, ...]]:
    """The season of both, as the choices have it, and every conflict there was."""
    count = 0
    worked_on = _programs_worked_on(copies)
    tables: dict[str, tuple[Any, ...]] = {}
    conflicts: list[Conflict] = []
    for table in RECORDS:
        outcomes: dict[str, Outcome] = {}
        for key, outcome in _outcomes(table, copies, choose, worked_on):
            outcomes[key] = outcome
            count += 1
            told(count)
        conflicts += [conflict for outcome in outcomes.values() for conflict in outcome.conflicts]
        standing = {key: outcome.record for key, outcome in outcomes.items() if outcome.record is not None}
        tables[table] = tuple(standing[key] for key in _in_order(table, copies, standing))
    return with_records(copies.mine, tables), tuple(conflicts)


def _outcomes(table: str, copies: Copies, choose: Choose, worked_on: set[str]) -> Iterator[tuple[str, Outcome]]:
    mine, theirs = (_by_id(records_in(season, table)) for season in (copies.mine, copies.theirs))
    for key in dict.fromkeys((*mine, *theirs)):
        versions = Versions(copies.ground.before(table, key), mine.get(key), theirs.get(key))
        if None in versions[1:]:
            yield key, _on_one_side(table, key, versions, choose)
        else:
            yield key, merged_record(table, key, versions, choose, needed=key in worked_on)


def _on_one_side(table: str, key: str, versions: Versions, choose: Choose) -> Outcome:
    side = Side.THEIRS if versions.mine is None else Side.MINE
    present = versions.theirs if versions.mine is None else versions.mine
    if not versions.known:
        return Outcome(present)
    if present == versions.base:
        return Outcome(None)
    mine, theirs = ((present,), None) if side is Side.MINE else (None, (present,))
    conflict = Conflict(table, key, (), mine, theirs, side)
    return Outcome(present if choose(conflict) is side else None, (conflict,))


def _programs_worked_on(copies: Copies) -> set[str]:
    """Programs, in the trash of one copy, whose interviews, messages and the like the other copy has changed."""
    thrown = {side: _thrown(season, copies.ground) for side, season in zip(Side, copies[1:], strict=True)}
    found: set[str] = set()
    for side, season in zip(Side, copies[1:], strict=True):
        wanted = thrown[side.other] - thrown[side]
        for table in RECORDS if wanted else ():
            found |= {
                one.program_id
                for one in records_in(season, table)
                if getattr(one, "program_id", "") in wanted and copies.ground.before(table, one.id) != one
            }
    return found


def _thrown(season: Season, ground: Ground) -> set[str]:
    before = ground.records.get("programs", {})
    return {one.id for one in season.programs if one.trashed and one.id in before and before[one.id].trashed is None}


def _in_order(table: str, copies: Copies, standing: Mapping[str, Any]) -> list[str]:
    """The ids of what stands: in the order here, or of the copy that alone changed the order, the others let in."""
    mine, theirs = ([id_of(one) for one in records_in(season, table)] for season in copies[1:])
    base = list(copies.ground.records.get(table, {}))
    shared = set(base) & set(mine) & set(theirs)
    old, here, there = ([key for key in ids if key in shared] for ids in (base, mine, theirs))
    spine, other = (theirs, mine) if here == old and there != old else (mine, theirs)
    return [key for key in _let_in(spine, other) if key in standing]


def _let_in(spine: Sequence[str], other: Iterable[str]) -> list[str]:
    """What only `other` has comes after what it follows there."""
    known = set(spine)
    after: dict[str, list[str]] = {}
    last = ""
    for key in other:
        if key in known:
            last = key
        else:
            after.setdefault(last, []).append(key)
    first = after.pop("", [])
    followed = [each for key in spine for each in (key, *after.get(key, ()))]
    return [*first, *followed] if last else [*followed, *first]


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {id_of(one): one for one in records}
