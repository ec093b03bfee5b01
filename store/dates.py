"""How days, clocks and moments are written for people, always with the month as a word and the zone named."""

from __future__ import annotations

from datetime import date, datetime

from store.errors import RuleBroken
from store.frozen_record import record
from store.moments import Moment, zone_named
from store.records import Profile

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_day(day: date) -> str:
    """A day in full, such as `Thu 3 Dec 2026`."""
    return f"{show_day_short(day)} {day.year}"


def show_day_short(day: date) -> str:
    """A day without its year, such as `Thu 3 Dec`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


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
