"""The zone somebody names beside a clock time in a letter."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from store.moments import zone_named
from store.reference.data_files import data_file
from store.reference.zones_by_place import states
from templates.conduct.draft import Draft

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


_LETTERS_OF = {
    "eastern": "et",
    "central": "ct",
    "mountain": "mt",
    "pacific": "pt",
    "alaska": "akst",
    "hawaii": "hst",
}
_OTHER_WORDS = frozenset(("cat", "eat", "west", "gmt"))
"""Letters of zones that are everyday words too, and GMT, which may have an offset behind it."""


@lru_cache(maxsize=1)
def _zones_by_letters() -> dict[str, tuple[str, ...]]:
    """The zones that letters in small may stand for; those of the US alone where there are any.

    Letters are checked by the clock they show, and to a US program CST is never Havana's.
    """
    table = data_file("zone_words")
    at_home = {state.zone for state in states().values()}
    several = {letters.lower(): tuple(zones) for letters, zones in table["several_places"].items()}
    one = {letters.lower(): (zone,) for letters, zone in table["one_place"].items()}
    return {
        letters: tuple(zone for zone in zones if zone in at_home) or zones
        for letters, zones in {**several, **one}.items()
        if letters not in _OTHER_WORDS
    }


@lru_cache(maxsize=1)
def _letters() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(sorted(_zones_by_letters(), key=len, reverse=True)) + r")\b")


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
    table = _zones_by_letters()
    both = theirs + mine
    if found.re is _letters():
        letters = found.group(1)
        return tuple(zone_named(zone) for zone in (*table[letters], *_zones_with(letters, both)))
    if found.re is _OFFSET:
        if not found.group(2):
            return (UTC,)
        span = timedelta(hours=int(found.group(2)), minutes=int(found.group(3) or 0))
        return (timezone(-span if found.group(1) == "-" else span),)
    part = found.lastgroup
    if part == "us":
        return tuple(zone_named(zone) for zone in table[_LETTERS_OF[found.group("us")]])
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
