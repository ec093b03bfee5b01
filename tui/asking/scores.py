"""The scores of one program and the first feeling about it, in one form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.errors import RuleBroken
from store.ids import new_id
from store.rules.scores import set_scores
from store.scores import criteria_in_force
from store.season import Season
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form

if TYPE_CHECKING:
    from tui.app import SeasonApp

GUT = "gut"


async def ask_scores(app: SeasonApp, program_id: str) -> Change | None:
    """Scores by criterion, the heaviest first; the first feeling too once an interview there has begun."""
    season = app.state.season
    name = season.programs_by_id[program_id].name
    values: dict[str, Any] | None = await app.push_screen_wait(
        Form(f"Scores: {name}", tuple(_fields(app, season, program_id)), about=program_id)
    )
    if values is None:
        return None
    known = {one.criterion_id: one.value for one in season.scores if one.program_id == program_id}
    given = {
        one.id: (new_id("s"), values[f"score-{one.id}"])
        for one in criteria_in_force(season)
        if values[f"score-{one.id}"] != known.get(one.id)
    }
    rule = partial(set_scores, program_id=program_id, given=given, gut=values.get(GUT))
    return Change(f"Scored: {name}", rule)


def _fields(app: SeasonApp, season: Season, program_id: str) -> list[Field]:
    from store.debrief_answers import interview_to_write_about

    known = {one.criterion_id: one.value for one in season.scores if one.program_id == program_id}
    criteria = sorted(criteria_in_force(season), key=lambda one: -one.weight)
    fields = [
        Field(f"score-{one.id}", one.name, known.get(one.id), kind="score", hint=f"weight {one.weight}")
        for one in criteria
    ]
    try:
        interview = interview_to_write_about(season, program_id, app.now())
    except RuleBroken:
        return fields
    felt = interview.debrief.gut if interview.debrief else None
    return [Field(GUT, "Gut, the first feeling", felt, kind="score", hint="5 is the best"), *fields]
