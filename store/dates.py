"""How days, months, clocks and moments are written for people, in the order they chose and with the zone named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from enum import StrEnum

from store.errors import RuleBroken
from store.frozen_record import record
from store.moments import Moment, zone_named
from store.records import Profile

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class DayOrder(StrEnum):
    """In which order the parts of a day are written."""

    DAY_FIRST = "day-first"
    """`Thu 3 Dec 2026`."""
    MONTH_FIRST = "month-first"
    """`Thu Dec 3, 2026`."""
    ISO = "iso"
    """`Thu 2026-12-03`."""


class _Run:
    """What holds for the whole run, as a locale does.

    Every sentence that names a day depends on it, and no rule does; so it is no argument of the functions in between.
    Threads and the tasks of widgets each keep a context of their own, in which what one of them sets is not seen by
    the others: the order of the run therefore stands here, and only the one for a stretch of work in a context.
    """

    order = DayOrder.DAY_FIRST


_FOR_NOW: ContextVar[DayOrder | None] = ContextVar("_FOR_NOW", default=None)


def day_order() -> DayOrder:
    """The order in force here."""
    return _FOR_NOW.get() or _Run.order


def write_days(order: DayOrder) -> None:
    """Write and read days in that order from now on, in all threads; for where settings are read or changed."""
    _Run.order = order


@contextmanager
def days_written(order: DayOrder) -> Iterator[None]:
    """Write and read days in that order within the block, and nowhere else meanwhile: for what is not on screen."""
    token = _FOR_NOW.set(order)
    try:
        yield
    finally:
        _FOR_NOW.reset(token)


def show_day(day: date) -> str:
    """A day in full, such as `Thu 3 Dec 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {show_date(day)}"


def show_day_short(day: date) -> str:
    """A day without its year, such as `Thu 3 Dec`."""
    return f"{WEEKDAYS[day.weekday()]} {show_date_short(day)}"


def show_date(day: date) -> str:
    """A day without its weekday, such as `3 Dec 2026`."""
    match day_order():
        case DayOrder.DAY_FIRST:
            return f"{day.day} {month_letters(day)} {day.year}"
        case DayOrder.MONTH_FIRST:
            return f"{month_letters(day)} {day.day}, {day.year}"
        case DayOrder.ISO:
            return f"{day.year}-{show_date_short(day)}"


def show_date_short(day: date) -> str:
    """A day without weekday and year, such as `3 Dec`."""
    match day_order():
        case DayOrder.DAY_FIRST:
            return f"{day.day} {month_letters(day)}"
        case DayOrder.MONTH_FIRST:
            return f"{month_letters(day)} {day.day}"
        case DayOrder.ISO:
            return f"{day.month:02}-{day.day:02}"


def show_span(first: date, last: date) -> str:
    """Two days and what lies between them, such as `23 Nov - 29 Nov`."""
    between = "to" if day_order() is DayOrder.ISO else "-"
    return f"{show_date_short(first)} {between} {show_date_short(last)}"


def show_month(day: date) -> str:
    """A month with its year, such as `Dec 2026`."""
    return f"{day.year}-{day.month:02}" if day_order() is DayOrder.ISO else f"{month_letters(day)} {day.year}"


def show_month_long(day: date) -> str:
    """The same with the month in full, such as `December 2026`."""
    return show_month(day) if day_order() is DayOrder.ISO else f"{MONTH_NAMES[day.month - 1]} {day.year}"


def month_letters(day: date) -> str:
    """The month alone, such as `Dec`, in every order: a number alone would be read as a day."""
    return MONTH_NAMES[day.month - 1][:3]


def zone_letters(moment: Moment) -> str:
    """The letters of its zone at that moment, such as CST; `UTC+03:00` where people use none."""
    return _letters(moment.local)


def show_clock(moment: Moment) -> str:
    """The wall clock in its own zone, such as `21:00 EST`."""
    local = moment.local
    return f"{local.hour:02}:{local.minute:02} {_letters(local)}"


def show_moment(moment: Moment) -> str:
    """A moment in full, such as `Wed 3 Mar 2027 21:00 EST`."""
    return f"{show_day(moment.day)} {show_clock(moment)}"


def show_moment_short(moment: Moment) -> str:
    """A moment without its year, such as `Wed 3 Mar 21:00 EST`."""
    return f"{show_day_short(moment.day)} {show_clock(moment)}"


def show_both(moment: Moment, home_zone: str) -> str:
    """A moment on its own clock and then on the one at home.

    `Thu 3 Dec 2026 08:00 CST = 15:00 CET here`. The day is said again where home has another one,
    and nothing is said twice where both clocks show the same.
    """
    there, here = moment.local, moment.seen_from(home_zone)
    at_home = here.local
    if there.replace(tzinfo=None) == at_home.replace(tzinfo=None):
        return show_moment(moment)
    day = ""
    if at_home.year != there.year:
        day = f"{show_day(here.day)} "
    elif at_home.date() != there.date():
        day = f"{show_day_short(here.day)} "
    return f"{show_moment(moment)} = {day}{show_clock(here)} here"


def days_until(moment: Moment, now: Moment, home: Home | None = None) -> int:
    """Calendar days from today to that moment, negative once it is behind.

    Its day is the one where the applicant is by then, as `home` tells it, else the one in the zone of `now`.
    """
    return ((home.day_of(moment) if home else moment.day_in(now.zone)) - now.day).days


def signed_days(moment: Moment, now: Moment, home: Home | None = None) -> str:
    """Those days in exactly four characters: ` now`, ` -3d`, `+49d`, `+120`; never beyond 999 either way."""
    return signed(days_until(moment, now, home))


def signed(days: int) -> str:
    """That many days in exactly four characters; never beyond 999 either way."""
    days = max(-999, min(999, days))
    if days == 0:
        return " now"
    return f"{days:+}d".rjust(4) if abs(days) < 100 else f"{days:+}"


def home_zone_on(profile: Profile, day: date, fallback: str) -> str:
    """The zone the applicant lives in on that day.

    The latest stay begun by then and not over decides, else the home zone, else `fallback` (the machine's zone).
    """
    begun = [stay for stay in profile.stays if stay.start <= day and (stay.until is None or day <= stay.until)]
    if begun:
        return max(begun, key=lambda stay: stay.start).zone
    return profile.home_zone or fallback


def home_zone_at(profile: Profile, at: datetime, fallback: str) -> str:
    """The zone the applicant is in at that instant; `fallback` where the profile knows none for its day."""
    first = home_zone_on(profile, at.date(), "")
    return home_zone_on(profile, Moment(at, first).day, first) if first else fallback


def home_at(profile: Profile, moment: Moment, now: Moment) -> str:
    """The zone the applicant is in when that moment comes, or was in.

    Where `now` is spoken of in another zone than the profile has for it, as `--home` asks, that one counts.
    """
    return home_of(profile, now).zone_at(moment)


@record(frozen=True, slots=True)
class Home:
    """Where the applicant is, day by day: it says on which calendar day a moment falls for them."""

    zone: str
    """Where they are now."""
    known: Profile | None = None
    """A profile that holds nothing but the places; None where the present zone counts for every day."""

    def zone_at(self, moment: Moment) -> str:
        """The zone they are in when that moment comes, or were in."""
        if self.known is None:
            return self.zone
        try:
            zone = home_zone_at(self.known, moment.at, self.zone)
            zone_named(zone)
        except RuleBroken:
            return self.zone  # a file may hold a zone that no form takes
        return zone

    def day_of(self, moment: Moment) -> date:
        """The calendar day that moment falls on where they are by then."""
        return moment.day_in(self.zone_at(moment))


def home_of(profile: Profile, now: Moment) -> Home:
    """Where the applicant is on every day, as that profile and the present moment tell it."""
    if not profile.stays:
        return Home(now.zone)
    known = Profile(home_zone=profile.home_zone, stays=profile.stays)
    home = Home(now.zone, known)
    return home if home.zone_at(now) == now.zone else Home(now.zone)


def show_for(profile: Profile, moment: Moment, now: Moment) -> str:
    """A moment on its own clock and on the one where the applicant is by then.

    `Thu 14 Jan 2027 08:00 CST = 07:00 MST for you` says by its last words that this is not where they are now.
    """
    home = home_at(profile, moment, now)
    said = show_both(moment, home)
    return said if home == now.zone else f"{said.removesuffix(' here')} for you" if said.endswith(" here") else said


def show_offset(local: datetime) -> str:
    """The distance of an aware wall clock from UTC, such as `UTC-06:00`."""
    offset = local.utcoffset()
    if offset is None:
        raise ValueError("an offset needs an aware wall clock")
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _letters(local: datetime) -> str:
    letters = local.tzname() or ""
    return show_offset(local) if letters[:1] in "+-" else letters
