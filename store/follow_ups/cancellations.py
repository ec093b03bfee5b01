"""F18: whoever has to know of a cancelled interview is told, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from store.cancelling import TOLD_WORDS, still_to_tell
from store.dates import show_day_short, show_for
from store.follow_ups.follow_up import FollowUp
from store.listing import listed
from store.moments import Moment
from store.records import Interview
from store.season import Season
from store.words import Kind, ToTell

HOURS_TO_TELL = 48
"""After an interview was cancelled, when telling of it is late."""


def cancellations_to_tell(season: Season, now: Moment) -> Iterator[FollowUp]:
    """A cancelled interview until portal, coordinator and ERAS know of it, or until the hour it would have begun.

    It is due at once and late after 48 hours.
    """
    for interview in season.interviews:
        program = season.programs_by_id.get(interview.program_id)
        if interview.cancelled is None or interview.starts.at <= now.at or program is None or program.trashed:
            continue
        open_ = still_to_tell(season, interview)
        if open_:
            yield _item(season, interview, open_, interview.cancelled, now)


def _item(season: Season, interview: Interview, open_: tuple[ToTell, ...], cancelled: Moment, now: Moment) -> FollowUp:
    whom = listed([TOLD_WORDS[one] for one in open_])
    return FollowUp(
        key=f"F18:{interview.id}",
        rule="F18",
        what=f"tell {whom} that {show_day_short(interview.starts.day)} is cancelled",
        short="tell who has to know",
        why=f"You cancelled it {show_for(season.profile, cancelled, now)}. "
        "Each keeps a calendar of its own, and a slot given back early goes to somebody who waits for it.",
        due=cancelled,
        latest=cancelled.after(hours=HOURS_TO_TELL),
        kind=Kind.CANCEL if ToTell.COORDINATOR in open_ else None,
        program_id=interview.program_id,
        interview_id=interview.id,
    )
