"""The one place that reads the time."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime

from store.errors import RuleBroken, Unclear
from store.moments import EARLIEST_YEAR, LATEST_YEAR, Moment, zone_named
from store.records import Profile

Clock = Callable[[Profile], Moment]
"""Gives the present moment, spoken of in the zone where the applicant is."""


def the_clock(*, now: str = "", home: str = "") -> Clock:
    """The clock of this run: real time, or standing still at `now` or at PREMATCH_NOW (ISO with an offset).

    Home is `home`, else where the profile says the applicant is that day, else the zone of the machine,
    else UTC. Raises Unclear for a moment that is not exact, RuleBroken for an unknown zone.
    """
    standing = _exact(now or os.environ.get("PREMATCH_NOW", ""))
    if home:
        zone_named(home)

    def clock(profile: Profile) -> Moment:
        at = standing or datetime.now(UTC)
        return Moment(at, home or _home(profile, at))

    return clock


def _exact(text: str) -> datetime | None:
    if not text.strip():
        return None
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Unclear(
            f"“{text.strip()[:60]}” is no exact moment. Write it like 2026-11-24T14:05+01:00, offset included."
        )
    if not EARLIEST_YEAR < at.year < LATEST_YEAR:
        raise Unclear(f"The year {at.year} is too far away for a season.")
    return at.astimezone(UTC)


def _home(profile: Profile, at: datetime) -> str:
    from store.dates import home_zone_at

    return home_zone_at(profile, at, "") or _machine_zone()


def _machine_zone() -> str:
    from store.places import machine_zone

    zone = machine_zone()
    try:
        zone_named(zone)
    except RuleBroken:
        return "UTC"
    return zone
