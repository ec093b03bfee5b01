"""Values that JSON carries without loss, and their one-line form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any, NoReturn, TypeAlias

from store.errors import FileTrouble

Values: TypeAlias = dict[str, Any]
"""One record as plain values."""
Table: TypeAlias = Mapping[str, Values]
"""Records by their number in the table, as TinyDB lays them out."""
Tables: TypeAlias = Mapping[str, Table]
"""Tables by name."""

SMALLEST, LARGEST = -(2**63), 2**63 - 1
"""Whole numbers of 64 bits, which every reader of JSON can hold."""
DEEPEST = 60
"""Levels of lists and records inside one another; real records need five."""

_one_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


class Odd(ValueError):
    """JSON that Python reads but a season never holds; `str` goes on after the name of the file."""


def refuse_constant(word: str) -> NoReturn:
    """Nothing that JSON spells with a word is a number of a season; raises Odd."""
    raise Odd(f"holds {word}, which is not a number")


def finite_number(digits: str) -> float:
    """The number of these digits; raises Odd when it is beyond all of them."""
    value = float(digits)
    if not isfinite(value):
        raise Odd(f"holds a number too large to read ({digits[:20]})")
    return value


def whole_number(digits: str) -> int:
    """The whole number of these digits; raises Odd beyond 64 bits."""
    if len(digits) > 20 or not SMALLEST <= int(digits) <= LARGEST:
        raise Odd(f"holds a number too large to read ({digits[:20]}…)")
    return int(digits)


_decoded = json.JSONDecoder(parse_constant=refuse_constant, parse_float=finite_number, parse_int=whole_number).decode


def strictly_parsed(data: bytes) -> Any:
    """The plain value that these bytes spell in JSON; raises ValueError."""
    try:
        return _decoded(data.decode())
    except RecursionError as error:
        raise Odd("has lists or records nested without end") from error


class Line:
    """One record as it stands in the bytes of a file; parsed anew whenever its values are asked for."""

    __slots__ = ("data", "first", "last")

    def __init__(self, data: bytes, first: int, last: int) -> None:
        """Where in these bytes the record begins, and where it is over."""
        self.data, self.first, self.last = data, first, last

    def values(self) -> Values:
        """The record as plain values; raises FileTrouble when it is none."""
        try:
            values: Values = strictly_parsed(self.data[self.first : self.last])
        except ValueError as error:
            raise FileTrouble(f"a record cannot be read ({error})") from error
        return values


Entry: TypeAlias = Values | Line
"""A record of a table: its values, or the line in which they stand already."""


class KeptTable(Mapping[str, Values]):
    """A table some records of which are still in the lines of a file; it gives their values to whoever asks."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        """`entries` are its records by number; not to be changed."""
        self._entries = entries

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Its records by number, each the same object whenever it is asked for."""
        return self._entries

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __getitem__(self, key: str) -> Values:
        return values_of(self.entries[key])


def entries_of(table: Table) -> Mapping[str, Entry]:
    """The records of that table by number, as they are kept."""
    return table.entries if isinstance(table, KeptTable) else table


def values_of(entry: Entry) -> Values:
    """That record as plain values."""
    return entry.values() if isinstance(entry, Line) else entry


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


def json_line(value: object) -> str:
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
