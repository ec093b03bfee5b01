"""Which form of an answer a flagged message calls for: by the sentences flagged, else by all its own words."""

from __future__ import annotations

from store.records import Letter
from store.words import Kind
from templates.incoming.concerns import HINT, IMPROPER, concerns_in
from templates.incoming.quoting import own_page
from templates.incoming.subjects import is_of_an_answer
from templates.situations import form_told_by

FLAGS = {Kind.IMPROPER_QUESTION: IMPROPER, Kind.HINT: HINT}
FORMS = {
    "elsewhere": "elsewhere",
    "ranking": "order",
    "commitment": "order",
    "family": "private",
    "age": "private",
    "religion": "private",
    "health": "private",
    "origin": "private",
    "outside": "offer",
    "count-on": "would-come",
    "ranked-to-match": "ranked",
    "ranked-high": "ranked",
}
"""The form that answers what a sentence is about, where none of its words tells more."""


def form_for_flagged(letter: Letter | None, kind: Kind) -> str:
    """The form of that kind that answers the letter; empty when nothing in it tells one."""
    if letter is None:
        return ""
    found = [one for one in concerns_in(letter.body) if one.flag == FLAGS[kind]]
    if not found:
        return form_told_by(_their_words(letter), kind.value)
    return form_told_by("\n".join(one.words for one in found), kind.value) or FORMS.get(found[0].sense, "")


def _their_words(letter: Letter) -> str:
    """What they wrote, without earlier mail, and without a subject that is the applicant's own."""
    subject = "" if is_of_an_answer(letter.subject) else letter.subject
    return f"{subject}\n{own_page(letter.body).text}"
