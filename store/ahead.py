"""Work begun in a thread before anybody asks for what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from store.errors import FileTrouble

T = TypeVar("T")


class Ahead(Generic[T]):
    """What a function gives; it is called at once, beside whatever else is done."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Begin. `make` may be called a second time, by whoever asks, to raise what it raised."""
        self._make = make
        self._made: list[T] = []
        self._thread = Thread(target=self._run, name="read ahead", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._made.append(self._make())
        except FileTrouble:
            return  # it may be gone by the time somebody asks, and is raised there if not

    def value(self) -> T:
        """What came of it, once it is there; raises what `make` raises."""
        self._thread.join()
        return self._made.pop() if self._made else self._make()
