"""The season at a glance: how far the programs have come, this week, free days, silence, the next key date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

from store.agenda import Agenda, FollowUp, Urgency, urgency
from store.course import all_attended, days_taken, is_over
from store.dates import Home, home_of
from store.frozen_record import record
from store.how_far import Amount, funnel, silence, waiting
from store.key_dates import next_key_date
from store.moments import Moment
from store.records import Interview, KeyDate, Program
from store.season import Season
from store.time_scale import monday_of
from store.workdays import WORKDAYS, is_workday

CLUSTER = 2
"""So many interviews in a week make its free days worth knowing."""
BUSIEST = 3
"""As many weeks are told of."""


@record(frozen=True, slots=True)
class BusyWeek:
    """A week with several interviews, and when one more would fit."""

    monday: date
    """Its first day."""
    interviews: int
    """How many are still to be held in it."""
    free: tuple[date, ...]
    """Its workdays from today on on which none is held, at home."""


@record(frozen=True, slots=True)
class Glance:
    """Everything one look at the season tells."""

    funnel: tuple[Amount, ...]
    """Applied, invited, interviewed, ranked: each program counts as far as it ever came."""
    interviews: tuple[Interview, ...]
    """Those of this week that are not over, the next one first."""
    due: tuple[FollowUp, ...]
    """What is late or due by Sunday, in the order it is due."""
    late: int
    """How many of these are late."""
    busy: tuple[BusyWeek, ...]
    """The busiest weeks ahead, by their day."""
    silence: tuple[Amount, ...]
    """Programs that owe a word, by how long it has been quiet."""
    longest: tuple[Program, int] | None
    """The program that has been quiet longest and its days; None when none owes a word."""
    key_date: KeyDate | None
    """The next key date."""


def glance(season: Season, agenda: Agenda, *, now: Moment) -> Glance:
    """The season at a glance at that moment; weeks and days are those of its zone, the home zone."""
    home = home_of(season.profile, now)
    ahead = _interviews_ahead(season, now)
    sunday = monday_of(now.day) + timedelta(days=6)
    due = tuple(one for one in agenda.open if home.day_of(one.due) <= sunday)
    quiet = waiting(season, now)
    longest = max(quiet, key=lambda pair: (pair[0], pair[1].name), default=None)
    return Glance(
        funnel=funnel(season, now),
        interviews=tuple(one for one in ahead if home.day_of(one.starts) <= sunday),
        due=due,
        late=sum(urgency(one, now) is Urgency.LATE for one in due),
        busy=_busy_weeks(ahead, now.day, home),
        silence=silence(quiet),
        longest=(longest[1], longest[0]) if longest else None,
        key_date=next_key_date(season, now),
    )


def _interviews_ahead(season: Season, now: Moment) -> tuple[Interview, ...]:
    """Every interview to be held that is not over, one that is under way included."""
    found = (one for one in all_attended(season, now) if not is_over(one, now))
    return tuple(sorted(found, key=lambda one: (one.starts.at, one.id)))


def _busy_weeks(ahead: Collection[Interview], today: date, home: Home) -> tuple[BusyWeek, ...]:
    taken = days_taken(ahead, home)
    weeks = Counter(monday_of(home.day_of(one.starts)) for one in ahead)
    clustered = [monday for monday, count in weeks.items() if count >= CLUSTER]
    busiest = sorted(clustered, key=lambda monday: (-weeks[monday], monday))[:BUSIEST]
    return tuple(BusyWeek(monday, weeks[monday], _free(monday, taken, today)) for monday in sorted(busiest))


def _free(monday: date, taken: Collection[date], today: date) -> tuple[date, ...]:
    days = (monday + timedelta(days=ahead) for ahead in range(WORKDAYS))
    return tuple(day for day in days if day >= today and is_workday(day) and day not in taken)
