"""One line of a conversation: its first word chooses what is done, and whatever is refused is said in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from store.errors import RuleBroken, SeasonError, Unclear
from tui.command_line.speaking import data

C = TypeVar("C")

ON_THE_WAY = "? lists the answers."
MOST_CHOICES = 6
"""Choices of an unclear answer that are read out; more is too much to listen to."""


def carry_out(line: str, deeds: Mapping[str, Callable[[C, str], None]], by: C) -> None:
    """Have `by` do what the first word of that line stands for, with the rest of it.

    A word that stands for nothing and a deed that raises RuleBroken or Unclear are said; nothing else is done then.
    """
    word, _, rest = line.strip().partition(" ")
    deed = deeds.get(word.casefold())
    if deed is None:
        data(f"“{line.strip()[:40]}” is no answer here. {ON_THE_WAY}" if word else ON_THE_WAY)
        return
    try:
        deed(by, rest.strip())
    except (Unclear, RuleBroken) as refusal:
        data(in_one_line(refusal))


def in_one_line(refusal: SeasonError) -> str:
    """A refusal to be read aloud: its sentence, then some of the choices it offers."""
    choices = refusal.choices[:MOST_CHOICES] if isinstance(refusal, Unclear) else ()
    return " ".join((str(refusal), *(f"{choice}." for choice in choices)))
