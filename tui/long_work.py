"""Work that may take long, done beside the screen: after half a second it says how far it is, and `esc` stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from store.errors import SeasonError

if TYPE_CHECKING:
    from asyncio import Task

    from tui.app import SeasonApp
    from tui.season_holder import SeasonHolder

R = TypeVar("R")
Told = Callable[[int], None]
"""Is told how much is done by now."""
PATIENCE = 0.5
"""Seconds before anything is shown: most work is done by then."""
POLL = 0.1
"""Seconds between two looks at how far it is."""


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


async def carried_out(
    app: SeasonApp | SeasonHolder, underway: Underway, work: Callable[[Told], R], *, only_reads: bool = False
) -> R | None:
    """What the work gives, done in a thread; None when the person stopped it.

    Work that `only_reads` is left to itself when it is stopped; other work hears of it when it next tells how far
    it is. Raises what the work raises.
    """
    from asyncio import create_task, to_thread

    task = create_task(to_thread(work, underway.told))
    try:
        await _ended(app, underway, task, only_reads=only_reads)
    except BaseException:
        underway.stopped = True  # the app is being left, or asks anew: nobody waits for it any more
        task.add_done_callback(_unheard)
        raise
    if not task.done():
        task.add_done_callback(_unheard)
        return None
    try:
        return task.result()
    except BrokenOff:
        return None


def _unheard(task: Task[R]) -> None:
    """Look at how work ended that nobody waits for, or Python would complain of it on the terminal."""
    if not task.cancelled():
        task.exception()


async def _ended(app: SeasonApp | SeasonHolder, underway: Underway, task: Task[R], *, only_reads: bool) -> None:
    """Wait for the work, with words on the screen once it takes long, or until the person would not wait for it."""
    from asyncio import wait

    done, _ = await wait({task}, timeout=PATIENCE)
    if done:
        return
    from tui.screens.dialogs.working import Working

    shown = Working(underway)
    try:
        await app.push_screen(shown)
        while not task.done() and not (only_reads and underway.stopped):
            await wait({task}, timeout=POLL)
    finally:
        underway.ended = True
        if shown.is_mounted:
            shown.look()
