"""How far work is that is done beside the screen: counted in its own thread, read and stopped on the screen's."""

from __future__ import annotations

from collections.abc import Callable

from store.errors import SeasonError

Told = Callable[[int], None]
"""Is told how much is done by now; raises BrokenOff once no more of it is wanted."""


class BrokenOff(SeasonError):
    """Raised inside the work when the person has stopped it; it then undoes what it has begun."""


class Underway:
    """How far some work is; counted in its own thread, read on the screen's."""

    def __init__(self, title: str, total: int, what: str) -> None:
        """`total` is how many of `what` there are; 0 where that is not known."""
        self.title = title
        self.total = total
        self.what = what
        self.count = 0
        """How many are done."""
        self.stopped = False
        """True once the person wants no more of it."""
        self.ended = False
        """True once there is nothing to wait for."""

    def told(self, count: int) -> None:
        """So many are done by now; raises BrokenOff when the person has stopped the work."""
        self.count = count
        if self.stopped:
            raise BrokenOff("It was stopped; nothing is left half done.")

    @property
    def words(self) -> str:
        """How far it is, in words."""
        if self.stopped:
            return "Stopping …"
        return f"{self.count:,} of {self.total:,} {self.what}" if self.total else f"{self.what} …"
