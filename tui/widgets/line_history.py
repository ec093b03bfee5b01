"""What a one-line field said before: letters typed in a run are one step, a fix or a paste is one of its own."""

from __future__ import annotations

MOST = 100
"""Steps kept; the oldest go first."""


class LineHistory:
    """The values of one field in their order, to go back and forth in."""

    def __init__(self) -> None:
        self._before: list[str] = []
        self._after: list[str] = []
        self._run = 0

    def note(self, before: str, after: str) -> None:
        """The field said one thing and now says another."""
        step = len(after) - len(before)
        goes_on = step == self._run and abs(step) == 1 and bool(self._before) and not after.endswith(" ")
        if not goes_on:
            self._before = [*self._before[-MOST + 1 :], before]
        self._run = step if abs(step) == 1 else 0
        self._after.clear()

    def back(self, now: str) -> str | None:
        """What it said before the last step; None when nothing came before."""
        return self._taken(self._before, self._after, now)

    def forth(self, now: str) -> str | None:
        """What it said before the last step back; None when there was none."""
        return self._taken(self._after, self._before, now)

    def _taken(self, there: list[str], other: list[str], now: str) -> str | None:
        self._run = 0
        if not there:
            return None
        other.append(now)
        return there.pop()
