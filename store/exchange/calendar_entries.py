"""What a season puts into a calendar: interviews and key dates, as entries that keep their names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TypeAlias

from store.dates import DayOrder, days_written, home_at, show_moment
from store.frozen_record import record
from store.key_dates import how_sure, key_dates
from store.moments import Moment
from store.records import Interview, KeyDate, Profile, Program
from store.season import Season
from store.words import CLOSED, Format, InterviewState, Mark, Status

OF = "prematch"
"""What stands behind the @ in the name of every entry."""
DAY_BEFORE, HOUR_BEFORE = timedelta(days=-1), timedelta(hours=-1)
"""When an interview is reminded of."""
MORNING_BEFORE = timedelta(hours=-15)
"""Nine in the morning before a day that has no clock."""
FIRST_STAMP = Moment(datetime.fromisoformat("2026-09-01T00:00:00+00:00"), "UTC")
"""When an entry counts as written of which nobody knows: the shipped dates of the season were put together by then."""
UTC = "UTC"
"""The zone of entries that must not tell where a program is."""

When: TypeAlias = Moment | date
"""When an entry is: a moment, or a whole day."""


@record(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar."""

    uid: str
    """Its name, the same at every export."""
    sequence: int
    """How often it was changed."""
    stamp: Moment
    """When it was changed last."""
    summary: str
    """Its title."""
    starts: When
    """A moment in the zone a calendar should show, or a whole day."""
    minutes: int = 0
    """How long it lasts; 0 for a whole day and for a mere moment."""
    words: str = ""
    """What there is to know."""
    location: str = ""
    """Where to go, or where to join."""
    link: str = ""
    """Where to join."""
    alarms: tuple[timedelta, ...] = ()
    """When to remind, before the start."""
    cancelled: bool = False
    """True for what will not take place."""
    assumed: bool = False
    """True while it is not certain that it stands so."""


def calendar_entries(
    season: Season, *, now: Moment, private: bool = False, own_clock: bool = False
) -> tuple[CalendarEntry, ...]:
    """The season's entries, in order of their starts.

    `private` leaves out every name and word that tells of a program or was typed by hand, and the program's clock
    with it. `own_clock` shows starts in the zone the applicant is in on that day instead of the program's.
    """
    found = [*_interviews(season, now, private=private, own_clock=own_clock)]
    for one in key_dates(season):
        found += _key_date(season, one, now, private=private, own_clock=own_clock)
    return tuple(sorted(found, key=lambda entry: (_sorting(entry.starts), entry.uid)))


def sequence_of(interview: Interview) -> int:
    """How often what a calendar shows of it was changed; from its moves alone in a file from before this was kept."""
    return len(interview.touched) or len(interview.moves) + (interview.state is InterviewState.CANCELLED)


def _interviews(season: Season, now: Moment, *, private: bool, own_clock: bool) -> Iterator[CalendarEntry]:
    for number, interview in enumerate(season.interviews, 1):
        program = season.programs_by_id.get(interview.program_id)
        if program is None:
            continue
        home = _home(season.profile, interview.starts, now)
        dropped = interview.state is not InterviewState.CANCELLED and _is_dropped(program, interview)
        shown = home if private or own_clock else interview.starts
        yield CalendarEntry(
            f"{interview.id}@{OF}",
            sequence_of(interview) + dropped,
            _stamp(program, interview, dropped=dropped),
            f"Interview {number}" if private else _title(program, interview),
            Moment(shown.at, UTC) if private else shown,
            minutes=int((interview.ends - interview.starts).total_seconds()) // 60,
            words="" if private else _about(season, interview, home),
            location="" if private else (interview.place or interview.link),
            link="" if private else interview.link,
            alarms=(DAY_BEFORE, HOUR_BEFORE),
            cancelled=dropped or interview.state is InterviewState.CANCELLED,
        )


def _is_dropped(program: Program, interview: Interview) -> bool:
    """True when the program was closed or put away before the interview began: nobody goes to it."""
    ended = program.trashed or (program.since if program.status in CLOSED else None)
    return ended is not None and ended < interview.starts


def _stamp(program: Program, interview: Interview, *, dropped: bool) -> Moment:
    booked = [change.at for change in program.statuses if change.status is Status.BOOKED]
    known = [*interview.touched[-1:], *(move.at for move in interview.moves[-1:])] or booked[:1] or [FIRST_STAMP]
    ended = program.trashed or program.since
    return max((*known, ended) if dropped and ended else known, key=lambda moment: moment.at)


def _title(program: Program, interview: Interview) -> str:
    return f"Interview: {program.name}" + (", zone assumed" if interview.zone_assumed else "")


def _about(season: Season, interview: Interview, home: Moment) -> str:
    people = [season.contacts_by_id[one].name for one in interview.contact_ids if one in season.contacts_by_id]
    lines = [f"{_clocks(interview.starts, home, 'at the program')}."]
    if interview.zone_assumed:
        lines.append(f"The zone {interview.starts.zone} is assumed from the program's place; ask them to confirm it.")
    lines.append("In person." if interview.format is Format.IN_PERSON else "Virtual.")
    lines += [f"Join: {interview.link}"] if interview.link else []
    lines += [f"Place: {interview.place}"] if interview.place else []
    lines += [f"With: {', '.join(people)}"] if people else []
    return "\n".join(lines)


def _key_date(season: Season, one: KeyDate, now: Moment, *, private: bool, own_clock: bool) -> Iterator[CalendarEntry]:
    """A whole day where the applicant is, and beside it the moment itself where one is known."""
    home = _home(season.profile, one.at, now)
    own = private and one.mark is Mark.OWN
    sure = "" if one.mark is Mark.OWN else f" ({one.mark})"
    when = "" if one.all_day else f"{_clocks(one.at, home, 'where it is announced')}.\n"
    source = f"\nSource: {one.source}." if one.source and not private else ""
    day = CalendarEntry(
        f"{one.id}.day@{OF}",
        len(one.touched),
        one.touched[-1] if one.touched else FIRST_STAMP,
        f"{'My own date' if own else one.name}{sure}",
        one.at.day if one.all_day else home.day,
        words=f"{when}{how_sure(one).capitalize()}.{source}",
        alarms=(MORNING_BEFORE,) if one.all_day else (),
        assumed=one.mark is Mark.EXPECTED,
    )
    yield day
    if not one.all_day:
        yield _moment_of(day, f"{one.id}.moment@{OF}", home if own_clock or own else one.at)


def _moment_of(day: CalendarEntry, uid: str, at: Moment) -> CalendarEntry:
    return CalendarEntry(
        uid,
        day.sequence,
        day.stamp,
        day.summary,
        at,
        words=day.words,
        alarms=(DAY_BEFORE, HOUR_BEFORE),
        assumed=day.assumed,
    )


def _clocks(there: Moment, home: Moment, whose: str) -> str:
    """Both clocks with their days in full: who reads it in a calendar may be anywhere, and may have set nothing."""
    with days_written(DayOrder.DAY_FIRST):
        if there.local.replace(tzinfo=None) == home.local.replace(tzinfo=None):
            return show_moment(there)
        return f"{show_moment(there)} {whose}, {show_moment(home)} for you"


def _home(profile: Profile, moment: Moment, now: Moment) -> Moment:
    return moment.seen_from(home_at(profile, moment, now))


def _sorting(when: When) -> str:
    return when.at.isoformat() if isinstance(when, Moment) else when.isoformat()
