"""What may change about criteria, what they weigh, and the scores given on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store.debrief_answers import interview_to_write_about, notes_of
from store.errors import RuleBroken
from store.moments import Moment
from store.records import HEAVIEST, SCORES, WEIGHTS, Criterion, Score
from store.reference.shipped import shipped_criteria
from store.rules.cleaning import cleaned, required
from store.rules.interviews import debrief
from store.rules.known import check_not_future, followed_program
from store.rules.replacing import joined, swapped, without
from store.scores import criteria_in_force
from store.season import Season


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
    if all(one.id != score.criterion_id for one in criteria_in_force(season)):
        raise RuleBroken(f"No criterion has the id “{score.criterion_id}”.")
    check_not_future(score.at, now, "A score")
    if score.value not in SCORES:
        raise RuleBroken("A score is a whole number from 1 to 5.")
    score = cleaned(score)
    for before in season.scores:
        if (before.program_id, before.criterion_id) == (score.program_id, score.criterion_id):
            if before.value == score.value:
                return season
            return replace(season, scores=swapped(season.scores, [replace(score, id=before.id)]))
    return replace(season, scores=joined(season.scores, score))


def take_score_back(season: Season, program_id: str, criterion_id: str, *, now: Moment) -> Season:
    """Take back what a program was given on a criterion; nothing changes where nothing was given."""
    followed_program(season, program_id)
    kept = tuple(one for one in season.scores if (one.program_id, one.criterion_id) != (program_id, criterion_id))
    return season if len(kept) == len(season.scores) else replace(season, scores=kept)


def set_scores(
    season: Season,
    program_id: str,
    given: Mapping[str, tuple[str, int | None]],
    gut: int | None = None,
    *,
    now: Moment,
) -> Season:
    """Score a program on several criteria: by criterion id an id for a new score and its value, None takes it back.

    A first feeling goes with the debrief of its last interview; without one that stays as it is. Raises RuleBroken
    as `set_score` and `debrief` do; nothing is kept then.
    """
    for criterion_id, (score_id, value) in given.items():
        if value is None:
            season = take_score_back(season, program_id, criterion_id, now=now)
        else:
            season = set_score(season, Score(score_id, program_id, criterion_id, value, now), now=now)
    if gut is None:
        return season
    interview = interview_to_write_about(season, program_id, now)
    notes = notes_of(interview, now)
    return season if notes.gut == gut else debrief(season, interview.id, replace(notes, gut=gut), now=now)


def set_weights(season: Season, weights: Mapping[str, int], *, now: Moment) -> Season:
    """Say how much several criteria count, by id; raises RuleBroken as `set_weight` does, and nothing is kept then."""
    for criterion in criteria_in_force(season):
        if criterion.id in weights and weights[criterion.id] != criterion.weight:
            season = set_weight(season, criterion, weights[criterion.id], now=now)
    return season


def _own_criterion(season: Season, criterion_id: str, done: str) -> Criterion:
    own = next((one for one in season.criteria if one.id == criterion_id), None)
    if own is None or any(one.id == criterion_id for one in shipped_criteria()):
        raise RuleBroken(f"Only a criterion of your own can be {done}. Weight 0 leaves any of them out.")
    return own


def _name_is_free(season: Season, criterion: Criterion) -> None:
    others = (one for one in criteria_in_force(season) if one.id != criterion.id)
    if any(one.name.casefold() == criterion.name.casefold() for one in others):
        raise RuleBroken(f"“{criterion.name}” is among your criteria already.")


def _checked(criterion: Criterion) -> Criterion:
    criterion = cleaned(criterion)
    required(criterion.name, "The name of the criterion")
    if criterion.weight not in WEIGHTS:
        raise RuleBroken(f"A weight is a whole number from 0 to {HEAVIEST}.")
    return criterion
