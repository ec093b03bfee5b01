"""What may change about several scores at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store.debrief_answers import interview_to_write_about, notes_of
from store.moments import Moment
from store.records import Score
from store.rules.interviews import debrief
from store.rules.known import followed_program
from store.rules.questions import set_score, set_weight
from store.scores import criteria_in_force
from store.season import Season


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
