"""F09: a letter came in and waits for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from store.course import OVER, on_their_clock
from store.dates import show_for
from store.follow_ups.follow_up import FollowUp, days_of
from store.follow_ups.letters_between import answered, once_for_letters
from store.late_values import later
from store.moments import Moment
from store.records import Letter, Profile, Program
from store.season import SameRecords, Season
from store.words import Direction, Kind, LetterState, Status

HOURS_DUE = 24
"""After a letter came in, when its answer is due."""
HOURS_LATEST = 48
"""After it came in, when the answer is late."""
DAYS_SHOWN = 14
"""After it came in, when no answer is proposed any more."""

NO_ANSWER = frozenset({Kind.REJECTION, Kind.NOTICE, Kind.THANK_YOU, Kind.ACCEPT, Kind.DECLINE, Kind.AFTER_MATCH})
"""Kinds that close a matter; nobody waits for an answer to them."""
ANSWERED_BY: dict[Kind, Kind] = {
    Kind.INVITATION: Kind.ACCEPT,
    Kind.WAITLIST_NOTICE: Kind.WAITLIST,
    Kind.SECOND_LOOK: Kind.SECOND_LOOK,
    Kind.IMPROPER_QUESTION: Kind.IMPROPER_QUESTION,
    Kind.HINT: Kind.HINT,
    Kind.LOGISTICS: Kind.LOGISTICS,
    Kind.RESCHEDULE: Kind.LOGISTICS,
    Kind.CANCEL: Kind.RESCHEDULE,
}
"""The kind of letter that answers each kind that may come in; others are answered freely."""
NOT_YET_INVITED = frozenset({Status.PLANNED, Status.APPLIED, Status.WAITLISTED})
"""Statuses in which a logged invitation is news."""


def letters_to_answer(season: Season, now: Moment) -> Iterator[FollowUp]:
    """A letter that came in without an answer: due after 24 hours, late after 48, gone after 14 days.

    A reply to a letter of one's own closes that exchange unless it asks for something in turn, and an invitation
    already recorded as a status is the matter of F01.
    """
    oldest = now.after(days=-days_of(season, "F09", DAYS_SHOWN)).at
    is_answered = once_for_letters("answered", season, _answered)
    for letter in reversed(_by_moment(SameRecords(season.letters_by_state[LetterState.RECEIVED]))):
        if letter.at is None or letter.at.at < oldest:
            break
        program = season.programs_by_id.get(letter.program_id)
        if program is None or program.trashed is not None or not _wants_answer(program, letter):
            continue
        if not is_answered(letter):
            yield _item(season, program, letter, letter.at, now)


@lru_cache(maxsize=2)
def _by_moment(letters: SameRecords) -> tuple[Letter, ...]:
    """These letters, the oldest first."""
    came = [(one.at.at, one) for one in letters.records if one.at is not None]
    return tuple(one for _, one in sorted(came, key=itemgetter(0)))


def _answered(season: Season, letter: Letter) -> bool:
    return answered(season, letter, by=Direction.OUT)


def _wants_answer(program: Program, letter: Letter) -> bool:
    if letter.improper or letter.hint:
        return True
    if letter.kind in NO_ANSWER or program.status in OVER:
        return False
    if letter.kind is Kind.INVITATION:
        return program.status in NOT_YET_INVITED
    if letter.kind is not Kind.REPLY or not letter.answers:
        return True
    from store.follow_ups.reply_words import asks_in_turn  # no start waits for it while no reply waits for an answer

    return asks_in_turn(letter.body)


def _item(season: Season, program: Program, letter: Letter, came: Moment, now: Moment) -> FollowUp:
    kind = _answering_kind(letter)
    people = [season.contacts_by_id[one] for one in letter.contact_ids if one in season.contacts_by_id]
    sender = people[0].name if people else program.name
    about = f"“{letter.subject}”" if letter.subject else "the message"
    latest = came.after(hours=HOURS_LATEST)
    return FollowUp(
        key=f"F09:{letter.id}",
        rule="F09",
        what=f"answer {about} from {sender}",
        short="answer their message",
        why=later(_why, season.profile, program, letter, (came, latest), now),
        due=came.after(hours=HOURS_DUE),
        latest=latest,
        kind=kind,
        program_id=program.id,
        contact_id=people[0].id if people else "",
        letter_id=letter.id,
    )


def _why(profile: Profile, program: Program, letter: Letter, span: tuple[Moment, Moment], now: Moment) -> str:
    came, latest = (show_for(profile, on_their_clock(one, program), now) for one in span)
    return f"It came {came} and has no answer yet. Two days are courteous: by {latest}.{_flag_said(letter)}"


def _answering_kind(letter: Letter) -> Kind | None:
    if letter.improper:
        return Kind.IMPROPER_QUESTION
    return Kind.HINT if letter.hint else ANSWERED_BY.get(letter.kind)


def _flag_said(letter: Letter) -> str:
    if letter.improper:
        return " It asks what a program may not ask; you may thank them and leave that open."
    return " It hints at a commitment; no pledge is owed in return." if letter.hint else ""
