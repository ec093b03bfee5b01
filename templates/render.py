"""Letters begun from templates: the right form, filled with what is known, with a visible blank for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from store.errors import RuleBroken
from store.frozen_record import record
from store.moments import Moment
from store.records import Contact, Letter, Program
from store.season import Season
from store.words import Kind, LetterState
from templates.catalogue import KINDS, Variant, default_recipients, recipients_for
from templates.choosing import fitting_form, interview_about
from templates.facts import facts_for
from templates.own_templates import all_forms
from templates.trouble import TemplateTrouble
from templates.vocabulary import FactValue, with_blanks

LETTERS = Path(__file__).parent / "letters"
BLANK = re.compile(r"\[((?:[^\[\]\n]|\n(?!\s*\n)){0,600})\]")
NESTED = re.compile(r"\[([^\[\]\n]*)\[([^\[\]\n]*)\]([^\[\]\n]*)\]")
TWO_STOPS = re.compile(r"(?<![.…])\.\.(?![.\w])")
"""The stop of a name, such as Inc., and that of the sentence behind it."""
NOT_A_HINT = re.compile(r"[\W\d_]*\d[\W\d_]*")
"""Digits and signs only, as in a reference number."""


@record(frozen=True, slots=True)
class Blank:
    """A place in a letter that waits for words; `start` and `end` include the brackets."""

    start: int
    """Where its opening bracket stands."""
    end: int
    """Just behind its closing bracket."""
    hint: str
    """What to write there."""


@record(frozen=True, slots=True)
class Rendered:
    """The words a template made."""

    subject: str
    """Subject line."""
    body: str
    """The letter under it."""
    trouble: str = ""
    """Why the person's own template was passed over; empty when all went well."""


def begin_letter(
    season: Season,
    program_id: str,
    kind: Kind,
    *,
    letter_id: str,
    contact_ids: tuple[str, ...] = (),
    interview_id: str = "",
    answers: str = "",
    variant: str = "",
    question: str = "",
    now: Moment,
    own: Mapping[str, str] | None = None,
    notice: Callable[[str], None] | None = None,
) -> Letter:
    """A draft of that kind for that program, ready to be written into the season; blanks stay visible.

    Whatever is not given is chosen: recipients, interview and form. `own` holds the person's templates
    by name (`thank-you.director`, or `thank-you` for every form); trouble in one is told to `notice`
    and the shipped one is used. `question` is the one to put, where the kind asks one. Raises RuleBroken
    when the program or the kind cannot be written to.
    """
    program = _program(season, program_id)
    if kind not in KINDS:
        raise RuleBroken(f"A letter of the kind “{kind}” only comes in; it cannot be written.")
    people = _people(season, program, kind, contact_ids, answers)
    interview = season.interviews_by_id.get(interview_id) or interview_about(season, program_id, kind, now=now)
    blank_page = Letter(
        letter_id,
        program_id,
        kind,
        state=LetterState.DRAFT,
        contact_ids=tuple(person.id for person in people),
        interview_id=interview.id if interview else "",
        answers=answers,
        made=now,
        edited=now,
    )
    form = _variant_named(kind, variant, own) or fitting_form(season, blank_page, now=now)
    letter = replace(blank_page, variant=form.name)
    facts = facts_for(season, letter, now=now)
    return _with_words(letter, facts | {"question": question} if question else facts, own, notice)


def _with_words(
    letter: Letter, facts: Mapping[str, FactValue], own: Mapping[str, str] | None, notice: Callable[[str], None] | None
) -> Letter:
    """That letter with subject and body of its form; trouble in one of the person's own is told to `notice`."""
    words = render(letter.kind, letter.variant, facts, own=own)
    if words.trouble and notice is not None:
        notice(words.trouble)
    return replace(letter, subject=words.subject, body=words.body)


