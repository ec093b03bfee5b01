"""Phrases kept as data: read on first use, each with its sense and the reason it is listed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from store.frozen_record import record


@record(frozen=True, slots=True)
class Phrase:
    """One listed wording."""

    sense: str
    """What the wording means, such as `first` or `ask`."""
    source: str
    """The pattern that finds it in flat text, not read before a text may hold it."""
    why: str
    """Why it is listed."""
    needs: tuple[str, ...] = ()
    """Pieces of which every text that holds the wording has at least one; empty when there are none to tell by."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, read on first use."""
        return _read(self.source)

    def found_in(self, flat: str) -> Iterable[re.Match[str]]:
        """Every place of that flat text which says it."""
        for piece in self.needs:  # asked some hundred times a sentence; nearly always none is there
            if piece in flat:
                return self.pattern.finditer(flat)
        return () if self.needs else self.pattern.finditer(flat)


@lru_cache(maxsize=2048)
def _read(source: str) -> re.Pattern[str]:
    return re.compile(source)


@lru_cache(maxsize=16)
def data_file(name: str) -> Any:
    """The content of a data file that lies beside the checks."""
    return json.loads(files("templates.conduct").joinpath(name).read_text(encoding="utf-8"))


def compiled(wording: str, parts: dict[str, str]) -> re.Pattern[str]:
    """A wording as a pattern for flat text."""
    return re.compile(spelled_out(wording, parts))


def spelled_out(wording: str, parts: dict[str, str]) -> str:
    """A wording as it is matched: `{part}` stands for a listed part, a blank for any blanks."""
    for _ in range(3):  # parts may be made of parts
        wording = re.sub(r"\{([a-z_]+)\}", lambda named: parts[named.group(1)], wording)
    return r"(?<![\w'])(?:" + wording.replace(" ?", " *").replace(" ", " +").replace(" +*", " *") + r")(?!\w)"


@lru_cache(maxsize=16)
def phrases(name: str) -> tuple[Phrase, ...]:
    """The phrases of a data file in their order."""
    content = data_file(name)
    rows, parts = content["phrases"], content.get("parts", {})
    needs = data_file("needs.json").get(name, [])
    if len(needs) != len(rows):
        needs = [()] * len(rows)  # written for other rows, so they tell nothing of these
    return tuple(
        Phrase(row["sense"], spelled_out(row["wording"], parts), row["why"], tuple(pieces))
        for row, pieces in zip(rows, needs, strict=True)
    )


@lru_cache(maxsize=64)
def phrases_of(name: str, sense: str) -> tuple[Phrase, ...]:
    """The phrases of a data file that have that sense."""
    return tuple(phrase for phrase in phrases(name) if phrase.sense == sense)


@lru_cache(maxsize=64)
def word_list(name: str, key: str) -> frozenset[str]:
    """A list of single words or names from a data file."""
    return frozenset(data_file(name)[key])


@lru_cache(maxsize=64)
def any_of(name: str, sense: str) -> re.Pattern[str]:
    """One pattern that finds any phrase of that sense, where only its presence matters."""
    content = data_file(name)
    wordings = (row["wording"] for row in content["phrases"] if row["sense"] == sense)
    return compiled("|".join(f"(?:{wording})" for wording in wordings), content.get("parts", {}))
