"""What may change about the questions worth asking, and about the answers heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.question_bank import questions_in_force
from store.records import Answer, Question
from store.rules.cleaning import cleaned, required
from store.rules.known import check_not_future, check_people, followed_program
from store.rules.replacing import Identified, joined, swapped, without
from store.season import Season


def add_question(season: Season, question: Question, *, now: Moment) -> Season:
    """A question of the applicant's own; raises RuleBroken when the same words are there already."""
    question = cleaned(question)
    required(question.text, "The question")
    if any(one.text.casefold() == question.text.casefold() for one in questions_in_force(season)):
        raise RuleBroken("That question is on your list already.")
    return replace(season, questions=joined(season.questions, question))


def remove_question(season: Season, question_id: str, *, now: Moment) -> Season:
    """Take a question of one's own off the list; raises RuleBroken for a shipped one, or while it has answers."""
    own = next((one for one in season.questions if one.id == question_id), None)
    if own is None:
        raise RuleBroken("That question is not one of yours. Only your own can be taken off the list.")
    if any(one.question_id == question_id for one in season.answers):
        raise RuleBroken(f"“{own.text}” has answers already. It stays, so that they keep their question.")
    return replace(season, questions=without(season.questions, question_id))


def answer_question(season: Season, answer: Answer, *, now: Moment) -> Season:
    """Keep what somebody at a program said; an answer with the id of an earlier one replaces it.

    The question may be one of the applicant's or a shipped one. Raises RuleBroken for an answer without words,
    unless their own site is said to have it.
    """
    followed_program(season, answer.program_id)
    if not _known(answer.question_id, questions_in_force(season)):
        raise RuleBroken(f"No question has the id “{answer.question_id}”.")
    check_not_future(answer.at, now, "An answer")
    answer = cleaned(answer)
    if answer.contact_id:
        check_people(season, answer.program_id, (answer.contact_id,))
    if not answer.on_their_site:
        required(answer.text, "The answer")
    if any(one.id == answer.id for one in season.answers):
        answers = swapped(season.answers, [answer])
        return season if answers is season.answers else replace(season, answers=answers)
    return replace(season, answers=joined(season.answers, answer))


def remove_answer(season: Season, answer_id: str, *, now: Moment) -> Season:
    """Throw an answer away, so that its question is open again there."""
    if not _known(answer_id, season.answers):
        raise RuleBroken(f"No answer has the id “{answer_id}”.")
    return replace(season, answers=without(season.answers, answer_id))


def _known(record_id: str, records: Iterable[Identified]) -> bool:
    return any(one.id == record_id for one in records)
