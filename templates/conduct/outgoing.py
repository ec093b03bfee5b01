"""The letters that go out, by kind: looked up by every check that sets a draft beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from store.records import Letter
from store.season import Season
from store.words import Direction, Kind
from templates.conduct.name_forms import Same


def outgoing(season: Season, kind: Kind) -> tuple[Letter, ...]:
    """Every letter of that kind outside the trash, drafts included, in the order of the season."""
    return _by_kind(Same(season.letters)).get(kind, ())


@lru_cache(maxsize=2)
def _by_kind(letters: Same) -> Mapping[Kind, tuple[Letter, ...]]:
    found: dict[Kind, list[Letter]] = {}
    for letter in letters.value:
        if letter.direction is Direction.OUT and letter.trashed is None:
            found.setdefault(letter.kind, []).append(letter)
    return {kind: tuple(own) for kind, own in found.items()}
