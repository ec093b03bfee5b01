"""Days and ids of the demo season: the same moment always gives the same season."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b

from store.frozen_record import record
from store.ids import LETTERS
from store.moments import Moment, zone_named
from store.records import KeyDate

LAID_OUT_FOR = date(2026, 11, 24)
"""The day of the season the demo shows: interviews under way, some letters late."""
SEASON_OPENS, SEASON_ENDS = date(2026, 9, 1), date(2027, 3, 31)
"""First and last day of the season that the shipped key dates are about."""
FIXED = frozenset({"clocks-forward"})
"""Shipped dates that no season can move."""


def demo_id(prefix: str, key: str) -> str:
    """The id of the demo record with that key: six letters that depend on nothing else."""
    number = int.from_bytes(blake2b(f"{prefix}:{key}".encode(), digest_size=8).digest())
    signs = []
    for _ in range(6):
        number, place = divmod(number, len(LETTERS))
        signs.append(LETTERS[place])
    return f"{prefix}-{''.join(signs)}"


@record(frozen=True, slots=True)
class DemoDays:
    """Working days and clock times around the demo's present moment."""

    now: Moment
    """The present moment."""

    def day(self, offset: int) -> date:
        """That many days from today; a weekend gives way to the working day beyond it."""
        day = self.now.day + timedelta(days=offset)
        while offset and day.weekday() > 4:
            day += timedelta(days=1 if offset > 0 else -1)
        return day

    def at(self, offset: int, clock: str, zone: str) -> Moment:
        """A wall clock such as `08:30` in that zone on that day."""
        wall = datetime.combine(self.day(offset), time.fromisoformat(clock), tzinfo=zone_named(zone))
        return Moment(wall.astimezone(UTC), zone)

    def ago(self, zone: str, *, hours: float) -> Moment:
        """That many hours ago, whole minutes, spoken of in that zone."""
        then = self.now.after(hours=-hours)
        return Moment(then.at.replace(second=0, microsecond=0), zone)


def shifted_key_dates(shipped: tuple[KeyDate, ...], now: Moment) -> tuple[KeyDate, ...]:
    """The shipped dates moved by whole weeks until the season surrounds `now`; none when it does already."""
    if SEASON_OPENS <= now.day <= SEASON_ENDS:
        return ()
    weeks = timedelta(weeks=round((now.day - LAID_OUT_FOR).days / 7))
    return tuple(replace(each, at=_moved(each.at, weeks)) for each in shipped if each.id not in FIXED)


def _moved(moment: Moment, span: timedelta) -> Moment:
    """The same wall clock in the same zone, that span later."""
    return Moment((moment.local + span).astimezone(UTC), moment.zone)
