"""The zone a US city keeps, from its state, or from the city where a state keeps two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from store.frozen_record import record
from store.reference.data_files import data_file

NOWHERE_ZONE = "America/New_York"
"""Taken, and marked as assumed, where no state is known: the season itself runs on this clock."""

SHORT_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
"""Words that names of places shorten."""


@record(frozen=True, slots=True)
class PlaceZone:
    """The zone of a place."""

    zone: str
    """IANA name."""
    assumed: bool
    """True when the state keeps two zones and the city is not one we know."""


@record(frozen=True, slots=True)
class State:
    """What is known of a state or territory."""

    name: str
    """Its name."""
    zone: str
    """The zone most of it keeps."""
    region: str
    """Census region; empty for territories."""
    split: bool
    """True when people in it live by two zones."""


@lru_cache(maxsize=1)
def states() -> Mapping[str, State]:
    """Every state and territory by its two letters."""
    return {
        code: State(row["name"], row["zone"], row["region"], row.get("split", False))
        for code, row in data_file("states")["states"].items()
    }


@lru_cache(maxsize=1)
def known_cities() -> Mapping[str, Mapping[str, str]]:
    """For states where the city matters: folded city name to zone, by the state's two letters."""
    return {
        state: {folded(city): zone for zone, cities in by_zone.items() for city in cities}
        for state, by_zone in data_file("cities")["cities"].items()
    }


def folded(place: str) -> str:
    """A place name as it is compared: no case, accents or punctuation, `St.` as `saint`."""
    bare = unicodedata.normalize("NFKD", place.replace("’", "'").replace("'", ""))
    letters = "".join(mark for mark in bare if not unicodedata.combining(mark)).casefold()
    return " ".join(SHORT_WORDS.get(word, word) for word in re.findall(r"\w+", letters.replace("_", " ")))


@lru_cache(maxsize=1)
def _codes_by_name() -> Mapping[str, str]:
    return {folded(row.name): code for code, row in states().items()}


def state_code(state: str) -> str:
    """The two letters of a state given as letters (`oh`, `D.C.`) or name (`Ohio`); empty when it is neither."""
    letters = state.replace(".", "").strip().upper()
    return letters if letters in states() else _codes_by_name().get(folded(state), "")


def zone_of_place(city: str, state: str) -> PlaceZone:
    """The zone of that city; assumed when the state keeps two and the city is unknown, or the state is."""
    code = state_code(state)
    if not code:
        return PlaceZone(NOWHERE_ZONE, assumed=True)
    known = known_cities().get(code, {}).get(folded(city))
    if known:
        return PlaceZone(known, assumed=False)
    return PlaceZone(states()[code].zone, assumed=states()[code].split)
