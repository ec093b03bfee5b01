"""One thing the applicant should do, and how pressing it is."""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum

from store.dates import days_until
from store.frozen_record import record, with_late
from store.moments import Moment
from store.words import Kind


@with_late("why")
@record(frozen=True, slots=True)
class FollowUp:
    """One thing the applicant should do by a moment, with the reason why."""

    key: str
    """The same as long as the reason stays the same, such as `F03:i-7f3k2m:c-x4n8ab`."""
    rule: str
    """The rule it comes from, F01 to F16, or TASK for one made by hand."""
    what: str
    """What to do, in full."""
    short: str
    """The same in at most 22 characters."""
    why: str = field(compare=False)
    """Two or three sentences on why it is here, told of what the other fields are made of."""
    due: Moment
    """When it is best done."""
    latest: Moment | None
    """After this it is late; None makes the day it is due the last good one."""
    kind: Kind | None = None
    """The kind of letter that answers it, if any."""
    program_id: str = ""
    """The program it is about; empty for the whole season."""
    contact_id: str = ""
    """The person it is about, if any."""
    interview_id: str = ""
    """The interview it is about, if any."""
    letter_id: str = ""
    """The letter it is about: the one to answer, to remind of, or to send."""
    snoozed_until: Moment | None = None
    """Hidden until then; None while it is open."""
    other_program_id: str = ""
    """The second program of a clash."""
    other_what: str = ""
    """What to do as the second program's own list puts it."""

    def at(self, program_id: str) -> FollowUp:
        """The same follow-up in the words that suit that program's own list."""
        if program_id == self.other_program_id and self.other_what:
            return replace(self, what=self.other_what)
        return self


class Urgency(StrEnum):
    """How pressing a follow-up is, most pressing first."""

    LATE = "late"
    DUE = "due"
    SOON = "soon"
    LATER = "later"


def urgency(follow_up: FollowUp, now: Moment) -> Urgency:
    """How pressing it is: late past its latest moment, due from its day on, soon within 7 days.

    Days are those of the home zone, which is the zone of `now`.
    """
    days = days_until(follow_up.due, now)
    late = days < 0 if follow_up.latest is None else follow_up.latest.at < now.at
    if late:
        return Urgency.LATE
    if days <= 0:
        return Urgency.DUE
    return Urgency.SOON if days <= 7 else Urgency.LATER


def stamp(moment: Moment) -> str:
    """The minute of a moment as a part of keys, the same in every zone."""
    return f"{moment.at:%Y%m%dT%H%M}"


def shortened(text: str, limit: int = 22) -> str:
    """That text in at most so many characters, with a mark where it was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
