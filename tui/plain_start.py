"""A start that only opens the full screen, told from its words without building the whole command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from store.frozen_record import record

if TYPE_CHECKING:
    from argparse import Namespace

DEMO = "demo"
VIEW = "--at"
"""Stands before a command only."""
NAMED = {"--file": "file", "--now": "now", "--home": "home", VIEW: "view"}
"""Options that take a word, by the field it goes into."""
NO_COLOR = "--no-color"


@record(frozen=True, slots=True)
class Start:
    """How the full screen is to be opened."""

    file: str = ""
    """The season file as it was named; empty for the one of this machine."""
    now: str = ""
    """Another present moment, ISO with an offset."""
    home: str = ""
    """The zone the applicant is in, for this run."""
    view: str = ""
    """The view to open at; empty for the first."""
    no_color: bool = False
    """True when the screen is to do without colour."""
    demo: bool = False
    """True for the invented season."""

    @classmethod
    def of(cls, options: Namespace) -> Self:
        """The same from the command line as it was parsed."""
        told = (options.file, options.now, options.home, options.view, options.no_color)
        return cls(*told, demo=options.command == DEMO)


def plain_start(argv: Sequence[str]) -> Start | None:
    """What these words ask for; None when they are more, or less, than the opening of the full screen."""
    words = iter(argv)
    told: dict[str, str] = {}
    flags: set[str] = set()
    for word in words:
        if word in NAMED:
            value = next(words, "-")
            if value.startswith("-") or (word == VIEW and DEMO in flags):
                return None
            told[NAMED[word]] = value
        elif word == NO_COLOR or (word == DEMO and DEMO not in flags):
            flags.add(word)
        else:
            return None
    return Start(**told, no_color=NO_COLOR in flags, demo=DEMO in flags)
