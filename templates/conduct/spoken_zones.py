"""The zone somebody names beside a clock time in a letter."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from store.moments import zone_named
from templates.conduct.draft import Draft
from templates.conduct.phrases import data_file

_OFFSET = re.compile(r"\b(?:utc|gmt) ?(?:([+-]) ?(\d{1,2})(?::?(\d\d))?)?(?!\w)")
_WORDS = re.compile(
    r"\b(?P<us>eastern|central|mountain|pacific|alaska|hawaii)(?: (?:standard |daylight )?time)?\b"
    r"|\b(?P<theirs>your (?:local )?(?:time|clock|zone|side)|your time zone|(?:program|hospital) time)\b"
    r"|\b(?P<mine>my (?:local )?(?:time|clock|zone|side|end)|time here|here in|at home|for me here)\b"
    r"|\b(?P<here>here)(?=\W*$|[).,;])"
    r"|\b(?P<local>local time)\b|\b(?P<iana>[a-z]+/[a-z_]+(?:/[a-z_]+)?)\b"
)
_SOMEWHERE = re.compile(r"\W*[a-z]+(?: [a-z]+)? time\b")
_PLACE_TIME = re.compile(r"\b(?P<place>[a-z]+(?: [a-z]+)?) (?:local )?time\b|\bin (?P<city>[a-z]+(?: [a-z]+)?)")


@lru_cache(maxsize=1)
def _letters() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(sorted(data_file("zones.json")["letters"], key=len, reverse=True)) + r")\b")


def clock_zones(draft: Draft, day_zones: tuple[str, ...]) -> dict[str, str]:
    """Places a letter may name, each with its zone: the program's city, and the city of every zone given."""
    places = {zone.rsplit("/", 1)[-1].replace("_", " ").lower(): zone for zone in day_zones}
    program = draft.program
    if program and program.city and program.zone:
        places[program.city.lower()] = program.zone
    return places


def named_zones(
    words: str, places: dict[str, str], theirs: tuple[str, ...], mine: tuple[str, ...]
) -> tuple[tzinfo, ...] | None:
    """The zones that words behind a time may mean; None when they name no zone at all, empty when it is unknown."""
    found = min(
        (match for match in (_letters().search(words), _OFFSET.search(words), _WORDS.search(words)) if match),
        key=lambda match: match.start(),
        default=None,
    )
    place = next((match for match in _PLACE_TIME.finditer(words) if _known_place(match, places)), None)
    if place and (found is None or place.start() < found.start()):
        return (zone_named(places[_known_place(place, places)]),)
    if found is None:
        return () if _SOMEWHERE.match(words) else None
    return _meaning(found, theirs, mine)


def _known_place(match: re.Match[str], places: dict[str, str]) -> str:
    said = match.group("place") or match.group("city") or ""
    return next(
        (name for name in places if said == name or said.endswith(" " + name) or said.startswith(name + " ")), ""
    )


def _meaning(found: re.Match[str], theirs: tuple[str, ...], mine: tuple[str, ...]) -> tuple[tzinfo, ...]:
    table = data_file("zones.json")
    both = theirs + mine
    if found.re is _letters():
        letters = found.group(1)
        return tuple(zone_named(zone) for zone in (*table["letters"][letters], *_zones_with(letters, both)))
    if found.re is _OFFSET:
        if not found.group(2):
            return (UTC,)
        span = timedelta(hours=int(found.group(2)), minutes=int(found.group(3) or 0))
        return (timezone(-span if found.group(1) == "-" else span),)
    part = found.lastgroup
    if part == "us":
        return tuple(zone_named(zone) for zone in table["us"][found.group("us")])
    if part == "iana":
        said = found.group("iana")
        return tuple(zone_named(zone) for zone in both if zone.lower() == said)
    zones = {"theirs": theirs, "mine": mine, "here": mine}.get(part or "", both)
    return tuple(zone_named(zone) for zone in zones)


@lru_cache(maxsize=256)
def _zones_with(letters: str, zones: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the zones that use these letters in winter or in summer."""
    days = (datetime(2026, 1, 15, 12, tzinfo=UTC), datetime(2026, 7, 15, 12, tzinfo=UTC))
    return tuple(
        zone for zone in zones if letters.upper() in {day.astimezone(zone_named(zone)).tzname() for day in days}
    )
