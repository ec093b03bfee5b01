"""Letters that count as done between the two sides, asked in the ways follow-ups need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from store.course import exchanged
from store.moments import Moment
from store.records import Letter
from store.season import SameRecords, Season
from store.words import Direction, Kind


def sent(season: Season, program_id: str, kinds: Collection[Kind], *, since: Moment) -> Iterator[tuple[Letter, Moment]]:
    """Letters of these kinds that went to the program at that moment or later, each with its own moment."""
    for letter in season.letters_of.get(program_id, ()):
        if letter.direction is Direction.OUT and letter.kind in kinds and exchanged(letter):
            at = letter.at
            if at is not None and at.at >= since.at:
                yield letter, at


def once_for_letters(about: str, season: Season, find: Callable[[Season, Letter], bool]) -> Callable[[Letter], bool]:
    """What `find` says of a letter, asked once of each as long as no letter of the season changes.

    `about` names the question; nothing but letters may decide its answer.
    """
    found = _found(SameRecords(season.letters), about)

    def asked(letter: Letter) -> bool:
        known = found.get(letter.id)
        if known is None:
            known = found[letter.id] = find(season, letter)
        return known

    return asked


@lru_cache(maxsize=4)
def _found(letters: SameRecords, about: str) -> dict[str, bool]:
    return {}  # filled as it is asked


def answered(season: Season, letter: Letter, *, by: Direction) -> bool:
    """True when that side has answered the letter, as `answer_to` finds it."""
    return answer_to(season, letter, by=by) is not None


def answer_to(season: Season, letter: Letter, *, by: Direction) -> Letter | None:
    """The first letter of that side that answers this one: by naming it, or as a later one between the same people.

    Where one of the two letters names nobody, any later one counts. A letter that asked or hinted at what it
    should not is answered only by a letter of the kinds made for that: a thank-you goes past it.
    """
    if letter.at is None:
        return None
    own, asked = letter.id, letter.at.at
    for other in season.letters_of.get(letter.program_id, ()):
        if other.direction is not by or other.id == own:
            continue
        if other.answers != own and (other.answers or other.at is None or other.at.at < asked):
            continue
        if not exchanged(other):
            continue
        if other.answers == own or (same_people(letter, other) and _to_the_point(letter, other)):
            return other
    return None


def _to_the_point(letter: Letter, other: Letter) -> bool:
    return not (letter.improper or letter.hint) or other.kind in (Kind.IMPROPER_QUESTION, Kind.HINT)


def same_people(one: Letter, other: Letter) -> bool:
    """True when both letters share a person, or one of them names nobody."""
    if not one.contact_ids or not other.contact_ids:
        return True
    return not set(one.contact_ids).isdisjoint(other.contact_ids)
