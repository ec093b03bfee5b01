"""A portal's calendar file before it is taken in: what each event would do to the season, and what to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from store.clashes import clashes
from store.course import next_interview
from store.dates import home_at, show_clock, show_for
from store.errors import RuleBroken
from store.exchange.calendar_reading import CalendarEvent
from store.exchange.calendar_times import about_zone, length_of, start_of, stated_words
from store.frozen_record import record
from store.ids import new_id
from store.moments import Moment
from store.records import Interview, Program
from store.rules.interviews import book_interview, cancel_interview, edit_interview, move_interview
from store.season import Season
from store.words import Format, InterviewState

NOT_ON_RECORD = "It cancels an interview that is not on record."
"""What is said of a cancellation that fits no interview."""
NIGHT_BEGINS, NIGHT_ENDS = 23, 5
"""Hours at home between which a start is worth a word."""


class Fate(StrEnum):
    """What becomes of an event."""

    BOOKED = "new"
    MOVED = "moved"
    CHANGED = "changed"
    KNOWN = "known already"
    CANCELLED = "cancelled"
    OPEN = "which program?"
    LEFT = "left out"


TAKEN = frozenset({Fate.BOOKED, Fate.MOVED, Fate.CHANGED, Fate.CANCELLED})
"""Fates that change the season in a way a person sees."""


@record(frozen=True, slots=True)
class EventRow:
    """One event, and what becomes of it."""

    event: CalendarEvent
    """The event."""
    fate: Fate
    """What becomes of it."""
    program_id: str = ""
    """Whose interview it is; empty when that is not known."""
    interview_id: str = ""
    """The interview it makes or changes."""
    when: str = ""
    """Its start on both clocks."""
    notes: tuple[str, ...] = ()
    """What to know of it, each a sentence."""


@record(frozen=True, slots=True)
class CalendarPreview:
    """The whole file."""

    rows: tuple[EventRow, ...]
    """Every event, in the order in which they are taken in."""
    season: Season
    """The season with all of it taken in."""

    def count(self, *fates: Fate) -> int:
        """How many events have one of these fates."""
        return sum(row.fate in fates for row in self.rows)

    @property
    def words(self) -> str:
        """How much of it there is: `2 new, 1 moved`; empty when nothing changes."""
        counts = ((self.count(fate), fate) for fate in Fate if fate in TAKEN)
        return ", ".join(f"{count} {fate}" for count, fate in counts if count)


class _Done(NamedTuple):
    season: Season
    fate: Fate
    interview: Interview | None
    notes: tuple[str, ...]


def calendar_preview(
    season: Season, events: tuple[CalendarEvent, ...], programs: Mapping[int, str], *, now: Moment
) -> CalendarPreview:
    """What these events would do, one after the other; `programs` says whose the event at each place is.

    An event whose name is known belongs to the program of its interview, whatever `programs` says.
    """
    rows: list[EventRow] = []
    for at, event in enumerate(events):
        known = _known(season, event)
        program_id = known.program_id if known else programs.get(at, "")
        program = season.programs_by_id.get(program_id)
        try:
            done = _taken(season, event, program, known, now)
        except RuleBroken as refused:
            done = _Done(season, Fate.LEFT, None, (str(refused),))
        season = done.season
        made = done.interview
        when = show_for(season.profile, made.starts, now) if made else stated_words(season, event, program, now)
        rows.append(EventRow(event, done.fate, program_id, made.id if made else "", when, done.notes))
    return CalendarPreview(tuple(_with_clashes(season, rows, now)), season)


def take_in_calendar(
    season: Season, events: tuple[CalendarEvent, ...], programs: Mapping[int, str], *, now: Moment
) -> Season:
    """The season with those events taken in; raises RuleBroken while it is open whose an event is."""
    found = calendar_preview(season, events, programs, now=now)
    open_ones = found.count(Fate.OPEN)
    if open_ones:
        said = "1 event belongs" if open_ones == 1 else f"{open_ones} events belong"
        raise RuleBroken(f"{said} to no program yet. Say to which, or leave it out; nothing was taken in.")
    return found.season


def _known(season: Season, event: CalendarEvent) -> Interview | None:
    """The interview of that event's name, one that stands before one that was cancelled."""
    named = [one for one in season.interviews if event.uid and one.uid == event.uid]
    return next((one for one in named if one.state is InterviewState.BOOKED), named[-1] if named else None)


def _taken(
    season: Season, event: CalendarEvent, program: Program | None, known: Interview | None, now: Moment
) -> _Done:
    if event.trouble and not (event.cancelled and known):
        return _Done(season, Fate.LEFT, None, (f"{event.trouble[:1].upper()}{event.trouble[1:]}.",))
    if program is None:
        nothing = event.cancelled and not _may_be_on_record(season, event)
        return _Done(season, Fate.LEFT, None, (NOT_ON_RECORD,)) if nothing else _Done(season, Fate.OPEN, None, ())
    if known is not None and event.sequence < known.uid_sequence:
        return _Done(season, Fate.KNOWN, known, ("An older word on it than the one on record.",))
    found = known or _same_start(season, event, program, now)
    if event.cancelled:
        return _cancelled(season, event, found, now)
    if found is None or found.state is InterviewState.CANCELLED:
        return _booked(season, event, program, now)
    return _changed(season, event, program, found, now)


