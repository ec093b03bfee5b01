"""Zones by the names people use for places: cities, states, countries, or the IANA name itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

from store.moments import zone_names
from store.reference.data_files import data_file
from store.reference.zones_by_place import folded, known_cities, state_code, states, zone_of_place

PART_LENGTH = 2
"""Letters a search needs before parts of names count."""


def zone_spelled(name: str) -> str:
    """The IANA zone of that name in its proper spelling, case ignored; empty when there is none."""
    asked = name.strip().replace(" ", "_").casefold()
    if "/" not in asked and asked != "utc":
        return ""
    return _by_folded_case().get(asked, "")


def zones_called(place: str) -> tuple[str, ...]:
    """The zones of a place named in full, such as `Dublin`, `Ohio`, `Poland`, `Portland, OR`; () when unknown.

    A city that lends a zone its name wins over smaller places of that name; otherwise a name that
    several places share gives all their zones.
    """
    asked = folded(place)
    if not asked:
        return ()
    for names in (_zone_cities(), _other_places()):
        if asked in names:
            return names[asked]
    return _city_and_state(place)


def find_zones(text: str) -> tuple[str, ...]:
    """The zones somebody may mean while typing, best first: an exact place, else names that begin so or hold it."""
    spelled = zone_spelled(text)
    if spelled:
        return (spelled,)
    asked = folded(text)
    exact = zones_called(text)
    if exact or len(asked) < PART_LENGTH:
        return exact
    begun: list[str] = []
    within: list[str] = []
    for names in (_zone_cities(), _other_places()):
        for name, zones in names.items():
            if name.startswith(asked):
                begun.extend(zones)
            elif asked in name:
                within.extend(zones)
    within.extend(zone for zone in _listed_zones() if asked in folded(zone.replace("/", " ")))
    return tuple(dict.fromkeys((*begun, *within)))


@lru_cache(maxsize=1)
def places_by_zone() -> Mapping[str, tuple[str, ...]]:
    """Every zone that can be chosen, with the countries, states and cities that lie in it, for lists to choose from."""
    found: dict[str, list[str]] = {zone: [] for zone in _listed_zones()}
    for place, zone in _places_and_zones():
        found.setdefault(zone, []).append(place)
    return {zone: _each_once(found[zone]) for zone in sorted(found)}


def _city_and_state(place: str) -> tuple[str, ...]:
    city, comma, state = place.rpartition(",")
    if not comma:
        city, _, state = place.rpartition(" ")
    code = state_code(state) if city.strip() else ""
    if not code:
        return ()
    found = zone_of_place(city, code)
    return _zones_of_state(code) if found.assumed else (found.zone,)


def _zones_of_state(code: str) -> tuple[str, ...]:
    if not states()[code].split:
        return (states()[code].zone,)
    return _each_once((states()[code].zone, *known_cities().get(code, {}).values()))


@lru_cache(maxsize=1)
def _by_folded_case() -> Mapping[str, str]:
    return {name.casefold(): name for name in zone_names()}


@lru_cache(maxsize=1)
def _table_rows() -> tuple[tuple[str, str], ...]:
    """Country code and zone, as the tz database lists them."""
    lines = _tz_table("zone.tab")
    return (*((columns[0], columns[2]) for columns in lines), ("", "UTC"))


def _tz_table(name: str) -> tuple[tuple[str, ...], ...]:
    text = resources.files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


def _listed_zones() -> tuple[str, ...]:
    return tuple(zone for _, zone in _table_rows())


@lru_cache(maxsize=1)
def _zone_cities() -> Mapping[str, tuple[str, ...]]:
    """The last part of every zone's name, folded."""
    return _gathered((zone.rpartition("/")[2], zone) for zone in _listed_zones())


@lru_cache(maxsize=1)
def _other_places() -> Mapping[str, tuple[str, ...]]:
    """Countries, states, and cities no zone is named after, folded."""
    return _gathered(_places_and_zones())


def _places_and_zones() -> list[tuple[str, str]]:
    countries = {columns[0]: columns[1] for columns in _tz_table("iso3166.tab")}
    named: list[tuple[str, str]] = [(countries[code], zone) for code, zone in _table_rows() if code]
    named += [(row.name, zone) for code, row in states().items() for zone in _zones_of_state(code)]
    named += [(city, zone) for cities in known_cities().values() for city, zone in cities.items()]
    named += [(place, zone) for zone, places in data_file("places")["places"].items() for place in places]
    return named


def _gathered(named: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, zone in named:
        found.setdefault(folded(name), []).append(zone)
    return {name: _each_once(zones) for name, zones in found.items()}


def _each_once(zones: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(zones))
