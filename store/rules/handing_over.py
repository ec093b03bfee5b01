"""What stays on record when a message is handed over: its text as it was then, and which text went out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from store.errors import RuleBroken
from store.frozen_record import record
from store.moments import Moment
from store.records import Accepted, Letter, Revision
from store.rules.debriefing import keep_detail
from store.rules.known import known_letter
from store.rules.letters import KEPT, keep_revision, mark_sent, revise_letter
from store.season import Season
from store.words import Promise

HANDED = "handed over"
"""How the name of a text begins that was handed over."""


@record(frozen=True, slots=True)
class Going:
    """One of several messages that went out together."""

    letter_id: str
    """Which."""
    promise: Promise = Promise.NONE
    """What it says of ranking."""
    accepted: tuple[Accepted, ...] = ()
    """The findings that were gone past."""
    detail: str = ""
    """The detail of a talk that was first told in it."""


def hand_over(season: Season, letter_ids: Collection[str], *, way: str, now: Moment) -> Season:
    """Keep the text of these drafts as it leaves the app that way; what went out or came in already is passed over."""
    for letter_id in letter_ids:
        letter = known_letter(season, letter_id)
        last = handed_over(letter)
        same = last is not None and (last.subject, last.body) == (letter.subject, letter.body)
        if letter.state not in KEPT and letter.body.strip() and not same:
            season = keep_revision(season, letter_id, name=f"{HANDED}: {way}", now=now)
    return season


def handed_over(letter: Letter) -> Revision | None:
    """The text that was handed over last; None when none was."""
    return next((one for one in reversed(letter.revisions) if one.name.startswith(HANDED)), None)


def as_handed_over(letter: Letter) -> Letter:
    """The letter with the words that were handed over last; the same one when these are its words."""
    handed = handed_over(letter)
    if handed is None or (handed.subject, handed.body) == (letter.subject, letter.body):
        return letter
    return replace(letter, subject=handed.subject, body=handed.body)


def mark_handed_sent(
    season: Season,
    letter_id: str,
    *,
    at: Moment,
    promise: Promise,
    accepted: tuple[Accepted, ...] = (),
    now: Moment,
) -> Season:
    """Record that a draft went out as it was handed over last; what was written since stays beside it.

    Raises RuleBroken when it was not handed over, and whenever `mark_sent` does.
    """
    letter = known_letter(season, letter_id)
    handed = handed_over(letter)
    if handed is None:
        raise RuleBroken("That message was not handed over yet, so only its present text can have gone out.")
    if (handed.subject, handed.body) != (letter.subject, letter.body):
        season = keep_revision(season, letter_id, name="not sent", now=now)
        season = revise_letter(season, letter_id, subject=handed.subject, body=handed.body, now=now)
    return mark_sent(season, letter_id, at=at, promise=promise, accepted=accepted, now=now)


def mark_all_sent(season: Season, going: Collection[Going], *, at: Moment, now: Moment) -> Season:
    """Record that all of these drafts went out at that moment; raises RuleBroken when one of them cannot have."""
    for one in going:
        season = mark_sent(season, one.letter_id, at=at, promise=one.promise, accepted=one.accepted, now=now)
        season = keep_detail(season, one.letter_id, one.detail, now=now)
    return season
