"""F15 and tasks: key dates of the season on their day, and what the applicant put down by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.dates import show_both
from store.follow_ups.follow_up import FollowUp, shortened
from store.key_dates import how_sure, key_dates, show_key_date
from store.moments import Moment
from store.records import KeyDate
from store.season import Season

DAYS_BEFORE = 7


def key_dates_ahead(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Each key date from 7 days before it until the end of its day."""
    for key_date in key_dates(season):
        days = (_home_day(key_date, now) - now.day).days
        if 0 <= days <= DAYS_BEFORE:
            yield FollowUp(
                key=f"F15:{key_date.id}:{key_date.at.day.isoformat()}",
                rule="F15",
                what=key_date.name,
                short=shortened(key_date.short or key_date.name),
                why=f"{show_key_date(key_date, now.zone)}; {how_sure(key_date)}."
                + (f" Source: {key_date.source}." if key_date.source else ""),
                due=key_date.at,
                latest=None,
            )


def tasks_by_hand(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Every task of the applicant's own until it is decided; those of programs in the trash rest."""
    for task in season.tasks:
        program = season.programs_by_id.get(task.program_id)
        if program is not None and program.trashed is not None:
            continue
        yield FollowUp(
            key=f"TASK:{task.id}",
            rule="TASK",
            what=task.what,
            short=shortened(task.what),
            why=f"You put it down yourself, due {show_both(task.due, now.zone)}.",
            due=task.due,
            latest=None,
            kind=task.kind,
            program_id=task.program_id,
        )


def _home_day(key_date: KeyDate, now: Moment) -> date:
    """The calendar day it falls on at home; the day as announced where no clock is known."""
    return key_date.at.day if key_date.all_day else key_date.at.day_in(now.zone)
