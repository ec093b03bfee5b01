"""What in the applicant’s own life speaks for a program: ties, places worked at, region, type, interests, reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from store.dates import show_day
from store.fit.reading import Verdict, short
from store.records import Program
from store.reference.regions import REGIONS, region_of
from store.reference.zones_by_place import folded as place_folded
from store.reference.zones_by_place import state_code, states
from store.season import Season
from store.words import ReasonKind

_EMPTY_WORDS = frozenset(
    (
        *("care", "caring", "clinical", "health", "medicine", "medical", "pediatric", "pediatrics", "people"),
        *("research", "their", "there", "this", "with", "from", "into", "that", "have"),
    )
)
_LETTERS = re.compile(r"(?:^|,|\b(?:in|from|to|near))\s*\b([A-Z]{2})\b")
"""Two capitals where a state may stand; elsewhere they may as well be a degree."""
_LEAST = 4
"""Shorter words say too little to find an interest by."""


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """Words as places are compared; a list of many programs asks for the same notes at every look."""
    return place_folded(text)


def ties(season: Season, program: Program) -> Verdict:
    """A tie of the profile to its city or state, or a local tie kept as a reason."""
    own = next((tie for tie in season.profile.ties if speaks_of(tie, program)), "")
    kept = own or _reason(program, ReasonKind.LOCAL_TIE)
    return Verdict(1, f"your tie: {short(kept)}") if kept else Verdict(0, "no tie recorded")


def worked(season: Season, program: Program) -> Verdict:
    """US experience at that hospital, or a rotation kept as a reason."""
    names = [folded(name) for name in (program.name, *program.other_names)]
    for place in season.profile.usce_places:
        known = folded(place)
        if any(known == name or _longer(known, name) or _longer(name, known) for name in names):
            return Verdict(1, f"you worked there: {short(place)}")
    rotation = _reason(program, ReasonKind.ROTATION)
    return Verdict(1, f"you worked there: {short(rotation)}") if rotation else Verdict(0, "you have not worked there")


def region(season: Season, program: Program) -> Verdict:
    """Its region among those preferred."""
    wanted = {_region_code(one) for one in season.profile.preferred_regions}
    code = region_of(program.state)
    if not wanted:
        return Verdict(0, "you prefer no region")
    if not code:
        return Verdict(0, "its state is not known", readable=False)
    if code in wanted:
        return Verdict(1, f"{REGIONS[code]}, a region you prefer")
    return Verdict(0, f"{REGIONS[code]} is not among the regions you prefer")


def kind_of_program(season: Season, program: Program) -> Verdict:
    """Its type among those preferred: every word of a preferred type stands in it."""
    words = set(folded(program.type).split())
    if not season.profile.preferred_types:
        return Verdict(0, "you prefer no type")
    if not words:
        return Verdict(0, "its type is not known", readable=False)
    if any(set(folded(one).split()) <= words for one in season.profile.preferred_types if folded(one)):
        return Verdict(1, f"{short(program.type)}, a type you prefer")
    return Verdict(0, f"{short(program.type)} is not among the types you prefer")


def interests(season: Season, program: Program) -> Verdict:
    """An interest that what was written about the program speaks of; the most important one is named."""
    if not season.profile.interests:
        return Verdict(0, "your profile names no interest")
    for interest in season.profile.interests:
        for text, where in _written(season, program):
            if _about(interest, text):
                return Verdict(1, f"{short(interest, 40)}: “{short(text, 50)}” ({where})")
    return Verdict(0, "nothing written about it speaks of your interests")


def reasons(season: Season, program: Program) -> Verdict:
    """Somebody who speaks for the applicant, shared work, or a school they may not know, as kept with the program."""
    named = {ReasonKind.ADVOCATE: "an advocate", ReasonKind.MISSION: "its mission"}
    for kind, what in named.items():
        if words := _reason(program, kind):
            return Verdict(1, f"{what}: {short(words)}")
    return Verdict(0, "no advocate and no shared mission recorded")


OWN_SIDE: Mapping[str, Callable[[Season, Program], Verdict]] = MappingProxyType(
    {
        "ties": ties,
        "worked": worked,
        "region": region,
        "type": kind_of_program,
        "interests": interests,
        "reasons": reasons,
    }
)
"""How each part of a fit that is no fact of the program is found."""


def speaks_of(tie: str, program: Program) -> bool:
    """Whether a tie is one to the program’s place: `City, ST: why`, `Ohio: why`, or a sentence that names either."""
    place, colon, _ = tie.partition(":")
    city, comma, state = place.rpartition(",")
    own_state = state_code(program.state)
    if comma and state_code(state):
        return state_code(state) == own_state and folded(city) == folded(program.city)
    if colon and state_code(place):
        return state_code(place) == own_state
    named = _states_named(tie)
    if named:
        return own_state in named
    return bool(folded(program.city)) and _within(folded(program.city), folded(tie))


@lru_cache(maxsize=256)
def _states_named(text: str) -> frozenset[str]:
    """The states a sentence names, in full or by their letters in capitals; `West Virginia` is not Virginia."""
    left, found = folded(text), set(_LETTERS.findall(text)) & set(states())
    for code, state in sorted(states().items(), key=lambda one: -len(one[1].name)):
        name = folded(state.name)
        if _within(name, left):
            found.add(code)
            left = left.replace(name, " ")
    return frozenset(found)


def _within(part: str, whole: str) -> bool:
    return bool(part) and f" {part} " in f" {whole} "


def _longer(part: str, whole: str) -> bool:
    """Whether one name stands in another; a single word, such as a saint's, is too little to go by."""
    return " " in part and _within(part, whole)


def _reason(program: Program, kind: ReasonKind) -> str:
    return next((one.words for one in program.reasons if one.kind is kind), "")


def _region_code(text: str) -> str:
    wanted = text.strip().casefold()
    return next((code for code, name in REGIONS.items() if wanted in (code.casefold(), name.casefold())), "")


def _written(season: Season, program: Program) -> Iterator[tuple[str, str]]:
    """Every text about the program with where it stands."""
    yield program.draws, "what draws you"
    for fact in program.facts:
        checked = f"checked {show_day(fact.checked)}" if fact.checked else "never checked"
        yield f"{fact.label}: {fact.value}", f"{fact.source or 'no source'}, {checked}"
    for note in reversed(season.notes_of.get(program.id, ())):
        yield note.text, f"your note of {show_day(note.at.day)}"
    yield " ".join(program.tags), "your tags"


def _about(interest: str, text: str) -> bool:
    """Whether a text holds the interest as it stands, or every word of it that says something."""
    held, words = folded(text), _telling(interest)
    return _within(folded(interest), held) or (bool(words) and all(_within(one, held) for one in words))


@lru_cache(maxsize=256)
def _telling(interest: str) -> tuple[str, ...]:
    return tuple(one for one in folded(interest).split() if len(one) >= _LEAST and one not in _EMPTY_WORDS)
