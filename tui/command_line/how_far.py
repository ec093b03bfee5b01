"""One line that says how far a long command is, on standard error, where a person sits at a terminal."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from store.numbers import counted

if TYPE_CHECKING:
    from threading import Event, Thread

PATIENCE = 0.5
"""Seconds of silence before it is said how far it has come, and from then on between two looks."""
APART = 10
"""Looks between two lines where a line cannot be written over, or where one is read aloud."""


class HowFar:
    """Says how far the work done within it is: one line, written over, and gone once the work has ended."""

    def __init__(self, doing: str, total: int = 0, one: str = "") -> None:
        """`doing` is what is done, such as Writing; `one` is what is counted, where that is known."""
        self._doing, self._total, self._one = doing, total, one
        self._count = 0
        self._wide = 0
        self._ended: Event | None = None
        self._thread: Thread | None = None

    def __call__(self, count: int) -> None:
        """So many are done."""
        self._count = count

    @property
    def words(self) -> str:
        """How far it is."""
        return f"{self._doing}: {self._count:,} of {counted(self._total, self._one)}" if self._total else self._doing

    def __enter__(self) -> Self:
        if sys.stderr is not None and sys.stderr.isatty():
            from threading import Event, Thread  # costs a script nothing

            self._ended = Event()
            self._thread = Thread(target=self._tell, args=(self._ended,), name="how far", daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ended is not None and self._thread is not None:
            self._ended.set()
            self._thread.join()
            if self._wide:
                _write(f"\r{' ' * self._wide}\r")

    def _tell(self, ended: Event) -> None:
        over = os.environ.get("TERM") != "dumb" and not os.environ.get("ACCESSIBLE")
        look = 0
        while not ended.wait(PATIENCE):
            if over:
                self._over()
            elif look % APART == 0:
                _write(f"{self.words} …\n")
            look += 1

    def _over(self) -> None:
        from shutil import get_terminal_size

        line = f"{self.words} …"[: get_terminal_size().columns - 1]  # a line that is broken in two stays
        _write(f"\r{line.ljust(self._wide)}")
        self._wide = max(self._wide, len(line))


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # nobody is there to read it; the work goes on
