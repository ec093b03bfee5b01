"""How one record of a season is exchanged for another while all others stay the same objects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Protocol, TypeVar

from store.errors import RuleBroken


class Identified(Protocol):
    """Any record with an id."""

    @property
    def id(self) -> str:
        """The record's id."""


R = TypeVar("R", bound=Identified)
D = TypeVar("D")


def swapped(records: tuple[R, ...], changed: Iterable[R]) -> tuple[R, ...]:
    """Those records with the changed ones in the places of their ids; the same tuple when all are equal."""
    by_id = {record.id: record for record in changed}
    if all(by_id.get(record.id, record) == record for record in records):
        return records
    return tuple(by_id.get(record.id, record) for record in records)


def mapped(records: tuple[R, ...], ids: Collection[str], change: Callable[[R], R]) -> tuple[R, ...]:
    """Those records with `change` applied to the ones of these ids."""
    return swapped(records, [change(record) for record in records if record.id in ids])


def joined(records: tuple[R, ...], new: R) -> tuple[R, ...]:
    """Those records and a new one at the end; raises RuleBroken when its id is missing or taken."""
    if not new.id:
        raise RuleBroken("A new record needs an id before it can be added.")
    if any(record.id == new.id for record in records):
        raise RuleBroken(f"Something with the id {new.id} is there already; nothing was added.")
    return (*records, new)


def without(records: tuple[R, ...], record_id: str) -> tuple[R, ...]:
    """Those records without the one of that id."""
    return tuple(record for record in records if record.id != record_id)


def with_fields(record: D, changes: Mapping[str, Any], *, fixed: Collection[str]) -> D:
    """That record with these fields changed.

    Raises RuleBroken for a field the record does not have, and for `fixed` ones, which other rules change.
    """
    known = {field.name for field in fields(record)}  # type: ignore[arg-type]
    allowed = known - {"id", *fixed}
    for name in changes:
        if name not in allowed:
            raise RuleBroken(f"“{name}” cannot be changed here. What can: {', '.join(sorted(allowed))}.")
    return replace(record, **changes)  # type: ignore[type-var]
