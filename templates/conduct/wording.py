"""Listed wordings found in a draft's own sentences, with what is denied, quoted or told of others set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from store.frozen_record import record
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import without_sentence
from templates.conduct.phrases import Phrase, data_file, phrases
from templates.conduct.program_names import masked
from templates.conduct.ranking import clause_before, denied
from templates.conduct.sentences import Page, Sentence

_THEIRS = re.compile(
    r"\b(?:you|your \w+|they|he|she|dr\.? \w+|somebody|someone|who|families|parents|patients|children|residents"
    r"|(?:the|an?|my|your|our|his|her|their|one) \w+(?: \w+){0,2}?)"
    r" (?:\w+ ){0,2}?(?:said|told|wrote|mentioned|asked|described|explained|spoke|shared|warned|put it|stated|noted)\b"
)


_OWN_SUBJECT = re.compile(r"(?:i|we)\b")
_TAG = re.compile(r"\S+ +\S+ *[.,;!?]")
_HANDED_ON = re.compile(r"\b(?:that|say|saying|think|believe|mean|suggest|claim|pretend|imply|as if|nor) +$")


@record(frozen=True, slots=True)
class Said:
    """One listed wording where a draft says it."""

    phrase: Phrase
    """The wording and why it is listed."""
    page: Page
    """The text."""
    sentence: Sentence
    """The sentence."""
    flat: str
    """The sentence in lower case, this program read as `you` and others as `zzz`."""
    start: int
    """Offset of the first character in the text."""
    end: int
    """Offset after the last character."""

    @property
    def before(self) -> str:
        """The words of the sentence before it."""
        return self.flat[: self.start - self.sentence.start]

    @property
    def after(self) -> str:
        """The words of the sentence behind it."""
        return self.flat[self.end - self.sentence.start :]

    @property
    def offset(self) -> int:
        """Where they begin in the sentence."""
        return self.start - self.sentence.start

    @property
    def text(self) -> str:
        """The words in lower case."""
        return self.flat[self.start - self.sentence.start : self.end - self.sentence.start]

    def told(self, check: str, level: Level, message: str, fix: Fix | str | None = None) -> Finding:
        """A finding on these words; without another fix, the sentence can be taken out."""
        mend = fix or without_sentence(self.page, self.sentence)
        return at_words(self.page, self.start, self.end, check, level, message, fix=mend)


@lru_cache(maxsize=16)
def _trigger(name: str) -> re.Pattern[str]:
    return re.compile(data_file(name)["trigger"])


def said(draft: Draft, name: str) -> Iterator[Said]:
    """Every listed wording of that file in the writer's own words, one a place, in the order of the text.

    A wording may name the part that is to be marked as its group `mark`.
    What is quoted is left out; what is denied or told of somebody else is for the check to judge.
    """
    for page in draft.pages:
        hidden = masked(draft, page)
        for sentence in page.sentences:
            flat = hidden[sentence.start : sentence.end]
            if not _trigger(name).search(flat):
                continue
            yield from _in_sentence(name, page, sentence, flat)


def _in_sentence(name: str, page: Page, sentence: Sentence, flat: str) -> Iterator[Said]:
    found = [(match.span(), phrase, match) for phrase in phrases(name) for match in phrase.found_in(flat)]
    reached = 0
    for (start, end), phrase, match in sorted(found, key=lambda one: (one[0][0], -one[0][1])):
        left, right = match.span("mark") if "mark" in match.re.groupindex else (start, end)
        place = sentence.start + left, sentence.start + right
        if start >= reached and not page.quoted(*place):
            reached = end
            yield Said(phrase, page, sentence, flat, *place)


def is_denied(words: Said) -> bool:
    """Whether their clause denies them before they come to an end.

    Words that begin with a subject of their own stand outside an earlier “nobody” or “not”, unless a verb hands it on.
    """
    alone = _OWN_SUBJECT.match(words.text) and not _TAG.fullmatch((words.text + words.after)[: len(words.text) + 1])
    if alone and not _HANDED_ON.search(words.before):
        return False
    return denied(words.flat, words.start - words.sentence.start)


def is_told_of_others(words: Said) -> bool:
    """Whether the clause tells what somebody else said or asked."""
    return bool(_THEIRS.search(clause_before(words.flat, words.start - words.sentence.start)))
