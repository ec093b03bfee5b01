"""Days and ids of the demo season: the same moment always gives the same season."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import blake2b

from store.frozen_record import record
from store.ids import LETTERS
from store.moments import Moment, zone_named
from store.records import KeyDate
from store.workdays import WORKDAYS, is_holiday, is_workday

LAID_OUT_FOR = date(2026, 11, 24)
"""The day of the season the demo shows: interviews under way, some letters late."""
SEASON_OPENS, SEASON_ENDS = date(2026, 9, 1), date(2027, 3, 31)
"""First and last day of the season that the shipped key dates are about."""
MEETINGS = (-30, -24, -20, -17, -14, -9, -5, -1, 1, 5, 9, 11, 15, 16, 17, 18, 22, 23, 24, 30, 49)
"""Days from today on which interviews were, are, are offered, or would have been."""
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
        return _working_day(self.now.day, offset)

    def at(self, offset: int, clock: str, zone: str) -> Moment:
        """A wall clock such as `08:30` in that zone on that day."""
        return _on(self.day(offset), clock, zone)

    def meeting(self, offset: int, clock: str, zone: str) -> Moment:
        """The same for one of the days of interviews, none of which is a holiday."""
        return _on(_meeting_days(self.now.day)[offset], clock, zone)

    def ago(self, zone: str, *, hours: float) -> Moment:
        """That many hours ago, whole minutes, spoken of in that zone."""
        then = self.now.after(hours=-hours)
        return Moment(then.at.replace(second=0, microsecond=0), zone)


@lru_cache(4)
def _meeting_days(today: date) -> Mapping[int, date]:
    """Where each day of interviews falls: one on a holiday gives way to the next working day that holds no other."""
    wanted = {offset: _working_day(today, offset) for offset in MEETINGS}
    taken = {day for day in wanted.values() if not is_holiday(day)}
    moved: dict[date, date] = {}
    for offset, day in wanted.items():
        there, step = day, timedelta(days=1 if offset > 0 else -1)
        if is_holiday(day) and day not in moved:
            while not is_workday(there) or there in taken:
                there += step
            moved[day] = there
            taken.add(there)
    return {offset: moved.get(day, day) for offset, day in wanted.items()}


def _working_day(today: date, offset: int) -> date:
    day = today + timedelta(days=offset)
    while offset and day.weekday() >= WORKDAYS:
        day += timedelta(days=1 if offset > 0 else -1)
    return day


def shifted_key_dates(shipped: tuple[KeyDate, ...], now: Moment) -> tuple[KeyDate, ...]:
    """The shipped dates moved by whole weeks until the season surrounds `now`; none when it does already."""
    if SEASON_OPENS <= now.day <= SEASON_ENDS:
        return ()
    weeks = timedelta(weeks=round((now.day - LAID_OUT_FOR).days / 7))
    return tuple(replace(each, at=_moved(each.at, weeks)) for each in shipped if each.id not in FIXED)


def _on(day: date, clock: str, zone: str) -> Moment:
    wall = datetime.combine(day, time.fromisoformat(clock), tzinfo=zone_named(zone))
    return Moment(wall.astimezone(UTC), zone)


def _moved(moment: Moment, span: timedelta) -> Moment:
    """The same wall clock in the same zone, that span later."""
    return Moment((moment.local + span).astimezone(UTC), moment.zone)
