"""Older file formats brought to the present one: a numbered pure function for each change of shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from store.errors import FileTrouble
from store.file_reading import FORMAT
from store.plain_values import Tables

Upgrade: TypeAlias = Callable[[Tables], Tables]
"""Tables of one format to new tables of the next; the tables given stay as they are."""

UPGRADES: Mapping[int, Upgrade] = {}
"""By the format each one starts from; format 1 is the first there is."""


def upgraded(tables: Tables, found: int, *, upgrades: Mapping[int, Upgrade] = UPGRADES, target: int = FORMAT) -> Tables:
    """These tables of format `found` in the format `target`; the same tables when that is what they are.

    Raises FileTrouble when a step is not known or fails half-way; nothing was written.
    """
    for number in range(found, target):
        upgrade = upgrades.get(number)
        if upgrade is None:
            raise FileTrouble(f"the file has format {number}, which this version can no longer read")
        try:
            tables = upgrade(tables)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise FileTrouble(f"the file could not be brought from format {number} to {number + 1}") from error
    return tables
