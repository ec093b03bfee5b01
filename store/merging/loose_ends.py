"""What two merged copies leave dangling: records still needed, and words that a choice passed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from store.merging.pointers import pointed_at
from store.merging.sides import Choose, Conflict
from store.moments import Moment
from store.records import Letter, RankList, RankSnapshot, Revision
from store.rules.replacing import swapped
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in, with_records


def still_needed(merged: Season, mine: Season, theirs: Season) -> Season:
    """The merged season with every record back that one copy removed and the other one newly refers to."""
    while missing := _dangling(merged) - _dangling(mine) - _dangling(theirs):
        wanted = {(table, key) for _, table, key in missing}
        tables: dict[str, tuple[Any, ...]] = {}
        for table in {table for table, _ in wanted}:
            found = {id_of(one): one for season in (theirs, mine) for one in records_in(season, table)}
            back = tuple(one for key, one in found.items() if (table, key) in wanted)
            tables[table] = (*records_in(merged, table), *back)
        if all(len(records) == len(records_in(merged, table)) for table, records in tables.items()):
            return merged
        merged = with_records(merged, tables)
    return merged


def _dangling(season: Season) -> set[tuple[str, str, str]]:
    present = {table: {id_of(one) for one in records_in(season, table)} for table in RECORDS}
    return {
        (f"{table}/{id_of(one)}", other, key)
        for table in RECORDS
        for one in records_in(season, table)
        for other, key in pointed_at(one)
        if key not in present[other]
    }


def keep_passed_over(
    season: Season, conflicts: Iterable[Conflict], choose: Choose, *, name: str, now: Moment
) -> Season:
    """The merged season with the texts and the rank list that a choice passed over, kept where people look for them."""
    kept: dict[str, Letter] = {}
    for conflict in conflicts:
        passed = conflict.values(choose(conflict).other)
        if passed is None or not conflict.fields:
            continue
        said = dict(zip(conflict.fields, passed, strict=True))
        if conflict.table == "letters" and {"body", "subject"} & set(said):
            letter = kept.get(conflict.id) or season.letters_by_id.get(conflict.id)
            if letter is not None:
                kept[conflict.id] = _with_revision(letter, said, name, now)
        elif conflict.table == "rank_list":
            season = replace(season, rank_list=_with_snapshot(season.rank_list, said["order"], name, now))
    # All of them at once: an exchange goes through every message there is.
    return replace(season, letters=swapped(season.letters, kept.values())) if kept else season


def _with_revision(letter: Letter, said: dict[str, Any], name: str, now: Moment) -> Letter:
    subject, body = said.get("subject", letter.subject), said.get("body", letter.body)
    known = {(letter.subject, letter.body), *((one.subject, one.body) for one in letter.revisions)}
    if (subject, body) in known or not (subject or body):
        return letter
    return replace(letter, revisions=(*letter.revisions, Revision(now, subject, body, f"merging {name}")))


def _with_snapshot(ranks: RankList, order: tuple[str, ...], name: str, now: Moment) -> RankList:
    if order in (ranks.order, ()) or any(one.order == order for one in ranks.snapshots):
        return ranks
    return replace(ranks, snapshots=(*ranks.snapshots, RankSnapshot(now, f"merging {name}", order)))
