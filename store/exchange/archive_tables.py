"""People, interviews, messages, answers and scores as tables for a spreadsheet, a row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from store.exchange.guarding import guarded
from store.moments import Moment
from store.records import Interview, Letter
from store.reference.shipped import shipped_criteria, shipped_questions
from store.season import Season

Row = tuple[str, ...]


def tables_of(season: Season) -> Iterator[tuple[str, bytes]]:
    """Each table by the name of its file; what is in the trash is in none of them."""
    names = {program.id: program.name for program in season.followed}
    yield "people.csv", _table(("Program", "Title", "Name", "Role", "Email", "Phone", "Note"), _people(season, names))
    yield "interviews.csv", _table(_INTERVIEW, _interviews(season, names))
    yield "messages.csv", _table(_MESSAGE, _messages(season, names))
    yield "answers.csv", _table(("Program", "Question", "Answer", "By", "On"), _answers(season, names))
    yield "scores.csv", _table(("Program", "Criterion", "Score", "On"), _scores(season, names))
    yield "facts.csv", _table(("Program", "Fact", "Value", "Source", "Checked"), _facts(season))


_INTERVIEW = (
    *("Program", "Starts", "Time zone", "Minutes", "Format", "State", "With", "Link", "Place"),
    *("What drew me", "What gave pause", "First feeling", "Red flags"),
)
_MESSAGE = ("Program", "When", "Time zone", "Way", "State", "Kind", "Channel", "With", "Subject", "Text")


def _table(headings: Row, rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(headings)
    for row in rows:
        table.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")  # the mark lets spreadsheet programs read every letter


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
            yield (names[one.program_id], *_clock(one.at), *_kind(one), _named(season, one.contact_ids), *_words(one))


def _kind(letter: Letter) -> Row:
    return letter.direction.value, letter.state.value, letter.kind.value, letter.channel.value


def _words(letter: Letter) -> Row:
    return letter.subject, letter.body


def _answers(season: Season, names: dict[str, str]) -> Iterator[Row]:
    asked = {one.id: one.text for one in (*shipped_questions(), *season.questions)}
    for one in season.answers:
        if one.program_id in names:
            by = "their site" if one.on_their_site else _named(season, (one.contact_id,))
            question = asked.get(one.question_id, one.question_id)
            yield names[one.program_id], question, one.text, by, one.at.day.isoformat()


def _scores(season: Season, names: dict[str, str]) -> Iterator[Row]:
    criteria = {one.id: one.name for one in (*shipped_criteria(), *season.criteria)}
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
