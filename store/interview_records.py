"""Interviews: when, with whom, and what was written down afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from store.frozen_record import record
from store.moments import Moment
from store.words import Format, InterviewState, ToTell

LONGEST_INTERVIEW = 3 * 24 * 60
"""Minutes of the longest interview, three days."""


@record(frozen=True, slots=True)
class Move:
    """One change of an interview's start."""

    was: Moment
    """The start before."""
    at: Moment
    """When it was changed."""


@record(frozen=True, slots=True)
class Hook:
    """One true detail of the conversation with one person, or of the day as a whole."""

    contact_id: str
    """With whom; empty for a detail of the day that is no single person's."""
    words: str
    """The detail."""
    letter_id: str = ""
    """The letter it was first told in; empty when it was noted after the interview."""


@record(frozen=True, slots=True)
class Told:
    """Somebody who knows by now that an interview was cancelled."""

    whom: ToTell
    """Who."""
    at: Moment
    """When they were told."""


@record(frozen=True, slots=True)
class Debrief:
    """What the applicant wrote down after an interview."""

    at: Moment
    """When it was begun."""
    hooks: tuple[Hook, ...] = ()
    """A detail for each person."""
    liked: str = ""
    """What drew the applicant."""
    worried: str = ""
    """What gave pause."""
    gut: int | None = None
    """First feeling, 1 to 5."""
    red_flags: str = ""
    """What speaks against the program."""

    @property
    def is_blank(self) -> bool:
        """True when nothing is written down in it."""
        words = (*(hook.words for hook in self.hooks), self.liked, self.worried, self.red_flags)
        return self.gut is None and not any(one.strip() for one in words)

    @property
    def is_told_only(self) -> bool:
        """True when all there is was taken from letters, so that the notes of the day are still to be written."""
        noted = tuple(hook for hook in self.hooks if not hook.letter_id)
        return bool(self.hooks) and replace(self, hooks=noted).is_blank


@record(frozen=True, slots=True)
class Interview:
    """One interview day at one program."""

    id: str
    """`i-` and six characters."""
    program_id: str
    """Where."""
    starts: Moment
    """The start, in the zone it was given in."""
    minutes: int = 240
    """Length in minutes."""
    zone_assumed: bool = False
    """True when no zone was given and the program's city was taken."""
    format: Format = Format.VIRTUAL
    """Virtual or in person."""
    contact_ids: tuple[str, ...] = ()
    """Whom the applicant is to meet, or met."""
    state: InterviewState = InterviewState.BOOKED
    """Whether it stands."""
    link: str = ""
    """Where to join."""
    place: str = ""
    """Where to go."""
    moves: tuple[Move, ...] = ()
    """Earlier starts, oldest first."""
    debrief: Debrief | None = None
    """What was written down afterwards."""
    uid: str = ""
    """The name it has in the calendar of the portal it was read from; empty when it was booked here."""
    uid_sequence: int = 0
    """The number of that portal's latest word on it."""
    touched: tuple[Moment, ...] = ()
    """When anything a calendar shows of it was changed, oldest first."""
    cancelled: Moment | None = None
    """When it was cancelled, where that is known."""
    told: tuple[Told, ...] = ()
    """Who has been told that it was cancelled, oldest first."""

    @property
    def ends(self) -> Moment:
        """The planned end; a length no interview has, as a file may hold, counts as the nearest possible one."""
        return Moment(self.starts.at + _length(self.minutes), self.starts.zone)


@lru_cache(maxsize=64)
def _length(minutes: int) -> timedelta:
    return timedelta(minutes=max(1, min(minutes, LONGEST_INTERVIEW)))
