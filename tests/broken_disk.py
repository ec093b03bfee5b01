"""A disk on which any call can be made to fail."""

from __future__ import annotations

import errno
import os
from typing import Any

from store.disk import Disk

CALLS = frozenset(name for name in vars(Disk) if not name.startswith("_"))


class BrokenDisk(Disk):
    """Counts its calls, and fails the one whose turn it is: that one only, or every one from then on."""

    def __init__(self, fail_at: int = 0, *, for_ever: bool = False, error: int = errno.ENOSPC) -> None:
        self.calls: list[str] = []
        self.fail_at, self.for_ever, self.error = fail_at, for_ever, error

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in CALLS:
            return found

        def call(*given: Any) -> Any:
            self.calls.append(name)
            turn = len(self.calls)
            if self.fail_at and (turn == self.fail_at or (self.for_ever and turn > self.fail_at)):
                raise OSError(self.error, os.strerror(self.error))
            return found(*given)

        return call

    @property
    def failed(self) -> str:
        """The call that failed first; empty when none did."""
        return self.calls[self.fail_at - 1] if 0 < self.fail_at <= len(self.calls) else ""
