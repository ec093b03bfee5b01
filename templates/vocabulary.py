"""The words a template may use: each with its form, what it stands for, and the blank shown while it is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from store.frozen_record import record
from store.words import Kind
from templates.sentences import blank, one_line

FactValue = str | list[str] | bool | dict[str, bool]


class Form(StrEnum):
    """How a fact is used in a template."""

    TEXT = "text"
    LIST = "list"
    YES = "yes or no"


@record(frozen=True, slots=True)
class Word:
    """One fact under the name templates call it by."""

    name: str
    """Its name in a template."""
    about: str
    """What it stands for, in a few words for the list of fields."""
    hint: str = ""
    """What the blank asks for; `{person}` and `{program}` stand for their names. Empty for yes or no."""
    form: Form = Form.TEXT
    """Text, a list of texts, or yes or no."""
    kinds: frozenset[Kind] = frozenset()
    """Kinds that may use it; empty means all."""


AROUND_INTERVIEWS = frozenset(Kind) - {Kind.INTEREST, Kind.ADVOCATE}
CONVERSATIONS = frozenset({Kind.THANK_YOU, Kind.HIGH_RANK, Kind.FIRST_RANK, Kind.AFTER_MATCH})
OF_NEWS = frozenset({Kind.UPDATE, Kind.ELIGIBILITY, Kind.HIGH_RANK, Kind.FIRST_RANK})
OFFERS = frozenset({Kind.ACCEPT, Kind.DECLINE, Kind.RESCHEDULE})
ANSWERS = frozenset(
    {Kind.ACCEPT, Kind.DECLINE, Kind.WAITLIST, Kind.SECOND_LOOK, Kind.IMPROPER_QUESTION, Kind.HINT, Kind.LOGISTICS}
)

WORDS: tuple[Word, ...] = (
    Word("greeting", "greeting of everyone it goes to", "greeting"),
    Word("signature", "closing, name, AAMC ID, telephone and address", "your name and AAMC ID"),
    Word("person", "the reader, such as Dr. Wexley", "name and title of the person you write to"),
    Word("name", "your name", "your name"),
    Word("full_name", "your name with credentials", "your name"),
    Word("aamc_id", "your AAMC ID", "your AAMC ID"),
    Word("email", "your mail address", "your mail address"),
    Word("phone", "your telephone number", "your telephone number"),
    Word("school", "your school and its country", "your medical school and its country"),
    Word("school_country", "country of your school", "the country of your school"),
    Word("graduation", "month and year of graduation", "month and year of your graduation"),
    Word("school_sentence", "a sentence on school and graduation", "where and when you studied"),
    Word("citizenship_sentence", "a sentence on citizenship and visa", "your citizenship, and the visa question"),
    Word("ecfmg_sentence", "a sentence on ECFMG certification", "where your ECFMG certification stands"),
    Word("experience_sentence", "a sentence on your US experience", "your clinical experience in the US"),
    Word("specialty", "the specialty applied to", "your specialty"),
    Word("interests", "your interests", "what you hope to work on later", Form.LIST),
    Word("strengths", "your strengths", "two strengths you can show evidence for", Form.LIST),
    Word("readiness", "evidence that you are ready", "work that shows it, such as newborn examinations", Form.LIST),
    Word("tie", "your tie to the program's city or state", "your tie to that place"),
    Word("program", "the program, as inside a sentence", "name of the program"),
    Word("city", "city of the program", "city of the program"),
    Word("draws", "what draws you to the program", "what draws you to {program}, in your own words"),
    Word(
        "advocate",
        "the doctor who speaks for you there",
        "name of the doctor who encouraged you",
        kinds=frozenset({Kind.INTEREST}),
    ),
    Word("reason", "your reason to write before an invitation", "your reason for writing to {program}"),
    Word(
        "interview_time",
        "start of the interview on both clocks",
        "day and time of the interview, with its zone and your own",
        kinds=AROUND_INTERVIEWS,
    ),
    Word(
        "interview_day",
        "weekday and date of the interview",
        "weekday and date of the interview",
        kinds=AROUND_INTERVIEWS,
    ),
    Word("interview_date", "date of the interview", "date of the interview", kinds=AROUND_INTERVIEWS),
    Word("spoken_day", "weekday while it is fresh, else the date", "day of the interview", kinds=AROUND_INTERVIEWS),
    Word("in_person", "whether the interview is in person", form=Form.YES, kinds=AROUND_INTERVIEWS),
    Word("zone_assumed", "whether its time zone was only assumed", form=Form.YES, kinds=AROUND_INTERVIEWS),
    Word("soon", "whether the interview is inside two weeks", form=Form.YES, kinds=AROUND_INTERVIEWS),
    Word("offered", "interview starts they offered", "the dates they offered", Form.LIST, OFFERS),
    Word("hook", "a detail of your talk", "one true detail of your conversation with {person}", kinds=CONVERSATIONS),
    Word("noted", "what you noted after the interview, for hints only", "your notes of the day", kinds=CONVERSATIONS),
    Word("news", "the news", "the news in one sentence", kinds=OF_NEWS),
    Word("news_day", "day of the news", "the day it became true", kinds=OF_NEWS),
    Word("their_day", "date of the message you answer", "date of their message", kinds=ANSWERS),
    Word(
        "question",
        "a question of your own that is open there",
        "your one question",
        kinds=frozenset({Kind.QUESTION}),
    ),
    Word(
        "waiting_since",
        "since when you are on their waiting list",
        "the day you joined their list",
        kinds=frozenset({Kind.WAITLIST}),
    ),
    Word(
        "free_days",
        "workdays free in your calendar, for hints only",
        "days free in your calendar",
        Form.LIST,
        frozenset({Kind.RESCHEDULE, Kind.WAITLIST, Kind.SECOND_LOOK}),
    ),
    Word(
        "matched_program",
        "the program you matched with",
        "the program you matched with",
        kinds=frozenset({Kind.AFTER_MATCH}),
    ),
)

BY_NAME: Mapping[str, Word] = {word.name: word for word in WORDS}
KNOWN = "known"
"""Name under which a template asks whether a fact is known, as in `known.hook`."""


def words_for(kind: Kind) -> tuple[Word, ...]:
    """The words templates of that kind may use."""
    return tuple(word for word in WORDS if not word.kinds or kind in word.kinds)


def with_blanks(kind: Kind, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Those facts, with a visible blank for every word of the kind that is missing, and `known` beside them."""
    words = words_for(kind)
    full: dict[str, FactValue] = {word.name: facts.get(word.name, _blank_for(word, facts)) for word in words}
    full[KNOWN] = {word.name: bool(facts.get(word.name)) for word in words}
    return full


def hint_of(word: Word, facts: Mapping[str, FactValue]) -> str:
    """What the blank for that word asks for, with reader and program by name."""
    person, program = facts.get("person", "the reader"), facts.get("program", "the program")
    return one_line(word.hint.replace("{person}", str(person)).replace("{program}", str(program)))


def _blank_for(word: Word, facts: Mapping[str, FactValue]) -> FactValue:
    if word.form is Form.YES:
        return False
    text = blank(hint_of(word, facts))
    return [text] if word.form is Form.LIST else text
