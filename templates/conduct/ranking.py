"""What a draft says about ranking: promises, requests, trades and plain talk, told apart by their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from store.frozen_record import record
from templates.conduct.composed import composed_first
from templates.conduct.draft import Draft
from templates.conduct.phrases import Phrase, compiled, data_file, phrases, phrases_of
from templates.conduct.program_names import masked
from templates.conduct.sentences import Page, Sentence

FILE = "ranking.json"
_CLAUSE = re.compile(
    r"[;:—!?]| - |, (?=(?:and|but|so|yet|you|your|i|my|this|it|which|then)\b)"
    r"|\b(?:but|however|although|though|because|since|while)\b"
)
_DAYS = (
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|june|july|august|september|october"
    r"|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b|\bmay \d|\d{1,2}(?:st|nd|rd|th)?\b"
)
_OTHER_SUBJECT = re.compile(
    _DAYS + r"|\b(?:pediatrics|paediatrics|medicine|specialty|speciality|neonatology|career|dates?|days?|slots?"
    r"|(?<!by the )times?|mornings?|afternoons?|week|field|school|college|sister|brother"
    r"|wife|husband|friend|classmate|patient)\b|\bzzz"
)
_OTHER_OBJECT = re.compile(
    r"^ of (?!all|the |these|those|residenc|programs?|places?|mine|them)[a-z]"
    r"|"
    r"^,? (?:of|for|among) (?:an? |the |my |these |those |interview |new |medical )*"
    r"(?:interview|dates?|days?|slots?|times?|school|college|specialty|career|field|rotations?|electives?|study|subject|fellowship)\b"
    r"|^ (?:is|was|would be|will be|has been|remains|being) (?:the )?(?:"
    + _DAYS
    + r"|pediatrics|paediatrics|medicine|neonatology|tomorrow|zzz)"
)
_WISH = re.compile(r"\b(?:(?:could|would|can|will|might|may|if|should) you|please)\b.*")
_RANKED = re.compile(
    r"rank(?:ing|ed)? +(?!order|list|system|first|number|no\b|#|1st|at the|on top|as |above|in |high|very|only)"
    r"(?P<object>.+)$"
)
_MEANT = re.compile(
    r"(?:you|yours|it|this|your (?:[\w'-]+ ){0,5}?(?:program(?:me)?|residency|hospital|department|site|place|one)"
    r"|(?:the|this|that) (?:[\w'-]+ ){0,4}?(?:program(?:me)?|residency|hospital|one))\b"
)
_RANKING = re.compile(r"rank|\bmatch|list|first choice|you +(?:very )?high")
_PROGRAMS = re.compile(r"\b(?:programs|programmes|hospitals|residencies)\b")
_VALUE = re.compile(r"\bwhat (?:always |really |most |still )?$")
_IS_YOU = re.compile(
    r"\b(?:is|be|are) (?:you|yours|this|your (?:[\w'-]+ ){0,2}(?:program(?:me)?|residency|hospital))\b"
)
_THIS_PROGRAM = re.compile(r"\b(?:you|your|this program|the program|residency|it|here|there)\b")


@record(frozen=True, slots=True)
class RankWords:
    """One stretch of words about ranking."""

    sense: str
    """`first`, `high`, `interest`, `rank` (plain talk), `ask` or `trade`."""
    page: Page
    """Where they stand."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    sentence: Sentence
    """The sentence they stand in."""
    conditional: bool = False
    """True when the sentence puts a condition on them."""


@lru_cache(maxsize=32)
def _pattern(key: str) -> re.Pattern[str]:
    content = data_file(FILE)[key]
    return compiled("|".join(content) if isinstance(content, list) else content, {})


@lru_cache(maxsize=1)
def _trigger() -> re.Pattern[str]:
    return re.compile(data_file(FILE)["trigger"])


def clause_before(flat: str, start: int) -> str:
    """The words of the same clause that stand before that offset."""
    left = 0
    for edge in _CLAUSE.finditer(flat, 0, start):
        left = edge.end()
    return flat[left:start]


def denied(flat: str, start: int) -> bool:
    """Whether the clause denies what follows; turns such as “without a doubt” deny nothing."""
    before = _pattern("not_negations").sub(" ", clause_before(flat, start))
    return bool(_pattern("negation").search(before))


