"""Single field values: text, numbers, days and moments, read strictly from what JSON carries.

Each reader raises TypeError, ValueError, KeyError, OverflowError or RuleBroken for what does not fit.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from store.clean_text import clean
from store.moments import EARLIEST_YEAR, LATEST_YEAR, Moment, zone_named
from store.plain_values import LARGEST, SMALLEST, Values


def text(value: Any) -> str:
    """That text, cleaned when it needs to be."""
    if type(value) is not str:
        raise TypeError
    return value if value.isascii() and value.isprintable() else clean(value)


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
    """The day of that ISO text, within the years the season knows."""
    read = date.fromisoformat(value)
    if len(value) != 10 or not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise ValueError
    return read


# Thousands of moments: filling the slots directly takes a third of the time, and what a moment checks on its own
# way in, `moment` has checked already.
_new = object.__new__
_set_at = vars(Moment)["at"].__set__
_set_zone = vars(Moment)["zone"].__set__


def moment(value: Any) -> Moment:
    """The moment in those two values: ISO text with an offset, and the name of a zone."""
    at = datetime.fromisoformat(value["at"])
    zone = value["zone"]
    zone_named(zone)
    if at.tzinfo is None or len(value) != 2 or not EARLIEST_YEAR <= at.year <= LATEST_YEAR:
        raise ValueError
    read = _new(Moment)
    _set_at(read, at.astimezone(UTC))
    _set_zone(read, zone)
    return read


def moment_values(moment: Moment) -> Values:
    """That moment as its zone's wall clock with offset, and the zone's name."""
    return {"at": moment.local.isoformat(), "zone": moment.zone}
