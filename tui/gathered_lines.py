"""What is gathered about a program, as lines: facts with source and age, scores, answers, questions still open."""

from __future__ import annotations

from collections.abc import Iterator

from store.asked_questions import AskedIn, asked_there
from store.dates import show_day_short
from store.frozen_record import record
from store.lateness import lateness_words
from store.question_bank import answers_of, open_questions, questions_in_force, to_answer
from store.records import Fact, Program
from store.scores import criteria_in_force
from store.shelf_life import disagreeing, origin_words, same_label
from store.words import ROLE_WORDS, Role
from tui.interview_past import titled_person
from tui.shown import line
from tui.state import SeasonState


@record(frozen=True, slots=True)
class Gathered:
    """One line, and what it is about."""

    words: str
    """Its words."""
    about: str = ""
    """The id of the question or answer, or the key of the fact; empty for a line that only tells."""
    alarm: bool = False
    """True where two sources disagree."""


def fact_key(fact: Fact) -> str:
    """What tells a fact from the others of its program."""
    return f"{fact.label.casefold()}\n{fact.source.casefold()}"


def fact_of(program: Program, key: str) -> Fact | None:
    """The fact of that key; None when it is gone."""
    return next((one for one in program.facts if fact_key(one) == key), None)


def fact_lines(state: SeasonState, program: Program) -> Iterator[Gathered]:
    """Every fact with its source and age; those about which sources disagree stand together, the newest first."""
    today = state.now.day_in(state.now.zone)
    groups = disagreeing(program.facts)
    for fact in program.facts:
        group = next((one for one in groups if fact in one), (fact,))
        if fact is not _first_of(program, group):
            continue
        for one in group:
            words = f"{one.label}: {one.value} ({origin_words(one, today)})"
            yield Gathered(words, fact_key(one), alarm=len(group) > 1)
        if len(group) > 1:
            yield Gathered(f"  {len(group)} sources, and they disagree. Enter on one says which is right.")


def _first_of(program: Program, group: tuple[Fact, ...]) -> Fact:
    """Where a group stands: at the place of the one that was recorded first."""
    return next(one for one in program.facts if same_label(one.label, group[0].label))


def score_lines(state: SeasonState, program: Program) -> Iterator[str]:
    """Its scores, each with how late it was given."""
    names = {one.id: one.name for one in criteria_in_force(state.season)}
    for score in state.season.scores:
        if score.program_id == program.id:
            late = lateness_words(state.season, program.id, score.at, state.now.zone)
            yield f"{score.value} of 5  {names.get(score.criterion_id, score.criterion_id)}, {late}"


def answer_lines(state: SeasonState, program: Program) -> Iterator[Gathered]:
    """What was answered there, by whom and when."""
    season = state.season
    asked = {one.id: one.text for one in questions_in_force(season)}
    for answer in answers_of(season, program.id):
        by = "their site" if answer.on_their_site else titled_person(season, answer.contact_id)
        who = ", ".join(filter(None, (by, show_day_short(state.home.day_of(answer.at)))))
        words = " ".join(filter(None, (asked.get(answer.question_id, "asked"), answer.text)))
        yield Gathered(f"{words} ({who})", answer.id)


def open_lines(state: SeasonState, program: Program) -> Iterator[Gathered]:
    """What was asked in a message; then one's own open questions, and after an interview one a theme of the others."""
    season = state.season
    met = season.interviews_of.get(program.id, ())
    people = season.contacts_of.get(program.id, ())
    asked = asked_there(season, program.id)
    listed = [one for one in open_questions(season, program.id) if one.id in asked]
    listed += [
        one for one in to_answer(season, program.id, people) if one.id not in asked and (met or one in season.questions)
    ]
    for question in listed:
        about = ", ".join(filter(None, (_whom(question.role), asked_words(state, asked.get(question.id)))))
        yield Gathered(f"[ ] {line(question.text, 200)} ({about})", question.id)


def asked_words(state: SeasonState, asked: AskedIn | None) -> str:
    """When that question was asked in a message, and when one came back; empty where it was not."""
    if asked is None or asked.letter.at is None:
        return ""
    went = f"asked {show_day_short(state.home.day_of(asked.letter.at))}"
    if asked.reply is None or asked.reply.at is None:
        return f"{went}, no reply yet"
    writes = state.spell("{program.open} writes down what it says")
    return f"{went}, a reply came {show_day_short(state.home.day_of(asked.reply.at))}: {writes}"


def open_words(state: SeasonState, program: Program) -> str:
    """How many are open there, and the keys that lead on."""
    still = len(open_questions(state.season, program.id))
    keys = "{rows.add} q answers one"
    keys += ", {rows.prepare} lists them" if still and state.season.interviews_of.get(program.id) else ""
    return f"{still} question{'' if still == 1 else 's'} open.  {state.spell(keys)}."


def _whom(role: Role | None) -> str:
    return ROLE_WORDS[role] if role else "anybody"
