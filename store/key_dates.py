"""The dates of the season that hold for this applicant: those shipped, corrected and added to by hand."""

from __future__ import annotations

from functools import lru_cache

from store.dates import Home, days_until, show_both, show_day
from store.errors import RuleBroken
from store.moments import Moment
from store.records import KeyDate
from store.reference.shipped import shipped_key_dates
from store.season import Season
from store.words import Mark

HOW_SURE: dict[Mark, str] = {
    Mark.CONFIRMED: "confirmed",
    Mark.EXPECTED: "expected, confirm on nrmp.org",
    Mark.OWN: "your own date",
}
"""How far each kind of date can be relied on, in a few words."""


def key_dates(season: Season) -> tuple[KeyDate, ...]:
    """Every key date, earliest first; one of the season's own replaces the shipped one of the same id."""
    return _joined(season.key_dates)


def key_date(season: Season, key_date_id: str) -> KeyDate:
    """The key date of that id; raises RuleBroken when there is none."""
    for found in key_dates(season):
        if found.id == key_date_id:
            return found
    raise RuleBroken(f"There is no key date called “{key_date_id[:60]}”.")


def next_key_date(season: Season, now: Moment) -> KeyDate | None:
    """The first key date still ahead; a date without a clock stays ahead until its day is over."""
    return next((found for found in key_dates(season) if not is_over(found, now)), None)


def is_over(key_date: KeyDate, now: Moment) -> bool:
    """True once its moment has passed, or its whole day where only the day counts."""
    if key_date.all_day:
        return key_date.at.day < now.day_in(key_date.at.zone)
    return key_date.at < now


def ranking_is_open(season: Season, now: Moment) -> bool:
    """True from the moment lists can be entered until they have to be certified."""
    return key_date(season, "ranking-opens").at.at <= now.at <= key_date(season, "rank-deadline").at.at


def how_sure(key_date: KeyDate) -> str:
    """In a few words, whether the date can be relied on."""
    return HOW_SURE[key_date.mark]


def days_ahead(key_date: KeyDate, now: Moment, home: Home) -> int:
    """Calendar days until that key date where the applicant is by then; a whole day keeps its own day."""
    return (key_date.at.day - now.day).days if key_date.all_day else days_until(key_date.at, now, home)


def show_key_date(key_date: KeyDate, home_zone: str) -> str:
    """When it is, on its own clock and the one at home; only the day where no clock is known."""
    return show_day(key_date.at.day) if key_date.all_day else show_both(key_date.at, home_zone)


@lru_cache(maxsize=8)
def _joined(own: tuple[KeyDate, ...]) -> tuple[KeyDate, ...]:
    by_id = {found.id: found for found in (*shipped_key_dates(), *own)}
    return tuple(sorted(by_id.values(), key=lambda found: (found.at, found.id)))
