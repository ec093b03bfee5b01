"""How one text became another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from store.frozen_record import record

_WORDS = re.compile(r"\s*\S+|\s+$")
"""A word with the white space before it, so that a new line break shows as a change of its word."""


class Fate(StrEnum):
    """What became of a stretch of the earlier text on the way to the later one."""

    STAYED = "stayed"
    WENT = "went"
    CAME = "came"


@record(frozen=True, slots=True)
class Stretch:
    """Words in a row that share their fate."""

    fate: Fate
    """Whether they stand in both texts, only in the earlier, or only in the later."""
    text: str
    """The words, with the white space before each."""

    @property
    def words(self) -> int:
        """How many words."""
        return len(self.text.split())


def word_differences(before: str, after: str) -> tuple[Stretch, ...]:
    """The way from one text to the other; what stayed and what went make the first, what stayed and came the second."""
    return tuple(Stretch(fate, text) for fate, text in _stretches(_WORDS.findall(before), _WORDS.findall(after)))


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[Fate, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Fate.STAYED, "".join(old[old_from:old_to])
            continue
        if old_to > old_from:
            yield Fate.WENT, "".join(old[old_from:old_to])
        if new_to > new_from:
            yield Fate.CAME, "".join(new[new_from:new_to])


def counted_words(stretches: tuple[Stretch, ...]) -> tuple[int, int]:
    """How many words went, and how many came."""
    went, came = (sum(one.words for one in stretches if one.fate is fate) for fate in (Fate.WENT, Fate.CAME))
    return went, came
