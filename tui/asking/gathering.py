"""Questions about what is gathered on a program: a fact with its source, an answer, a question of one's own."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

from store.asked_questions import asked_there
from store.dates import show_day
from store.ids import new_id
from store.moments import Moment, noon_of
from store.question_bank import open_questions
from store.records import Answer, Fact, Program, Question
from store.rules import facts, questions
from store.season import Season
from store.shelf_life import disagreeing, label_called, shipped_labels
from store.words import ROLE_WORDS
from tui.asking.typed_days import a_day
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option, Pick
from tui.screens.dialogs.pick_words import PickWords
from tui.shown import line

if TYPE_CHECKING:
    from tui.app import SeasonApp

ANYBODY = "anybody"
OWN_THEME = "my own"


class Deed(Enum):
    """What a person may want to do with something gathered."""

    STILL = "still"
    RIGHT = "right"
    CHANGE = "change"
    REMOVE = "remove"
    ANSWER = "answer"
    ON_SITE = "on-site"
    WRITE = "write"


async def ask_new_fact(app: SeasonApp, program_id: str) -> Change | None:
    """Which fact, then what is known of it and from whom."""
    options = (
        *(Option(one.label, one.label, one.hint) for one in shipped_labels()),
        Option("", "another", "your label"),
    )
    label = await app.push_screen_wait(Pick("A fact about what?", options))
    return None if label is None else await ask_fact(app, program_id, Fact(str(label), ""))


async def ask_fact(app: SeasonApp, program_id: str, known: Fact) -> Change | None:
    """Value, source and day of a fact; what it was before gives way. A label that is not known yet is asked for."""
    program = app.state.season.programs_by_id[program_id]
    hint = next((one.hint for one in shipped_labels() if one.label == known.label), "")
    fields = (
        *(() if known.label else (Field("label", "About", hint="your label, such as parking", required=True),)),
        Field("value", "What is known", known.value, hint=hint, required=True),
        Field("source", "From where", known.source, hint="their page, or who told you", required=True),
        Field("checked", "Checked on", "", kind="day", hint="empty for today", understand=a_day(app, past=True)),
    )
    title = f"{known.label or 'A fact'}: {program.name}"
    given = await app.push_screen_wait(Form(title, fields, about=f"{program_id} {known.label}"))
    if given is None:
        return None
    label = known.label or label_called(str(given["label"]))
    fact = Fact(label, str(given["value"]), str(given["source"]), given["checked"] or app.now().day)

    def rule(season: Season, *, now: Moment) -> Season:
        if known.value:  # from another source it would stay beside the new one
            season = facts.remove_fact(season, program_id, known, now=now)
        return facts.set_fact(season, program_id, fact, now=now)

    return Change(f"{program.name}: {fact.label}, {line(fact.value, 60)}", rule)


async def ask_fact_deed(app: SeasonApp, program: Program, fact: Fact) -> Change | None:
    """Whether a fact still holds, is the right one of several, reads differently now, or goes."""
    choices = [
        Choice("t", "still true: I checked today", Deed.STILL),
        Choice("c", "change it", Deed.CHANGE),
        Choice("x", "remove it", Deed.REMOVE),
    ]
    if any(fact in group for group in disagreeing(program.facts)):
        choices.insert(1, Choice("r", "this one is right: drop what the others say", Deed.RIGHT))
    title = f"{line(fact.label, 40)}: {line(fact.value, 60)}"
    deed = await app.push_screen_wait(Menu(title, tuple(choices), default=Deed.STILL))
    if deed is Deed.CHANGE:
        return await ask_fact(app, program.id, fact)
    if deed is Deed.STILL:
        checked = replace(fact, checked=app.now().day)
        return Change(
            f"{program.name}: {fact.label} checked", partial(facts.set_fact, program_id=program.id, fact=checked)
        )
    if deed is Deed.RIGHT:
        settled = partial(facts.settle_fact, program_id=program.id, fact=fact)
        return Change(f"{program.name}: {fact.label} settled, {line(fact.value, 60)}", settled)
    if deed is Deed.REMOVE:
        gone = partial(facts.remove_fact, program_id=program.id, fact=fact)
        return Change(f"{program.name}: {fact.label} removed", gone)
    return None


async def ask_answer(app: SeasonApp, program_id: str) -> Change | None:
    """Which open question was answered, then what was said."""
    season = app.state.season
    still_open = {one.text: one for one in open_questions(season, program_id)}
    options = tuple(Option(text, text, f"{one.theme}, {_whom(one)}") for text, one in still_open.items())
    if not options:
        app.say(app.spell("Every question has its answer here.  {rows.add} o adds one of your own."))
        return None
    name = season.programs_by_id[program_id].name
    chosen: str | None = await app.push_screen_wait(PickWords(f"Which question did {name} answer?", options))
    return None if chosen is None else await ask_answer_to(app, program_id, still_open[chosen])


async def ask_answer_to(
    app: SeasonApp, program_id: str, question: Question, known: Answer | None = None
) -> Change | None:
    """What was said, by whom, when."""
    season = app.state.season
    name = season.programs_by_id[program_id].name
    people = (
        Option("", "nobody in particular"),
        *(Option(one.id, one.titled, ROLE_WORDS[one.role]) for one in season.contacts_of.get(program_id, ())),
    )
    by, came = (known.contact_id, "") if known else _of_the_reply(app, program_id, question)
    fields = (
        Field("text", "Answer", known.text if known else "", kind="text", hint=question.text, required=True),
        Field("by", "By", by, kind="choice", choices=people),
        Field("on", "When", came, kind="day", hint=_when_hint(known), understand=a_day(app, past=True)),
    )
    about = f"{program_id} {question.id}"
    given = await app.push_screen_wait(Form(line(question.text, 70), fields, about=about))
    if given is None:
        return None
    answer = Answer(
        known.id if known else new_id("a"),
        question.id,
        program_id,
        str(given["text"]),
        _said_at(app, given["on"], known),
        str(given["by"]),
    )
    return Change(f"{name} answered: {line(question.text, 60)}", partial(questions.answer_question, answer=answer))


def _of_the_reply(app: SeasonApp, program_id: str, question: Question) -> tuple[str, str]:
    """Who wrote back after a message that asked this, and the day; both empty where nothing came."""
    asked = asked_there(app.state.season, program_id).get(question.id)
    reply = asked.reply if asked else None
    if reply is None or reply.at is None:
        return "", ""
    return next(iter(reply.contact_ids), ""), app.state.home.day_of(reply.at).isoformat()


async def ask_answer_deed(app: SeasonApp, question: Question, answer: Answer) -> Change | None:
    """Other words for an answer, or its removal."""
    choices = (
        Choice("c", "change it", Deed.CHANGE),
        Choice("x", "remove it; the question is open again", Deed.REMOVE),
    )
    deed = await app.push_screen_wait(Menu(line(question.text, 70), choices, default=Deed.CHANGE))
    if deed is Deed.CHANGE:
        return await ask_answer_to(app, answer.program_id, question, answer)
    if deed is Deed.REMOVE:
        name = app.state.season.programs_by_id[answer.program_id].name
        return Change(f"{name}: answer removed", partial(questions.remove_answer, answer_id=answer.id))
    return None


async def ask_question_deed(app: SeasonApp, question: Question) -> Deed | None:
    """What to do with an open question; only one's own can go."""
    choices = [
        Choice("a", "write down the answer", Deed.ANSWER),
        Choice("s", "their site answers it: never ask", Deed.ON_SITE),
        Choice("m", "write and ask it", Deed.WRITE),
    ]
    if question in app.state.season.questions:
        choices.append(Choice("x", "take it off my list", Deed.REMOVE))
    title = line(question.text, 70)
    deed: Deed | None = await app.push_screen_wait(Menu(title, tuple(choices), default=Deed.ANSWER))
    return deed