def _same_start(season: Season, event: CalendarEvent, program: Program, now: Moment) -> Interview | None:
    """An interview of that program at that very moment which no calendar has named yet."""
    starts, _ = start_of(season, event, program, now)
    own = season.interviews_of.get(program.id, ())
    same = (one for one in own if one.starts.at == starts.at and not one.uid)
    return next((one for one in same if one.state is InterviewState.BOOKED), None)


def _may_be_on_record(season: Season, event: CalendarEvent) -> bool:
    """Whether some interview that no calendar has named stands at its moment, or might when its zone is not told."""
    unnamed = [one for one in season.interviews if not one.uid and one.state is InterviewState.BOOKED]
    if event.starts is None or not event.starts.zone:
        return bool(unnamed)
    at = event.starts.moment_in(event.starts.zone).at
    return any(one.starts.at == at for one in unnamed)


def _cancelled(season: Season, event: CalendarEvent, found: Interview | None, now: Moment) -> _Done:
    if found is None:
        return _Done(season, Fate.LEFT, None, (NOT_ON_RECORD,))
    if found.state is InterviewState.CANCELLED:
        return _Done(season, Fate.KNOWN, found, ("Cancelled already.",))
    if found.debrief is not None:
        return _Done(season, Fate.LEFT, found, ("You have written down how it went, so it was held.",))
    season = edit_interview(season, found.id, uid=event.uid, uid_sequence=event.sequence, now=now)
    season = cancel_interview(season, found.id, now=now)
    return _Done(season, Fate.CANCELLED, season.interviews_by_id[found.id], ("They have cancelled it.",))


def _booked(season: Season, event: CalendarEvent, program: Program, now: Moment) -> _Done:
    starts, assumed = start_of(season, event, program, now)
    minutes, notes = length_of(season, event, starts, program, now)
    interview = Interview(
        new_id("i"),
        program.id,
        starts,
        minutes=minutes,
        zone_assumed=assumed,
        format=Format.IN_PERSON if event.location and not event.link else Format.VIRTUAL,
        link=event.link,
        place=event.location,
        uid=event.uid,
        uid_sequence=event.sequence,
    )
    other = next_interview(season, program.id, now)
    more = (f"There is another interview there, {show_for(season.profile, other.starts, now)}.",) if other else ()
    notes = (*about_zone(event, starts, assumed), *notes, *more, *_standing(event))
    return _Done(book_interview(season, interview, past=True, now=now), Fate.BOOKED, interview, notes)


def _changed(season: Season, event: CalendarEvent, program: Program, found: Interview, now: Moment) -> _Done:
    starts, assumed = start_of(season, event, program, now)
    moved = starts.at != found.starts.at
    notes = [f"Until now {show_for(season.profile, found.starts, now)}."] if moved else []
    before = season
    if moved:
        season = move_interview(season, found.id, starts, zone_assumed=assumed, past=True, now=now)
    minutes = length_of(season, event, starts, program, now)[0] if event.ends or event.minutes else found.minutes
    stated = {"link": event.link or found.link, "place": event.location or found.place, "minutes": minutes}
    if not assumed and not moved:
        stated["zone_assumed"] = False
    told = edit_interview(season, found.id, now=now, **stated)
    if told is before:
        notes.append("It is so already." if found.uid else "Booked already; from now on its changes are recognised.")
    told = edit_interview(told, found.id, uid=event.uid, uid_sequence=event.sequence, now=now)
    fate = Fate.MOVED if moved else Fate.CHANGED if told.interviews_by_id[found.id].touched != found.touched else None
    if moved:
        notes += about_zone(event, starts, assumed)
    return _Done(told, fate or Fate.KNOWN, told.interviews_by_id[found.id], (*notes, *_standing(event)))


def _standing(event: CalendarEvent) -> tuple[str, ...]:
    return ("The calendar calls it tentative.",) if event.tentative else ()


def _with_clashes(season: Season, rows: list[EventRow], now: Moment) -> Iterator[EventRow]:
    """The rows with what they overlap with, and with starts in the night at home."""
    found = clashes(season)
    for row in rows:
        interview = season.interviews_by_id.get(row.interview_id)
        if interview is None or row.fate is Fate.CANCELLED:
            yield row
            continue
        notes = list(row.notes)
        here = interview.starts.seen_from(home_at(season.profile, interview.starts, now))
        if here.local.hour >= NIGHT_BEGINS or here.local.hour < NIGHT_ENDS:
            notes.append(f"It begins in the night at home: {show_clock(here)}.")
        for clash in found:
            if interview.id in (clash.first.id, clash.second.id):
                other = clash.second if clash.first.id == interview.id else clash.first
                name = season.programs_by_id[other.program_id].name
                notes.append(f"It overlaps with {name}, {show_for(season.profile, other.starts, now)}.")
        yield replace(row, notes=tuple(notes))
