"""What a conduct check says of a draft: its level, the reason, and the exact place."""

from __future__ import annotations

from enum import StrEnum

from store.frozen_record import record


class Level(StrEnum):
    """How grave a finding is, gravest first."""

    STOP = "STOP"
    WARN = "WARN"
    NOTE = "NOTE"


_GRAVITY = {Level.STOP: 0, Level.WARN: 1, Level.NOTE: 2}
_PLACES = {"subject": 0, "body": 1, "": 2}


@record(frozen=True, slots=True)
class Finding:
    """One thing a check noticed in a draft."""

    check: str
    """Id of the check, such as C05."""
    level: Level
    """How grave it is."""
    message: str
    """One calm sentence that says why."""
    hard: bool = False
    """True when it cannot be accepted and has to be mended."""
    where: str = ""
    """`subject`, `body`, or empty when it is about the whole letter."""
    start: int = 0
    """Offset of the first character of the words in that text."""
    end: int = 0
    """Offset after the last character."""
    text: str = ""
    """The words it is about."""
    fix: str = ""
    """What could stand in place of these words; empty when only the writer can know."""

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Sorts findings by gravity, then by place."""
        return (_GRAVITY[self.level], _PLACES[self.where], self.start, self.check)
