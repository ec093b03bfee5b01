"""The season's calendar as a file: written over its own, never over another's, with numbers that only rise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from store.clean_text import clean
from store.disk import Disk
from store.errors import FileTrouble, RuleBroken
from store.exchange.calendar_entries import CalendarEntry
from store.exchange.calendar_text import MARK, as_ics, event_text
from store.frozen_record import record
from store.moments import Moment
from store.safe_write import why, write_whole

HEAD_BYTES = 4_096
"""How far from the beginning the mark of a file of ours stands."""
BYTES_LIMIT = 8 * 1024 * 1024
"""Most bytes of an earlier file that are looked through for its numbers."""
EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
"""One entry as this app writes it."""
COUNTED = re.compile(rb"^(?:SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r\n]*\r\n", re.MULTILINE)
"""Lines that say how often and when an entry was changed, and nothing of what it is."""
UID = re.compile(rb"^UID:([^\r\n]+)\r\n", re.MULTILINE)
"""The line with the name of an entry."""
SEQUENCE = re.compile(rb"^SEQUENCE:(\d{1,9})\r\n", re.MULTILINE)
"""The line that says how often it was changed."""
STAMP = re.compile(rb"^DTSTAMP:(\d{8}T\d{6})Z\r\n", re.MULTILINE)
"""The line that says when it was changed last, in UTC."""
SUMMARY = re.compile(rb"^SUMMARY:((?:[^\r\n]|\r\n )+)\r\n", re.MULTILINE)
"""The line with its title, folded or not."""


@record(frozen=True, slots=True)
class Former:
    """An entry as an earlier file has it."""

    sequence: int
    """Its number there."""
    stamp: Moment
    """When it was changed last, as that file says."""
    content: bytes
    """Everything else of it."""
    summary: str
    """Its title."""


@record(frozen=True, slots=True)
class Handed:
    """What was written."""

    count: int
    """How many entries."""
    gone: tuple[str, ...] = ()
    """Titles of entries the earlier file had and the season no longer has."""


def write_calendar(path: Path, entries: Iterable[CalendarEntry], *, disk: Disk | None = None) -> Handed:
    """Write these entries to a file that only its owner may read, whole or not at all.

    An earlier calendar of ours there is written over: an entry that differs from it gets a higher number than it
    had, even where an undo has led back, or calendars would keep the other form. Raises RuleBroken when anything
    else is there, FileTrouble when it cannot be written.
    """
    disk = disk or Disk()
    earlier = formerly(_earlier(disk, path))
    carried = tuple(_carried_on(entry, earlier.get(entry.uid)) for entry in entries)
    write_whole(disk, path, (as_ics(carried),))
    names = {entry.uid for entry in carried}
    return Handed(len(carried), tuple(one.summary for uid, one in earlier.items() if uid not in names))


def formerly(text: bytes) -> Mapping[str, Former]:
    """The entries of an earlier file of ours by their names; those that cannot be read are passed over."""
    found: dict[str, Former] = {}
    for event in EVENT.findall(text):
        uid, sequence, stamp, summary = (pattern.search(event) for pattern in (UID, SEQUENCE, STAMP, SUMMARY))
        if uid and sequence and stamp:
            title = summary[1].replace(b"\r\n ", b"").decode(errors="replace") if summary else ""
            said = clean(re.sub(r"\\(.)", r"\1", title))
            when = _stamp(stamp[1].decode())
            if when is not None:
                found[uid[1].decode(errors="replace")] = Former(int(sequence[1]), when, COUNTED.sub(b"", event), said)
    return found


def _carried_on(entry: CalendarEntry, former: Former | None) -> CalendarEntry:
    if former is None or former.sequence < entry.sequence:
        return entry
    if COUNTED.sub(b"", event_text(entry)) == former.content:
        return replace(entry, sequence=former.sequence, stamp=former.stamp)
    return replace(entry, sequence=former.sequence + 1)


def _stamp(text: str) -> Moment | None:
    try:
        return Moment(datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=UTC), "UTC")
    except ValueError:
        return None


def _earlier(disk: Disk, path: Path) -> bytes:
    """The calendar of ours that is there, or nothing; raises RuleBroken for anything that is not one."""
    try:
        if path.is_symlink() or not path.is_file():
            disk.look(path)
            raise RuleBroken(f"{path} is there already and no plain file, so nothing was written. Name another file.")
        text = disk.read(path)[0] if disk.look(path).st_size <= BYTES_LIMIT else b""
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise FileTrouble(f"“{path}” cannot be looked at: {why(error)}. Nothing was written.") from error
    if MARK not in text[:HEAD_BYTES]:
        raise RuleBroken(
            f"{path} is there already and is no calendar prematch wrote, so nothing was written. Name another file."
        )
    return text
