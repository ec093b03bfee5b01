"""How a change of status joins a program's course: dated, in order, never in the future."""

from __future__ import annotations

from dataclasses import replace

from store.dates import show_day, show_moment
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Program, StatusChange
from store.words import STATUS_WORDS, Status


def with_status(program: Program, change: StatusChange, *, now: Moment) -> Program:
    """That program with one more step in its course; the same program when it has that status already.

    Going back to an earlier status is allowed, for people mend slips. Offered interview starts are forgotten
    unless the program is invited: they have been answered. Raises RuleBroken for a change dated later than
    now or before the change it follows.
    """
    if program.statuses and program.status is change.status:
        return program
    change = _not_later(program, change, now)
    course = _in_order(program, program.statuses, change, now)
    offered = program.offered if change.status is Status.INVITED else ()
    return replace(program, statuses=course, offered=offered)


def redated(program: Program, at: Moment, *, exact: bool = False, now: Moment) -> Program:
    """That program with its present status dated anew; the same program when only a day was given and it is that day.

    Raises RuleBroken for a date later than now or before the status it follows.
    """
    if not program.statuses:  # as a file edited by hand may hold it
        return with_status(program, StatusChange(program.status, at, exact), now=now)
    last = program.statuses[-1]
    if last == StatusChange(last.status, at, exact) or (not exact and last.at.day_in(at.zone) == at.day):
        return program
    earlier = replace(program, statuses=program.statuses[:-1])
    change = _not_later(program, StatusChange(last.status, at, exact), now)
    return replace(program, statuses=_in_order(earlier, earlier.statuses, change, now))


def checked_course(program: Program, *, now: Moment) -> Program:
    """That program with the course it was handed in with put to the same test; a missing one begins now as planned."""
    course = program.statuses or (StatusChange(Status.PLANNED, now),)
    checked: tuple[StatusChange, ...] = ()
    for change in course:
        checked = _in_order(program, checked, _not_later(program, change, now), now)
    return program if checked == program.statuses else replace(program, statuses=checked)


def _not_later(program: Program, change: StatusChange, now: Moment) -> StatusChange:
    """The change, held back to now when only its day counts and that day is today."""
    if change.at.at <= now.at:
        return change
    if not change.exact and change.at.day <= now.day:
        return replace(change, at=Moment(now.at, change.at.zone))
    words = STATUS_WORDS[change.status]
    raise RuleBroken(f"{program.name} cannot be {words} on {_said(change)}: that is still to come.")


def _in_order(
    program: Program, course: tuple[StatusChange, ...], change: StatusChange, now: Moment
) -> tuple[StatusChange, ...]:
    """The course with the change at its end.

    Within one day a moment that is not exact gives way to the one it would contradict, and so does the day a
    program was put on the list.
    """
    if not course or course[-1].at.at <= change.at.at:
        return (*course, change)
    last = course[-1]
    if not change.exact and _same_day(last, change, now):
        return (*course, replace(change, at=Moment(last.at.at, change.at.zone)))
    if len(course) == 1 and last.status is Status.PLANNED and not last.exact:
        # A program put on the list today may have been applied to weeks ago: it was planned by then.
        return (replace(last, at=Moment(change.at.at, last.at.zone)), change)
    return (*_pulled_back(program, course, change, now), change)


def _pulled_back(
    program: Program, course: tuple[StatusChange, ...], change: StatusChange, now: Moment
) -> tuple[StatusChange, ...]:
    """The course with every change of that day that is not exact moved before the exact one that joins it."""
    last = course[-1]
    if last.exact or not _same_day(last, change, now):
        words = STATUS_WORDS[last.status]
        raise RuleBroken(
            f"{program.name} has been {words} since {_said(last)}; "
            f"a change to {STATUS_WORDS[change.status]} cannot be dated before that."
        )
    earlier, moved = course[:-1], replace(last, at=Moment(change.at.at, last.at.zone))
    if earlier and earlier[-1].at.at > change.at.at:
        earlier = _pulled_back(program, earlier, change, now)
    return (*earlier, moved)


def _same_day(one: StatusChange, other: StatusChange, now: Moment) -> bool:
    return one.at.day_in(now.zone) == other.at.day_in(now.zone)


def _said(change: StatusChange) -> str:
    return show_moment(change.at) if change.exact else show_day(change.at.day)
