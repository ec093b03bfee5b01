"""Records turned into plain JSON values and back, led by the type hints of their fields."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import MISSING
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from itertools import islice, repeat
from operator import attrgetter, itemgetter
from types import NoneType, SimpleNamespace, UnionType
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin, get_type_hints

from store.errors import FileTrouble, RuleBroken
from store.field_values import day, flag, moment, moment_values, moments, number, text, texts
from store.frozen_record import fields_of, filled
from store.moments import Moment
from store.plain_values import Values

Reader: TypeAlias = Callable[[Any], Any]
"""Plain value to Python value; raises something of READ_ERRORS when it does not fit."""


class WrongShape(Exception):
    """A value that does not fit its field; `str` says which field and what belongs there."""


class Shape(NamedTuple):
    """How values of one type are read and written."""

    words: str
    """What belongs there, such as `a moment`."""
    read: Reader
    """Plain value to Python value; raises something of READ_ERRORS when it does not fit."""
    write: Callable[[Any], Any] | None
    """Python value to plain value; None when they are the same."""
    explain: Callable[[Any, list[str]], Any]
    """As `read`, slower: says what is wrong, and passes over unknown fields, adding them to the list."""
    read_all: Callable[[list[Any]], Iterable[Any]]
    """As `read`, for many values at once and far quicker."""
    record: type | None = None
    """The record class when the value is one."""
    item: Shape | None = None
    """The shape of each item when the value is many."""


class Layout(NamedTuple):
    """The fields of one record class."""

    readers: dict[str, Reader]
    """How each field is read."""
    shapes: dict[str, Shape]
    """The shape of each field."""
    required: tuple[str, ...]
    """Fields that must be in the file."""
    values_of: Callable[[Any], tuple[Any, ...]]
    """All field values of a record at once."""
    writers: tuple[tuple[str, Any, Callable[[Any], Any] | None], ...]
    """Name, default and writer of each field."""


_LAYOUTS: dict[type, Layout] = {}

SHARED = "program_id"
"""The field that many records have alike; one text stands for all of them, and is found again all the sooner."""
READ_ERRORS = (WrongShape, KeyError, TypeError, ValueError, AttributeError, OverflowError, RuleBroken)
"""What reading a value of the wrong shape may raise."""


def record_to_values(record: Any) -> Values:
    """That record as plain values; a field that holds its default is left out.

    So a default may only change together with the file's format number.
    """
    layout = layout_of(type(record))
    found: Values = {}
    for (name, default, write), value in zip(layout.writers, layout.values_of(record), strict=True):
        if value is default or value == default:
            continue
        found[name] = value if write is None else write(value)
    return found


def values_to_record(cls: type, values: object, place: str, unknown: list[str] | None = None) -> Any:
    """The record of that class in these values, its text cleaned.

    Fields the class does not have are passed over, and added to `unknown` when it is given.
    Raises FileTrouble that begins with the place when anything else does not fit.
    """
    try:
        return read_record(cls, values)
    except READ_ERRORS:
        pass
    try:
        return _explained(cls, values, [] if unknown is None else unknown)
    except WrongShape as wrong:
        raise FileTrouble(f"{place}: {wrong}.") from wrong


def read_record(cls: type[Any], values: Any) -> Any:
    """The record in these values, the quick way: raises one of READ_ERRORS without saying where."""
    readers = layout_of(cls).readers
    return cls(**{name: readers[name](value) for name, value in values.items()})


def read_records(cls: type[Any], table: Collection[Values], known: dict[str, str] | None = None) -> tuple[Any, ...]:
    """All records of a table, a field at a time, which takes half as long as a record at a time.

    `known` holds the texts that were shared so far. Raises one of READ_ERRORS, without saying where, also for
    unknown fields.
    """
    layout = layout_of(cls)
    present: set[str] = set().union(*table)
    if not table:
        return ()
    if not present <= layout.shapes.keys():
        raise KeyError
    columns = [
        _column(table, name, default, layout.shapes[name].read_all, {} if known is None else known)
        if name in present or default is MISSING
        else repeat(default, len(table))
        for name, default, _ in layout.writers
    ]
    return filled(cls, columns, len(table))


def _column(
    table: Collection[Values],
    name: str,
    default: Any,
    read: Callable[[list[Any]], Iterable[Any]],
    known: dict[str, str],
) -> Any:
    """One field of every record in a table; the default where a record does not say it."""
    try:
        given = list(map(itemgetter(name), table))
        if name == SHARED:
            given = list(read(given))
            return map(known.setdefault, given, given)
    except KeyError:
        if default is MISSING:
            raise
    else:
        return read(given)
    told = iter(read([values[name] for values in table if name in values]))
    return [next(told) if name in values else default for values in table]


def with_unknown(cls: type, new: Values, old: Values) -> Values:
    """The new values of a record, and beside them the fields of its old values that the class does not have.

    Inside lists they follow the item they stood with, as long as that item is still the same.
    """
    shapes = layout_of(cls).shapes
    for name, value in old.items():
        shape = shapes.get(name)
        if shape is None:
            new[name] = value
        elif shape.record and isinstance(value, dict) and isinstance(new.get(name), dict):
            with_unknown(shape.record, new[name], value)
        elif shape.item and shape.item.record and isinstance(value, list):
            _follow_items(shape.item.record, new.get(name, []), value)
    return new


def _follow_items(cls: type, new: list[Values], old: list[Values]) -> None:
    waiting = list(new)
    for item in old:
        known = record_to_values(_explained(cls, item, []))
        for place, candidate in enumerate(waiting):
            if candidate == known:
                with_unknown(cls, waiting.pop(place), item)
                break


def _explained(cls: type, values: Any, unknown: list[str]) -> Any:
    if type(values) is not dict:
        raise WrongShape("a record should stand there")
    layout = layout_of(cls)
    found = {}
    for name, value in values.items():
        shape = layout.shapes.get(name)
        if shape is None:
            unknown.append(name)
            continue
        try:
            found[name] = shape.explain(value, unknown)
        except WrongShape as wrong:
            raise WrongShape(f"in “{name}”, {wrong}") from wrong
        except RuleBroken as broken:
            raise WrongShape(f"in “{name}”, {str(broken).rstrip('.')}") from broken
        except READ_ERRORS as error:
            raise WrongShape(f"“{name}” should be {shape.words}") from error
    for name in layout.required:
        if name not in found:
            raise WrongShape(f"“{name}” is missing")
    return cls(**found)


def layout_of(cls: type) -> Layout:
    """The fields of that record class, worked out once."""
    return _LAYOUTS.get(cls) or _laid_out(cls)


def _laid_out(cls: type[Any]) -> Layout:
    shapes = {field.name: _shape_spelled(str(field.type), cls.__module__) for field in fields_of(cls)}
    getter = attrgetter(*shapes)
    _LAYOUTS[cls] = Layout(
        readers={name: shape.read for name, shape in shapes.items()},
        shapes=shapes,
        required=tuple(field.name for field in fields_of(cls) if field.default is MISSING),
        values_of=getter if len(shapes) > 1 else lambda record: (getter(record),),
        writers=tuple((field.name, field.default, shapes[field.name].write) for field in fields_of(cls)),
    )
    return _LAYOUTS[cls]


@lru_cache(maxsize=256)
def _shape_spelled(hint: str, module: str) -> Shape:
    """The shape of a type as that module spells it; most fields are spelled like many others."""
    spelled = SimpleNamespace(__annotations__={"": hint})
    return _shape_of(get_type_hints(spelled, vars(sys.modules[module]))[""])


def _shape_of(hint: Any) -> Shape:
    if get_origin(hint) is UnionType:
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        return _optional(_shape_of(inner))
    if get_origin(hint) is tuple:
        return _many(_shape_of(get_args(hint)[0]))
    if hint in _SIMPLE:
        return _leaf(*_SIMPLE[hint], write=None)
    if hint is date:
        return _leaf("a day such as 2027-03-19", day, write=date.isoformat)
    if hint is Moment:
        return _leaf("a moment", moment, moments, write=moment_values)
    if issubclass(hint, StrEnum):
        words = "one of " + ", ".join(hint)
        return _leaf(words, hint._value2member_map_.__getitem__, write=attrgetter("value"))
    return Shape(
        words="a record",
        read=lambda values: read_record(hint, values),
        write=record_to_values,
        explain=lambda values, unknown: _explained(hint, values, unknown),
        read_all=partial(read_records, hint),
        record=hint,
    )


def _leaf(
    words: str,
    read: Reader,
    read_all: Callable[[list[Any]], Iterable[Any]] | None = None,
    *,
    write: Callable[[Any], Any] | None,
) -> Shape:
    return Shape(words, read, write, lambda value, unknown: read(value), read_all or partial(map, read))


def _optional(inner: Shape) -> Shape:
    read, write, explain = inner.read, inner.write, inner.explain
    return Shape(
        words=f"{inner.words}, or nothing",
        read=read,  # nothing is written for None, so one made by hand may go the slower way
        write=None if write is None else lambda value: None if value is None else write(value),
        explain=lambda value, unknown: None if value is None else explain(value, unknown),
        read_all=inner.read_all,
        record=inner.record,
    )


def _many(item: Shape) -> Shape:
    read, read_all, write = item.read, item.read_all, item.write

    def listed(values: Any) -> Any:
        if type(values) is not list:
            raise WrongShape("a list should stand there")
        return values

    def together(column: list[Any]) -> Iterable[Any]:
        items = iter(read_all([value for values in column for value in listed(values)]))
        return [tuple(islice(items, len(values))) for values in column]

    return Shape(
        words=f"a list, each item {item.words}",
        read=lambda values: tuple(map(read, listed(values))),
        write=list if write is None else lambda values: [write(value) for value in values],
        explain=lambda values, unknown: tuple(item.explain(value, unknown) for value in listed(values)),
        read_all=together,
        item=item,
    )


_SIMPLE: dict[type, tuple[str, Reader] | tuple[str, Reader, Callable[[list[Any]], Iterable[Any]]]] = {
    str: ("text", text, texts),
    bool: ("true or false", flag),
    int: ("a whole number", number),
}
