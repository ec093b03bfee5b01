"""The message that answers a follow-up: the draft that is there, else one begun from its template."""

from __future__ import annotations

from store.agenda import FollowUp, draft_for
from store.ids import new_id
from store.moments import Moment
from store.records import Letter
from store.season import Season
from templates.own_templates import own_sources
from templates.render import begin_letter


def letter_answering(season: Season, follow_up: FollowUp, *, now: Moment) -> Letter | None:
    """The draft the applicant has begun for it, else a fresh one that is in no season yet; None when none answers it.

    Raises SeasonError when no message can be begun.
    """
    draft = draft_for(season, follow_up)
    if draft is not None:
        return draft
    if follow_up.kind is None or not follow_up.program_id:
        return None
    return begin_letter(
        season,
        follow_up.program_id,
        follow_up.kind,
        letter_id=new_id("l"),
        contact_ids=(follow_up.contact_id,) if follow_up.contact_id else (),
        interview_id=follow_up.interview_id,
        answers=follow_up.letter_id,
        now=now,
        own=own_sources(),
    )
