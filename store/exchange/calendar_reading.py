"""The interviews in a calendar file that a portal gave, each as far as the file states it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from html import unescape
from pathlib import Path

from store.clean_text import NAME_LIMIT, clean
from store.errors import FileTrouble
from store.exchange.calendar_lines import Component, Line, bytes_of, components_in
from store.exchange.calendar_zone_names import StatedZone, stated_zones, zone_of_tzid
from store.frozen_record import record
from store.moments import Moment, moment_at

CLOCK = re.compile(r"(\d{8}T\d{6})(Z?)", re.ASCII)
"""A day and a clock time as calendars write them, and whether they are in UTC."""
DAY = re.compile(r"\d{8}", re.ASCII)
"""A day without a time."""
NUMBER = re.compile(r"\d{1,9}", re.ASCII)
"""How often an event was changed."""
ADDRESS = re.compile(r"https?://[^\s<>\"'\\)\]}]+", re.IGNORECASE)
"""An address of the web inside other words."""
MEETING = ("zoom.", "teams.", "webex.", "meet.google.", "thalamus", "bluejeans.", "gotomeeting.", "meeting")
"""Parts of an address by which a place to meet is told from any other link."""
LINK_LIMIT, WORDS_LIMIT = 2_000, 20_000
"""Most characters of an address or a place, and of what is written about an event; the rest is cut."""


@record(frozen=True, slots=True)
class Stated:
    """A moment as far as the file states it."""

    wall: datetime
    """What the clock shows; naive."""
    zone: str = ""
    """Its IANA zone; empty when the file names none that is known."""
    tzid: str = ""
    """The zone's name in the file."""

    def moment_in(self, otherwise: str) -> Moment:
        """The moment in its own zone, or in that one; of a time that comes twice the first, as calendars have it."""
        return moment_at(self.wall, self.zone or otherwise, fold=0)


@record(frozen=True, slots=True)
class CalendarEvent:
    """One event of the file."""

    uid: str
    """The name its calendar knows it by."""
    sequence: int
    """The number of this word on it."""
    summary: str
    """Its title."""
    starts: Stated | None = None
    """When it starts; None when the file says it in no way an interview can have."""
    ends: Stated | None = None
    """When it ends."""
    minutes: int | None = None
    """How long it lasts, when that is said instead."""
    words: str = ""
    """What is written about it, tags taken out."""
    location: str = ""
    """Where, as the file has it."""
    link: str = ""
    """Where to join."""
    organizer: str = ""
    """Who invites."""
    address: str = ""
    """Their mail address."""
    cancelled: bool = False
    """True when the event will not take place."""
    tentative: bool = False
    """True when the calendar calls it not settled."""
    trouble: str = ""
    """Why no interview can be made of it."""


def read_calendar(path: Path) -> tuple[CalendarEvent, ...]:
    """The events of the file at that path; raises FileTrouble in one sentence."""
    return events_in(bytes_of(path), path.name)


def events_in(data: bytes, name: str) -> tuple[CalendarEvent, ...]:
    """The events in those bytes, those of one name in the order of their numbers; raises FileTrouble."""
    found = components_in(data, name)
    calendars = [one.lines for one in found if one.name == "VCALENDAR"]
    if any("X-PREMATCH" in lines for lines in calendars):
        raise FileTrouble(f"{name} was written by prematch itself: the season holds all of it already.")
    zones = stated_zones(found)
    cancelling = any(_value(lines, "METHOD").upper() == "CANCEL" for lines in calendars)
    events = [_event(one, zones, cancelling=cancelling) for one in found if one.name == "VEVENT"]
    if not events:
        raise FileTrouble(f"{name} holds no event: there is nothing to take in.")
    first = {event.uid: at for at, event in reversed(list(enumerate(events)))}
    return tuple(sorted(events, key=lambda one: (first[one.uid], one.sequence if one.uid else 0)))


