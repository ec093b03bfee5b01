"""The courses of a program in two copies that went different ways since they parted."""

from __future__ import annotations

from store.merging.field_policy import dated
from store.merging.sides import Side
from store.records import StatusChange
from store.words import Status

Course = tuple[StatusChange, ...]
"""The statuses of a program, oldest first."""


def courses_apart(base: Course, mine: Course, theirs: Course) -> tuple[Course, Course, Side] | None:
    """What stands when either side is chosen, and the side whose status is the later; None where nothing is asked.

    The later one stands at the end of both courses in one, the earlier one alone with its own. A status on a later
    day that also comes later in the way things go is no question: it followed.
    """
    own, other = _added(base, mine), _added(base, theirs)
    if not own or not other:
        return None
    first, last = sorted((own[-1], other[-1]), key=_place)
    if _reached(own[-1].status, other) or _reached(other[-1].status, own) or _followed(first, last):
        return None
    both = dated(base, mine, theirs)
    return (mine, both, Side.THEIRS) if last is other[-1] else (both, theirs, Side.MINE)


def _added(base: Course, course: Course) -> Course:
    return tuple(change for change in course if change not in base)


def _reached(status: Status, course: Course) -> bool:
    return any(change.status is status for change in course)


def _followed(first: StatusChange, last: StatusChange) -> bool:
    on_a_later_day = last.at.day_in(first.at.zone) > first.at.day
    return on_a_later_day and _rank(last.status) > _rank(first.status)


def _place(change: StatusChange) -> tuple[float, int]:
    return change.at.at.timestamp(), _rank(change.status)


def _rank(status: Status) -> int:
    return list(Status).index(status)
