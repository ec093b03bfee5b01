"""What may change with a debrief: the notes of the day, answers to questions and scores, all in one step."""

from __future__ import annotations

from dataclasses import replace

from store.frozen_record import record
from store.moments import Moment
from store.records import Answer, Debrief, Hook, Interview, Score
from store.rules.interviews import debrief
from store.rules.known import known_interview, known_letter
from store.rules.questions import answer_question
from store.rules.replacing import swapped
from store.rules.scores import set_score, take_score_back
from store.season import Season
from store.words import InterviewState

PASSED_ON = "everyone"
"""The form of a thank-you that its reader passes on to all who were met: what it tells is of the day."""


@record(frozen=True, slots=True)
class WriteUp:
    """Everything that may stay in mind after one interview."""

    debrief: Debrief
    """The notes of the day; a blank one takes back what was noted."""
    answers: tuple[Answer, ...] = ()
    """What was heard; one without words is taken back."""
    scores: tuple[Score, ...] = ()
    """Scores given."""
    unscored: tuple[str, ...] = ()
    """Criteria whose score is taken back."""


def write_up(season: Season, interview_id: str, written: WriteUp, *, now: Moment) -> Season:
    """Keep all of it; what stands there already is left as it is, with the day it was written.

    Raises RuleBroken as `debrief`, `answer_question` and `set_score` do; nothing is kept then.
    """
    interview = known_interview(season, interview_id)
    if not written.debrief.is_blank:
        season = debrief(season, interview_id, written.debrief, now=now)
    elif interview.debrief is not None:
        season = replace(season, interviews=swapped(season.interviews, [replace(interview, debrief=None)]))
    for answer in written.answers:
        season = _answered(season, answer, now)
    for score in written.scores:
        season = set_score(season, score, now=now)
    for criterion_id in written.unscored:
        season = take_score_back(season, interview.program_id, criterion_id, now=now)
    return season


def _answered(season: Season, answer: Answer, now: Moment) -> Season:
    known = next((one for one in season.answers if one.id == answer.id), None)
    if not answer.text.strip():
        gone = known is not None and not known.on_their_site
        return replace(season, answers=tuple(one for one in season.answers if one is not known)) if gone else season
    if known is not None and (known.text, known.contact_id) == (answer.text.strip(), answer.contact_id):
        return season
    return answer_question(season, answer, now=now)


def keep_detail(season: Season, letter_id: str, detail: str, *, now: Moment) -> Season:
    """Note the detail that a letter about an interview told its reader, unless one is noted for that person.

    What a letter to be passed on tells is noted for the day, and for nobody.
    Nothing changes without words, for a letter that goes to several, and where no interview was held.
    """
    letter = known_letter(season, letter_id)
    interview = season.interviews_by_id.get(letter.interview_id)
    if not detail.strip() or len(letter.contact_ids) != 1 or interview is None or not _was_held(interview, now):
        return season
    notes = interview.debrief or Debrief(now)
    hook = Hook("" if letter.variant == PASSED_ON else letter.contact_ids[0], detail, letter_id)
    if any(one.contact_id == hook.contact_id and one.words.strip() for one in notes.hooks):
        return season
    return debrief(season, interview.id, replace(notes, hooks=(*notes.hooks, hook)), now=now)


def _was_held(interview: Interview, now: Moment) -> bool:
    return interview.state is not InterviewState.CANCELLED and interview.starts.at <= now.at
