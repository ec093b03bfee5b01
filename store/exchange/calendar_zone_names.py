"""The zones that calendar programs name in their own ways, by the names the season knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.exchange.calendar_lines import Component
from store.frozen_record import record
from store.reference.data_files import data_file
from store.zones import zone_spelled

SPOKEN = re.compile(
    r"(?:\(?(?:utc|gmt)-\d\d:?\d\d\)?\s*)?(?:us[ /])?(eastern|central|mountain|pacific)"
    r"(?:\s+(?:standard|daylight))?\s+time(?:\s*\(us .*canada\))?"
)
"""The US zones as they stand in names such as `(UTC-05:00) Eastern Time (US & Canada)`."""


SUMMER_TIME_BEGINS, SUMMER_TIME_ENDS = re.compile(r"BYMONTH=0?3(?:;|$)"), re.compile(r"BYMONTH=11(?:;|$)")
"""How the rules of the US since 2007 stand in a file; elsewhere the clocks change in other months."""


@record(frozen=True, slots=True)
class StatedZone:
    """What the file itself says of one of its zones."""

    location: str = ""
    """The IANA name it gives."""
    by_offsets: str = ""
    """The zone of the US whose clock it describes; empty when it describes another one."""


def stated_zones(components: tuple[Component, ...]) -> dict[str, StatedZone]:
    """The zones that a file describes, by their TZIDs."""
    found: dict[str, StatedZone] = {}
    halves: list[Component] = []
    for one in components:
        if one.name in ("STANDARD", "DAYLIGHT"):
            halves.append(one)
        elif one.name == "VTIMEZONE":
            found[_value(one, "TZID")] = StatedZone(_value(one, "X-LIC-LOCATION"), _by_offsets(halves))
            halves = []
    return found


def _by_offsets(halves: list[Component]) -> str:
    """The zone of the US with that standard time and, if any, that summer time; only for a single rule of each."""
    offsets = {one.name: _value(one, "TZOFFSETTO").strip() for one in halves}
    rules = {one.name: _value(one, "RRULE").upper() for one in halves}
    if len(halves) != len(offsets) or "STANDARD" not in offsets:
        return ""
    if "DAYLIGHT" in offsets:
        begins, ends = SUMMER_TIME_BEGINS.search(rules["DAYLIGHT"]), SUMMER_TIME_ENDS.search(rules["STANDARD"])
        usual = begins is not None and ends is not None
    else:
        usual = not rules["STANDARD"]
    if not usual:
        return ""
    named = data_file("zone_words")["by_offsets"]
    return str(named.get(" ".join(offsets[half] for half in ("STANDARD", "DAYLIGHT") if half in offsets), ""))


def zone_of_tzid(tzid: str, stated: Mapping[str, StatedZone]) -> str:
    """The IANA zone a TZID means; empty when that cannot be told.

    Understands IANA names, also behind a vendor's prefix, the names of Windows, and the four zones of the US in words;
    bare letters other than EST and EDT name no zone. `stated` is what the file itself says of its zones: the hours it
    gives count where the name says nothing.
    """
    name = tzid.strip().strip('"')
    of_file = stated.get(tzid, StatedZone())
    for candidate in (name, of_file.location):
        if found := _spelled(candidate):
            return found
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows = {windows.casefold(): olson for windows, olson in WINDOWS_TO_OLSON.items()}
    if found := windows.get(name.casefold(), ""):
        return zone_spelled(found)
    if name.upper() in (letters := data_file("zone_words")["one_place"]):
        return str(letters[name.upper()])
    spoken = SPOKEN.fullmatch(name.casefold())
    return str(data_file("zone_words")["spoken"][spoken[1]]) if spoken else of_file.by_offsets


def _spelled(name: str) -> str:
    """The zone of that name or of its last parts, as in `/vendor.example/2026a/America/Indiana/Knox`."""
    if name.upper() in ("UTC", "ETC/UTC", "GMT", "Z"):
        return "UTC"
    parts = name.strip("/").split("/")
    for count in (3, 2):
        if len(parts) >= count and (found := zone_spelled("/".join(parts[-count:]))):
            return found
    return ""


def _value(component: Component, name: str) -> str:
    return component.lines[name].value if name in component.lines else ""
