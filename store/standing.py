"""Where the season stands: promises made, and promises that contradict each other or the rank list."""

from __future__ import annotations

import re
from functools import lru_cache

from store.dates import show_day
from store.frozen_record import record
from store.moments import Moment
from store.records import Correction, Letter
from store.season import SameRecords, Season
from store.words import Direction, LetterState, Promise, Status

RANKING_TALK = re.compile(r"\brank|\bfirst choice\b|\btop choice\b|\bnumber one\b|\bfirst on my\b", re.IGNORECASE)
"""Words by which a sentence speaks of ranking."""
SENTENCE = re.compile(r"[^.!?\n]+(?:\n(?!\n)[^.!?\n]+)*[.!?]?")
"""One sentence; a line break within it does not end it, an empty line does."""
RANKING = frozenset({Promise.HIGH, Promise.FIRST})
"""Promises that say something of a place on the list."""
UPPER_PLACES = 3
"""Fewest places of a list’s upper part."""


@record(frozen=True, slots=True)
class Promised:
    """One promise that was made."""

    program_id: str
    """To which program."""
    level: Promise
    """How strong it is."""
    at: Moment
    """When it was sent."""
    words: str
    """The sentence that makes it, or the kind of letter where no sentence stands out."""
    letter_id: str
    """In which letter."""
    stands: Promise
    """What of it still stands."""
    corrections: tuple[Correction, ...] = ()
    """What the program was told later, oldest first."""

    @property
    def since(self) -> Moment:
        """When what stands of it was said."""
        return self.corrections[-1].at if self.corrections else self.at


@record(frozen=True, slots=True)
class PromiseConflict:
    """Promises that cannot all be kept as things stand."""

    message: str
    """What does not agree, in one sentence."""
    program_ids: tuple[str, ...]
    """The programs concerned."""
    letter_ids: tuple[str, ...]
    """The letters that made the promises."""


def promises(season: Season) -> tuple[Promised, ...]:
    """Every promise in a sent letter that is not in the trash, oldest first; those withdrawn since included."""
    return _promises_in(SameRecords(season.letters))


@lru_cache(maxsize=4)
def _promises_in(letters: SameRecords) -> tuple[Promised, ...]:
    made = [
        Promised(
            letter.program_id,
            letter.promise,
            letter.at,
            _words(letter),
            letter.id,
            letter.stands,
            letter.corrections,
        )
        for letter in letters.records
        if letter.promise is not Promise.NONE
        and letter.direction is Direction.OUT
        and letter.state is LetterState.SENT
        and letter.trashed is None
        and letter.at is not None
    ]
    return tuple(sorted(made, key=lambda promised: (promised.at.at, promised.letter_id)))


def promise_conflicts(season: Season) -> tuple[PromiseConflict, ...]:
    """Two programs told first, and promises the rank list does not keep.

    A program that said no frees its promise; of one that was corrected, what still stands counts.
    """
    strongest = {
        program_id: promised
        for program_id, promised in standing_promises(season).items()
        if program_id in season.programs_by_id and season.programs_by_id[program_id].status is not Status.REJECTED
    }
    firsts = [one for one in strongest.values() if one.stands is Promise.FIRST]
    found = [_told_twice(season, firsts)] if len(firsts) > 1 else []
    if season.rank_list.order:
        found += [conflict for one in strongest.values() if (conflict := _against_list(season, one)) is not None]
    return tuple(found)


def standing_promises(season: Season) -> dict[str, Promised]:
    """The strongest promise about ranking that stands to each program; of two as strong, a first stays the earlier."""
    strongest: dict[str, Promised] = {}
    for promised in promises(season):
        before = strongest.get(promised.program_id)
        if promised.stands in RANKING and (before is None or before.stands is not Promise.FIRST):
            strongest[promised.program_id] = promised
    return strongest


def conflicts_made(before: Season, after: Season) -> tuple[PromiseConflict, ...]:
    """Promises that cannot be kept after a change and could be before it; cheap when no promise is concerned."""
    if before.letters is after.letters and before.rank_list is after.rank_list and before.programs is after.programs:
        return ()
    found = promise_conflicts(after)
    if not found:
        return ()
    known = {(one.program_ids, one.letter_ids) for one in promise_conflicts(before)}
    return tuple(one for one in found if (one.program_ids, one.letter_ids) not in known)


def _words(letter: Letter) -> str:
    for match in SENTENCE.finditer(letter.body):
        sentence = " ".join(match.group().split())
        if RANKING_TALK.search(sentence):
            return sentence
    return letter.kind.value


def upper_part(season: Season) -> int:
    """How many places of the rank list are its upper part: its first third, three at least."""
    return max(UPPER_PLACES, len(season.rank_list.order) // 3)


def _told_twice(season: Season, firsts: list[Promised]) -> PromiseConflict:
    told = [f"{season.programs_by_id[one.program_id].name} on {show_day(one.since.day)}" for one in firsts]
    return PromiseConflict(
        f"More than one program was told it is first: {', '.join(told[:-1])} and {told[-1]}.",
        tuple(one.program_id for one in firsts),
        tuple(one.letter_id for one in firsts),
    )


def _against_list(season: Season, promised: Promised) -> PromiseConflict | None:
    order = season.rank_list.order
    program = season.programs_by_id[promised.program_id]
    place = order.index(program.id) + 1 if program.id in order else 0
    kept_to = 1 if promised.stands is Promise.FIRST else upper_part(season)
    if 1 <= place <= kept_to:
        return None
    stands = f"it is number {place} on your list" if place else "it is not on your list"
    said = "it is first" if promised.stands is Promise.FIRST else "it will be ranked highly"
    return PromiseConflict(
        f"You told {program.name} on {show_day(promised.since.day)} that {said}, and {stands}.",
        (program.id,),
        (promised.letter_id,),
    )