def _event(component: Component, zones: Mapping[str, StatedZone], *, cancelling: bool) -> CalendarEvent:
    lines = component.lines
    words, location = _words(lines), clean(_value(lines, "LOCATION"))[:LINK_LIMIT]
    status, number = _value(lines, "STATUS").upper(), _value(lines, "SEQUENCE").strip()
    organizer = lines.get("ORGANIZER", Line({}, ""))
    address = re.sub(r"(?i)^mailto:", "", organizer.value.strip())
    return CalendarEvent(
        _one_line(_value(lines, "UID")),
        int(number) if NUMBER.fullmatch(number) else 0,
        _one_line(_value(lines, "SUMMARY")),
        _stated(lines.get("DTSTART"), zones),
        _stated(lines.get("DTEND"), zones),
        _minutes(_value(lines, "DURATION")),
        words=words,
        location=_place(location),
        link=_link(lines, location, words),
        organizer=_one_line(organizer.params.get("CN", "")),
        address=_one_line(address) if "@" in address else "",
        cancelled=cancelling or status == "CANCELLED",
        tentative=status == "TENTATIVE",
        trouble=_trouble(component),
    )


def _trouble(component: Component) -> str:
    lines = component.lines
    start = lines.get("DTSTART")
    if not component.whole:
        return "the file is broken off in the middle of it"
    if not {"RRULE", "RDATE", "RECURRENCE-ID"}.isdisjoint(lines):
        return "it repeats, and an interview does not; enter it by hand if it is one"
    if start is None:
        return "it says nowhere when it starts"
    if DAY.fullmatch(start.value.strip()):
        return "it has a day and no time; enter it by hand once the time is known"
    return "" if _stated(start, {}) else "its start cannot be read"


def _stated(line: Line | None, zones: Mapping[str, StatedZone]) -> Stated | None:
    found = CLOCK.fullmatch(line.value.strip()) if line else None
    if line is None or found is None:
        return None
    try:
        wall = datetime.strptime(found[1], "%Y%m%dT%H%M%S")  # noqa: DTZ007 the zone stands beside it or is assumed
    except ValueError:
        return None
    tzid = _one_line(line.params.get("TZID", ""))
    return Stated(wall, "UTC" if found[2] else zone_of_tzid(tzid, zones), tzid)


def _minutes(duration: str) -> int | None:
    if not duration or len(duration) > 40:
        return None
    from icalendar.prop import vDuration

    try:
        return int(vDuration.from_ical(duration).total_seconds()) // 60  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None


def _words(lines: Mapping[str, Line]) -> str:
    """What is written about it; what stands there only as HTML without its tags."""
    plain = clean(_value(lines, "DESCRIPTION")).strip()
    if plain and not plain.lstrip().lower().startswith(("<html", "<!doctype", "<p", "<div", "<body")):
        return plain[:WORDS_LIMIT]
    marked = plain or _value(lines, "X-ALT-DESC")
    return " ".join(clean(unescape(re.sub(r"<[^<>]*>", " ", marked))).split())[:WORDS_LIMIT]


def _link(lines: Mapping[str, Line], location: str, words: str) -> str:
    """The first address that looks like a place to meet, else the first one there is."""
    named = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
    sources = [*(_value(lines, name) for name in named), location, words, unescape(_value(lines, "X-ALT-DESC"))]
    found = [address for source in (*sources, _value(lines, "URL")) for address in ADDRESS.findall(clean(source))]
    found = [address.rstrip(".,;") for address in found if len(address) <= LINK_LIMIT]
    told = (address for address in found if any(part in address.casefold() for part in MEETING))
    return next(told, found[0] if found else "")


def _place(location: str) -> str:
    """The location without any address of the web; empty when nothing else stood there."""
    return " ".join(ADDRESS.sub(" ", location).split()).strip(" ;,")


def _value(lines: Mapping[str, Line], name: str) -> str:
    return lines[name].value if name in lines else ""


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())[:NAME_LIMIT]
