"""What may change about the applicant, their key dates and their news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from store.dates import show_day
from store.errors import RuleBroken
from store.moments import Moment, zone_named
from store.records import KeyDate, News, Profile, Stay
from store.rules.cleaning import cleaned, one_address, required
from store.rules.replacing import joined, swapped, with_fields, without
from store.season import Season

MOST_MONTHS = 240
"""Twenty years of clinical experience; more is a slip of the finger."""
MOST_SIGNALS = 99
"""More than any specialty gives."""


def change_profile(season: Season, *, now: Moment, **fields: Any) -> Season:
    """Change what is known about the applicant; stays are put in the order of their first days."""
    profile = cleaned(with_fields(season.profile, fields, fixed=()))
    profile = replace(profile, stays=tuple(sorted(profile.stays, key=lambda stay: stay.start)))
    _check(profile)
    if profile.email and profile.email != season.profile.email:
        one_address(profile.email)
    return season if profile == season.profile else replace(season, profile=profile)


def begin_stay(season: Season, stay: Stay, *, now: Moment) -> Season:
    """Be somewhere from a day on; a stay that begins on the same day is replaced.

    Raises RuleBroken when it overlaps with one that has a last day.
    """
    others = tuple(one for one in season.profile.stays if one.start != stay.start)
    return change_profile(season, now=now, stays=(*others, stay))


def end_stay(season: Season, start: date, *, now: Moment) -> Season:
    """Forget the stay that begins on that day; raises RuleBroken when none does."""
    left = tuple(one for one in season.profile.stays if one.start != start)
    if len(left) == len(season.profile.stays):
        raise RuleBroken(f"No stay begins on {show_day(start)}. `prematch where` lists them.")
    return change_profile(season, now=now, stays=left)


def set_key_date(season: Season, key_date: KeyDate, *, now: Moment) -> Season:
    """Keep a key date of one's own, or correct a shipped one under the same id."""
    key_date = cleaned(key_date)
    required(key_date.name, "The name of the date")
    if key_date.letter and not (len(key_date.letter) == 1 and key_date.letter.isupper()):
        raise RuleBroken("A key date’s letter is one capital, or none.")
    before = next((one for one in season.key_dates if one.id == key_date.id), None)
    if before is None:
        return replace(season, key_dates=joined(season.key_dates, replace(key_date, touched=(now,))))
    if replace(key_date, touched=before.touched) == before:
        return season
    key_date = replace(key_date, touched=(*before.touched, now))
    return replace(season, key_dates=swapped(season.key_dates, [key_date]))


def remove_key_date(season: Season, key_date_id: str, *, now: Moment) -> Season:
    """Drop a key date of one's own; where it corrected a shipped one, that one counts again."""
    if all(one.id != key_date_id for one in season.key_dates):
        raise RuleBroken("That date came with the app. Correct it if it is wrong; it cannot be removed.")
    return replace(season, key_dates=without(season.key_dates, key_date_id))


def add_news(season: Season, news: News, *, now: Moment) -> Season:
    """Something new about the applicant; raises RuleBroken for a day that has not come."""
    return replace(season, news=joined(season.news, _checked_news(news, now)))


def change_news(season: Season, news: News, *, now: Moment) -> Season:
    """Say that news differently; raises RuleBroken for a day that has not come, and when it is not known."""
    _known_news(season, news.id)
    told = swapped(season.news, [_checked_news(news, now)])
    return season if told is season.news else replace(season, news=told)


def forget_news(season: Season, news_id: str, *, now: Moment) -> Season:
    """Take that news away; raises RuleBroken when it is not known."""
    _known_news(season, news_id)
    return replace(season, news=without(season.news, news_id))


def _known_news(season: Season, news_id: str) -> None:
    if all(one.id != news_id for one in season.news):
        raise RuleBroken(f"No news has the id “{news_id[:40]}”. `prematch news` lists what is recorded.")


def _checked_news(news: News, now: Moment) -> News:
    news = cleaned(news)
    required(news.what, "The news")
    if news.day > now.day:
        raise RuleBroken("News is news once it has happened; that day is still to come.")
    return news


def _check(profile: Profile) -> None:
    if profile.aamc_id and not (profile.aamc_id.isascii() and profile.aamc_id.isdigit()):
        raise RuleBroken("An AAMC ID has digits only.")
    for months in (profile.usce_months, profile.peds_months):
        if months is not None and not 0 <= months <= MOST_MONTHS:
            raise RuleBroken(f"Months of experience are a number from 0 to {MOST_MONTHS}.")
    if profile.signals is not None and not 0 <= profile.signals <= MOST_SIGNALS:
        raise RuleBroken(f"Signals are a number from 0 to {MOST_SIGNALS}.")
    everywhere, in_pediatrics = profile.usce_months, profile.peds_months
    if everywhere is not None and in_pediatrics is not None and in_pediatrics > everywhere:
        raise RuleBroken("The months in pediatrics are part of those in the US and cannot be more.")
    _check_stays(profile.stays)


def _check_stays(stays: tuple[Stay, ...]) -> None:
    """A stay that is open may hold later ones; one with a last day is left before the next begins."""
    if len({stay.start for stay in stays}) < len(stays):
        raise RuleBroken("Two stays begin on the same day. Keep one of them.")
    for stay in stays:
        zone_named(stay.zone)
        if stay.until is not None and stay.until < stay.start:
            raise RuleBroken(f"That stay would end on {show_day(stay.until)}, before it begins. Nothing was changed.")
    for sooner, later in pairwise(stays):
        if sooner.until is not None and later.start <= sooner.until:
            raise RuleBroken(
                f"From {show_day(later.start)} on you would be in {sooner.zone} and in {later.zone} at once. "
                "End the one before the other begins; nothing was changed."
            )
