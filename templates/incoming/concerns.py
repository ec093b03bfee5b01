"""What a program may not ask, and what hints at a commitment, proposed from the words of a message that came in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from store.frozen_record import record
from templates.conduct.phrases import Phrase, compiled, data_file, phrases
from templates.conduct.sentences import Page, Sentence
from templates.incoming.quoting import own_page

FILE = "incoming.json"
IMPROPER, HINT = "improper", "hint"
REACH = 70
"""Characters before a phrase in which a word may turn it round."""


@record(frozen=True, slots=True)
class Concern:
    """One sentence that may have to be flagged; only the person decides that it is."""

    flag: str
    """`improper` or `hint`."""
    sense: str
    """What it is about, such as `elsewhere` or `match-day`."""
    words: str
    """The sentence as it stands."""
    why: str
    """Why it is proposed, to follow “it”."""


@record(frozen=True, slots=True)
class Touched:
    """A rule that a flagged sentence touches."""

    rule: str
    """The rule, in one sentence."""
    source: str
    """Where it stands."""
    mark: str
    """How sure the source is: P for a primary one."""


def concerns_in(text: str) -> tuple[Concern, ...]:
    """Sentences of the sender's own that ask or hint at what they should not, each once, in their order."""
    found: dict[tuple[str, str], Concern] = {}
    for concern in _every_concern(text):
        found.setdefault((concern.flag, concern.words), concern)
    return tuple(found.values())


def touched_by(words: str, *, improper: bool, hint: bool) -> tuple[Touched, ...]:
    """The rules those flagged words touch; where none is recognised, all rules about such a flag."""
    flags = {name for name, is_set in ((IMPROPER, improper), (HINT, hint)) if is_set}
    seen = {(one.flag, one.sense) for one in _every_concern(words)}
    rows = [row for row in data_file(FILE)["rules"] if row["flag"] in flags]
    certain = [row for row in rows if any((row["flag"], sense) in seen for sense in row["senses"])]
    recognised = {row["flag"] for row in certain}
    chosen = [row for row in rows if row in certain or row["flag"] not in recognised]
    return tuple(Touched(row["rule"], row["source"], row["mark"]) for row in chosen)


def _every_concern(text: str) -> Iterator[Concern]:
    page = own_page(text)
    for sentence in page.sentences:
        yield from _concerns_of(page, sentence)


def _concerns_of(page: Page, sentence: Sentence) -> Iterator[Concern]:
    for phrase in phrases(FILE):
        flag = _flags()[phrase.sense]
        for match in phrase.found_in(sentence.flat):
            if page.quoted(sentence.start + match.start(), sentence.start + match.end()):
                continue
            if _turned_round(sentence.flat, match) or not _fits(phrase, flag, sentence):
                continue
            yield Concern(flag, phrase.sense, " ".join(sentence.text.split()), phrase.why)
            break


def _fits(phrase: Phrase, flag: str, sentence: Sentence) -> bool:
    """A question must be one, or ask in other words; some phrases mean something only beside others."""
    about, apart = (data_file(FILE)[key].get(phrase.sense) for key in ("about", "apart_from"))
    if about is not None and re.search(rf"\b{about}\b", sentence.flat) is None:
        return False
    if apart is not None and re.search(rf"\b{apart}\b", sentence.flat) is not None:
        return False
    if flag == HINT or phrase.sense == "commitment":
        return True
    return "?" in sentence.flat or _asks().search(sentence.flat) is not None


def _turned_round(flat: str, match: re.Match[str]) -> bool:
    """Whether a word before it in the same clause, or inside it, makes it the opposite."""
    start = max(0, match.start() - REACH)
    before = re.split(r"[;:.?!]|, but |, and ", flat[start : match.end()])
    clause = _kept_ones().sub(
        " ", before[-1] if len(before[-1]) >= match.end() - match.start() else flat[start : match.end()]
    )
    return _turns().search(clause) is not None


@lru_cache(maxsize=1)
def _flags() -> dict[str, str]:
    return {sense: row["flag"] for row in data_file(FILE)["rules"] for sense in row["senses"]}


@lru_cache(maxsize=1)
def _asks() -> re.Pattern[str]:
    return compiled("{asked_to}", data_file(FILE)["parts"])


@lru_cache(maxsize=1)
def _turns() -> re.Pattern[str]:
    return compiled(data_file(FILE)["negation"], {})


@lru_cache(maxsize=1)
def _kept_ones() -> re.Pattern[str]:
    return compiled(data_file(FILE)["not_negated"], {})
