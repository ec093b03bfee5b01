"""The debrief of an interview from the command line: by options, or as plain questions one a line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from store.debrief_answers import (
    a_score,
    an_answer,
    answer_of_that_day,
    interview_to_write_about,
    notes_of,
    said_by,
    with_hooks,
)
from store.errors import Unclear
from store.find import find_contact, find_program
from store.lateness import lateness_words
from store.moments import Moment
from store.question_bank import questions_in_force
from store.records import Answer, Criterion, Interview, Question, Score
from store.rules.debriefing import WriteUp, write_up
from store.scores import criteria_in_force
from store.season import Season
from store.whole_number import whole_number
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import words

R = TypeVar("R", Question, Criterion)
MOST_LISTED = 20
NOTES = ("liked", "worried", "red_flags")


def debrief(options: Namespace) -> int:
    """Write down what stays in mind; without options it is asked, and what was said by the end of input is kept."""
    if not _given(options):
        from tui.command_line.debrief_questions import ask_all

        with looking(options) as desk:
            program = find_program(desk.season, options.program)
            told = ask_all(desk.season, interview_to_write_about(desk.season, program.id, desk.now), desk.now)
        if told is None:
            words("Nothing was written down.")
            return DONE
        options.program, options = program.id, told.put_into(options)
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        interview = interview_to_write_about(desk.season, program.id, desk.now)
        written = _write_up(desk.season, interview, options, desk.now)
        changed = write_up(desk.season, interview.id, written, now=desk.now)
        late = lateness_words(changed, program.id, desk.now, desk.now.zone)
        desk.change(f"Written down: interview at {program.name}, {late}", changed)
    return DONE


def _given(options: Namespace) -> bool:
    notes = any(getattr(options, name) is not None for name in NOTES)
    return bool(notes or options.gut is not None or options.hook or options.answer or options.score)


def _write_up(season: Season, interview: Interview, options: Namespace, now: Moment) -> WriteUp:
    notes = notes_of(interview, now)
    hooks = {}
    for text in options.hook:
        name, detail = _pair(text, "--hook", "PERSON=DETAIL")
        hooks[find_contact(season, interview.program_id, name).id] = detail
    fields = {name: getattr(options, name) for name in NOTES if getattr(options, name) is not None}
    notes = replace(with_hooks(notes, hooks), **fields)
    if options.gut is not None:
        notes = replace(notes, gut=options.gut)
    return WriteUp(notes, _answers(season, interview, options, now), _scores(season, interview, options, now))


def _answers(season: Season, interview: Interview, options: Namespace, now: Moment) -> tuple[Answer, ...]:
    by = find_contact(season, interview.program_id, options.by).id if options.by else ""
    found = []
    for text in options.answer:
        name, told = _pair(text, "--answer", "QUESTION=TEXT")
        question = the_question(season, name)
        person, heard = said_by(season, interview.program_id, told)
        known = answer_of_that_day(season, interview, question)
        known_id = known.id if known else ""
        found.append(an_answer(interview, question.id, (person or by, heard), now, answer_id=known_id))
    return tuple(found)


def _scores(season: Season, interview: Interview, options: Namespace, now: Moment) -> tuple[Score, ...]:
    found = []
    for text in options.score:
        name, value = _pair(text, "--score", "CRITERION=N")
        number = whole_number(value)
        if number is None:
            raise Unclear(f"“{value[:60]}” is not a score. A score is a whole number from 1 to 5.")
        found.append(a_score(interview, the_criterion(season, name).id, number, now))
    return tuple(found)


def _pair(text: str, option: str, shape: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise Unclear(f"{option} takes {shape}, not “{text[:60]}”. Nothing was changed.")
    return name.strip(), value.strip()


def the_question(season: Season, text: str) -> Question:
    """The question of that id, or with that in its words; raises Unclear with the candidates."""
    return _only(questions_in_force(season), text, lambda one: one.text, "question")


def the_criterion(season: Season, text: str) -> Criterion:
    """The criterion of that id, or with that in its name; raises Unclear with the candidates."""
    return _only(criteria_in_force(season), text, lambda one: one.name, "criterion")


def _only(known: tuple[R, ...], text: str, words_of: Callable[[R], str], what: str) -> R:
    fitting = [one for one in known if one.id == text] or [
        one for one in known if text.casefold() in words_of(one).casefold()
    ]
    if len(fitting) != 1:
        listed = tuple(f"{one.id} {words_of(one)}" for one in (fitting or known)[:MOST_LISTED])
        found = f"more than one {what}" if fitting else f"no {what}"
        raise Unclear(f"“{text[:60]}” fits {found}. Say which; nothing was changed.", listed)
    return fitting[0]
