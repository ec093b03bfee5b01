"""A text read once: its sentences with exact offsets, and which of its words are quoted from others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from store.frozen_record import record
from templates.conduct.frame import greeting_end

LONGEST = 1_500
"""Most characters of one sentence."""
_SAME_LENGTH = str.maketrans(
    {"\n": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-"}
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")
_BREAK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\n(?=[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t])")
_LAST_WORD = re.compile(r"([\w.]*\w)[.!?…]+[\"”’')\]]*$")
_TITLES = frozenset(
    {
        "dr",
        "drs",
        "mr",
        "mrs",
        "ms",
        "mx",
        "prof",
        "st",
        "jr",
        "sr",
        "vs",
        "e.g",
        "i.e",
        "etc",
        "dept",
        "univ",
        "approx",
    }
    | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
_MAY_END = frozenset({"a.m", "p.m", "u.s", "m.d", "ph.d", "u.s.a", "etc", "jr", "sr"})
_FRESH_START = re.compile(
    r"\s+(?:I|I'm|I’m|The|This|That|My|We|It|Thank|Thanks|Please|Would|Could|If|You|Your|In|At|As|There|And|But|For|With)\b"
)
_QUOTE_LINE = re.compile(r"^[ \t]*>.*$", re.M)
_QUOTE_TAIL = re.compile(r"^(?:-{2,} ?Original Message ?-{2,}|On [^\n]{6,120} wrote:)[ \t]*$", re.M | re.I)
_QUOTE_MARKS = re.compile(r"“[^”]{1,1500}”|(?<![\w\"])\"[^\"\n]{1,1500}(?:\n[^\"\n]+)?\"(?!\w)")
_OWN_WORDS = re.compile(
    r"\bI(?:'|’)?(?:ll|d|m)?(?: \w+){0,4}? (?:say|tell|state|promise|repeat|write|declare|put it)\b[^.!?]{0,40}$"
)


@record(frozen=True, slots=True)
class Sentence:
    """One sentence of a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    text: str
    """Its words as they stand."""
    flat: str
    """The same characters in lower case with plain quotes and blanks, of the same length."""


def flatten(text: str) -> str:
    """That text in lower case with plain quotes and blanks; every character keeps its offset."""
    plain = text.translate(_SAME_LENGTH)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)


def _ends_here(text: str, end: re.Match[str]) -> bool:
    if end.group().startswith(("!", "?")):
        return True
    last = _LAST_WORD.search(text, max(0, end.start() - 12), end.end())
    word = last.group(1).lower() if last else ""
    if word == "no":
        return not re.match(r"\s*\d", text[end.end() :])
    if word in _MAY_END:
        return bool(_FRESH_START.match(text, end.end())) or end.end() == len(text)
    return word not in _TITLES and not (
        len(word) == 1 and word.isalpha() and last is not None and last.group(1).isupper() and word != "i"
    )


def _cuts_in_long_ones(text: str, edges: list[int]) -> Iterator[int]:
    """Places at which a run without any stop is cut, so that reading it stays quick."""
    for left, right in pairwise(edges):
        while right - left > LONGEST:
            blank = text.rfind(" ", left + 1, left + LONGEST)
            left = blank if blank > 0 else left + LONGEST
            yield left


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; blank lines and list items end one, abbreviations do not."""
    cuts = {0, len(text)}
    for gap in _BREAK.finditer(text):
        cuts.update((gap.start(), gap.end()))
    cuts.add(greeting_end(text))
    cuts.update(end.end() for end in _END.finditer(text) if _ends_here(text, end))
    edges = sorted(cuts | set(_cuts_in_long_ones(text, sorted(cuts))))
    flat = flatten(text)
    found = []
    for left, right in pairwise(edges):
        part = text[left:right]
        start = left + len(part) - len(part.lstrip())
        end = left + len(part.rstrip())
        if start < end:
            found.append(Sentence(start, end, text[start:end], flat[start:end]))
    return tuple(found)


def quoted_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Where earlier mail stands: lines marked with `>`, and whatever follows an attribution line."""
    spans = [match.span() for match in _QUOTE_LINE.finditer(text)]
    tail = _QUOTE_TAIL.search(text)
    if tail:
        spans.append((tail.start(), len(text)))
    return tuple(spans)


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of others stand between quotation marks; what the writer says so themselves is left out."""
    return tuple(
        match.span()
        for match in _QUOTE_MARKS.finditer(text)
        if not _OWN_WORDS.search(text, max(0, match.start() - 90), match.start())
    )


@dataclass(frozen=True, eq=False)
class Page:
    """One text of a letter, its subject or its body, read once."""

    where: str
    """`subject` or `body`."""
    text: str
    """The text as it stands."""

    @cached_property
    def earlier_mail(self) -> tuple[tuple[int, int], ...]:
        """Spans of quoted earlier mail."""
        return quoted_lines(self.text)

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Every span of words that are not the writer's own."""
        return self.earlier_mail + quotations(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are not wholly earlier mail."""
        blanked = self.own_text
        found = split_sentences(blanked)
        return tuple(sentence for sentence in found if any(letter.isalnum() for letter in sentence.text))

    @cached_property
    def own_text(self) -> str:
        """The text with earlier mail blanked out; every other character keeps its offset."""
        text = self.text
        for start, end in self.earlier_mail:
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        return text

    def quoted(self, start: int, end: int) -> bool:
        """Whether those words are quoted from somebody else."""
        return any(left <= start and end <= right for left, right in self.quotes)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds that character."""
        return next((found for found in self.sentences if found.start <= offset < found.end), None)
