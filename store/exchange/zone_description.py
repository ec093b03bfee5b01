"""A zone described inside a calendar file, so that a reader who does not know its name shows the same moments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from store.moments import zone_named

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

Change = tuple[datetime, datetime]
"""An instant as the zone's clock shows it just before it is changed, and as it shows it just after; both aware."""


def described_zone(zone: str, first_year: int, last_year: int) -> Timezone:
    """That zone with each change of its clocks from the start of one year to the end of the other.

    Every onset stands there in the clock that ends with it, as RFC 5545 has it.
    """
    from icalendar import Timezone

    described = Timezone()
    described.add("tzid", zone)
    begins = datetime(first_year, 1, 1, tzinfo=UTC).astimezone(zone_named(zone))
    described.add_component(_observance(begins, begins))
    for before, after in clock_changes(zone, first_year, last_year):
        described.add_component(_observance(before, after))
    return described


def clock_changes(zone: str, first_year: int, last_year: int) -> Iterator[Change]:
    """Every change of that zone's clocks in those years, earliest first."""
    place = zone_named(zone)
    at, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while at < end:
        later = at + timedelta(days=1)
        if at.astimezone(place).utcoffset() != later.astimezone(place).utcoffset():
            yield _change_between(at, later, zone)
        at = later


def _change_between(low: datetime, high: datetime, zone: str) -> Change:
    """The change in that span, to the minute."""
    place = zone_named(zone)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        same = middle.astimezone(place).utcoffset() == low.astimezone(place).utcoffset()
        low, high = (middle, high) if same else (low, middle)
    instant = (high + timedelta(seconds=30)).replace(second=0, microsecond=0)
    before = (instant - timedelta(minutes=1)).astimezone(place)
    return before, instant.astimezone(place)


def _observance(before: datetime, after: datetime) -> TimezoneDaylight | TimezoneStandard:
    from icalendar import TimezoneDaylight, TimezoneStandard

    observance = TimezoneDaylight() if after.dst() else TimezoneStandard()
    old, new = before.utcoffset() or timedelta(), after.utcoffset() or timedelta()
    onset = (after.astimezone(UTC) + old).replace(tzinfo=None)
    observance.add("dtstart", onset)
    observance.add("tzoffsetfrom", old)
    observance.add("tzoffsetto", new)
    observance.add("tzname", after.tzname() or "")
    return observance
