"""The zones that calendar programs name in their own ways, by the names the season knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.reference.data_files import data_file
from store.zones import zone_spelled

SPOKEN = re.compile(
    r"(?:\(?(?:utc|gmt)-\d\d:?\d\d\)?\s*)?(?:us[ /])?(eastern|central|mountain|pacific)"
    r"(?:\s+(?:standard|daylight))?\s+time(?:\s*\(us .*canada\))?"
)
"""The US zones as they stand in names such as `(UTC-05:00) Eastern Time (US & Canada)`."""


def zone_of_tzid(tzid: str, locations: Mapping[str, str]) -> str:
    """The IANA zone a TZID means; empty when that cannot be told.

    `locations` gives the places that the file itself states for its zones. Understands IANA names, also behind a
    vendor's prefix, the names of Windows, and the four zones of the US in words; bare letters other than EST and
    EDT name no zone.
    """
    name = tzid.strip().strip('"')
    for candidate in (name, locations.get(tzid, "")):
        if found := _spelled(candidate):
            return found
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows = {windows.casefold(): olson for windows, olson in WINDOWS_TO_OLSON.items()}
    if found := windows.get(name.casefold(), ""):
        return zone_spelled(found)
    if name.upper() in (letters := data_file("zone_words")["one_place"]):
        return str(letters[name.upper()])
    spoken = SPOKEN.fullmatch(name.casefold())
    return str(data_file("zone_words")["spoken"][spoken[1]]) if spoken else ""


def _spelled(name: str) -> str:
    """The zone of that name or of its last parts, as in `/vendor.example/2026a/America/Indiana/Knox`."""
    if name.upper() in ("UTC", "ETC/UTC", "GMT", "Z"):
        return "UTC"
    parts = name.strip("/").split("/")
    for count in (3, 2):
        if len(parts) >= count and (found := zone_spelled("/".join(parts[-count:]))):
            return found
    return ""
