"""What people type for a day or a moment, understood in one way or asked about, never guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta

from store.calendar_days import DayContext, as_typed
from store.clean_text import clean
from store.dates import show_date, show_date_short, show_day, show_moment, show_offset, zone_letters
from store.errors import RuleBroken, Unclear
from store.frozen_record import record
from store.moments import Moment, moment_at, noon_of, start_of_day, zone_named
from store.spoken_clocks import read_clock
from store.spoken_days import read_day, weekday_after, weekday_called
from store.spoken_zones import SpokenZone, read_zone

TYPED_LIMIT = 120
"""Characters: no day or moment needs more."""

STRICT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?"
    r"(?P<offset> ?(?:Z|[+-]\d{2}:?\d{2}))?(?: ?\[?(?P<zone>\w[\w+-]*/[\w+/-]+|UTC)\]?)?",
    re.IGNORECASE | re.ASCII,
)
"""A date with its time and its offset or zone, as scripts write it."""
FILLER = re.compile(r"[\s,]+|(?:at|on|the)\b")
HOURS = re.compile(r"(?P<lead>in\s+|\+)?(?P<count>\d{1,5})\s*(?P<unit>h|hours?|min|mins|minutes?)(?P<ago>\s+ago)?")
AFTER_INTERVIEW = re.compile(r"(?:until |(?P<after>after ))?(?:the )?(?:next )?interview")


@record(frozen=True, slots=True)
class Understood:
    """A typed moment as it was understood."""

    moment: Moment
    """The moment, in the zone that was typed, else in the one asked for."""
    said: str
    """It in full, with its zone, to be repeated back."""
    zone_given: bool
    """True when a zone or an offset was typed, or the words need none (`now`, `in 2 hours`)."""
    time_given: bool = True
    """False when only a day was typed; the moment is then its noon, or now if that comes first in the past."""


def understand_day(text: str, *, now: Moment, past: bool = False, either: bool = False) -> date:
    """The day somebody typed, counted from today at home.

    `past` is for things that have already happened: days without a year are then looked for behind
    today; with `either` on both sides of it, the nearest. Raises Unclear, with the readings as choices,
    when there is not exactly one.
    """
    words = _tidy(text).casefold()
    found = read_day(words.removeprefix("on "), DayContext(now.day, past, either))
    if not found:
        raise Unclear(f"“{words}” is not a day. Write {as_typed(12, 2)}, fri, tomorrow, 3d or 2026-12-02.")
    if found[1].strip(" ,."):
        raise Unclear(f"Only a day is asked for here; “{found[1].strip(' ,.')}” does not belong to it.")
    return found[0]


def understand_moment(
    text: str, *, now: Moment, zone: str, strict: bool = False, past: bool = False, need_time: bool = False
) -> Understood:
    """The moment somebody typed; without a zone of its own it is taken in `zone`.

    `strict` takes only ISO dates with a time and an offset or zone name, for scripts. `past` is for
    things that have already happened. `need_time` asks for a time where only a day was typed, as the
    start of an interview must. Raises Unclear when there is no single meaning, and RuleBroken when
    `zone` itself is none.
    """
    zone_named(zone)
    words = _tidy(text)
    if strict:
        _refuse_unless_exact(words)
    words = words.casefold()
    instant = _counted_from_now(words, now, past)
    if instant:
        moment = instant.seen_from(zone)
        return Understood(moment, _said(moment), zone_given=True)
    day, clock, rest = _day_and_clock(words, DayContext(now.day, past))
    spoken = read_zone(rest, now.zone)
    if clock is None and need_time:
        raise Unclear(f"At what time on {show_day(day)}? Add it, such as {show_date(day)} 14:30.")
    if clock is None:
        return _day_only(day, spoken, now, zone, past)
    moment = _placed(datetime.combine(day, clock), spoken, zone)
    return Understood(moment, _said(moment, spoken.letters), zone_given=spoken.given)


def understand_until(text: str, *, now: Moment, next_interview: Moment | None) -> Moment:
    """Until when something is put off: a span, a later day (from its first minute at home), or the next interview.

    `interview` is its start, `after interview` the first minute of the day after it at home. Raises Unclear when it
    cannot be read or does not lie ahead.
    """
    words = _tidy(text).casefold()
    if named := AFTER_INTERVIEW.fullmatch(words):
        if next_interview is None:
            raise Unclear("No interview lies ahead. Give a day instead, such as fri or 3d.")
        until = next_interview.seen_from(now.zone)
        if named["after"]:
            until = start_of_day(until.day + timedelta(days=1), now.zone)
    else:
        until = _later(words, now)
    if until <= now:
        raise Unclear(f"{show_moment(until)} is not ahead of now. Choose a later day.")
    return until


def _later(words: str, now: Moment) -> Moment:
    weekday = 0 if words == "next week" else weekday_called(words)
    if weekday is not None:
        return start_of_day(weekday_after(now.day, weekday), now.zone)
    if words.isdecimal() and len(words) <= 3:
        words = f"{words}d"
    understood = understand_moment(words, now=now, zone=now.zone)
    if understood.time_given:
        return understood.moment
    return start_of_day(understood.moment.day, now.zone)


def _examples() -> str:
    return f"{as_typed(12, 2)} 14:30, fri 9am, tomorrow 8:00 or 2026-12-02 14:30"


def _tidy(text: str) -> str:
    """One line of it, digits of every script as 0 to 9; raises Unclear when empty or far too long."""
    if len(text) > TYPED_LIMIT:
        raise Unclear(f"{len(text):,} characters are too many for a date. Write it like {_examples()}.")
    line = " ".join(clean(text).split())
    line = "".join(str(unicodedata.decimal(mark)) if mark.isdecimal() else mark for mark in line)
    if not line:
        raise Unclear(f"Nothing was typed. Write it like {_examples()}.")
    return line


def _refuse_unless_exact(words: str) -> None:
    found = STRICT.fullmatch(words)
    if not found or not (found["offset"] or found["zone"]):
        example = "2026-12-02T14:30-06:00 or 2026-12-02 14:30 America/Chicago"
        raise Unclear(f"“{words}” is not exact enough here. Write date, time and offset or zone: {example}.")


def _counted_from_now(words: str, now: Moment, past: bool) -> Moment | None:
    if words == "now":
        return now
    found = HOURS.fullmatch(words)
    if not found:
        return None
    if found["lead"] and found["ago"]:
        raise Unclear(f"“{words}” points both ways.")
    if past and not found["ago"]:
        meant = f"{words.removeprefix('in ').removeprefix('+')} ago"
        raise Unclear(f"“{words}” lies ahead, but this has happened. Did you mean {meant}?", (meant,))
    minutes = int(found["count"]) * (60 if found["unit"].startswith("h") else 1)
    return now.after(minutes=-minutes if found["ago"] else minutes)


def _day_and_clock(words: str, context: DayContext) -> tuple[date, time | None, str]:
    """A day and perhaps a time from the front of the words, in either order, and what follows them."""
    rest = re.sub(r"(?<=\d)t(?=\d)", " ", words)
    day: date | None = None
    clock: time | None = None
    while True:
        filler = FILLER.match(rest)
        if filler:
            rest = rest[filler.end() :]
            continue
        timed = read_clock(rest) if clock is None else None
        dated = read_day(rest, context) if day is None and not timed else None
        if timed:
            clock, rest = timed
        elif dated:
            day, rest = dated
        else:
            break
    if day is None and clock is not None:
        shown = f"{clock:%H:%M}"
        other = "yesterday" if context.past else "tomorrow"
        raise Unclear(f"{shown} on which day?", (f"today {shown}", f"{other} {shown}"))
    if day is None:
        raise Unclear(f"“{words}” is not a day and time. Write it like {_examples()}.")
    return day, clock, rest


def _day_only(day: date, spoken: SpokenZone, now: Moment, zone: str, past: bool) -> Understood:
    if spoken.offset is not None or len(spoken.zones) > 1:
        raise Unclear(f"At what time on {show_day(day)}?")
    moment = noon_of(day, spoken.zones[0] if spoken.zones else zone)
    if past and day == now.day:
        moment = min(moment, now.seen_from(moment.zone))
    said = f"{show_day(day)}, no time given ({moment.zone})"
    return Understood(moment, said, zone_given=spoken.given, time_given=False)


def _placed(wall: datetime, spoken: SpokenZone, zone: str) -> Moment:
    """The moment that wall clock shows where it was meant."""
    if spoken.offset is not None:
        return _at_offset(wall, spoken, zone)
    moments = [_in_zone(wall, name, spoken.letters) for name in spoken.zones or (zone,)]
    if any(moment.at != moments[0].at for moment in moments):
        choices = tuple(f"{wall:%Y-%m-%d %H:%M} {moment.zone}" for moment in moments)
        raise Unclear(f"That place has more than one clock: {', '.join(spoken.zones)}. Which one?", choices)
    return moments[0]


def _at_offset(wall: datetime, spoken: SpokenZone, zone: str) -> Moment:
    if len(spoken.zones) > 1:
        raise Unclear(f"Which zone is meant: {', '.join(spoken.zones)}?", spoken.zones)
    named = spoken.zones[0] if spoken.zones else zone
    moment = Moment((wall - (spoken.offset or timedelta())).replace(tzinfo=UTC), named)
    if spoken.zones and moment.local.utcoffset() != spoken.offset:
        raise Unclear(f"The offset and the zone disagree: {named} keeps {show_offset(moment.local)} then.")
    return moment


def _in_zone(wall: datetime, zone: str, letters: str) -> Moment:
    try:
        first, second = (moment_at(wall, zone, fold=side) for side in (0, 1))
    except RuleBroken as skipped:
        beside = (wall - timedelta(hours=1), wall + timedelta(hours=1))
        raise Unclear(str(skipped), tuple(f"{other:%Y-%m-%d %H:%M} {zone}" for other in beside)) from skipped
    if first == second:
        return first
    meant = [moment for moment in (first, second) if zone_letters(moment) == letters]
    if len(meant) == 1:
        return meant[0]
    choices = tuple(f"{moment.local.isoformat()} {zone}" for moment in (first, second))
    twice = f"{wall:%H:%M} comes twice on {show_day(wall.date())} in {zone}"
    raise Unclear(f"{twice}: first {zone_letters(first)}, then {zone_letters(second)}. Which one?", choices)


def _said(moment: Moment, letters: str = "") -> str:
    """The moment in full, and what typed letters turned into when their season is the other one."""
    full = f"{show_moment(moment)} ({moment.zone})"
    actual = zone_letters(moment)
    if not letters or letters == actual:
        return full
    return f"{full}. {letters} on {show_date_short(moment.day)} means New York time, which is {actual} then."
