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
class Fix:
    """What would mend a finding: one stretch of a text with other words in its place."""

    does: str
    """What it does, in a few words that follow `enter:`."""
    where: str
    """`subject` or `body`."""
    start: int
    """Offset of the first character it takes the place of."""
    end: int
    """Offset after the last one; the same as `start` where words are only added."""
    was: str
    """What stands there now; a text that says something else there has moved on, and the fix is void."""
    words: str
    """What stands there afterwards; empty takes the words out."""

    def applied(self, text: str) -> str:
        """That text with the fix in it; as it was when it says something else there by now."""
        if text[self.start : self.end] != self.was:
            return text
        return text[: self.start] + self.words + text[self.end :]


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
    fix: Fix | None = None
    """What would mend it; None when only the writer can know."""

    @property
    def instead(self) -> str:
        """What could stand in place of exactly these words; empty when the fix is another one, or none."""
        fix = self.fix
        if fix is None or (fix.where, fix.start, fix.end) != (self.where, self.start, self.end):
            return ""
        return fix.words

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Sorts findings by gravity, then by place."""
        return (_GRAVITY[self.level], _PLACES[self.where], self.start, self.check)
