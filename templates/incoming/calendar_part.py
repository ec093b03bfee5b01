"""The calendar invitation that a mail carries."""

from __future__ import annotations

from email.message import Message

from store.clean_text import clean
from store.dates import show_day, show_moment
from store.errors import SeasonError
from store.exchange.calendar_reading import CalendarEvent, Stated, events_in
from store.moments import Moment
from templates.incoming import mail_parts
from templates.incoming.mail_read import MailRead
from templates.incoming.pasted_mail import one_line

CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
"""Kinds under which mail programs send a calendar."""
NAME = "invite.ics"
"""What the calendar of a mail is called where a sentence names its file."""
MOST_BYTES = 500_000
"""Largest calendar that is read."""


def calendar_of(message: Message) -> bytes:
    """The first calendar in that mail that holds an event; nothing when there is none that can be read."""
    for part in mail_parts.parts_of(message):
        if part.is_multipart() or not _is_calendar(part):
            continue
        data = mail_parts.bytes_of(part)
        if len(data) <= MOST_BYTES and events_of(data):
            return data
    return b""


def events_of(data: bytes) -> tuple[CalendarEvent, ...]:
    """The events of a calendar out of a mail that say when; none when it cannot be read."""
    try:
        return tuple(one for one in events_in(data, NAME) if one.starts is not None) if data else ()
    except SeasonError:
        return ()


def told(events: tuple[CalendarEvent, ...]) -> str:
    """What the events say, as words: title, when, where, what is written about them."""
    return "\n\n".join(map(_told, events))


def _told(event: CalendarEvent) -> str:
    return "\n".join(filter(None, (event.summary, _when(event), event.location, event.link, event.words)))


def title_of(data: bytes) -> str:
    """The first event in one clean line, such as `“Interview”, Fri 4 Dec 2026 15:00 UTC`."""
    first = events_of(data)[0]
    return one_line(clean(", ".join(filter(None, (f"“{first.summary}”" if first.summary else "", _when(first))))))


def why_none_to_book(mail: MailRead, *, zone: str, now: Moment) -> str:
    """Why its calendar holds nothing to book, in one sentence; empty when it may.

    A start without a known zone is taken in that zone; a cancellation is looked at whatever its day.
    """
    told = title_of(mail.calendar)
    if mail.is_automatic:
        return f"A machine replied, so the calendar in it is left alone: {told}."
    if all(one.starts and not one.cancelled and _is_past(one.starts, zone, now) for one in events_of(mail.calendar)):
        return f"What is in its calendar invitation is past, so it is not offered: {told}."
    return ""


def _is_past(start: Stated, zone: str, now: Moment) -> bool:
    try:
        return start.moment_in(zone).at < now.at
    except SeasonError:
        return False  # an hour that the clocks leave out can be put right only by a look


def _when(event: CalendarEvent) -> str:
    return _stated(event.starts) if event.starts is not None else ""


def _stated(start: Stated) -> str:
    on_the_wall = f"{show_day(start.wall.date())} {start.wall:%H:%M}"
    if not start.zone:
        return on_the_wall
    try:
        return show_moment(start.moment_in(start.zone))
    except SeasonError:
        return f"{on_the_wall} {start.zone}"  # an hour that the clocks there leave out is told as it was written


def _is_calendar(part: Message) -> bool:
    return part.get_content_type() in CALENDARS or mail_parts.file_name(part).lower().endswith((".ics", ".ical"))
