"""From a follow-up to the message that answers it."""

from __future__ import annotations

from store.agenda import FollowUp, draft_for
from store.season import Season
from store.words import Direction
from tui.requests import NewLetter, OpenLetter, WriteLetter


def answer_to(season: Season, follow_up: FollowUp, program_id: str = "") -> OpenLetter | WriteLetter | None:
    """The request for its message: the draft that is there, else a new one; None when no message answers it.

    A clash concerns two programs; `program_id` says at which of them the person is looking.
    """
    if draft := draft_for(season, follow_up, program_id):
        return OpenLetter(draft.id)
    if follow_up.kind is None:
        return None
    wanted = program_id or follow_up.program_id
    if not wanted:
        return None
    answered = season.letters_by_id.get(follow_up.letter_id)
    own = wanted == follow_up.program_id
    return WriteLetter(
        NewLetter(
            wanted,
            follow_up.kind,
            contact_ids=(follow_up.contact_id,) if own and follow_up.contact_id else (),
            interview_id=follow_up.interview_id if own else "",
            answers=answered.id if answered is not None and answered.direction is Direction.IN else "",
        )
    )
