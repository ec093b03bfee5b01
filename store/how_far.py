"""How far the programs have come, and how long those that owe a word have been quiet: counts for pane and picture."""

from __future__ import annotations

from collections.abc import Iterable

from store.course import AWAITED, QUIET_DAYS, attended_interviews, is_over, quiet_days, shown_status
from store.frozen_record import record
from store.moments import Moment
from store.records import Program
from store.season import Season
from store.words import Status

INTERVIEWED = frozenset({Status.INTERVIEWED, Status.MATCHED})
"""Statuses that only an interview leads to."""
INVITED = INTERVIEWED | {Status.INVITED, Status.BOOKED}
"""Statuses that only an invitation leads to."""
FORTNIGHT = 14
"""Days within which silence is nothing unusual."""


@record(frozen=True, slots=True)
class Amount:
    """A number with what it counts."""

    words: str
    """What is counted."""
    count: int
    """How many."""


def funnel(season: Season, now: Moment) -> tuple[Amount, ...]:
    """Applied, invited, interviewed, ranked: each counts what went on or was closed since; only ranked stands alone."""
    applied = invited = interviewed = 0
    for program in season.followed:
        reached = {change.status for change in program.statuses}
        interviews = attended_interviews(season, program, now)
        came = not reached.isdisjoint(INTERVIEWED) or any(is_over(one, now) for one in interviews)
        asked = came or bool(interviews) or not reached.isdisjoint(INVITED)
        interviewed += came
        invited += asked
        applied += asked or not reached <= {Status.PLANNED}
    ranked = len(frozenset(season.rank_list.order) & {one.id for one in season.followed})
    counts = (applied, invited, interviewed, ranked)
    return tuple(map(Amount, ("applied", "invited", "interviewed", "ranked"), counts))


def waiting(season: Season, now: Moment) -> tuple[tuple[int, Program], ...]:
    """Every program that owes a word, with the whole days since anything passed between the two sides."""
    return tuple(
        (quiet_days(season, one, now), one) for one in season.followed if shown_status(season, one, now) in AWAITED
    )


def silence(quiet: Iterable[tuple[int, Program]]) -> tuple[Amount, ...]:
    """Those programs by how long it has been quiet; the last step is what the filter calls quiet."""
    days = tuple(each for each, _program in quiet)
    return (
        Amount(f"under {FORTNIGHT} days", sum(one < FORTNIGHT for one in days)),
        Amount(f"{FORTNIGHT} to {QUIET_DAYS - 1} days", sum(FORTNIGHT <= one < QUIET_DAYS for one in days)),
        Amount(f"{QUIET_DAYS} days or more", sum(one >= QUIET_DAYS for one in days)),
    )
