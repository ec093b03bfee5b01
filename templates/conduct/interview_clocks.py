"""C26, times of day that disagree with the interview on record, and times without a zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo

from store.dates import show_day
from store.moments import zone_named
from store.words import Kind
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import added
from templates.conduct.interview_days import offered_by_them
from templates.conduct.interview_record import FILE, Line, Record, says
from templates.conduct.phrases import any_of
from templates.conduct.spoken_times import SpokenClock, SpokenDay, spoken_clocks
from templates.conduct.spoken_zones import clock_zones, named_zones

WITHIN = 48
"""How many characters behind a time its zone may stand."""
NEXT_TO = 12
"""How many characters may lie between a day and its time."""
BEFORE = 40
"""How many characters before a time may say that it is no start."""
_RANGE = re.compile(r" *(?:-|to|until|till|and|or|through) *")
_HALF = re.compile(r"(?P<gap> *)(?P<letter>[ap])(?P<rest>\.? ?m\b\.?)", re.I)
_ENDS = re.compile(r"(?:-|\b(?:to|until|till|through|and|ends at|ending at)) *$")
Zones = tuple[tzinfo, ...] | None


def wrong_clocks(line: Line, *, needs_zone: bool) -> Iterator[Finding]:
    """Times that are not the interview's on any clock, and the first time of a sentence that names no zone."""
    said = tuple(spoken_clocks(line.flat))
    if not said:
        return
    record = line.record
    places = clock_zones(line.draft, record.zones)
    named = [named_zones(_behind(line.flat, said, at), places, record.theirs, record.mine) for at in range(len(said))]
    if _is_judged(line):
        for at, clock in enumerate(said):
            edge = said[at - 1].end if at else 0
            if not _is_no_start(line.flat, clock, edge) and not _is_right(line.flat, clock, named[at], record):
                message = f"The interview on record is at {record.in_words}."
                yield from line.told(clock.start, clock.end, message, fix=_right_clock(line, clock, named[at]))
            elif zone_pair := _another_day_there(line, clock, named[at]):
                message = f"On that clock the interview on record begins on {zone_pair[1]}, not on this day."
                yield from line.told(zone_pair[0].start, clock.end, message)
    zoned = any(zones is not None for zones in named) or (
        named_zones(line.flat, places, record.theirs, record.mine) is not None
    )
    if needs_zone and not zoned and not says("habit", line.flat):
        message = "This time names no zone; say in which one, and best give both clocks."
        fix = _with_zone(line, said[0])
        yield from line.told(said[0].start, said[0].end, message, fix=fix, level=Level.WARN)


def _right_clock(line: Line, clock: SpokenClock, zones: Zones) -> str:
    """The start on record, on the clock these words are on and in their style; empty when several could be meant."""
    record = line.record
    if len(record.interviews) != 1 or _ENDS.search(line.flat, 0, clock.start):
        return ""
    zone = zones[0] if zones else zone_named(record.zones[0])
    right = record.interviews[0].starts.at.astimezone(zone)
    half = _HALF.search(line.sentence.text, clock.start, clock.end)
    if half is None:
        return f"{right:%H:%M}"
    afternoon = right.hour >= 12
    letter = ("P" if afternoon else "A") if half.group("letter").isupper() else ("p" if afternoon else "a")
    return f"{right.hour % 12 or 12}:{right:%M}{half.group('gap')}{letter}{half.group('rest')}"


def _with_zone(line: Line, clock: SpokenClock) -> Fix | None:
    """The letters of the zone in which that time is an interview's start, put behind it; None when it is in none."""
    at = line.sentence.start + clock.end
    for interview in line.record.interviews:
        for zone in line.record.zones:
            there = interview.starts.at.astimezone(zone_named(zone))
            letters = there.tzname() or ""
            if there.time() in clock.times and letters.isalpha():
                return added(line.page, at, f" {letters}", f"add {letters}")
    return None


def _another_day_there(line: Line, clock: SpokenClock, zones: Zones) -> tuple[SpokenDay, str] | None:
    """The day just before a time, and the right one, where the two do not meet on the clock that is named."""
    beside = [day for day in line.days if 0 <= clock.start - day.end <= NEXT_TO]
    if not zones or not beside or offered_by_them(line, beside[-1]):
        return None
    said = beside[-1]
    right = {one.starts.at.astimezone(zone).date() for one in line.record.interviews for zone in zones}
    return None if any(said.fits(day) for day in right) else (said, show_day(min(right)))


def _is_judged(line: Line) -> bool:
    """Whether the times of the sentence are the interview's."""
    if not line.about or not line.record.interviews or says("offered", line.flat) or says("habit", line.flat):
        return False
    if not line.days:
        return line.draft.letter.kind is not Kind.THANK_YOU  # a thank-you tells of many hours besides the start
    return any(said.fits(day) for said in line.days for day in line.record.days)


def _is_no_start(flat: str, clock: SpokenClock, edge: int) -> bool:
    before = flat[max(edge, clock.start - BEFORE) : clock.start]
    return says("not_start", before) or any_of(FILE, "habit_next").match(flat[clock.end :]) is not None


def _behind(flat: str, said: tuple[SpokenClock, ...], at: int) -> str:
    """The words in which a time's zone may stand: up to the next time, or beyond it for “8:00 to 12:00 CST”."""
    end = said[at].end
    following = said[at + 1] if at + 1 < len(said) else None
    if following is None or _RANGE.fullmatch(flat, end, following.start):
        return flat[end : end + WITHIN]
    return flat[end : min(end + WITHIN, following.start)]


def _is_right(flat: str, clock: SpokenClock, zones: Zones, record: Record) -> bool:
    """Whether that is the start of an interview on a clock it may be read on, or the end where an end is meant."""
    if zones == ():
        return True
    read_on = zones or tuple(zone_named(zone) for zone in record.zones)
    instants = [interview.starts.at for interview in record.interviews]
    if _ENDS.search(flat, 0, clock.start):
        instants += [interview.ends.at for interview in record.interviews]
    walls = {instant.astimezone(zone).time() for instant in instants for zone in read_on}
    return not walls.isdisjoint(clock.times)
