"""Single field values: text, numbers, days and moments, read strictly from what JSON carries.

Each reader raises TypeError, ValueError, KeyError, OverflowError or RuleBroken for what does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from sys import intern
from typing import Any

from store.clean_text import clean
from store.late_values import Unread
from store.moments import EARLIEST_YEAR, LATEST_YEAR, Moment, zone_named
from store.plain_values import LARGEST, SMALLEST, Values


def text(value: Any) -> str:
    """That text, cleaned when it needs to be."""
    if type(value) is not str:
        raise TypeError
    return value if value.isascii() and value.isprintable() else clean(value)


def texts(values: list[Any]) -> Iterable[Any]:
    """These texts, each cleaned when it needs to be; one that is still in its file is cleaned when it is read."""
    try:
        together = "".join(values)
    except TypeError:  # not all of them are texts, or some are still to be read
        pass
    else:
        if together.isascii() and together.isprintable():
            return values
    return [value if isinstance(value, Unread) else text(value) for value in values]


def flag(value: Any) -> bool:
    """That truth value; 1 is none."""
    if type(value) is not bool:
        raise TypeError
    return value


def number(value: Any) -> int:
    """That whole number of at most 64 bits; true is none."""
    if type(value) is not int or not SMALLEST <= value <= LARGEST:
        raise TypeError
    return value


def day(value: Any) -> date:
    """The day of that ISO text, within the years the season knows; a week or a day of the year is none."""
    read = date.fromisoformat(value)
    if read.isoformat() != value or not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise ValueError
    return read


def moment(value: Any) -> Moment:
    """The moment in those two values: ISO text with an offset, and the name of a zone."""
    (read,) = moments([value])
    return read


def moments(values: list[Any]) -> tuple[Moment, ...]:
    """The moments in these pairs of values."""
    if not {*map(len, values)} <= {2}:
        raise ValueError
    return tuple(map(_moment, map(itemgetter("at"), values), map(itemgetter("zone"), values)))


@lru_cache(maxsize=4096)
def _moment(at: str, zone: str) -> Moment:
    """The moment spelled that way, the same object for all who spell it so.

    A letter is mostly sent in the minute in which it was written down, and a day of writing has many of the same.
    """
    read = datetime.fromisoformat(at)
    if read.tzinfo is None or not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise ValueError
    zone_named(zone)
    return Moment(read, intern(zone))


def moment_values(moment: Moment) -> Values:
    """That moment as its zone's wall clock with offset, and the zone's name."""
    return {"at": moment.local.isoformat(), "zone": moment.zone}