def render(
    kind: Kind, variant: str, facts: Mapping[str, FactValue], *, own: Mapping[str, str] | None = None
) -> Rendered:
    """Subject and body of that form, with blanks for every missing fact.

    A person's own template of that name comes first; when it cannot be used, the shipped one is
    taken and `trouble` says why.
    """
    from templates.sandbox import written

    full = with_blanks(kind, facts)
    name = f"{kind.value}.{variant}"
    theirs = next((key for key in (name, kind.value) if own and key in own), "")
    trouble = ""
    if own and theirs:
        try:
            return _in_parts(written(own[theirs], full, kind))
        except TemplateTrouble as problem:
            trouble = f"{problem.named(theirs)} The one that comes with the app is used instead."
    shipped = shipped_template(kind, _shipped_form(kind, variant))
    return replace(_in_parts(written(shipped, full, kind)), trouble=trouble)


def check_template(source: str, kind: Kind) -> TemplateTrouble | None:
    """What is wrong with a template meant for that kind, in one sentence with its line; None when it is fine."""
    from templates.sandbox import written

    try:
        written(source, with_blanks(kind, {}), kind)
    except TemplateTrouble as problem:
        return problem
    return None


def blanks_in(text: str) -> tuple[Blank, ...]:
    """Every blank of a text in reading order: brackets that hold a hint, or nothing yet; digits are no blank."""
    return tuple(
        Blank(found.start(), found.end(), " ".join(found[1].split()))
        for found in BLANK.finditer(text)
        if not NOT_A_HINT.fullmatch(found[1])
    )


@lru_cache(maxsize=64)
def shipped_template(kind: Kind, variant: str) -> str:
    """The template that comes with the app, one line per paragraph.

    Its file has one sentence per line, so that a change of wording shows as one changed line.
    """
    source = (LETTERS / f"{kind.value}.{variant}.txt.j2").read_text(encoding="utf-8")
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in source.strip().split("\n\n"))


def _shipped_form(kind: Kind, variant: str) -> str:
    """That form where it comes with the app, else the usual one of the kind."""
    forms = [form.name for form in KINDS[kind].variants]
    return variant if variant in forms else forms[0]


def _in_parts(text: str) -> Rendered:
    """Subject and body out of the words of a template, with the gaps of passed-over sentences closed."""
    lines = [line.strip() for line in text.strip().split("\n")]
    tidy = re.sub(r"\n{3,}", "\n\n", re.sub(r" {2,}", " ", "\n".join(lines)))
    while NESTED.search(tidy):
        tidy = NESTED.sub(r"[\1\2\3]", tidy)
    tidy = TWO_STOPS.sub(".", tidy)
    head, _, body = tidy.partition("\n")
    return Rendered(head.removeprefix("Subject:").strip(), body.strip())


def _program(season: Season, program_id: str) -> Program:
    program = season.programs_by_id.get(program_id)
    if program is None:
        raise RuleBroken("That program is not in this season.")
    return program


def _people(
    season: Season, program: Program, kind: Kind, contact_ids: tuple[str, ...], answers: str
) -> tuple[Contact, ...]:
    """Whom it goes to: those named, else whoever wrote the letter it answers, else whom the kind suits best."""
    answered = season.letters_by_id.get(answers)
    ids = contact_ids or (answered.contact_ids if answered else ())
    known = season.contacts_by_id
    missing = [contact_id for contact_id in contact_ids if contact_id not in known]
    if missing:
        raise RuleBroken(f"There is no contact “{missing[0]}” in this season.")
    named = tuple(known[contact_id] for contact_id in ids if contact_id in known)
    return named or default_recipients(kind, recipients_for(season, program, kind))


def _variant_named(kind: Kind, name: str, own: Mapping[str, str] | None) -> Variant | None:
    if not name:
        return None
    forms = all_forms(kind, own)
    found = next((form for form in forms if form.name == name), None)
    if found is None:
        names = ", ".join(form.name for form in forms)
        raise RuleBroken(f"“{name}” is no form of {KINDS[kind].title}. There are: {names}.")
    return found