def _is_promise(flat: str, start: int, end: int) -> bool:
    before = clause_before(flat, start)
    if denied(flat, end) or _pattern("reported").search(before):
        return False
    inside = flat[start:end]
    if _VALUE.search(before) and not _IS_YOU.search(flat, end):
        return False  # what comes first is a value, unless it turns out to be the program
    if "zzz" in inside or _OTHER_OBJECT.search(flat[end : end + 60]):
        return False
    about_program = _THIS_PROGRAM.search(before + inside)
    return bool(about_program or _PROGRAMS.search(inside)) or not _OTHER_SUBJECT.search(before)


def _ranks_something_else(written: str, flat: str, start: int, end: int) -> bool:
    """Whether a ranking is about neither this program nor any name: “I rank teaching first”."""
    ranked = _RANKED.search(flat, start, end)
    if ranked is None or "choice" in flat[start : ranked.start()]:
        return False
    return not _MEANT.match(re.sub(" +", " ", ranked.group("object"))) and not re.match(
        r"[A-Z]", written[ranked.start("object") :]
    )


def _is_request(flat: str, start: int, end: int, kind_is_waitlist: bool) -> bool:
    before = clause_before(flat, start)
    if re.search(r"wait(?:ing)?[ -]?list|cancell?ation list", flat):
        return False
    if kind_is_waitlist and "rank" not in flat[start:end]:
        return False
    if _pattern("their_words").search(_WISH.sub(" ", before + flat[start : start + 9])):
        return False
    if _pattern("no_request").search(before) or re.match(
        r",? (?:and|nor|but|so)[^.?!]{0,30}\b(?:not|nor|n't)\b[^.?!]{0,20}\bask", flat[end:]
    ):
        return False
    return not _pattern("negation").search(_pattern("not_negations").sub(" ", _pattern("unsure").sub(" ", before)))


def _matches(sense: str, flat: str) -> Iterator[re.Match[str]]:
    for phrase in phrases_of(FILE, sense):
        yield from phrase.found_in(flat)


def _read(page: Page, sentence: Sentence, flat: str, before: str, *, waitlist: bool) -> Iterator[RankWords]:
    conditional = any(_matches("condition", flat))
    taken: list[tuple[int, int]] = []
    for sense, (left, right) in _meant(sentence.text, flat, before, waitlist=waitlist):
        start, end = sentence.start + left, sentence.start + right
        if not page.quoted(start, end) and not any(one < end and start < other for one, other in taken):
            taken.append((start, end))
            yield RankWords(sense, page, start, end, sentence, conditional)


def _meant(written: str, flat: str, before: str, *, waitlist: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """What the sentence says of ranking, each with its place: listed wordings, else a first put together."""
    any_listed = False
    for phrase, match in _found(flat):
        start, end = match.span()
        if phrase.sense in {"ask", "trade"}:
            fits = _is_request(flat, start, end, waitlist)
        elif phrase.sense == "exchange":
            fits = bool(_RANKING.search(before + flat)) and _is_request(flat, start, end, waitlist)
        else:
            fits = _is_promise(flat, start, end) and not _ranks_something_else(written, flat, start, end)
        if fits:
            any_listed = True
            yield "trade" if phrase.sense == "exchange" else phrase.sense, (start, end)
    composed = None if any_listed else composed_first(flat)
    if composed and _is_promise(flat, *composed.span()):
        yield "first", composed.span()


_ORDER = ("trade", "ask", "exchange", "high", "first", "rank", "interest")


def _found(flat: str) -> list[tuple[Phrase, re.Match[str]]]:
    """Every listed wording in that sentence: requests before promises, the longest first."""
    listed = [
        (phrase, match) for phrase in phrases(FILE) if phrase.sense != "condition" for match in phrase.found_in(flat)
    ]
    return sorted(listed, key=lambda pair: (_ORDER.index(pair[0].sense), pair[1].start() - pair[1].end()))


@lru_cache(maxsize=4)
def rank_words(draft: Draft) -> tuple[RankWords, ...]:
    """Every stretch of words about ranking or interest in the draft's own words, in order."""
    waitlist = draft.letter.kind.value == "waitlist"
    found: list[RankWords] = []
    for page in draft.pages:
        before = ""
        hidden = masked(draft, page)
        for sentence in page.sentences:
            flat = hidden[sentence.start : sentence.end]
            if _trigger().search(flat):
                found.extend(_read(page, sentence, flat, before, waitlist=waitlist))
            before = flat
    return tuple(sorted(found, key=lambda words: (words.page.where != "subject", words.start)))
