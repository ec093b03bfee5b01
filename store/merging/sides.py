"""What two copies disagree about, and what a person may answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from store.frozen_record import record


class Side(StrEnum):
    """Which of the two copies."""

    MINE = "mine"
    THEIRS = "theirs"

    @property
    def other(self) -> Side:
        """The one across."""
        return Side.THEIRS if self is Side.MINE else Side.MINE


@record(frozen=True, slots=True)
class Conflict:
    """One place where both copies say something, and not the same."""

    table: str
    """The table of the record."""
    id: str
    """Its id in this season; empty for the profile and the rank list."""
    fields: tuple[str, ...]
    """The fields, which only mean something together; empty when the whole record is at stake."""
    mine: tuple[Any, ...] | None
    """What this season says in these fields; None when the record was removed here."""
    theirs: tuple[Any, ...] | None
    """What the other copy says; None when the record was removed there."""
    usual: Side = Side.MINE
    """What stands when nobody chooses."""
    asked: bool = True
    """False when the rule is plain enough to settle it: of two decisions about one follow-up, the later."""

    @property
    def key(self) -> str:
        """Names it the same way each time the two copies are compared."""
        return "/".join((self.table, self.id, *self.fields[:1]))

    def values(self, side: Side) -> tuple[Any, ...] | None:
        """What that side says."""
        return self.mine if side is Side.MINE else self.theirs


@record(frozen=True, slots=True)
class Twin:
    """Two records, one added in each copy, that seem to be about the same thing."""

    table: str
    """The table of both."""
    mine: str
    """The id here."""
    theirs: str
    """The id in the other copy."""

    @property
    def key(self) -> str:
        """Names the pair."""
        return f"{self.table}/{self.mine}={self.theirs}"

    @property
    def ids(self) -> tuple[str, str]:
        """Both ids."""
        return self.mine, self.theirs


Choices = Mapping[str, Side]
"""Which side stands, by the key of a conflict."""
Choose = Callable[[Conflict], Side]
"""Says which side of a conflict stands."""


def chooser(choices: Choices) -> Choose:
    """The side those choices name for a conflict, else the usual one."""
    return lambda conflict: choices.get(conflict.key, conflict.usual)
