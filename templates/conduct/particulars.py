"""C12: whether a letter says anything that is true of this program or this person only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.words import Kind
from templates.conduct.blanks import unfilled_fields
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.frame import greeting_end, signature_start
from templates.conduct.phrases import word_list
from templates.conduct.program_names import index_for, masked
from templates.conduct.words import plain_words

FILE = "particulars.json"
ABSTRACT = (
    "tion",
    "sion",
    "ness",
    "ity",
    "ism",
    "ance",
    "ence",
    "ship",
    "tions",
    "ities",
    "ical",
    "ially",
    "ible",
    "ive",
)
"""Endings of words that name no thing one could point at."""
ASKED_OF = frozenset({Kind.INTEREST, Kind.THANK_YOU, Kind.HIGH_RANK, Kind.FIRST_RANK})
TOGETHER = 3
"""Different telling words that make a sentence particular."""
_THEIRS = re.compile(r"\byour ((?:(?!and\b|or\b|as\b|for\b|that\b|which\b)[a-z'-]+ ?){1,6})")
_A_PLACE = re.compile(
    r"\bthe ((?:[a-z'-]+ ){1,2})(?:clinic|unit|ward|nursery|rounds?|team|track|elective|van|boat|registry|conference"
    r"|huddle|curriculum|rotation|service|workshop|garden|playroom|corridor|project|school)s?\b"
)
_OF_MYSELF = re.compile(r"(?:i|my|we)\b|(?:before|in|at|as|since|when|having|during|after)\b[^,]*,? (?:i|my)\b")
_TOWARDS = re.compile(
    r"\b(?:you|your|yours|we|us|our|there|zzz|the (?:program|residents?|interns?|faculty|hospital|clinic|day|tour|team"
    r"|city|way|visit)|this (?:program|city|hospital)|she|he|her|his|they|their|told|described|showed|spoke"
    r"|conversation|an? (?:intern|chief)|the (?:chief|noon conference|morning report|family room))\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|we|our|us)\b")
_WORD = re.compile(r"[a-zà-öø-ÿ][a-zà-öø-ÿ'-]+")
_PURPOSE = {Kind.THANK_YOU: "one true detail of that conversation", Kind.INTEREST: "why this program and no other"}


def particulars(draft: Draft) -> Iterator[Finding]:
    """A letter of interest, thanks or continued interest that could have gone to anybody."""
    kind = draft.letter.kind
    if kind not in ASKED_OF or draft.program is None or not draft.letter.body.strip():
        return
    if any(True for _ in unfilled_fields(draft)) or _has_particulars(draft):
        return
    asked = _PURPOSE.get(kind, "what holds for this program only")
    message = f"Nothing in it is particular to this program or person; say {asked}."
    yield Finding("C12", Level.WARN, message, where="body")


def _has_particulars(draft: Draft) -> bool:
    """Whether a sentence about the reader names something of theirs, or has several telling words together.

    A telling word alone may stand in any letter; a detail brings more than one.
    """
    generic = word_list(FILE, "generic") | _names(draft)
    together: set[str] = set()
    for flat in _about_the_reader(draft):
        telling = {word for word in map(_bare, _WORD.findall(flat)) if _tells(word, generic)}
        together |= telling
        if len(telling) >= TOGETHER or len(together) > TOGETHER:
            return True
        owned = (found.group(1) for pattern in (_THEIRS, _A_PLACE) for found in pattern.finditer(flat))
        if any(_bare(word) in telling for words in owned for word in words.split()):
            return True
    return False


def _about_the_reader(draft: Draft) -> Iterator[str]:
    """The sentences between greeting and closing that speak of the reader or go on about them."""
    page = draft.body
    hidden, text = masked(draft, page), page.own_text
    first, last = greeting_end(text), signature_start(text)
    going_on = False
    for sentence in page.sentences:
        if not first <= sentence.start < last:
            continue
        flat = hidden[sentence.start : sentence.end]
        going_on = (
            bool(_TOWARDS.search(flat)) or not _FIRST_PERSON.search(flat) or (going_on and not _OF_MYSELF.match(flat))
        )
        if going_on:
            yield flat


def _bare(word: str) -> str:
    word = word.strip("'-")
    return word[:-2] if word.endswith("'s") else word


def _tells(word: str, generic: frozenset[str]) -> bool:
    """Whether it is no everyday word of such letters, no form of one, and nothing abstract."""
    if len(word) <= 2 or "'" in word or word in generic or word.endswith(ABSTRACT):
        return False
    endings = ("s", "es", "ed", "d", "ing", "ly", "er", "ness", "n't")
    stems = {word[: -len(ending)] for ending in endings if word.endswith(ending) and len(word) - len(ending) >= 3}
    doubled = {stem + "e" for stem in stems} | {stem[:-1] + "y" for stem in stems if stem.endswith("i")}
    return not (stems | doubled) & generic


def _names(draft: Draft) -> frozenset[str]:
    """Names in the letter that are there whatever it says: the program's, its city's, the people's, the writer's."""
    profile, program = draft.season.profile, draft.program
    people = draft.season.contacts_of.get(draft.letter.program_id, ())
    own = (profile.name, profile.school, profile.credentials, profile.school_country, *(one.name for one in people))
    program_names = (program.name, program.city, *program.other_names) if program else ()
    words = {word for name in (*own, *program_names) for word in plain_words(name)}
    return frozenset(words) | index_for(draft).towns
