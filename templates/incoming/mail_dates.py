"""When a mail says it was written, in the ways mail programs say it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from store.errors import RuleBroken
from store.moments import EARLIEST_YEAR, LATEST_YEAR, Moment, moment_at
from templates.sentences import MONTHS, WEEKDAYS

_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_DAYS = tuple(name[:3].lower() for name in WEEKDAYS)
_AMERICAN = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "HST": -10}
_OTHERS = {"GMT": 0, "UTC": 0, "UT": 0, "Z": 0, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3}
OFFSETS = _AMERICAN | _OTHERS
"""Hours of the letters mail programs put behind a time: those of the US as mail has always read them (RFC 5322)."""
LONGEST = 120
"""Characters of a date line that are read."""
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?:(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    r"\s*(?P<zone>\(?(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d\d)?\)?|[A-Z]{1,4}\b)?"
)
_FORMS = tuple(
    re.compile(rf"(?:(?P<weekday>[A-Za-z]{{3,9}})\.?,?\s+)?{day}(?:T|[\s,]+(?:at\s+)?){_TIME}")
    for day in (
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?",
        rf"(?P<day>\d{{1,2}})\.?\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)",
    )
)

_DIGITS = re.compile(
    rf"(?:(?P<weekday>[A-Za-z]{{3,9}})\.?,?\s+)?(\d{{1,2}})([/.])(\d{{1,2}})\3(?P<year>\d{{4}}),?\s+{_TIME}"
)
_AGO = re.compile(rf"{_TIME}\s*\(\d{{1,2}} (?:min|minutes?|hrs?|hours?) ago\)")


def written_at(text: str, *, now: Moment) -> tuple[Moment | None, bool]:
    """The moment a mail's date line names, and whether it names a zone; no moment when it has no single meaning.

    A day without a year is the latest that is not ahead of `now`; a time without a zone is read on the clock of
    `now`, as mail programs show it. A day written in digits only counts where it can be one day alone: 11/23/2026
    does, 03/12/2026 is left open.
    """
    words = " ".join(text[:LONGEST].replace("\u202f", " ").split())
    for form in _FORMS:
        found = form.match(words)
        if found is not None:
            return _moment(found.groupdict(), now), found["zone"] is not None
    digits = _DIGITS.match(words)
    if digits is not None:
        return _only_reading(digits, now), digits["zone"] is not None
    ago = _AGO.match(words)
    return (_latest(ago.groupdict(), now), ago["zone"] is not None) if ago is not None else (None, False)


def _only_reading(found: re.Match[str], now: Moment) -> Moment | None:
    """The moment of a day in digits when one order of day and month alone makes a day of it, its weekday included."""
    days = {(found[2], found[4]), (found[4], found[2])}
    read = (_moment({**found.groupdict(), "number": month, "day": day}, now) for month, day in days)
    fits = [moment for moment in read if moment is not None]
    return fits[0] if len(fits) == 1 else None


def _latest(parts: dict[str, str | None], now: Moment) -> Moment | None:
    """That time today, or the day before when today it has not come yet."""
    for day in (now.local, now.local - timedelta(days=1)):
        told = {"year": str(day.year), "number": str(day.month), "day": str(day.day), "weekday": None}
        moment = _moment({**parts, **told}, now)
        if moment is not None and moment.at <= now.at:
            return moment
    return None


def _moment(parts: dict[str, str | None], now: Moment) -> Moment | None:
    month = int(parts.get("number") or _month(parts.get("month") or ""))
    day, hour, minute = (int(parts[name] or 0) for name in ("day", "hour", "minute"))
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0) if 1 <= hour <= 12 else 99
    years = (int(parts["year"]),) if parts["year"] else (now.local.year, now.local.year - 1)
    for year in years:
        moment = _built(year, month, day, hour, minute, parts["zone"] or "", now)
        if moment is None or not _is_weekday(parts["weekday"] or "", year, month, day):
            continue
        if parts["year"] or moment.at <= now.at:
            return moment
    return None


def _month(word: str) -> int:
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _is_weekday(word: str, year: int, month: int, day: int) -> bool:
    short = word[:3].lower()
    return short not in _DAYS or datetime(year, month, day, tzinfo=UTC).weekday() == _DAYS.index(short)


def _built(year: int, month: int, day: int, hour: int, minute: int, zone: str, now: Moment) -> Moment | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        wall = datetime(year, month, day, hour, minute)  # noqa: DTZ001 the zone is given below
        if not zone:
            return moment_at(wall, now.zone, fold=0)
        offset = _offset(zone)
        return None if offset is None else Moment(wall.replace(tzinfo=offset), now.zone)
    except (ValueError, OverflowError, RuleBroken):
        return None


def _offset(zone: str) -> timezone | None:
    bare = zone.strip("()")
    hours = OFFSETS.get(bare)
    if hours is not None:
        return timezone(timedelta(hours=hours))
    found = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?", bare)
    if found is None or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return None
    span = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(span if found[1] == "+" else -span)
