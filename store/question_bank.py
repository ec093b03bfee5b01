"""The questions worth asking a program: which are open there, and whom each suits."""

from __future__ import annotations

from collections.abc import Iterable

from store.records import Answer, Contact, Question
from store.reference.shipped import shipped_questions
from store.season import Season
from store.words import Role

CLOSE_TO: dict[Role, frozenset[Role]] = {
    Role.DIRECTOR: frozenset({Role.DIRECTOR, Role.ASSOCIATE}),
    Role.ASSOCIATE: frozenset({Role.ASSOCIATE, Role.DIRECTOR}),
    Role.INTERVIEWER: frozenset({Role.INTERVIEWER}),
    Role.CHIEF: frozenset({Role.CHIEF, Role.RESIDENT}),
    Role.RESIDENT: frozenset({Role.RESIDENT, Role.CHIEF}),
    Role.COORDINATOR: frozenset({Role.COORDINATOR}),
    Role.ADVOCATE: frozenset({Role.ADVOCATE, Role.INTERVIEWER}),
}
"""The roles whose questions somebody in a role can answer too."""


def questions_in_force(season: Season) -> tuple[Question, ...]:
    """The applicant's own questions, then the shipped ones."""
    own = {one.id for one in season.questions}
    return (*season.questions, *(one for one in shipped_questions() if one.id not in own))


def answers_of(season: Season, program_id: str) -> tuple[Answer, ...]:
    """What was heard at one program, in the order it was written down."""
    return tuple(one for one in season.answers if one.program_id == program_id)


def open_questions(season: Season, program_id: str) -> tuple[Question, ...]:
    """Questions without an answer from that program; what its own site answers is not open."""
    answered = {one.question_id for one in answers_of(season, program_id)}
    return tuple(one for one in questions_in_force(season) if one.id not in answered)


def answer_there(season: Season, program_id: str, question_id: str) -> Answer | None:
    """The newest answer that program gave to that question; None while it is open."""
    own = [one for one in answers_of(season, program_id) if one.question_id == question_id]
    return max(own, key=lambda one: one.at, default=None)


def answered_by(
    season: Season, program_id: str, question_id: str, contact_id: str, *, on_their_site: bool
) -> Answer | None:
    """What that person, or their site, answered before; what they say now takes its place."""
    for answer in answers_of(season, program_id):
        if (answer.question_id, answer.contact_id, answer.on_their_site) == (question_id, contact_id, on_their_site):
            return answer
    return None


def by_theme(questions: Iterable[Question]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """Those questions under their themes, in the order in which each theme comes up first."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.theme, []).append(question)
    return tuple((theme, tuple(own)) for theme, own in found.items())


def to_write(season: Season, program_id: str, reader: Contact | None) -> tuple[Question, ...]:
    """What may be put to that reader in a message: open questions that suit them or anybody, one's own first.

    Without a reader every open question is among them.
    """
    own = {one.id for one in season.questions}
    fitting = [
        one for one in open_questions(season, program_id) if reader is None or one.role is None or suits(one, reader)
    ]
    return tuple(sorted(fitting, key=lambda one: one.id not in own))


def suits(question: Question, person: Contact) -> bool:
    """Whether that person is the one to ask; a question for anyone suits nobody in particular."""
    return question.role is not None and question.role in CLOSE_TO[person.role]


def by_person(
    questions: Iterable[Question], people: tuple[Contact, ...]
) -> tuple[tuple[Contact | None, tuple[Question, ...]], ...]:
    """Each question once: under the person met who suits it and has the fewest so far, or under nobody in particular.

    Whoever has no question is left out; None, for anybody, comes last.
    """
    given: dict[str, list[Question]] = {one.id: [] for one in people}
    rest: list[Question] = []
    for question in questions:
        fitting = sorted((one for one in people if suits(question, one)), key=lambda one: len(given[one.id]))
        exact = [one for one in fitting if one.role is question.role]
        for person in (exact or fitting)[:1]:
            given[person.id].append(question)
        if not fitting:
            rest.append(question)
    found: list[tuple[Contact | None, tuple[Question, ...]]] = [
        (one, tuple(given[one.id])) for one in people if given[one.id]
    ]
    return (*found, *([(None, tuple(rest))] if rest else []))


def to_answer(season: Season, program_id: str, people: tuple[Contact, ...]) -> tuple[Question, ...]:
    """Few enough to go through after an interview: every open one of the applicant's own, and one a theme of the rest.

    Among the shipped ones of a theme, a question that suits somebody who was met comes first.
    """
    open_ = open_questions(season, program_id)
    own = {one.id for one in season.questions}
    of_theme: dict[str, Question] = {}
    for question in open_:
        best = of_theme.get(question.theme)
        better = best is not None and not _meant(best, people) and _meant(question, people)
        if question.id not in own and (best is None or better):
            of_theme[question.theme] = question
    return (*(one for one in open_ if one.id in own), *of_theme.values())


def _meant(question: Question, people: tuple[Contact, ...]) -> bool:
    return any(suits(question, one) for one in people)
