"""Who still has to be told that an interview will not take place."""

from __future__ import annotations

from store.follow_ups.letters_between import sent
from store.moments import Moment
from store.records import Interview
from store.season import Season
from store.words import InterviewState, Kind, ToTell

TOLD_WORDS: dict[ToTell, str] = {
    ToTell.PORTAL: "the interview portal",
    ToTell.COORDINATOR: "the coordinator",
    ToTell.ERAS: "ERAS",
}
"""Each of them as people say it."""


def told_of_cancelling(season: Season, interview: Interview) -> dict[ToTell, Moment]:
    """Who knows, each with the moment; a message that cancels, once sent, has told the coordinator."""
    known = {one.whom: one.at for one in interview.told}
    if ToTell.COORDINATOR not in known and interview.cancelled is not None:
        # A message is often sent some minutes before the interview is crossed out here.
        since = interview.cancelled.after(days=-1)
        for letter, at in sent(season, interview.program_id, (Kind.CANCEL,), since=since):
            if letter.interview_id in ("", interview.id):
                known[ToTell.COORDINATOR] = at
    return known


def still_to_tell(season: Season, interview: Interview) -> tuple[ToTell, ...]:
    """Who does not know yet; () for an interview that stands, or of which it is not known when it was cancelled."""
    if interview.state is not InterviewState.CANCELLED or interview.cancelled is None:
        return ()
    known = told_of_cancelling(season, interview)
    return tuple(whom for whom in ToTell if whom not in known)
