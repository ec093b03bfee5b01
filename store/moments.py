"""A moment: one instant, and the named zone it was meant in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from store.errors import RuleBroken
from store.frozen_record import record

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
"""Years beyond which no day of a season lies; both are allowed."""


@lru_cache(maxsize=256)
def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of that exact name.

    Raises RuleBroken for anything else: letters such as CST name several zones at once.
    """
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    if zone is None or ("/" not in name and name != "UTC"):
        raise RuleBroken(f"“{name[:60]}” is not a time zone. Name a place, such as America/Chicago or Europe/Dublin.")
    return zone


def known_zone(name: str, otherwise: str) -> str:
    """That name where it is the name of a zone, else `otherwise`: a file may hold a zone that no form takes."""
    try:
        zone_named(name)
    except RuleBroken:
        return otherwise
    return name


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Every zone name a person may choose: places only, and UTC."""
    return frozenset(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")) | {"UTC"}


@record(frozen=True, slots=True)
class Moment:
    """An instant, kept in UTC, with the IANA name of the zone it was meant in.

    Moments come before one another and subtract as instants, so no summer-time change can bend them;
    they are equal only when the zone is the same too.
    """

    at: datetime
    """The instant as an aware UTC datetime."""
    zone: str
    """The IANA zone in which people speak of this moment."""

    def __post_init__(self) -> None:
        if self.at.tzinfo is not UTC:
            if self.at.tzinfo is None:
                raise ValueError("a moment needs an aware datetime")
            object.__setattr__(self, "at", self.at.astimezone(UTC))

    @property
    def local(self) -> datetime:
        """The wall clock in this moment's own zone, aware."""
        return self.at.astimezone(zone_named(self.zone))

    @property
    def day(self) -> date:
        """The calendar day in this moment's own zone."""
        return self.local.date()

    def seen_from(self, zone: str) -> Moment:
        """The same instant, spoken of in another zone."""
        return self if zone == self.zone else Moment(self.at, zone)

    def day_in(self, zone: str) -> date:
        """The calendar day this instant falls on in that zone."""
        return self.at.astimezone(zone_named(zone)).date()

    def after(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> Moment:
        """The moment that lies that much real time later (earlier when negative)."""
        return Moment(self.at + timedelta(days, seconds, 0, 0, minutes, hours), self.zone)

    def __lt__(self, other: Moment) -> bool:
        """Earlier as an instant."""
        return self.at < other.at

    def __le__(self, other: Moment) -> bool:
        """Not later as an instant."""
        return self.at <= other.at

    def __gt__(self, other: Moment) -> bool:
        """Later as an instant."""
        return self.at > other.at

    def __ge__(self, other: Moment) -> bool:
        """Not earlier as an instant."""
        return self.at >= other.at

    def __sub__(self, other: Moment) -> timedelta:
        """Real time between the two instants."""
        return self.at - other.at


def moment_at(wall: datetime, zone: str, *, fold: int | None = None) -> Moment:
    """The moment a naive wall clock shows in that zone.

    Raises RuleBroken when the clocks skip that time, or show it twice and `fold` (0 the first,
    1 the second) does not say which is meant, or the year is out of range.
    """
    if not EARLIEST_YEAR <= wall.year <= LATEST_YEAR:
        raise RuleBroken(f"The year {wall.year} is outside {EARLIEST_YEAR} to {LATEST_YEAR}.")
    place = zone_named(zone)
    first, second = (wall.replace(tzinfo=place, fold=side) for side in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return Moment(first, zone)
    said = f"{wall:%H:%M} on {wall.date()} in {zone}"  # in ISO, which nobody reads as another day
    if first.astimezone(UTC).astimezone(place).replace(tzinfo=None) != wall:
        raise RuleBroken(f"{said} does not exist: the clocks go forward over it. Choose a time before or after.")
    if fold is None:
        raise RuleBroken(f"{said} comes twice: the clocks go back that night. Say which of the two.")
    return Moment((first, second)[fold], zone)


def start_of_day(day: date, zone: str) -> Moment:
    """The first instant of that day in that zone."""
    return Moment(datetime.combine(day, time(), zone_named(zone)), zone)


def noon_of(day: date, zone: str) -> Moment:
    """Midday of that day: the moment kept when only the day is known."""
    return Moment(datetime.combine(day, time(12), zone_named(zone)), zone)
