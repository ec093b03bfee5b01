"""Undo steps as values: which records an action changed, from what into what, and where each stood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import is_
from typing import Any

from store.errors import RuleBroken
from store.frozen_record import record
from store.ids import new_id
from store.moments import Moment
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in, with_records

TOGETHER = 10 * 60
"""Seconds within which steps with the same merge words become one."""


@record(frozen=True, slots=True)
class RecordChange:
    """What one action did to one record."""

    table: str
    """The table it belongs to."""
    id: str
    """Its id; empty for the profile and the rank list."""
    before: Any
    """The record as it was; None when the action made it."""
    after: Any
    """The record as it became; None when the action removed it."""
    was_at: int
    """Its place in the table before; -1 when it was not there."""
    now_at: int
    """Its place in the table after; -1 when it is not there."""


@record(frozen=True, slots=True)
class Step:
    """One action of the applicant, ready to be undone and redone."""

    id: str
    """`u-` and six characters."""
    label: str
    """What was done, in words."""
    at: Moment
    """When it was done."""
    changes: tuple[RecordChange, ...]
    """What it did, table by table."""
    merge: str = ""
    """Steps in a row with the same words here become one, such as typing in one letter; empty never does."""
    brought: str = ""
    """The mark of another copy of the season, when this step brought it in."""
    aside: tuple[str, ...] = ()
    """What was decided against then, in words: a line for each choice between the two copies."""
    folded: tuple[str, ...] = ()
    """Ids of the earlier steps that became one with it, oldest first: another copy may have parted at any of them."""


def step_between(
    before: Season,
    after: Season,
    label: str,
    *,
    at: Moment,
    merge: str = "",
    brought: str = "",
    aside: tuple[str, ...] = (),
) -> Step:
    """The step that leads from one season to the other."""
    changes = tuple(
        change
        for table in RECORDS
        if records_in(before, table) is not records_in(after, table)
        for change in _changes(table, records_in(before, table), records_in(after, table))
    )
    return Step(new_id("u"), label, at, changes, merge, brought, aside)


def undone(season: Season, step: Step) -> Season:
    """The season as it was before that step.

    Raises RuleBroken when a record is no longer as the step left it; nothing newer is overwritten.
    """
    back = (
        replace(change, before=change.after, after=change.before, was_at=change.now_at, now_at=change.was_at)
        for change in step.changes
    )
    return _applied(season, tuple(back), f"“{step.label}” cannot be undone")


def redone(season: Season, step: Step) -> Season:
    """The season as that step made it; raises RuleBroken when a record is no longer as it was before the step."""
    return _applied(season, step.changes, f"“{step.label}” cannot be done again")


def merged(first: Step, second: Step, after: Season) -> Step:
    """Both steps as one, where `after` is the season the second one led to.

    It carries the second one's id and label and the first one's moment. Raises RuleBroken when
    the steps do not follow one another.
    """
    start = undone(undone(after, second), first)
    step = step_between(start, after, second.label, at=first.at, merge=second.merge)
    return replace(step, id=second.id, folded=(*first.folded, first.id, *second.folded))


def go_together(first: Step, second: Step) -> bool:
    """Do these two in a row become one, such as typing that goes on in one letter?"""
    apart = (second.at - first.at).total_seconds()
    return bool(first.merge) and first.merge == second.merge and 0 <= apart <= TOGETHER


def joined(steps: Sequence[Step], seasons: Sequence[Season]) -> list[Step]:
    """These steps, each with the season it led to, with those that go together as one; raises RuleBroken."""
    result: list[Step] = []
    for step, after in zip(steps, seasons, strict=True):
        if result and go_together(result[-1], step):
            result[-1] = merged(result[-1], step, after)
        else:
            result.append(step)
    return result


def _changes(table: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> list[RecordChange]:
    # An action touches a few of thousands of records: what both begin and end with is passed over first.
    start = _same_run(before, after)
    end = _same_run(before[start:][::-1], after[start:][::-1])
    was = {id_of(before[place]): place for place in range(start, len(before) - end)}
    now = {id_of(after[place]): place for place in range(start, len(after) - end)}
    moved = _out_of_line([was[key] for key in now if key in was])
    found = [RecordChange(table, key, before[place], None, place, -1) for key, place in was.items() if key not in now]
    for key, place in now.items():
        earlier = was.get(key, -1)
        old, new = before[earlier] if earlier >= 0 else None, after[place]
        if earlier in moved or (old is not new and old != new):
            found.append(RecordChange(table, key, old, new, earlier, place))
    return found


def _same_run(before: Sequence[Any], after: Sequence[Any]) -> int:
    return next((place for place, same in enumerate(map(is_, before, after)) if not same), min(len(before), len(after)))


def _out_of_line(places: Sequence[int]) -> set[int]:
    # The fewest places to take out so that the rest stand in rising order: all but a longest rising run.
    if all(one < other for one, other in pairwise(places)):
        return set()
    ends: list[int] = []
    runs: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        runs[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept, last = set(), ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = runs[last]
    return set(places) - kept


def _applied(season: Season, changes: tuple[RecordChange, ...], refusal: str) -> Season:
    tables = {change.table: records_in(season, change.table) for change in changes}
    for table, records in tables.items():
        own = {change.id: change for change in changes if change.table == table}
        present = {key: record for record in records if (key := id_of(record)) in own}
        if any(present.get(key) != change.before for key, change in own.items()):
            raise RuleBroken(f"{refusal}: something it touched has been changed since. Nothing was changed.")
        result = [record for record in records if id_of(record) not in own]
        for change in sorted(own.values(), key=lambda each: each.now_at):
            if change.after is not None:
                result.insert(change.now_at, change.after)
        tables[table] = tuple(result)
    return with_records(season, tables)
