"""When an event of a calendar file is: on the clock of its program, and on the applicant's where that is not known."""

from __future__ import annotations

from collections.abc import Iterator

from store.dates import home_at, home_of, show_for
from store.errors import RuleBroken
from store.exchange.calendar_reading import CalendarEvent
from store.moments import Moment
from store.records import Program
from store.season import Season

USUAL_MINUTES = 240
"""The length taken for an event that states none."""


def start_of(season: Season, event: CalendarEvent, program: Program, now: Moment) -> tuple[Moment, bool]:
    """When it starts, and whether its zone had to be assumed.

    An instant in UTC, or on the clock at home on that day as one's own calendar writes it, is shown where the program
    is. Raises RuleBroken for a start that cannot be read, or that no clock there shows.
    """
    if event.starts is None:
        raise RuleBroken("Its start cannot be read.")
    where = _zone_of(season, event, program, now)
    starts = event.starts.moment_in(where)
    own = ("UTC", home_at(season.profile, starts, now))
    return (starts.seen_from(where) if starts.zone in own else starts), not event.starts.zone


def _zone_of(season: Season, event: CalendarEvent, program: Program | None, now: Moment) -> str:
    """The zone of the program, else the one where the applicant is on the day of the event."""
    if program is not None and program.zone:
        return program.zone
    home = home_of(season.profile, now)
    return home.zone_at(event.starts.moment_in(home.zone)) if event.starts else home.zone


def length_of(
    season: Season, event: CalendarEvent, starts: Moment, program: Program, now: Moment
) -> tuple[int, tuple[str, ...]]:
    """How many minutes it lasts, and a sentence where the file does not say; an end before the start says nothing."""
    minutes = event.minutes
    if event.ends is not None:
        minutes = int((event.ends.moment_in(_zone_of(season, event, program, now)) - starts).total_seconds()) // 60
    if minutes is not None and minutes > 0:
        return minutes, ()
    return USUAL_MINUTES, (f"It states no end; {USUAL_MINUTES // 60} hours are taken.",)


def about_zone(event: CalendarEvent, starts: Moment, assumed: bool) -> Iterator[str]:
    """A sentence when its zone had to be assumed."""
    if assumed and event.starts is not None:
        named = f"calls its zone “{event.starts.tzid}”, which is no known one" if event.starts.tzid else "names no zone"
        yield f"The file {named}: {starts.zone} is assumed; ask them to confirm it."


def stated_words(season: Season, event: CalendarEvent, program: Program | None, now: Moment) -> str:
    """When the file says that it starts, on both clocks, and whose zone was taken where it names none; else empty."""
    if event.starts is None:
        return ""
    try:
        starts = event.starts.moment_in(_zone_of(season, event, program, now))
    except RuleBroken:
        return ""
    whose = "their" if program is not None and program.zone else "your"
    unsure = "" if event.starts.zone else f" if it is meant in {whose} zone"
    return f"{show_for(season.profile, starts, now)}{unsure}"
