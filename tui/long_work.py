"""Work that may take long, done beside the screen: after half a second it says how far it is, and `esc` stops it."""

from __future__ import annotations

from asyncio import Task, create_task, to_thread, wait
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.screens.dialogs.working import POLL, Working
from tui.underway import BrokenOff, Told, Underway

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.season_holder import SeasonHolder

R = TypeVar("R")
PATIENCE = 0.5
"""Seconds before anything is shown: most work is done by then."""


async def carried_out(
    app: SeasonApp | SeasonHolder, underway: Underway, work: Callable[[Told], R], *, only_reads: bool = False
) -> R | None:
    """What the work gives, done in a thread; None when the person stopped it.

    Work that `only_reads` is left to itself when it is stopped; other work hears of it when it next tells how far
    it is. Raises what the work raises.
    """
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
    done, _ = await wait({task}, timeout=PATIENCE)
    if done:
        return
    shown = Working(underway)
    try:
        await app.push_screen(shown)
        while not task.done() and not (only_reads and underway.stopped):
            await wait({task}, timeout=POLL)
    finally:
        underway.ended = True
        if shown.is_mounted:
            shown.look()
