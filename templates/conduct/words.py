"""The words of a text with their offsets, made comparable: no case, no apostrophes, Saint and St. alike."""

from __future__ import annotations

import re
from functools import lru_cache

from store.frozen_record import record

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_SAME = {
    "saint": "st",
    "&": "and",
    "univ": "university",
    "centre": "center",
    "programme": "program",
    "hosps": "hospitals",
}


@record(frozen=True, slots=True)
class Word:
    """One word of a text."""

    plain: str
    """The word in lower case without apostrophes; Children's gives childrens."""
    stem: str
    """The same without a possessive ending; Oldmill's gives oldmill."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    stem_end: int
    """Offset after the stem; before `end` where a possessive ending follows."""
    raised: bool
    """True when it begins with a capital letter or digit."""
    capitals: bool
    """True when it is written in capitals only."""


def _plain(written: str) -> str:
    lowered = written.lower().replace("'", "").replace("’", "")
    return _SAME.get(lowered, lowered)


def words_in(text: str) -> tuple[Word, ...]:
    """Every word of the text in order."""
    found = []
    for match in _WORD.finditer(text):
        written = match.group()
        raised = not written[0].islower()
        capitals = len(written) > 1 and written.isupper()
        bare = _POSSESSIVE.sub("", written) if len(written) > 2 else written
        stem_end = match.start() + len(bare)
        found.append(Word(_plain(written), _plain(bare), match.start(), match.end(), stem_end, raised, capitals))
    return tuple(found)


@lru_cache(maxsize=8192)
def plain_words(text: str) -> tuple[str, ...]:
    """The comparable words of a name."""
    return tuple(_plain(match.group()) for match in _WORD.finditer(text))


def distance(one: str, other: str, limit: int) -> int:
    """How many slips (a letter added, lost, changed, two swapped) lie between two words, `limit` + 1 at most."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i] + [0] * len(other)
        for j, twin in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != twin))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == twin:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > limit:
            return limit + 1
    return row[-1]
