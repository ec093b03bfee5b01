"""Facts and phrases to put into a letter at the cursor: whole sentences, true of this applicant and this program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from store.course import booked_interviews
from store.frozen_record import record
from store.moments import Moment
from store.question_bank import to_write
from store.records import Contact, Interview, Letter, Program
from store.season import Season
from store.words import Kind, ReasonKind
from templates.choosing import interview_about
from templates.facts import facts_for
from templates.sentences import listed, noun_phrase, phrase

NAMED = re.compile(r"\{([a-z_]+)\}")
REASONS: Mapping[ReasonKind, tuple[str, str]] = {
    ReasonKind.LOCAL_TIE: ("my reason: a tie", "I know your area from my own life: {reason}."),
    ReasonKind.ROTATION: ("my reason: a rotation", "I have seen your program from within: {reason}."),
    ReasonKind.ADVOCATE: ("my reason: a doctor who knows me", "I was encouraged to write: {reason}."),
    ReasonKind.MISSION: ("my reason: what they stand for", "One part of your work made me want to write: {reason}."),
    ReasonKind.UNKNOWN_SCHOOL: ("my reason: my school", "You may not have met my school before: {reason}."),
}


@record(frozen=True, slots=True)
class Insertion:
    """A sentence that can be put into a letter."""

    group: str
    """What it is about, such as Opening or ECFMG; one heading of the list."""
    title: str
    """A few words to find it by."""
    words: str
    """The sentence itself; where something is not known it holds a visible blank."""


@record(frozen=True, slots=True)
class _Row:
    """One row of the data file."""

    group: str
    title: str
    words: str
    kinds: frozenset[Kind]
    only: str


def facts_to_insert(
    season: Season, program: Program, contact: Contact | None, now: Moment, *, letter: Letter | None = None
) -> tuple[Insertion, ...]:
    """Every sentence this applicant can truthfully put into a letter to that program and person, in reading order.

    With the letter given, those of its kind and of the interview and message it is about; without one, those
    that suit every kind. What is not known is left out; only sentences on school, citizenship, certification
    and experience carry blanks where the profile is silent. The same words stand there once.
    """
    about = letter or _letter_of_no_kind(season, program, contact, now)
    facts = _as_words(season, program, about, now)
    profile = season.profile
    states = {"", str(profile.citizenship or ""), str(profile.ecfmg or "")}
    found: dict[str, Insertion] = {}
    for question in to_write(season, program.id, contact) if about.kind is Kind.QUESTION else ():
        found.setdefault(question.text, Insertion("Question", question.theme, question.text))
    for row in _all_rows(program):
        if row.only in states and (not row.kinds or (letter is not None and letter.kind in row.kinds)):
            words = _filled(row.words, facts | _reason_words(row, program))
            if words:
                found.setdefault(words, Insertion(row.group, row.title, words))
    return tuple(found.values())


def _letter_of_no_kind(season: Season, program: Program, contact: Contact | None, now: Moment) -> Letter:
    past = interview_about(season, program.id, Kind.THANK_YOU, now=now)
    interview: Interview | None = past or next(iter(booked_interviews(season, program.id)), None)
    ids = (contact.id,) if contact else ()
    return Letter("", program.id, Kind.NOTICE, contact_ids=ids, interview_id=interview.id if interview else "")


def _as_words(season: Season, program: Program, letter: Letter, now: Moment) -> dict[str, str]:
    """The facts as plain words; lists in one run, yes and no left out."""
    facts = facts_for(season, letter, now=now)
    words = {name: value for name, value in facts.items() if isinstance(value, str)}
    words |= {name: listed(value) for name, value in facts.items() if isinstance(value, list)}
    interview = season.interviews_by_id.get(letter.interview_id)
    if interview is not None and interview.debrief is not None:
        words["liked"] = noun_phrase(interview.debrief.liked)
    return {name: value for name, value in words.items() if value}


def _all_rows(program: Program) -> Iterator[_Row]:
    """The rows of the data file, the program's recorded reasons among those about the program."""
    told = False
    for row in _rows():
        if row.group == "Interview" and not told:
            told = True
            for reason in program.reasons:
                yield _Row("Program", *REASONS[reason.kind], frozenset({Kind.INTEREST, Kind.ADVOCATE}), "")
        yield row


def _reason_words(row: _Row, program: Program) -> dict[str, str]:
    fitting = [one.words for one in program.reasons if REASONS[one.kind][0] == row.title]
    return {"reason": phrase(fitting[-1])} if fitting and phrase(fitting[-1]) else {}


def _filled(words: str, facts: Mapping[str, str]) -> str:
    """That sentence with its facts; empty when one of them is not known."""
    if any(name not in facts for name in NAMED.findall(words)):
        return ""
    return NAMED.sub(lambda found: facts[found[1]], words)


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    content = json.loads(files("templates").joinpath("insertions.json").read_text(encoding="utf-8"))
    return tuple(
        _Row(row["group"], row["title"], row["words"], frozenset(map(Kind, row.get("kinds", ()))), row.get("only", ""))
        for row in content["rows"]
    )
