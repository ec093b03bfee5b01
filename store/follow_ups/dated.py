"""F15, F16 and tasks: key dates on their day, drafts marked ready, and what the applicant put down by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.dates import home_at, show_for
from store.follow_ups.follow_up import FollowUp, days_of, shortened
from store.key_dates import how_sure, key_dates, show_key_date
from store.moments import Moment, start_of_day
from store.records import KeyDate
from store.season import Season
from store.sentence_ends import ended
from store.words import LetterState

DAYS_BEFORE = 7
"""Before a key date, when it joins the list."""
DAYS_LATEST = 2
"""After the words of a ready draft last changed, when sending it is late."""
DAYS_SHOWN = 14
"""After they last changed, when it leaves the list."""


def key_dates_ahead(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Each key date from 7 days before it until the end of its day."""
    ahead = days_of(season, "F15", DAYS_BEFORE)
    for key_date in key_dates(season):
        days = (_home_day(key_date, now) - now.day).days
        if 0 <= days <= ahead:
            yield FollowUp(
                key=f"F15:{key_date.id}:{key_date.at.day.isoformat()}",
                rule="F15",
                what=key_date.name,
                short=shortened(key_date.short or key_date.name),
                why=f"{show_key_date(key_date, home_at(season.profile, key_date.at, now))}; {how_sure(key_date)}."
                + (f" Source: {ended(key_date.source)}" if key_date.source else ""),
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
            why=f"You put it down yourself, due {show_for(season.profile, task.due, now)}.",
            due=task.due,
            latest=None,
            kind=task.kind,
            program_id=task.program_id,
        )


def letters_to_send(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Each draft marked ready, for 14 days after its words last changed; it stays among the ready ones after that."""
    shown = days_of(season, "F16", DAYS_SHOWN)
    for letter in season.letters_by_state[LetterState.READY]:
        program = season.programs_by_id.get(letter.program_id)
        due = letter.edited or letter.made or start_of_day(now.day, now.zone)
        if program is None or program.trashed is not None or now.at > due.after(days=shown).at:
            continue
        about = f" “{letter.subject}”" if letter.subject else ""
        yield FollowUp(
            key=f"F16:{letter.id}",
            rule="F16",
            what=f"send the {letter.kind} message{about}",
            short="send what is ready",
            why="You marked this draft as ready. Copy it or hand it to your mail program, then mark it as sent.",
            due=due,
            latest=due.after(days=DAYS_LATEST),
            kind=letter.kind,
            program_id=program.id,
            contact_id=letter.contact_ids[0] if letter.contact_ids else "",
            interview_id=letter.interview_id,
            letter_id=letter.id,
        )


def _home_day(key_date: KeyDate, now: Moment) -> date:
    """The calendar day it falls on at home; the day as announced where no clock is known."""
    return key_date.at.day if key_date.all_day else key_date.at.day_in(now.zone)
