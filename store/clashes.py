"""Interviews that overlap in time, on whatever clocks they were agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from store.course import in_play
from store.frozen_record import record
from store.moments import Moment
from store.records import Interview, Program
from store.season import SameRecords, Season, by_id
from store.words import InterviewState


@record(frozen=True, slots=True)
class Clash:
    """Two interviews the applicant cannot both attend in full."""

    first: Interview
    """The one that starts earlier."""
    second: Interview
    """The one that starts while the first still runs."""
    start: Moment
    """Where the overlap begins, in the zone of the second."""
    end: Moment
    """Where it ends, in the zone of the interview that ends first."""


def clashes(season: Season) -> tuple[Clash, ...]:
    """Every pair of interviews that overlap, past ones included, earliest first.

    Cancelled interviews do not count, nor do those of programs that are closed or in the trash.
    An interview may begin at the very minute another one ends.
    """
    return _found(SameRecords(season.programs), SameRecords(season.interviews))


@lru_cache(maxsize=2)
def _found(programs: SameRecords, interviews: SameRecords) -> tuple[Clash, ...]:
    found: list[Clash] = []
    running: list[tuple[datetime, Interview]] = []
    attended = _attended(by_id(programs.records), interviews.records)
    for interview in sorted(attended, key=lambda one: (one.starts.at, one.id)):
        running = [(ends, one) for ends, one in running if ends > interview.starts.at]
        found += [_clash(one, interview) for _, one in running]
        running.append((interview.ends.at, interview))
    return tuple(found)


def _attended(programs: Mapping[str, Program], interviews: tuple[Interview, ...]) -> list[Interview]:
    return [
        interview
        for interview in interviews
        if interview.state is InterviewState.BOOKED
        and (program := programs.get(interview.program_id)) is not None
        and in_play(program)
    ]


def _clash(first: Interview, second: Interview) -> Clash:
    end = first.ends if first.ends.at <= second.ends.at else second.ends
    return Clash(first, second, second.starts, end)