def on_their_site(app: SeasonApp, program_id: str, question: Question) -> Change:
    """The change that marks a question as answered by the program's own site."""
    answer = Answer(new_id("a"), question.id, program_id, "", app.now(), on_their_site=True)
    name = app.state.season.programs_by_id[program_id].name
    words = f"{name}: their site answers “{line(question.text, 60)}”"
    return Change(words, partial(questions.answer_question, answer=answer))


def off_the_list(question: Question) -> Change:
    """The change that takes a question of one's own off the list."""
    words = f"Question removed: {line(question.text, 60)}"
    return Change(words, partial(questions.remove_question, question_id=question.id))


async def ask_own_question(app: SeasonApp, program_id: str) -> Change | None:
    """A question of one's own; it is open at every program until somebody there answers it."""
    roles = (Option(None, ANYBODY), *(Option(role, words) for role, words in ROLE_WORDS.items()))
    themes = ", ".join(dict.fromkeys(one.theme for one in open_questions(app.state.season, program_id)))
    fields = (
        Field("text", "Question", kind="text", required=True),
        Field("theme", "Theme", hint=line(themes, 60)),
        Field("role", "Whom to ask", None, kind="choice", choices=roles),
    )
    given = await app.push_screen_wait(Form("A question of my own, for every program", fields, about="question"))
    if given is None:
        return None
    text = " ".join(str(given["text"]).split())
    question = Question(new_id("q"), str(given["theme"]).strip() or OWN_THEME, text, given["role"])
    return Change(f"Question added: {line(text, 60)}", partial(questions.add_question, question=question))


def _whom(question: Question) -> str:
    return ROLE_WORDS[question.role] if question.role else ANYBODY


def _when_hint(known: Answer | None) -> str:
    return f"empty leaves {show_day(known.at.day)}" if known else "empty for now"


def _said_at(app: SeasonApp, day: Any, known: Answer | None) -> Moment:
    now = app.now()
    if day is None:
        return known.at if known else now
    return min(noon_of(day, now.zone), now)
