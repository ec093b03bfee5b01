"""What may change about questions, answers, criteria and scores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.errors import RuleBroken
from store.moments import Moment
from store.question_bank import questions_in_force
from store.records import Answer, Criterion, Question, Score
from store.reference.shipped import shipped_criteria
from store.rules.cleaning import cleaned, required
from store.rules.known import check_not_future, check_people, followed_program
from store.rules.replacing import Identified, joined, swapped, without
from store.scores import criteria_in_force
from store.season import Season


def add_question(season: Season, question: Question, *, now: Moment) -> Season:
    """A question of the applicant's own; raises RuleBroken when the same words are there already."""
    question = cleaned(question)
    required(question.text, "The question")
    if any(one.text.casefold() == question.text.casefold() for one in season.questions):
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


def add_criterion(season: Season, criterion: Criterion, *, now: Moment) -> Season:
    """Something more to weigh programs by; raises RuleBroken for a name that is there already."""
    criterion = _checked(criterion)
    _name_is_free(season, criterion)
    return replace(season, criteria=joined(season.criteria, criterion))


def rename_criterion(season: Season, criterion_id: str, name: str, *, now: Moment) -> Season:
    """Call a criterion of one's own something else; its weight and its scores stay.

    Raises RuleBroken for a shipped one and for a name that is there already.
    """
    own = _own_criterion(season, criterion_id, "renamed")
    renamed = _checked(replace(own, name=name))
    _name_is_free(season, renamed)
    return season if renamed == own else replace(season, criteria=swapped(season.criteria, [renamed]))


def remove_criterion(season: Season, criterion_id: str, *, now: Moment) -> Season:
    """Take a criterion of one's own away with the scores given on it; raises RuleBroken for a shipped one."""
    _own_criterion(season, criterion_id, "removed")
    scores = tuple(one for one in season.scores if one.criterion_id != criterion_id)
    return replace(season, criteria=without(season.criteria, criterion_id), scores=scores)


def set_weight(season: Season, criterion: Criterion, weight: int, *, now: Moment) -> Season:
    """Say how much a criterion counts, 0 to 5; a shipped one becomes the applicant's own with that weight."""
    weighed = _checked(replace(criterion, weight=weight))
    if all(one.id != weighed.id for one in season.criteria):
        return replace(season, criteria=joined(season.criteria, weighed))
    criteria = swapped(season.criteria, [weighed])
    return season if criteria is season.criteria else replace(season, criteria=criteria)


def set_score(season: Season, score: Score, *, now: Moment) -> Season:
    """Score a program on a criterion, 1 to 5; it takes the place of an earlier score and keeps that one's id."""
    followed_program(season, score.program_id)
    if not _known(score.criterion_id, criteria_in_force(season)):
        raise RuleBroken(f"No criterion has the id “{score.criterion_id}”.")
    check_not_future(score.at, now, "A score")
    if not 1 <= score.value <= 5:
        raise RuleBroken("A score is a whole number from 1 to 5.")
    score = cleaned(score)
    for before in season.scores:
        if (before.program_id, before.criterion_id) == (score.program_id, score.criterion_id):
            if before.value == score.value:
                return season
            return replace(season, scores=swapped(season.scores, [replace(score, id=before.id)]))
    return replace(season, scores=joined(season.scores, score))


def _own_criterion(season: Season, criterion_id: str, done: str) -> Criterion:
    own = next((one for one in season.criteria if one.id == criterion_id), None)
    if own is None or _known(criterion_id, shipped_criteria()):
        raise RuleBroken(f"Only a criterion of your own can be {done}. Weight 0 leaves any of them out.")
    return own


def _name_is_free(season: Season, criterion: Criterion) -> None:
    others = (one for one in criteria_in_force(season) if one.id != criterion.id)
    if any(one.name.casefold() == criterion.name.casefold() for one in others):
        raise RuleBroken(f"“{criterion.name}” is among your criteria already.")


def _checked(criterion: Criterion) -> Criterion:
    criterion = cleaned(criterion)
    required(criterion.name, "The name of the criterion")
    if not 0 <= criterion.weight <= 5:
        raise RuleBroken("A weight is a whole number from 0 to 5.")
    return criterion


def _known(record_id: str, records: Iterable[Identified]) -> bool:
    return any(one.id == record_id for one in records)
