"""What should be known about the start of an interview before it is chosen: clashes, nights, two on a day."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from store.course import in_play
from store.dates import home_at, show_clock, show_day_short, show_for
from store.frozen_record import record
from store.moments import Moment
from store.records import Interview, Program
from store.season import Season
from store.words import InterviewState

NIGHT_BEGINS, NIGHT_ENDS = 23, 5
"""Hours at home between which a start is a night one: from 23:00 on, and before 05:00."""
HOURS_OF_REST = 10
"""A night between two interview days that is shorter than this is spoken of."""


class Weight(IntEnum):
    """How much a remark matters, the gravest first."""

    CLASH = 1
    SAME_PROGRAM = 2
    SHORT_NIGHT = 3
    NIGHT_START = 4
    SAME_DAY = 5
    ASSUMED = 6


@record(frozen=True, slots=True)
class Remark:
    """One thing to know about a start."""

    weight: Weight
    """What sort it is."""
    short: str
    """It in a few words, for a list to choose from."""
    words: str
    """It as a sentence, with both clocks."""


def remarks_on(season: Season, interview: Interview, now: Moment) -> tuple[Remark, ...]:
    """Everything to know about that start, the gravest first, on the clock in force at home on that day.

    The interview need not be in the season: one that is only offered is looked at in the same way.
    """
    found = [*_beside_others(season, interview, now), *_on_its_own(season, interview, now)]
    return tuple(sorted(found, key=lambda one: one.weight))


def assumed_offer(program: Program, starts: Moment) -> bool:
    """Whether the zone of a start on offer is only assumed: it is the program's own, and nobody has confirmed it.

    An offer keeps no word on how its zone came about; one in another zone than the program's was typed with it.
    """
    return not program.zone or starts.zone == program.zone


def short_words(remarks: tuple[Remark, ...], *, assumed: bool = False) -> str:
    """Those remarks in one line; that a zone is assumed is left out unless asked for. Empty when there are none."""
    return "; ".join(one.short for one in remarks if assumed or one.weight is not Weight.ASSUMED)


def _on_its_own(season: Season, interview: Interview, now: Moment) -> Iterator[Remark]:
    at_home = interview.starts.seen_from(home_at(season.profile, interview.starts, now))
    if at_home.local.hour >= NIGHT_BEGINS or at_home.local.hour < NIGHT_ENDS:
        clock = show_clock(at_home)
        yield Remark(Weight.NIGHT_START, f"night start, {clock}", f"It begins in the night at home: {clock}.")
    if interview.zone_assumed:
        zone = interview.starts.zone
        yield Remark(
            Weight.ASSUMED,
            "zone assumed",
            f"The zone {zone} is assumed from the program's place; ask them to confirm it.",
        )


def _beside_others(season: Season, interview: Interview, now: Moment) -> Iterator[Remark]:
    for other in season.interviews:
        program = season.programs_by_id.get(other.program_id)
        if other.id == interview.id or other.state is not InterviewState.BOOKED or program is None:
            continue
        if other.program_id == interview.program_id:
            if other.ends > now:
                when = show_for(season.profile, other.starts, now)
                yield Remark(
                    Weight.SAME_PROGRAM,
                    "a second day here",
                    f"{program.name} has another interview, {when}.",
                )
        elif in_play(program):
            yield from _between(season, interview, other, now)


def _between(season: Season, interview: Interview, other: Interview, now: Moment) -> Iterator[Remark]:
    """What lies between two interviews at two programs: nothing, less than a night, or one day."""
    home = home_at(season.profile, interview.starts, now)
    name = season.programs_by_id[other.program_id].name
    when = show_for(season.profile, other.starts, now)
    hours = hours_between(interview, other)
    mine, theirs = interview.starts.seen_from(home), other.starts.seen_from(home)
    if hours < 0:
        end = min(interview.ends, other.ends).seen_from(home)
        span = f"{max(mine, theirs).local:%H:%M} to {show_clock(end)}"
        yield Remark(Weight.CLASH, f"! clashes with {name}, {span}", f"It overlaps with {name}, {when}.")
    elif hours < HOURS_OF_REST and (mine.day != theirs.day or interview.starts.day != other.starts.day):
        yield Remark(
            Weight.SHORT_NIGHT,
            f"only {_spell(hours)} from {name}",
            f"Less than {HOURS_OF_REST} hours lie between it and {name}, {when}: a night of {_spell(hours)}.",
        )
    elif mine.day == theirs.day:
        between = _spell(hours) if hours else "no time"
        yield Remark(
            Weight.SAME_DAY,
            f"two that day: {name} {show_clock(theirs)}",
            f"Two on {show_day_short(mine.day)}: {name} is on the same day, {when}, with {between} between.",
        )


def hours_between(one: Interview, other: Interview) -> float:
    """Hours from the end of the earlier to the start of the later; less than nothing when they overlap."""
    first, second = (one, other) if one.starts <= other.starts else (other, one)
    return (second.starts - first.ends).total_seconds() / 3600


def _spell(hours: float) -> str:
    whole, minutes = divmod(round(hours * 60), 60)
    return f"{whole} h {minutes} min" if whole and minutes else f"{minutes} min" if minutes else f"{whole} h"
