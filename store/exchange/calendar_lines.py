"""The lines of a calendar file that came from elsewhere: read within limits, and nothing in it is ever carried out.

Repeating rules are not expanded and zones not built, so that no file can make either take for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.errors import FileTrouble
from store.exchange import named_file
from store.frozen_record import record

BYTES_LIMIT = 2 * 1024 * 1024
"""Most bytes of a calendar that is taken in."""
EVENTS_LIMIT = 200
"""Most events of one."""
ENDINGS = (".ics", ".ical")
"""How calendars are named."""
FIRST_BYTES = 200
"""How far into a file its first line is looked for, past marks and blank lines."""
VALUE_LIMIT = 100_000
"""Most characters of one line that is read; a longer one is passed over."""
_OF_AN_EVENT = ("UID", "SEQUENCE", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "ORGANIZER", "STATUS")
_TIMES = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "RECURRENCE-ID")
_LINKS = ("URL", "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_AROUND = ("METHOD", "X-PREMATCH", "TZID", "X-LIC-LOCATION", "TZOFFSETTO")
WANTED = frozenset((*_OF_AN_EVENT, *_TIMES, *_LINKS, *_AROUND))
"""Lines that say anything an interview is made of."""


@record(frozen=True, slots=True)
class Line:
    """One line of a component."""

    params: dict[str, str]
    """What stands between its name and its value, names in capitals."""
    value: str
    """The value, signs no longer escaped."""


Lines = dict[str, Line]
"""The first line of each name."""


@record(frozen=True, slots=True)
class Component:
    """A calendar, an event, or what a file says of a zone, with its lines; what stands inside another comes first."""

    name: str
    """VCALENDAR, VEVENT, VTIMEZONE, or one of a zone's halves of the year: STANDARD or DAYLIGHT."""
    lines: Lines
    """Its own lines, not those of what stands inside it."""
    whole: bool = True
    """False when the file ends in the middle of it."""


def is_calendar(path: Path) -> bool:
    """Is it a calendar, by its name or by how it begins? A file that cannot be read is one by its name alone."""
    if path.suffix.lower() in ENDINGS:
        return True
    try:
        with path.open("rb") as source:
            return b"BEGIN:VCALENDAR" in source.read(FIRST_BYTES).upper()
    except OSError:
        return False


def bytes_of(path: Path) -> bytes:
    """The bytes of that calendar file, one beyond the limit at most; raises FileTrouble in one sentence."""
    return named_file.bytes_of(path, limit=BYTES_LIMIT, kind=".ics")


def components_in(data: bytes, name: str) -> tuple[Component, ...]:
    """The components of those bytes; raises FileTrouble in one sentence for what is no calendar or too large."""
    if len(data) > BYTES_LIMIT:
        raise FileTrouble(f"{name} is larger than {BYTES_LIMIT >> 20} MB, too large for interviews. Nothing was read.")
    head = data.upper()
    if b"\0" in data or b"BEGIN:VCALENDAR" not in head:
        raise FileTrouble(f"{name} is no calendar file: one begins with BEGIN:VCALENDAR. Nothing was read.")
    events = head.count(b"BEGIN:VEVENT")
    if events > EVENTS_LIMIT:
        raise FileTrouble(
            f"{name} holds {events:,} events, and no portal gives more than {EVENTS_LIMIT} interviews. "
            "Save only the interviews to a file of their own."
        )
    return tuple(_components(_text(data)))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _components(text: str) -> Iterator[Component]:
    from icalendar.parser import Contentlines

    kinds = ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT")
    open_ones: list[tuple[str, Lines]] = []
    for line in Contentlines.from_ical(text):  # type: ignore[no-untyped-call]
        name, _, value = line.partition(":")
        word, inside = name.strip().upper(), value.strip().upper()
        if word == "BEGIN":
            open_ones.append((inside, {}))
        elif word == "END" and open_ones:
            kind, lines = open_ones.pop()
            if kind in kinds:
                yield Component(kind, lines, whole=kind == inside)
        elif open_ones and open_ones[-1][0] in kinds:
            _take(open_ones[-1][1], str(line))
    for kind, lines in reversed(open_ones):
        if kind in kinds:
            yield Component(kind, lines, whole=False)


def _take(lines: Lines, text: str) -> None:
    """Keep that line when it is wanted, can be read, and is the first of its name."""
    from icalendar.parser import Contentline

    name = text.replace(":", ";", 1).partition(";")[0].strip().upper()
    if name not in WANTED or name in lines or len(text) > VALUE_LIMIT:
        return
    try:
        _, params, value = Contentline(text).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return
    lines[name] = Line({key.upper(): _joined(one) for key, one in params.items()}, value)


def _joined(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
