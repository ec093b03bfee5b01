"""A whole season turned into tables of plain values and back, with nothing in the file lost on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count
from operator import attrgetter, is_
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from store.errors import Damaged, FileTrouble
from store.file_reading import FORMAT, no_collecting
from store.lined_tables import LinedTable
from store.plain_values import Entry, KeptTable, Table, Tables, Values, entries_of, values_of
from store.record_values import READ_ERRORS, read_records, record_to_values, values_to_record, with_unknown
from store.season import Season
from store.season_tables import RECORDS, SINGLE, id_of, records_in, with_records

__all__ = [
    "Written",
    "opened_season",
    "read_season",
    "record_to_values",
    "season_to_tables",
    "values_to_record",
    "written_season",
]

_ID, _PROGRAM = attrgetter("id"), attrgetter("program_id")


class Beyond(NamedTuple):
    """What a file holds that no season has a place for; it goes back into the file at every save."""

    tables: Mapping[str, Table] = MappingProxyType({})
    """Tables with unknown names."""
    records: Mapping[str, tuple[Values, ...]] = MappingProxyType({})
    """Records set aside because their program is gone, by table."""
    fields: Mapping[tuple[str, str], Values] = MappingProxyType({})
    """The values of records with unknown fields, by table and id."""


class WrittenTable(NamedTuple):
    """Records beside the table that holds what stands for them in the file."""

    records: tuple[Any, ...]
    """The records, in order."""
    table: Table
    """The table made of them."""
    own: tuple[Entry, ...] | None = None
    """What stands for each record; None when that is the whole table."""

    @property
    def entries(self) -> Collection[Entry]:
        """What stands for each record, in order."""
        return entries_of(self.table).values() if self.own is None else self.own


class Written(NamedTuple):
    """A season beside the tables it was read from or written as."""

    season: Season
    """The season."""
    parts: Mapping[str, WrittenTable]
    """Its tables, record by record."""
    beyond: Beyond
    """What the file holds beside it."""
    notices: tuple[str, ...] = ()
    """Sentences about what was set aside on reading."""

    @property
    def tables(self) -> Tables:
        """Everything the file holds, ready to be saved; not to be changed in place."""
        return {name: part.table for name, part in self.parts.items()} | dict(self.beyond.tables)


def season_to_tables(season: Season) -> dict[str, dict[str, Values]]:
    """That season as tables of plain values."""
    return {
        name: {str(number): record_to_values(one) for number, one in enumerate(records_in(season, name), start=1)}
        for name in RECORDS
    }


def read_season(tables: Tables) -> Written:
    """The season in these tables, and what else they hold.

    Raises FileTrouble naming table and record when something does not fit.
    """
    with no_collecting():
        fields: dict[tuple[str, str], Values] = {}
        known: dict[str, str] = {}
        parts = {name: _read_table(name, tables.get(name, {}), fields, known) for name in RECORDS}
        aside: dict[str, tuple[Values, ...]] = {}
        programs = {record.id for record in parts["programs"].records}
        for name, part in parts.items():
            parts[name], gone = _set_aside(part, programs)
            if gone:
                aside[name] = gone
        season = with_records(Season(), {name: part.records for name, part in parts.items()})
        season, lost = _rankable(season, programs)
    beyond = Beyond({name: table for name, table in tables.items() if name not in RECORDS}, aside, fields)
    return Written(season, parts, beyond, (*_words_for(aside), *lost))


def opened_season(tables: Tables, meta: Values, path: Path) -> Written:
    """The season in these tables of the file at that path, which says `meta` of itself, in the present format.

    Raises Damaged when they make none.
    """
    found = int(meta.get("format", FORMAT))
    try:
        if found != FORMAT:
            from store.upgrades import upgraded  # which hardly a start needs

            tables = upgraded(tables, found)
        return read_season(tables)
    except FileTrouble as trouble:
        what = str(trouble).rstrip(".")
        raise Damaged(f"“{path}” cannot be opened: {what}. It was left as it is.") from trouble


def written_season(season: Season, previous: Written | None = None) -> Written:
    """That season beside its tables, everything unchanged since `previous` taken over as it is."""
    beyond = previous.beyond if previous else Beyond()
    parts = {
        name: _written_table(name, records_in(season, name), previous.parts.get(name) if previous else None, beyond)
        for name in RECORDS
    }
    return Written(season, parts, beyond)


def _written_table(name: str, records: tuple[Any, ...], before: WrittenTable | None, beyond: Beyond) -> WrittenTable:
    if before and len(before.records) == len(records) and all(map(is_, before.records, records)):
        return before
    known = {id(record): entry for record, entry in zip(before.records, before.entries, strict=True)} if before else {}
    own = tuple(known.get(id(record)) or _values_of(name, record, beyond) for record in records)
    aside = _still_aside(records, beyond.records.get(name, ()))
    entries = {str(number): each for number, each in enumerate((*own, *aside), start=1)}
    return WrittenTable(records, KeptTable(entries), own)


def _still_aside(records: tuple[Any, ...], held: tuple[Values, ...]) -> tuple[Values, ...]:
    """What was set aside and no record says: where one of that id came back otherwise, the words held get another id.

    So two of one id, which no start would take, never stand in a file, and nothing that was kept is lost.
    """
    if not held:
        return ()
    back = {id_of(record): record for record in records}
    taken = {*back, *(values["id"] for values in held)}
    found: list[Values] = []
    for values in held:
        own = values["id"]
        if own not in back:
            found.append(values)
        elif record_to_values(back[own]) != values:
            other = next(name for number in count(2) if (name := f"{own}-{number}") not in taken)
            found.append({**values, "id": other})
    return tuple(found)


def _values_of(name: str, record: Any, beyond: Beyond) -> Values:
    values = record_to_values(record)
    old = beyond.fields.get((name, id_of(record)))
    return with_unknown(RECORDS[name], values, old) if old else values


def _read_table(
    name: str, table: Table, unknown_fields: dict[tuple[str, str], Values], known: dict[str, str]
) -> WrittenTable:
    parts = table.parsed() if isinstance(table, LinedTable) else (tuple(table.values()),)
    try:
        records = tuple(chain.from_iterable(read_records(RECORDS[name], part, known) for part in parts))
    except READ_ERRORS:
        records = tuple(_read_slowly(name, table, unknown_fields))
    if name in SINGLE:
        return _single(name, records, table)
    _refuse_doubles(name, records)
    return WrittenTable(records, table)


def _read_slowly(name: str, table: Table, unknown_fields: dict[tuple[str, str], Values]) -> Iterator[Any]:
    for number, values in table.items():
        named = values.get("id") if type(values) is dict else None
        place = f"{name}, record {named[:40] if isinstance(named, str) else number}"
        unknown: list[str] = []
        record = values_to_record(RECORDS[name], values, place, unknown)
        if unknown:
            unknown_fields[name, id_of(record)] = values
        yield record


def _single(name: str, records: tuple[Any, ...], table: Table) -> WrittenTable:
    if len(records) > 1:
        raise FileTrouble(f"{name}: one record should stand there, not {len(records)}.")
    if not records:
        return WrittenTable((RECORDS[name](),), {"1": {}})
    return WrittenTable(records, table)


def _refuse_doubles(name: str, records: tuple[Any, ...]) -> None:
    known = set(map(_ID, records))
    if len(known) == len(records) and "" not in known:
        return
    ids = [one.id for one in records]
    double = next(each for each in ids if not each or ids.count(each) > 1)
    if not double:
        raise FileTrouble(f"{name}: a record has an empty id; give it one that no other record has.")
    raise FileTrouble(f"{name}: {ids.count(double)} records have the id {double}; give each its own, or remove one.")


def _set_aside(part: WrittenTable, programs: set[str]) -> tuple[WrittenTable, tuple[Values, ...]]:
    if not part.records or not hasattr(part.records[0], "program_id"):
        return part, ()
    known = {*programs, ""}
    if known.issuperset(map(_PROGRAM, part.records)):
        return part, ()
    stays = [record.program_id in known for record in part.records]
    kept = [(record, each) for record, each, stay in zip(part.records, part.entries, stays, strict=True) if stay]
    gone = tuple(values_of(each) for each, stay in zip(part.entries, stays, strict=True) if not stay)
    records, own = tuple(record for record, _ in kept), tuple(each for _, each in kept)
    return WrittenTable(records, part.table, own), gone


def _rankable(season: Season, programs: set[str]) -> tuple[Season, tuple[str, ...]]:
    ranks = season.rank_list
    lost = [each for each in (*ranks.order, *ranks.left_out) if each not in programs]
    if not lost:
        return season, ()
    clear = replace(ranks, order=_known(ranks.order, programs), left_out=_known(ranks.left_out, programs))
    named = ", ".join(lost[:3]) + (f" and {len(lost) - 3:,} more" if len(lost) > 3 else "")
    which, it = ("which is", "it") if len(lost) == 1 else ("which are", "them")
    return replace(season, rank_list=clear), (
        f"The rank list names {named}, {which} not among the programs; the list is shown without {it}.",
    )


def _known(ids: Iterable[str], programs: set[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each in programs)


def _words_for(aside: Mapping[str, tuple[Values, ...]]) -> tuple[str, ...]:
    count = sum(map(len, aside.values()))
    if not count:
        return ()
    first = next(iter(aside.values()))[0]["program_id"]
    subject = "1 record belongs" if count == 1 else f"{count} records belong"
    where = ", ".join(aside)
    return (f"{subject} to a program that is not in the file ({where}: {first}); kept in the file, but not shown.",)
