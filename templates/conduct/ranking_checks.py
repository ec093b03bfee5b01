"""C04, C05, C09, C21 and C27: promises of a rank, requests for one, and ranking talk out of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from store.dates import show_day
from store.records import Letter
from store.sentence_ends import ended
from store.words import Kind, Promise
from templates.conduct.draft import Draft, at_words, was_sent
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import instead, without_sentence
from templates.conduct.phrases import data_file
from templates.conduct.ranking import RankWords, clause_before, rank_words
from templates.conduct.wording import said
from templates.sentences import letter_name, with_article

DISCLOSED = "disclosed.json"


def _said(draft: Draft, *senses: str) -> Iterator[RankWords]:
    """Words of those senses, one stretch a sentence at most."""
    seen: set[int] = set()
    for words in rank_words(draft):
        place = id(words.sentence)
        if words.sense in senses and place not in seen:
            seen.add(place)
            yield words


def _firsts(draft: Draft) -> Iterator[RankWords]:
    """Unconditional statements that this program is first."""
    return (words for words in _said(draft, "first") if not words.conditional and not _traded(draft, words))


def _traded(draft: Draft, words: RankWords) -> bool:
    return any(other.sentence is words.sentence and other.sense == "trade" for other in rank_words(draft))


def _finding(
    words: RankWords, check: str, level: Level, message: str, *, hard: bool = False, fix: Fix | None = None
) -> Finding:
    """A finding about those words; without another fix, the sentence can be taken out."""
    mend = fix or without_sentence(words.page, words.sentence)
    return at_words(words.page, words.start, words.end, check, level, message, hard=hard, fix=mend)


def _softer(draft: Draft, words: RankWords) -> Fix | None:
    """A promise-free clause that fits exactly where these words stand, if they are a clause of their own."""
    text, program = words.page.text, draft.program
    alone = words.start == words.sentence.start and text[words.end : words.end + 1] in {".", "!", ""}
    if not alone or program is None:
        return None
    return instead(
        words.page, words.start, words.end, f"I remain very interested in {with_article(letter_name(program))}"
    )


def _first_sentence(draft: Draft, letter: Letter) -> str:
    """The sentence in which that letter says that its program is first."""
    said = sorted(_said(Draft(draft.season, letter), "first"), key=lambda words: words.page.where != "body")
    told = next(iter(said), None)
    return " ".join(told.sentence.text.split()) if told else ""


def _holder(draft: Draft) -> Letter | None:
    """The first letter that told another program it comes first."""
    told = [
        letter
        for letter in draft.season.letters
        if letter.stands is Promise.FIRST and letter.program_id != draft.letter.program_id and was_sent(letter)
    ]
    return min(told, key=lambda letter: (letter.at is None, letter.at and letter.at.at)) if told else None


def second_first(draft: Draft) -> Iterator[Finding]:
    """C04: a second program told that it is first."""
    firsts = tuple(_firsts(draft))
    holder = _holder(draft) if firsts and draft.program else None
    if holder is None:
        return
    program = draft.season.programs_by_id.get(holder.program_id)
    when = f" on {show_day(holder.at.day)}" if holder.at else ""
    sentence = _first_sentence(draft, holder)
    told = f"You told {program.name if program else 'another program'} so{when}"
    quoted = f": “{sentence}”" if sentence else "."
    for words in firsts:
        message = f"{told}{quoted} Only one program can hear that it is first."
        yield _finding(words, "C04", Level.STOP, message, hard=True, fix=_softer(draft, words))


_ASKED = {
    "ask": "This asks about or for a ranking; neither side may ask for that before the Match.",
    "trade": "This trades one ranking for another, which the Match does not allow.",
}


def ranking_requests(draft: Draft) -> Iterator[Finding]:
    """C05: a ranking asked for, traded, or promised under a condition."""
    seen: set[int] = set()
    for words in _said(draft, "ask", "trade"):
        seen.add(id(words.sentence))
        yield _finding(words, "C05", Level.STOP, _ASKED[words.sense])
    for words in _said(draft, "first", "high", "rank"):
        if words.conditional and id(words.sentence) not in seen:
            message = "This makes a ranking depend on something; say it without a condition, or leave it out."
            yield _finding(words, "C05", Level.STOP, message)


def not_first_on_list(draft: Draft) -> Iterator[Finding]:
    """C09: a program told that it is first while the applicant's own list says otherwise."""
    order = draft.season.rank_list.order
    program = draft.program
    if not order or program is None or order[0] == program.id:
        return
    leader = draft.season.programs_by_id.get(order[0])
    place = f"is number {order.index(program.id) + 1} on" if program.id in order else "is not on"
    for words in _firsts(draft):
        first = f"; {leader.name} is first" if leader else ""
        message = ended(f"{program.name} {place} your rank list{first}")
        yield _finding(words, "C09", Level.STOP, message, fix=_softer(draft, words))


def rank_talk_out_of_place(draft: Draft) -> Iterator[Finding]:
    """C21: ranking talk in a thank-you or a first contact."""
    if draft.letter.kind not in {Kind.THANK_YOU, Kind.INTEREST}:
        return
    what = "thank-you" if draft.letter.kind is Kind.THANK_YOU else "first letter"
    for words in _said(draft, "first", "high", "rank", "ask", "trade"):
        yield _finding(
            words, "C21", Level.WARN, f"Ranking does not belong in a {what}; it has its own time and letter."
        )


def rank_disclosed(draft: Draft) -> Iterator[Finding]:
    """C27: a ranking given away in the answer to a question that should not have been asked."""
    if draft.letter.kind is not Kind.IMPROPER_QUESTION:
        return
    message = "This tells them how you rank, which they may not ask; thank them and leave it open."
    seen: set[int] = set()
    for words in _said(draft, "first", "high"):
        seen.add(id(words.sentence))
        yield _finding(words, "C27", Level.WARN, message)
    for told in said(draft, DISCLOSED):
        kept_back = _kept_back().search(clause_before(told.flat, told.offset))
        of_you = told.text.startswith("you ") and _OBJECT.search(told.before)
        if id(told.sentence) not in seen and not kept_back and not of_you:
            seen.add(id(told.sentence))
            yield told.told("C27", Level.WARN, message)


_OBJECT = re.compile(r"\b(?:for|of|with|to|from|about|by) $")
"""What makes a “you” behind it no subject: in “my question for you is the second one” the question is."""


@lru_cache(maxsize=1)
def _kept_back() -> re.Pattern[str]:
    return re.compile(r"\b" + data_file(DISCLOSED)["kept_back"])
