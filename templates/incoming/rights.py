"""The rights card: what a program may not ask, what the applicant may answer, where a report may go."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from store.frozen_record import record


@record(frozen=True, slots=True)
class RightLine:
    """One line of the card."""

    text: str
    """What it says, in our words."""
    source: str
    """Where it comes from."""
    mark: str
    """P for a primary source, O for our own advice."""


@record(frozen=True, slots=True)
class RightsCard:
    """The whole card."""

    sections: tuple[tuple[str, tuple[RightLine, ...]], ...]
    """Titles with their lines."""
    legend: str
    """What the marks mean."""

    def lines_of(self, title: str) -> tuple[RightLine, ...]:
        """The lines under that title."""
        return next(lines for name, lines in self.sections if name == title)


REPORT = "If it happened"


@lru_cache(maxsize=1)
def rights_card() -> RightsCard:
    """The card as it is shipped."""
    content: Any = json.loads(files("templates.incoming").joinpath("rights.json").read_text(encoding="utf-8"))
    sections = tuple(
        (part["title"], tuple(RightLine(row["text"], row["source"], row["mark"]) for row in part["lines"]))
        for part in content["sections"]
    )
    return RightsCard(sections, content["legend"])
