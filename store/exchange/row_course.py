"""How far things have come with the program of a row: its statuses, its interview, the thanks for it."""

from __future__ import annotations

import re
from dataclasses import replace

from store.exchange.cell_words import FORMATS, says_nothing, status_called, without_tick, yes_or_no
from store.exchange.headings import aside_of, folded
from store.exchange.row_cells import Cells
from store.exchange.sheet_days import SheetMoment, moment_in
from store.exchange.sheet_hours import minutes_told
from store.frozen_record import record
from store.moments import Moment
from store.program_records import StatusChange
from store.words import Format, Status

STEPS: tuple[tuple[str, Status], ...] = (
    ("applied", Status.APPLIED),
    ("invited", Status.INVITED),
    ("waitlisted", Status.WAITLISTED),
    ("rejected", Status.REJECTED),
)
"""Fields that hold a date or a tick for a status."""
STATUS_THEN_DAY = re.compile(
    r"([^\W\d][^\d(:]*?)[\s:,(–—-]+(?:on\s+)?((?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*?)\)?",
    re.IGNORECASE,
)
"""A status, and the day on which it came about behind it."""
FURTHER = tuple(Status)
"""Statuses in the order in which things come about."""


@record(frozen=True, slots=True)
class Course:
    """The statuses a row tells."""

    dated: tuple[StatusChange, ...] = ()
    """Those with a day, oldest first."""
    present: Status | None = None
    """The furthest of all; None when the row tells none."""


@record(frozen=True, slots=True)
class RowInterview:
    """The interview a row tells of."""

    moment: Moment
    """Its start; noon when only the day is given."""
    timed: bool
    """True when the start is given."""
    zone_given: bool
    """True when the row says in which zone."""
    format: Format | None
    """How it is held, when the row says so."""
    minutes: int | None = None
    """How long it lasts, when the row gives its end too."""


def interview_of(read: Cells, zone: str) -> RowInterview | None:
    """The interview, from its date and its clock time; words without a certain moment are kept in the note."""
    words = read.line("interview")
    if says_nothing(words) or yes_or_no(words) is not None or status_called(words):
        for name in ("clock", "format"):
            if not says_nothing(read.line(name)):
                read.keep(name)
        return None
    found = _start(read, zone)
    if found is None or not found.timed:
        for name in ("interview", "clock", "interview_zone", "format"):
            if not says_nothing(read.line(name)):
                read.keep(name)
    if found is None:
        return None
    if not found.timed:
        return RowInterview(found.moment, timed=False, zone_given=found.zone_given, format=None)
    lasts = minutes_told(read.line("clock")) or minutes_told(words)
    return RowInterview(found.moment, timed=True, zone_given=found.zone_given, format=_format(read), minutes=lasts)


def _start(read: Cells, zone: str) -> SheetMoment | None:
    """The start those cells tell, with the zone that a cell or the heading of the clock names."""
    day, clock = read.line("interview"), read.line("clock")
    order = read.order("interview")
    words = day if says_nothing(clock) else f"{day} {clock}"
    asides = [read.line("interview_zone")]
    asides += [aside_of(read.columns[name].heading) for name in ("clock", "interview") if name in read.columns]
    for aside in filter(None, asides):
        found = moment_in(f"{words} {aside}", order=order, zone=zone, now=read.now)
        if found is not None and found.timed and found.zone_given:
            return found
    found = moment_in(words, order=order, zone=zone, now=read.now)
    if found is None and words != day:
        found = moment_in(day, order=order, zone=zone, now=read.now)
        return found and replace(found, timed=False)
    return found


def _format(read: Cells) -> Format | None:
    words = read.line("format")
    found = FORMATS.get(folded(words))
    if found is None and not says_nothing(words):
        read.keep("format")
    return found


def course_of(read: Cells, interview: RowInterview | None) -> Course:
    """The statuses of the row: of its status column, its dates and ticks, and of its interview."""
    dated = [step for step in (_status_and_day(read, read.line("status")),) if step is not None]
    told = [status for status in (_said_status(read), _interview_status(read, interview)) if status is not None]
    for name, status in STEPS:
        words = read.line(name)
        said = yes_or_no(words) if not says_nothing(words) else False
        day = _day(read, name) if said is None else None
        when = _past(read, day)
        if when is not None:
            dated.append(StatusChange(status, when))
        elif said or (said is None and status_called(words)):
            told.append(status if said else status_called(words) or status)
        elif said is None and (step := _status_and_day(read, words)):
            dated.append(step)
        elif said is None:
            read.keep(name, ahead=day is not None)
    told += [change.status for change in dated]
    course = sorted(dated, key=lambda change: (change.at.at, FURTHER.index(change.status)))
    return Course(tuple(course), max(told, key=FURTHER.index, default=None))


def _said_status(read: Cells) -> Status | None:
    """The status that cell names; one with other words in it is kept in the note."""
    words = read.line("status")
    if says_nothing(words):
        return None
    status = status_called(words)
    if status is None and _status_and_day(read, words) is None:
        read.keep("status")
    return status


def _status_and_day(read: Cells, words: str) -> StatusChange | None:
    """What a cell such as `Rejected 10/30` says; None where it is no status with a day that has come."""
    found = STATUS_THEN_DAY.fullmatch(words)
    status = status_called(found[1]) if found else None
    if found is None or status is None:
        return None
    order = next((column.order for column in read.columns.values() if column.order), "")
    when = moment_in(found[2], order=order, zone=read.now.zone, now=read.now)
    if when is None or when.moment.day > read.now.day:
        return None
    return StatusChange(status, min(when.moment, read.now))


def _interview_status(read: Cells, interview: RowInterview | None) -> Status | None:
    """What an interview says: it is over, booked, or offered for a day without an hour."""
    if interview is None:
        words = read.line("interview")
        said = None if says_nothing(words) else yes_or_no(words)
        return Status.INVITED if said else status_called(words)
    if interview.moment <= read.now:
        return Status.INTERVIEWED
    return Status.BOOKED if interview.timed else Status.INVITED


def _day(read: Cells, name: str) -> Moment | None:
    """The moment in that cell; None when it holds none."""
    found = moment_in(without_tick(read.line(name)), order=read.order(name), zone=read.now.zone, now=read.now)
    return None if found is None else found.moment


def _past(read: Cells, day: Moment | None) -> Moment | None:
    """That moment, never later than now; None for none, or one still to come."""
    return None if day is None or day.day > read.now.day else min(day, read.now)


def thanks_of(read: Cells) -> Moment | None:
    """When thanks were sent; now where only a tick says that they were, None where nothing does."""
    words = read.line("thanked")
    said = False if says_nothing(words) else yes_or_no(words)
    if said is not None:
        return read.now if said else None
    day = _day(read, "thanked")
    when = _past(read, day)
    if when is None:
        read.keep("thanked", ahead=day is not None)
    return when
