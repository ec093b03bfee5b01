"""The bank of questions: which are open where, one's own among them, and what was answered."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from store.asked_questions import AskedIn, asked_there
from store.clean_text import clean_line
from store.dates import show_day
from store.errors import Unclear
from store.find import find_contact, find_program
from store.ids import new_id
from store.moments import Moment, noon_of
from store.question_bank import answer_there, answered_by, by_theme, open_questions, questions_in_force
from store.records import Answer, Program, Question
from store.rules import questions
from store.season import Season
from store.words import Role
from tui.command_line.debriefing import the_question
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, words
from tui.command_line.typed import typed_day

OWN_THEME = "my own"


def question(options: Namespace) -> int:
    """List the questions, add one of one's own, or take it off again."""
    return {"list": _list, "add": _add, "remove": _remove}[options.to](options)


def answer(options: Namespace) -> int:
    """Keep what a program answered, or that its site has the answer."""
    with changing(options) as desk:
        season, now = desk.season, desk.now
        program = find_program(season, options.program)
        asked = the_question(season, options.question)
        if options.forget:
            known = answer_there(season, program.id, asked.id)
            if known is None:
                raise Unclear(f"{program.name} has not answered “{asked.text}”. Nothing was changed.")
            desk.change(f"{program.name}: answer removed", questions.remove_answer(season, known.id, now=now))
            return DONE
        heard = _heard(options, season, program, asked, now)
        changed = questions.answer_question(season, heard, now=now)
        about = "their site answers it" if heard.on_their_site else "answered"
        desk.change(f"{program.name}: {about}: {asked.text}", changed, made=heard.id)
        words(f"{len(open_questions(changed, program.id))} still open there.")
    return DONE


def _heard(options: Namespace, season: Season, program: Program, asked: Question, now: Moment) -> Answer:
    person = find_contact(season, program.id, options.by).id if options.by else ""
    known = answered_by(season, program.id, asked.id, person, on_their_site=options.on_site)
    at = noon_of(typed_day(options.on, now=now, past=True), now.zone) if options.on else now
    return Answer(
        known.id if known else new_id("a"), asked.id, program.id, options.text, min(at, now), person, options.on_site
    )


def _add(options: Namespace) -> int:
    with changing(options) as desk:
        text = clean_line(options.about, what="The question", limit=2_000)
        role = Role(options.role) if options.role else None
        new = Question(new_id("q"), clean_line(options.theme, what="The theme") or OWN_THEME, text, role)
        desk.change(f"Question added: {text}", questions.add_question(desk.season, new, now=desk.now), made=new.id)
        words(f"{new.id} {text}")
    return DONE


def _remove(options: Namespace) -> int:
    with changing(options) as desk:
        asked = the_question(desk.season, options.about)
        desk.change(f"Question removed: {asked.text}", questions.remove_question(desk.season, asked.id, now=desk.now))
    return DONE


def _list(options: Namespace) -> int:
    with looking(options) as desk:
        season = desk.season
        program = find_program(season, options.about) if options.about else None
        if options.open and program is None:
            raise Unclear("Say of which program: `prematch question list PROGRAM --open`.")
        known = open_questions(season, program.id) if options.open and program else questions_in_force(season)
        listed = [one for one in known if _wanted(one, options)]
    if options.json:
        as_json({"questions": [_values(season, one, program) for one in listed]})
        return DONE
    for theme, own in by_theme(listed):
        if not is_plain(options):
            data(theme or "no theme")
        for one in own:
            for line in _lines(season, one, program, plain=is_plain(options)):
                data(line)
    return DONE


def _wanted(one: Question, options: Namespace) -> bool:
    return options.theme.casefold() in one.theme.casefold() and options.role in ("", one.role)


def _lines(season: Season, one: Question, program: Program | None, *, plain: bool) -> Iterator[str]:
    whom = one.role.value.replace("-", " ") if one.role else "anybody"
    answer = answer_there(season, program.id, one.id) if program else None
    asked = asked_there(season, program.id).get(one.id) if program else None
    if plain:
        state = f"{_state(answer, asked)}: " if program else ""
        yield f"{state}{one.text} ({', '.join(filter(None, (one.theme, whom, one.id)))})"
    else:
        yield f"  {f'{_state(answer, asked):<9}' if program else ''}{one.text} ({whom}; {one.id})"
    if answer is not None and program is not None:
        yield f"{'' if plain else ' ' * 11}{_told(season, answer)}"


def _state(answer: Answer | None, asked: AskedIn | None) -> str:
    if answer is None:
        return "open" if asked is None else "replied" if asked.reply else "asked"
    return "on site" if answer.on_their_site else "answered"


def _told(season: Season, answer: Answer) -> str:
    person = season.contacts_by_id.get(answer.contact_id)
    by = "their site" if answer.on_their_site else person.titled if person else ""
    told = f"({', '.join(filter(None, (by, show_day(answer.at.day))))})"
    return " ".join(filter(None, (" ".join(answer.text.split()), told)))


def _values(season: Season, one: Question, program: Program | None) -> dict[str, object]:
    values: dict[str, object] = {
        "id": one.id,
        "theme": one.theme,
        "text": one.text,
        "role": one.role.value if one.role else None,
        "own": one in season.questions,
    }
    if program is not None:
        answer = answer_there(season, program.id, one.id)
        asked = asked_there(season, program.id).get(one.id)
        values |= {
            "state": _state(answer, asked),
            "asked_in": asked.letter.id if asked else None,
            "reply": asked.reply.id if asked and asked.reply else None,
            "answer": answer.text if answer else None,
            "by": answer.contact_id or None if answer else None,
            "on": answer.at.day.isoformat() if answer else None,
        }
    return values
