"""What may change about letters: drafts are free, what went out or came in stays as it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from store.dates import show_moment
from store.errors import RuleBroken
from store.moments import Moment
from store.records import Accepted, Letter, Revision
from store.revisions import thinned
from store.rules.cleaning import cleaned
from store.rules.known import (
    WAY_BACK,
    check_not_future,
    check_people,
    followed_program,
    known_interview,
    known_letter,
    known_program,
)
from store.rules.replacing import joined, mapped, swapped
from store.season import Season
from store.sentence_ends import ended
from store.words import INCOMING_ONLY, Direction, Kind, LetterState, Promise

KEPT = frozenset({LetterState.SENT, LetterState.RECEIVED})
"""States in which the words of a letter belong to the record and do not change."""


def write_letter(season: Season, letter: Letter, *, now: Moment) -> Season:
    """Begin a draft; raises RuleBroken for a kind that only comes in and for people of another program."""
    followed_program(season, letter.program_id)
    _check_written(letter.kind)
    draft = replace(
        letter,
        direction=Direction.OUT,
        state=LetterState.DRAFT,
        made=letter.made or now,
        edited=letter.edited or now,
        at=None,
        trashed=None,
    )
    return _with_new(season, draft)


def write_letters(season: Season, letters: Collection[Letter], *, now: Moment) -> Season:
    """Begin several drafts at once; raises RuleBroken for the first that cannot be begun."""
    for letter in letters:
        season = write_letter(season, letter, now=now)
    return season


def log_received(season: Season, letter: Letter, *, now: Moment) -> Season:
    """Record a letter that came in; statuses and other records stay as they are.

    Without a moment of its own it came in now. Raises RuleBroken for one dated in the future.
    """
    followed_program(season, letter.program_id)
    came = letter.at or now
    check_not_future(came, now, "A received message")
    received = replace(
        letter,
        direction=Direction.IN,
        state=LetterState.RECEIVED,
        promise=Promise.NONE,
        made=letter.made or now,
        at=came,
        trashed=None,
    )
    return _with_new(season, received)


def revise_letter(
    season: Season,
    letter_id: str,
    *,
    subject: str | None = None,
    body: str | None = None,
    contact_ids: tuple[str, ...] | None = None,
    now: Moment,
) -> Season:
    """Change the words or the recipients of a draft; what is not named stays.

    Raises RuleBroken once the letter was sent or received.
    """
    letter = _open_letter(season, letter_id)
    changed = replace(
        letter,
        subject=letter.subject if subject is None else subject,
        body=letter.body if body is None else body,
        contact_ids=letter.contact_ids if contact_ids is None else contact_ids,
    )
    changed = _checked(season, changed)
    return season if changed == letter else _with(season, replace(changed, edited=now))


def keep_revision(season: Season, letter_id: str, *, name: str = "", now: Moment) -> Season:
    """Keep the present text of a draft beside it; the same text is kept once, and a name goes to one that has none.

    Past a number nobody would look through, unnamed texts close in time to others make room.
    """
    letter = _open_letter(season, letter_id)
    revision = cleaned(Revision(now, letter.subject, letter.body, name))
    earlier = letter.revisions
    if earlier and (earlier[-1].subject, earlier[-1].body) == (revision.subject, revision.body):
        if earlier[-1].name or not revision.name:
            return season
        revision, earlier = replace(earlier[-1], name=revision.name), earlier[:-1]
    return _with(season, replace(letter, revisions=thinned((*earlier, revision))))


def change_form(season: Season, begun: Letter, *, now: Moment) -> Season:
    """Give a draft the kind, form, interview and words of `begun`, which carries its id; what it said stays beside it.

    A message that was ready is a draft again. Raises RuleBroken for a kind that only comes in.
    """
    letter = _open_letter(season, begun.id)
    _check_written(begun.kind)
    if letter.body.strip():
        season = keep_revision(season, letter.id, name="before another form", now=now)
    changed = replace(
        season.letters_by_id[letter.id],
        kind=begun.kind,
        variant=begun.variant,
        interview_id=begun.interview_id,
        subject=begun.subject,
        body=begun.body,
        state=LetterState.DRAFT,
        edited=now,
    )
    return _with(season, _checked(season, changed))


def mark_ready(season: Season, letter_id: str, *, ready: bool = True, now: Moment) -> Season:
    """Put a draft among those to be sent, or take it back; raises RuleBroken when it has no words."""
    letter = _open_letter(season, letter_id)
    if ready:
        _check_words(letter)
    return _with(season, replace(letter, state=LetterState.READY if ready else LetterState.DRAFT))


def mark_sent(
    season: Season,
    letter_id: str,
    *,
    at: Moment,
    promise: Promise,
    accepted: tuple[Accepted, ...] = (),
    now: Moment,
) -> Season:
    """Record that a draft went out at that moment, what it promises, and the findings that were gone past.

    Raises RuleBroken for a draft without words and for a moment that has not come.
    """
    letter = _open_letter(season, letter_id)
    _check_words(letter)
    check_not_future(at, now, "A sent message")
    sent = replace(letter, state=LetterState.SENT, at=at, promise=promise, accepted=_joined_accepted(letter, accepted))
    return _with(season, cleaned(sent))


def accept_findings(season: Season, letter_id: str, accepted: tuple[Accepted, ...], *, now: Moment) -> Season:
    """Record that the applicant read these findings on a draft and goes past them; none is kept twice."""
    letter = _open_letter(season, letter_id)
    return _with(season, cleaned(replace(letter, accepted=_joined_accepted(letter, accepted))))


def trash_letters(season: Season, letter_ids: Collection[str], *, now: Moment) -> Season:
    """Put letters in the trash; their words stay and can be brought back."""
    for letter_id in letter_ids:
        known_letter(season, letter_id)
    letters = mapped(season.letters, letter_ids, lambda one: one if one.trashed else replace(one, trashed=now))
    return season if letters is season.letters else replace(season, letters=letters)


def untrash_letters(season: Season, letter_ids: Collection[str], *, now: Moment) -> Season:
    """Bring letters back from the trash as they were."""
    for letter_id in letter_ids:
        known_letter(season, letter_id)
    letters = mapped(season.letters, letter_ids, lambda one: replace(one, trashed=None) if one.trashed else one)
    return season if letters is season.letters else replace(season, letters=letters)


def _with_new(season: Season, letter: Letter) -> Season:
    return replace(season, letters=joined(season.letters, _checked(season, letter)))


def _with(season: Season, letter: Letter) -> Season:
    letters = swapped(season.letters, [letter])
    return season if letters is season.letters else replace(season, letters=letters)


def _open_letter(season: Season, letter_id: str) -> Letter:
    letter = known_letter(season, letter_id)
    followed_program(season, letter.program_id)
    if letter.state in KEPT:
        verb = "sent" if letter.state is LetterState.SENT else "received"
        when = f" on {show_moment(letter.at)}" if letter.at else ""  # a file edited by hand may hold no day
        raise RuleBroken(f"That message was {verb}{when}; its words stay as they are.")
    if letter.trashed is not None:
        raise RuleBroken(f"That message is in the trash. {WAY_BACK}")
    return letter


def _checked(season: Season, letter: Letter) -> Letter:
    letter = cleaned(letter)
    check_people(season, letter.program_id, letter.contact_ids)
    program = known_program(season, letter.program_id)
    if letter.interview_id and known_interview(season, letter.interview_id).program_id != program.id:
        raise RuleBroken(ended(f"That interview is not one at {program.name}"))
    if letter.answers and known_letter(season, letter.answers).program_id != program.id:
        raise RuleBroken(ended(f"The message it answers is not one with {program.name}"))
    return letter


def _check_written(kind: Kind) -> None:
    if kind in INCOMING_ONLY:
        raise RuleBroken(f"A message of the kind “{kind}” comes from a program; it cannot be written.")


def _check_words(letter: Letter) -> None:
    if not letter.body.strip():
        raise RuleBroken("That message has no words yet. Write it first.")


def _joined_accepted(letter: Letter, accepted: tuple[Accepted, ...]) -> tuple[Accepted, ...]:
    found = list(letter.accepted)
    known = {(one.check, one.words) for one in found}
    for one in accepted:
        if (one.check, one.words) not in known:
            known.add((one.check, one.words))
            found.append(one)
    return tuple(found)
