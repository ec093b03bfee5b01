"""Values that JSON carries without loss, and their one-line form."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, TypeAlias

from store.errors import FileTrouble

Values: TypeAlias = dict[str, Any]
"""One record as plain values."""
Table: TypeAlias = dict[str, Values]
"""Records by their number in the table, as TinyDB lays them out."""
Tables: TypeAlias = dict[str, Table]
"""Tables by name."""

SMALLEST, LARGEST = -(2**63), 2**63 - 1
DEEPEST = 60
"""Levels of lists and records inside one another; real records need five."""

_one_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def refuse_unplain(value: object, place: str, depth: int = 0) -> None:
    """Nothing, when JSON carries that value without loss.

    Raises FileTrouble naming the place for what JSON would refuse or quietly turn into something
    else: dates, tuples, sub-types, numbers that are not finite or beyond 64 bits, names that are
    not text, half characters.
    """
    kind = type(value)
    if isinstance(value, str) and kind is str:
        _refuse_half_characters(value, place)
    elif isinstance(value, dict) and kind is dict and depth < DEEPEST:
        for key, item in value.items():
            if type(key) is not str:
                raise FileTrouble(f"{place}: a name in a record is not text, so nothing was saved.")
            _refuse_half_characters(key, place)
            refuse_unplain(item, place, depth + 1)
    elif isinstance(value, list) and kind is list and depth < DEEPEST:
        for item in value:
            refuse_unplain(item, place, depth + 1)
    elif not (value is None or kind is bool or _is_plain_number(value)):
        raise FileTrouble(f"{place}: {_unplain(value)} cannot be kept in the file, so nothing was saved.")


def plain_copy(value: Any) -> Any:
    """A copy of that plain value that shares no list and no dictionary with it."""
    if type(value) is dict:
        return {key: item if type(item) is str else plain_copy(item) for key, item in value.items()}
    return [plain_copy(item) for item in value] if type(value) is list else value


def one_line(value: object) -> str:
    """That plain value as JSON text without line breaks, its letters left readable."""
    return _one_line(value)


def _is_plain_number(value: object) -> bool:
    if isinstance(value, int) and type(value) is int:
        return SMALLEST <= value <= LARGEST
    return isinstance(value, float) and type(value) is float and isfinite(value)


def _unplain(value: object) -> str:
    if type(value) in (dict, list):
        return f"what lies more than {DEEPEST} levels deep"
    if type(value) in (int, float):
        return "a number of that size"
    return f"a value of type {type(value).__name__}"


def _refuse_half_characters(text: str, place: str) -> None:
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        raise FileTrouble(f"{place}: a text with half a character cannot be kept, so nothing was saved.") from None
