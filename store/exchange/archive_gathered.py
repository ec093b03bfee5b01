"""What was gathered about one program, to read: what was thought of its interviews, answers, scores, and its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.dates import show_both, show_day
from store.exchange.markdown_words import one_line, said, titled
from store.lateness import lateness_words
from store.question_bank import questions_in_force
from store.records import Answer, Debrief, Program, Score
from store.scores import criteria_in_force
from store.season import Season
from store.words import ContactRuleName


def gathered(season: Season, program: Program, home: str) -> Iterator[str]:
    """Sections of Markdown; what is empty is left out."""
    yield from titled("Writing to them", _rule(program))
    for interview in season.interviews_of.get(program.id, ()):
        if interview.debrief is not None:
            title = f"After the interview of {show_day(interview.starts.day)}"
            yield from titled(title, _debrief(season, interview.debrief, home))
    answers = (one for one in season.answers if one.program_id == program.id)
    yield from titled("Answers", (_answer(season, one) for one in answers))
    names = {one.id: one.name for one in criteria_in_force(season)}
    scores = (one for one in season.scores if one.program_id == program.id)
    yield from titled("Scores", (_score(season, one, names, home) for one in scores))
    tasks = (one for one in season.tasks if one.program_id == program.id)
    yield from titled("Follow-ups of your own", (f"{show_both(one.due, home)}: {one_line(one.what)}" for one in tasks))


def _rule(program: Program) -> Iterator[str]:
    rule = program.rule
    if rule.name is not ContactRuleName.UNKNOWN or rule.words:
        seen = f"seen {show_day(rule.seen)}" if rule.seen else ""
        until = f"until {show_day(rule.until)}" if rule.until else ""
        channel = rule.channel.value if rule.channel else ""
        about = ", ".join(filter(None, (rule.name.value, channel, until, one_line(rule.source), seen)))
        yield f"Their rule: {about}{f': {one_line(rule.words)}' if rule.words else ''}"
    for reason in program.reasons:
        yield f"Why write before an invitation: {one_line(reason.words) or reason.kind.value}"


def _debrief(season: Season, debrief: Debrief, home: str) -> Iterator[str]:
    yield f"Written {show_both(debrief.at, home)}"
    for hook in debrief.hooks:
        yield f"{_person(season, hook.contact_id) if hook.contact_id else 'The day'}: {one_line(hook.words)}"
    notes = (("What drew me", debrief.liked), ("What gave pause", debrief.worried), ("Red flags", debrief.red_flags))
    yield from filter(None, (said(label, words) for label, words in notes))
    if debrief.gut is not None:
        yield f"First feeling: {debrief.gut} of 5"


def _score(season: Season, score: Score, names: Mapping[str, str], home: str) -> str:
    late = lateness_words(season, score.program_id, score.at, home)
    return f"{one_line(names.get(score.criterion_id, '?'))}: {score.value} of 5, {late}"


def _answer(season: Season, answer: Answer) -> str:
    asked = next((one for one in questions_in_force(season) if one.id == answer.question_id), None)
    whom = "their site" if answer.on_their_site else _person(season, answer.contact_id) if answer.contact_id else ""
    told = ", ".join(filter(None, (whom, show_day(answer.at.day))))
    return f"{one_line(asked.text if asked else answer.question_id)} {one_line(answer.text)} ({told})"


def _person(season: Season, contact_id: str) -> str:
    person = season.contacts_by_id.get(contact_id)
    return one_line(person.titled) if person else "Somebody"
