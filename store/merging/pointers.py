"""Which fields of a record hold the ids of other records, and of which table these are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, get_args, get_type_hints

POINTS_TO: Mapping[str, str] = MappingProxyType(
    {
        "program_id": "programs",
        "order": "programs",
        "left_out": "programs",
        "one_id": "programs",
        "other_id": "programs",
        "preferred_id": "programs",
        "contact_id": "contacts",
        "contact_ids": "contacts",
        "interview_id": "interviews",
        "letter_id": "letters",
        "answers": "letters",
        "question_id": "questions",
        "criterion_id": "criteria",
    }
)
"""The table that a field of this name points into, in whichever record it stands."""


class Pointers(NamedTuple):
    """The fields of one class by which its records name others."""

    own: tuple[str, ...]
    """Fields of POINTS_TO, each with one id or several."""
    inside: tuple[str, ...]
    """Fields with smaller records, one or several, that name others in their turn."""


@cache
def pointers_of(cls: type) -> Pointers:
    """Those fields of that class; no other field needs to be looked at, such as the words of a letter."""
    hints = get_type_hints(cls)
    inside = (name for name, hint in hints.items() if any(map(_names_others, (hint, *get_args(hint)))))
    return Pointers(tuple(name for name in hints if name in POINTS_TO), tuple(inside))


def _names_others(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint) and any(pointers_of(hint))


def pointed_at(record: Any) -> Iterator[tuple[str, str]]:
    """The table and the id of everything a record names, the smaller records in it included; no empty ids."""
    own, inside = pointers_of(record.__class__)
    for name in own:
        yield from ((POINTS_TO[name], key) for key in _several(getattr(record, name)) if key)
    for name in inside:
        for part in _several(getattr(record, name)):
            yield from pointed_at(part)


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
