"""People, interviews, messages, answers and scores as tables for a spreadsheet, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.exchange.csv_writing import csv_bytes
from store.moments import Moment
from store.question_bank import questions_in_force
from store.records import Interview
from store.scores import criteria_in_force
from store.season import Season

Row = tuple[str, ...]
"""The cells of one row."""

PERSON: Row = ("Program", "Title", "Name", "Role", "Email", "Phone", "Note")
"""Headings of people.csv."""
INTERVIEW: Row = (
    *("Program", "Starts", "Time zone", "Minutes", "Format", "State", "With", "Link", "Place"),
    *("What drew me", "What gave pause", "First feeling", "Red flags"),
)
"""Headings of interviews.csv."""
MESSAGE: Row = ("Program", "When", "Time zone", "Way", "State", "Kind", "Channel", "With", "Subject", "Text")
"""Headings of messages.csv."""
ANSWER: Row = ("Program", "Question", "Answer", "By", "On")
"""Headings of answers.csv."""
SCORE: Row = ("Program", "Criterion", "Score", "On")
"""Headings of scores.csv."""
FACT: Row = ("Program", "Fact", "Value", "Source", "Checked")
"""Headings of facts.csv."""


def tables_of(season: Season) -> Iterator[tuple[str, bytes]]:
    """Each table by the name of its file; what is in the trash is in none of them."""
    names = {program.id: program.name for program in season.followed}
    yield "people.csv", csv_bytes(PERSON, _people(season, names))
    yield "interviews.csv", csv_bytes(INTERVIEW, _interviews(season, names))
    yield "messages.csv", csv_bytes(MESSAGE, _messages(season, names))
    yield "answers.csv", csv_bytes(ANSWER, _answers(season, names))
    yield "scores.csv", csv_bytes(SCORE, _scores(season, names))
    yield "facts.csv", csv_bytes(FACT, _facts(season))


def _people(season: Season, names: dict[str, str]) -> Iterator[Row]:
    for one in season.contacts:
        if one.program_id in names:
            yield names[one.program_id], one.title, one.name, one.role.value, one.email, one.phone, one.note


def _interviews(season: Season, names: dict[str, str]) -> Iterator[Row]:
    for one in season.interviews:
        if one.program_id in names:
            yield (
                *(names[one.program_id], *_clock(one.starts), str(one.minutes), one.format.value, one.state.value),
                *(_named(season, one.contact_ids), one.link, one.place, *_afterwards(one)),
            )


def _afterwards(interview: Interview) -> Row:
    told = interview.debrief
    return (told.liked, told.worried, str(told.gut or ""), told.red_flags) if told else ("", "", "", "")


def _messages(season: Season, names: dict[str, str]) -> Iterator[Row]:
    for one in season.letters:
        if one.program_id in names and one.trashed is None:
            sort = (one.direction.value, one.state.value, one.kind.value, one.channel.value)
            whom = _named(season, one.contact_ids)
            yield (names[one.program_id], *_clock(one.at), *sort, whom, one.subject, one.body)


def _answers(season: Season, names: dict[str, str]) -> Iterator[Row]:
    asked = {one.id: one.text for one in questions_in_force(season)}
    for one in season.answers:
        if one.program_id in names:
            by = "their site" if one.on_their_site else _named(season, (one.contact_id,))
            question = asked.get(one.question_id, one.question_id)
            yield names[one.program_id], question, one.text, by, one.at.day.isoformat()


def _scores(season: Season, names: dict[str, str]) -> Iterator[Row]:
    criteria = {one.id: one.name for one in criteria_in_force(season)}
    for one in season.scores:
        if one.program_id in names:
            criterion = criteria.get(one.criterion_id, one.criterion_id)
            yield names[one.program_id], criterion, str(one.value), one.at.day.isoformat()


def _facts(season: Season) -> Iterator[Row]:
    for program in season.followed:
        for one in program.facts:
            yield program.name, one.label, one.value, one.source, one.checked.isoformat() if one.checked else ""


def _clock(moment: Moment | None) -> Row:
    return (f"{moment.local:%Y-%m-%d %H:%M}", moment.zone) if moment else ("", "")


def _named(season: Season, contact_ids: Iterable[str]) -> str:
    people = (season.contacts_by_id.get(contact_id) for contact_id in contact_ids)
    return ", ".join(" ".join(one.titled.split()) for one in people if one)
