"""One line that says how far a long command is, on standard error, where a person sits at a terminal."""

from __future__ import annotations

import sys
from time import monotonic

from tui.command_line.speaking import counted, words

PATIENCE = 0.5
"""Seconds of silence before it is said how far it has come."""


class HowFar:
    """Is told how many are done; says so twice a second at most, and only at a terminal."""

    def __init__(self, doing: str, total: int, one: str) -> None:
        """`doing` is what is done, such as Writing; `one` is what is counted."""
        self._doing, self._total, self._one = doing, total, one
        self._last = monotonic()
        self._heard = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, count: int) -> None:
        """So many are done."""
        if self._heard and count < self._total and monotonic() - self._last >= PATIENCE:
            self._last = monotonic()
            words(f"{self._doing}: {count:,} of {counted(self._total, self._one)} …")
