"""The zone somebody types behind a time: a place, an offset, US words; never bare letters that several places share."""

from __future__ import annotations

import re
from datetime import timedelta

from store.errors import Unclear
from store.frozen_record import record
from store.reference.data_files import data_file
from store.zones import find_zones, zone_spelled, zones_called

OFFSET = re.compile(r"(?:z|(?:utc|gmt)?\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)(?![\w:+-])")
CHOICES_SHOWN = 8
"""Zones proposed for words that name none; more could not be looked through."""


@record(frozen=True, slots=True)
class SpokenZone:
    """What was typed about the zone."""

    zones: tuple[str, ...] = ()
    """The zones the words may mean; empty when there were no such words."""
    letters: str = ""
    """EST or EDT, when these were typed: they mean New York, and settle which of two like times is meant."""
    offset: timedelta | None = None
    """Distance from UTC, when one was typed."""

    @property
    def given(self) -> bool:
        """True when anything was said about the zone."""
        return bool(self.zones) or self.offset is not None


def read_zone(text: str, home_zone: str) -> SpokenZone:
    """What those words say about the zone; raises Unclear when they name none, or only by shared letters."""
    words = text.strip(" ,.[]()")
    found = OFFSET.match(words)
    if found:
        rest = read_zone(words[found.end() :], home_zone)
        if rest.offset is not None:
            raise Unclear(f"“{text.strip()[:60]}” gives two distances from UTC.")
        return SpokenZone(rest.zones, rest.letters, _offset(found))
    words = re.sub(r"^(?:in|at)\s+", "", words)
    if not words:
        return SpokenZone()
    return _named(words, home_zone)


def _named(words: str, home_zone: str) -> SpokenZone:
    table = data_file("zone_words")
    letters = words.upper()
    if letters in table["one_place"]:
        return SpokenZone((table["one_place"][letters],), letters)
    if letters in table["several_places"]:
        raise _letters_refused(letters, tuple(table["several_places"][letters]))
    spelled = zone_spelled(words)
    if spelled:
        return SpokenZone((spelled,))
    place = re.sub(r"(?:\s+(?:standard|daylight))?\s+time$", "", words)
    if place in ("here", "home", "my"):
        return SpokenZone((home_zone,))
    if place in table["spoken"]:
        return SpokenZone((table["spoken"][place],))
    zones = zones_called(place)
    if not zones:
        raise _unknown(words, place)
    return SpokenZone(zones)


def _letters_refused(letters: str, zones: tuple[str, ...]) -> Unclear:
    if len(zones) == 1:
        return Unclear(f"“{letters}” is only letters, and letters change with the season. Say {zones[0]}?", zones)
    return Unclear(f"“{letters}” is used in more than one part of the world. Name a place: {_listed(zones)}?", zones)


def _unknown(words: str, place: str) -> Unclear:
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    if words.isascii() and words.isdigit() and int(words) < 24:
        forms = f"{words}am, {words}pm or {words}:00" if 0 < int(words) <= 12 else f"{words}:00"
        return Unclear(f"“{shown}” is not a clock time yet. Write {forms}.")
    near = find_zones(place)[:CHOICES_SHOWN]
    if not near:
        return Unclear(f"“{shown}” is not a time or a place known here. Name a zone, such as America/Chicago.")
    return Unclear(f"“{shown}” names no single place. Did you mean {_listed(near)}?", near)


def _listed(zones: tuple[str, ...]) -> str:
    return " or ".join((", ".join(zones[:-1]), zones[-1])) if len(zones) > 1 else zones[0]


def _offset(found: re.Match[str]) -> timedelta:
    if not found["sign"]:
        return timedelta()
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if hours > 14 or minutes > 59:
        raise Unclear(f"“{found[0].strip()}” is no distance from UTC that any place keeps.")
    return timedelta(hours=hours, minutes=minutes) * (-1 if found["sign"] == "-" else 1)
