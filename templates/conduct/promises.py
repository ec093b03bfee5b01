"""How strongly a letter speaks of ranking, read from its own words."""

from __future__ import annotations

import re

from store.records import Letter
from store.season import Season
from store.words import Promise
from templates.conduct.draft import Draft
from templates.conduct.ranking import RankWords, rank_words

_STRENGTH = {"first": Promise.FIRST, "high": Promise.HIGH, "interest": Promise.INTEREST, "rank": Promise.INTEREST}
_ORDER = tuple(Promise)
_RANKS_THEM = re.compile(r"^(?:i\b|i['’]|plan|intend).*\brank")


def promise_in(season: Season, letter: Letter) -> Promise:
    """The strongest thing the letter says to its program, in the writer's own words.

    What is denied, quoted or said of another program promises nothing; what is said under a condition
    shows interest at most.
    """
    draft = Draft(season, letter)
    strongest = Promise.NONE
    for words in rank_words(draft):
        said = _promise_of(words)
        strongest = max(strongest, said, key=_ORDER.index)
    return strongest


def _promise_of(words: RankWords) -> Promise:
    if words.sense == "rank" and not _RANKS_THEM.search(words.page.text[words.start : words.end].lower()):
        return Promise.NONE
    said = _STRENGTH.get(words.sense, Promise.NONE)
    return Promise.INTEREST if words.conditional and said is not Promise.NONE else said
