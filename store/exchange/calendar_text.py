"""Calendar entries as the text of an .ics file, the same bytes for the same entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from store.clean_text import clean
from store.exchange.calendar_entries import UTC, CalendarEntry
from store.moments import Moment

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

MARK = b"X-PREMATCH:1\r\n"
"""The line by which a file of ours is known."""
CATEGORY = "Residency season"
"""Under which calendar programs file every entry, and what they call the whole."""


def as_ics(entries: Iterable[CalendarEntry]) -> bytes:
    """Those entries as a calendar file in UTF-8, with every zone they name described in it.

    Lines are folded and signs escaped as RFC 5545 wants them.
    """
    from icalendar import Calendar

    entries = tuple(entries)
    calendar = Calendar()
    calendar.add("prodid", "-//prematch//season//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-prematch", "1")
    calendar.add("x-wr-calname", CATEGORY)
    _describe_zones(calendar, entries)
    for entry in entries:
        calendar.add_component(_event(entry))
    text: bytes = calendar.to_ical()
    return text


def event_text(entry: CalendarEntry) -> bytes:
    """That entry alone, as it stands in the file."""
    text: bytes = _event(entry).to_ical()
    return text


def _describe_zones(calendar: Calendar, entries: tuple[CalendarEntry, ...]) -> None:
    """A description of each zone from a year before its entries to a year behind them; UTC needs none."""
    from store.exchange.zone_description import described_zone

    moments = [entry.starts for entry in entries if isinstance(entry.starts, Moment)]
    for zone in sorted({moment.zone for moment in moments} - {UTC}):
        years = [moment.day.year for moment in moments if moment.zone == zone]
        calendar.add_component(described_zone(zone, min(years) - 1, max(years) + 1))


def _event(entry: CalendarEntry) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.at)
    event.add("last-modified", entry.stamp.at)
    event.add("summary", clean(f"Cancelled: {entry.summary}" if entry.cancelled else entry.summary))
    event.add("status", "CANCELLED" if entry.cancelled else "TENTATIVE" if entry.assumed else "CONFIRMED")
    event.add("categories", [CATEGORY])
    event.add("class", "PRIVATE")
    for name, words in (("description", entry.words), ("location", entry.location)):
        if words:
            event.add(name, clean(words))
    if entry.link.startswith(("https://", "http://")):
        event.add("url", clean(entry.link))
    _add_times(event, entry)
    if not entry.cancelled:
        for before in entry.alarms:
            event.add_component(_alarm(before, entry))
    return event


def _add_times(event: Event, entry: CalendarEntry) -> None:
    """A start and an end; a mere moment has no end and, like a whole day, blocks nothing else."""
    if isinstance(entry.starts, Moment):
        event.add("dtstart", entry.starts.at if entry.starts.zone == UTC else entry.starts.local)
        if entry.minutes:
            ends = entry.starts.after(minutes=entry.minutes)
            event.add("dtend", ends.at if ends.zone == UTC else ends.local)
    else:
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.starts + timedelta(days=1))
    event.add("transp", "OPAQUE" if entry.minutes and not entry.cancelled else "TRANSPARENT")


def _alarm(before: timedelta, entry: CalendarEntry) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(entry.summary))
    alarm.add("trigger", before)
    return alarm
