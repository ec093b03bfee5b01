"""Workdays with nothing booked that a letter about dates may recall to the applicant."""

from __future__ import annotations

from datetime import timedelta

from store.moments import Moment
from store.month import day_marks
from store.season import Season
from store.words import Kind
from templates.sentences import long_day

SO_MANY = 3
"""Days that are recalled at most."""
LOOKED_AT = 60
"""Days ahead that are looked through."""
NOTICE = {Kind.RESCHEDULE: 14, Kind.WAITLIST: 3, Kind.SECOND_LOOK: 7}
"""Days from today to the first one proposed, for the kinds that ask for days."""


def free_days(season: Season, kind: Kind, now: Moment) -> list[str]:
    """The next free workdays at home, such as `Wednesday 9 December`; none for a kind that asks for no days."""
    if kind not in NOTICE:
        return []
    marks = day_marks(season, now)
    first = now.day + timedelta(days=NOTICE[kind])
    ahead = (first + timedelta(days=number) for number in range(LOOKED_AT))
    free = [day for day in ahead if marks.is_free(day)]
    return [long_day(day) for day in free[:SO_MANY]]
