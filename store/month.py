"""What a calendar marks on a day: interviews, overlaps, key dates, and days that are still free."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from store.clashes import clashes
from store.course import all_attended, days_taken
from store.dates import home_of, show_clock
from store.frozen_record import record
from store.moments import Moment
from store.season import Season
from store.time_scale import monday_of
from store.timeline import KeyDay, key_days
from store.workdays import WORKDAYS, is_workday


@record(frozen=True, slots=True)
class DayMarks:
    """What there is on the days of a season, all at home."""

    today: date
    """The present day."""
    interviews: Mapping[date, tuple[str, ...]]
    """For each day with interviews, the clock at home and the program of each, earliest first."""
    clash_days: frozenset[date]
    """Days on which interviews overlap."""
    key_days: Mapping[date, tuple[KeyDay, ...]]
    """Key dates by day."""
    taken: frozenset[date]
    """Days on which an interview runs, one that began the evening before included."""

    def is_free(self, day: date) -> bool:
        """True on a workday from today on with nothing booked."""
        return day >= self.today and is_workday(day) and day not in self.taken

    def free_in_week(self, day: date) -> tuple[date, ...]:
        """The free days of the week that day is in."""
        monday = monday_of(day)
        return tuple(filter(self.is_free, (monday + timedelta(days=ahead) for ahead in range(WORKDAYS))))

    def facts(self, day: date) -> tuple[str, ...]:
        """Everything on that day, in words."""
        dates = tuple(f"{one.letter} {one.name}".strip() for one in self.key_days.get(day, ()))
        return (*self.interviews.get(day, ()), *dates)


def day_marks(season: Season, now: Moment) -> DayMarks:
    """The marks of that season's days."""
    home = home_of(season.profile, now)
    held = all_attended(season, now)
    named = [(one.starts, season.programs_by_id[one.program_id].name) for one in held]
    interviews: dict[date, tuple[str, ...]] = {}
    for starts, name in sorted(named, key=lambda one: (one[0].at, one[1])):
        here = starts.seen_from(home.zone_at(starts))
        interviews[here.day] = (*interviews.get(here.day, ()), f"{show_clock(here)} {name}")
    dates: dict[date, tuple[KeyDay, ...]] = {}
    for one in key_days(season, home):
        dates[one.day] = (*dates.get(one.day, ()), one)
    overlaps = (one.starts for pair in clashes(season) if pair.end.at > now.at for one in (pair.first, pair.second))
    clash_days = frozenset(home.day_of(one) for one in overlaps)
    return DayMarks(now.day, interviews, clash_days, dates, days_taken(held, home))


def weeks_of(day: date) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of that day's month from Monday to Sunday; None stands for a day of another month."""
    weeks = Calendar().monthdayscalendar(day.year, day.month)
    return tuple(tuple(day.replace(day=number) if number else None for number in week) for week in weeks)
