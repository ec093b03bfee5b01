"""The debrief on screen: people, first feeling, answers and scores of one interview, kept while they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from store.debrief_answers import (
    a_score,
    an_answer,
    answer_of_that_day,
    interview_to_write_about,
    notes_of,
    people_met,
    said_by,
    with_hooks,
)
from store.errors import RuleBroken
from store.frozen_record import record
from store.ids import new_id
from store.lateness import lateness_words
from store.moments import Moment
from store.question_bank import questions_in_force, to_answer
from store.records import Answer, Contact, Interview, Question
from store.rules.debriefing import WriteUp, write_up
from store.scores import criteria_in_force
from store.season import Season
from store.words import ROLE_WORDS
from tui.requests import Change
from tui.screens.dialogs.debrief_form import DebriefForm, FormPart
from tui.screens.dialogs.fields import Field

if TYPE_CHECKING:
    from tui.app import SeasonApp

NOTES = (("liked", "What drew me"), ("worried", "What gave pause"), ("red_flags", "Red flags"))


@record(frozen=True, slots=True)
class Asked:
    """One question of the form, with the answer it goes on with."""

    question: Question
    """The question."""
    answer_id: str
    """The id its answer has or will have."""
    typed: str
    """What stands there at first, whoever said it before a colon."""


async def debrief_program(app: SeasonApp, program_id: str) -> None:
    """Write about the program's last interview that has begun; says so when there is none."""
    try:
        interview = interview_to_write_about(app.state.season, program_id, app.now())
    except RuleBroken as nothing:
        app.say(str(nothing))
        return
    await debrief_interview(app, interview)


async def debrief_interview(app: SeasonApp, interview: Interview) -> None:
    """Fill in the form of that interview; everything in it is one step of undo, however often it was kept."""
    if app.refuses_changes():
        return
    season, mark = app.state.season, new_id("w")
    people = people_met(season, interview)
    asked = _asked(season, interview, people)
    name = season.programs_by_id[interview.program_id].name

    def keep(values: dict[str, Any]) -> bool:
        now = app.now()
        current = app.state.season.interviews_by_id.get(interview.id, interview)
        late = lateness_words(app.state.season, interview.program_id, now, now.zone)
        label = f"Written down: interview at {name}, {late}"
        written = _written(app, current, people, asked, values)
        rule = partial(write_up, interview_id=interview.id, written=written)
        return app.change_season(Change(label, rule, merge=f"debrief:{interview.id}:{mark}"))

    form = DebriefForm(
        f"After the interview at {name}",
        _parts(season, interview, people, asked),
        keep,
        {f"answer-{at}": one.question.text for at, one in enumerate(asked)},
        about=interview.id,
    )
    await app.push_screen_wait(form)


def _asked(season: Season, interview: Interview, people: tuple[Contact, ...]) -> tuple[Asked, ...]:
    """What was answered at this interview already, then what is still open."""
    still_open = to_answer(season, interview.program_id, people)
    return (*_answered(season, interview), *(Asked(one, new_id("a"), "") for one in still_open))


def _answered(season: Season, interview: Interview) -> Iterator[Asked]:
    for question in questions_in_force(season):
        answer = answer_of_that_day(season, interview, question)
        if answer is not None:
            person = season.contacts_by_id.get(answer.contact_id)
            text = " ".join(answer.text.split())
            yield Asked(question, answer.id, f"{person.family}: {text}" if person else text)


def _parts(
    season: Season, interview: Interview, people: tuple[Contact, ...], asked: tuple[Asked, ...]
) -> tuple[FormPart, ...]:
    parts = (
        FormPart("Whom I met: one true detail each", tuple(_people(interview, people))),
        FormPart("First feeling", tuple(_feeling(interview))),
        FormPart("Answers; a name and a colon first say who told me", tuple(_answers(season, interview, asked))),
        FormPart("Scores, 1 to 5; 5 is the best", tuple(_scores(season, interview))),
    )
    return tuple(part for part in parts if part.fields)


def _people(interview: Interview, people: tuple[Contact, ...]) -> Iterator[Field]:
    told = {hook.contact_id: hook.words for hook in interview.debrief.hooks} if interview.debrief else {}
    for at, one in enumerate(people):
        hint = f"{ROLE_WORDS[one.role]}; what only this talk had"
        yield _words(f"hook-{at}", one.called, told.get(one.id, ""), hint)


def _feeling(interview: Interview) -> Iterator[Field]:
    notes = interview.debrief
    yield Field("gut", "Gut", notes.gut if notes else None, kind="score", hint="5 is the best")
    for name, label in NOTES:
        yield _words(name, label, getattr(notes, name) if notes else "", "")


def _answers(season: Season, interview: Interview, asked: tuple[Asked, ...]) -> Iterator[Field]:
    def understand(text: str) -> tuple[str, str]:
        person_id, _ = said_by(season, interview.program_id, text)
        person = season.contacts_by_id.get(person_id)
        return text, f"told by {person.titled}" if person else ""

    for at, one in enumerate(asked):
        label = one.question.theme or "my question"
        yield replace(_words(f"answer-{at}", label, one.typed, one.question.text), understand=understand)


def _scores(season: Season, interview: Interview) -> Iterator[Field]:
    known = {one.criterion_id: one.value for one in season.scores if one.program_id == interview.program_id}
    for criterion in criteria_in_force(season):
        yield Field(f"score-{criterion.id}", criterion.name, known.get(criterion.id), kind="score")


def _words(name: str, label: str, value: str, hint: str) -> Field:
    """One line; a text that has several already keeps them."""
    return Field(name, label, value, kind="text" if "\n" in value.strip() else "line", hint=hint)


def _written(
    app: SeasonApp, interview: Interview, people: tuple[Contact, ...], asked: tuple[Asked, ...], values: dict[str, Any]
) -> WriteUp:
    now = app.now()
    hooks = {one.id: str(values[f"hook-{at}"] or "") for at, one in enumerate(people)}
    notes = replace(
        with_hooks(notes_of(interview, now), hooks),
        gut=values["gut"],
        liked=str(values["liked"] or ""),
        worried=str(values["worried"] or ""),
        red_flags=str(values["red_flags"] or ""),
    )
    season = app.state.season
    typed = (str(values[f"answer-{at}"] or "") for at in range(len(asked)))
    answers = tuple(_answer(season, interview, one, text, now) for one, text in zip(asked, typed, strict=True))
    given = {name.removeprefix("score-"): value for name, value in values.items() if name.startswith("score-")}
    scores = tuple(a_score(interview, one, value, now) for one, value in given.items() if value is not None)
    return WriteUp(notes, answers, scores, tuple(one for one, value in given.items() if value is None))


def _answer(season: Season, interview: Interview, asked: Asked, typed: str, now: Moment) -> Answer:
    heard = said_by(season, interview.program_id, typed)
    return an_answer(interview, asked.question.id, heard, now, answer_id=asked.answer_id)
