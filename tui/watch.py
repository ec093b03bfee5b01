"""Looks beside the screen at what others do with the season: in a thread of its own, never on the path of a key."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from store.conflict_copies import conflict_copies
from store.errands import Errands
from store.errors import FileTrouble
from store.frozen_record import record
from store.season_file import SeasonFile

EVERY = 1.0
"""Seconds from one look to the next."""
LOOKS_A_LISTING = 60
"""How many looks pass until the folder is listed for copies of sync programs."""
ASLEEP = 10.0
"""A gap this much longer means that the machine or the program was asleep."""


@record(frozen=True, slots=True)
class Sight:
    """What one look has found."""

    changed: bool = False
    """Another program has changed the file."""
    gone: bool = False
    """The file was deleted or moved away, and was not there at the look before either."""
    lock_lost: bool = False
    """The lock file was removed, so that another program may hold the season too."""
    errands: tuple[str, ...] = ()
    """Changes that commands have left for whoever holds the season."""
    copies: tuple[Path, ...] = ()
    """Copies of sync programs that were not beside the file when it was looked for them last."""
    slept: bool = False
    """Time has passed that nobody saw pass: the day may be another."""


NOTHING = Sight()


class Watch:
    """Tells what it sees, and only then, and once that a file is back.

    A look at an unchanged file costs a few calls to the system.
    """

    def __init__(
        self,
        file: SeasonFile,
        tell: Callable[[Sight], object],
        *,
        beside: Callable[[], object] = lambda: None,
        every: float = EVERY,
    ) -> None:
        """`tell` is called in the thread of the watch, and `beside` there too, once for each look."""
        self._file, self._tell, self._every, self._beside = file, tell, every, beside
        self._errands = Errands(file.path, file.disk)
        self._bell = threading.Event()
        self._seen_at = time.time()
        self._missed = False
        self._looks = 0
        self._copies: frozenset[Path] = frozenset()
        self._told = NOTHING

    def start(self) -> None:
        """Look from now on, until `stop`."""
        threading.Thread(target=self._work, name="watch", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._bell.set()

    def look(self) -> Sight:
        """What there is to see now; a file that cannot be looked at shows nothing, the next save says why."""
        gap, self._seen_at = time.time() - self._seen_at, time.time()
        try:
            changed = self._file.changed_outside()
        except FileTrouble:
            changed = False
        missed, self._missed = self._missed, self._file.gone()  # some programs delete a file just before they write it
        waiting = () if self._file.read_only else self._errands.waiting()
        lost = not self._missed and not missed and self._file.lock_lost()  # a missing season is asked about first
        self._looks += 1
        return Sight(
            changed=changed,
            copies=() if self._looks % LOOKS_A_LISTING else self.new_copies(),
            gone=missed and self._missed,
            lock_lost=lost,
            errands=waiting,
            slept=abs(gap) > self._every + ASLEEP,
        )

    def new_copies(self) -> tuple[Path, ...]:
        """The copies of sync programs that were not there when this was asked last."""
        found = conflict_copies(self._file.path, self._file.disk)
        known, self._copies = self._copies, frozenset(found)
        return tuple(one for one in found if one not in known)

    def _work(self) -> None:
        while not self._bell.wait(self._every):
            sight = self.look()
            self._beside()
            if (sight != NOTHING or self._told.gone) and not self._bell.is_set():
                self._tell(sight)
            self._told = sight
