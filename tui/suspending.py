"""Giving the terminal back to the shell for a while, with everything typed handed in first."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder

NO_SHELL = (
    "No shell waits in this terminal that could bring prematch back, so it stays here. "
    "{everywhere.quit-now} saves and leaves."
)
LAST_SAVE_SECONDS = 3.0
"""How long the disk may hold it up; what is not saved then stays in memory, and is saved after `fg`."""


def suspend(app: SeasonHolder) -> None:
    """Stop until the shell says `fg`; where no shell could say it, tell so and stay.

    The file stays ours meanwhile: another window opens to read, and says so.
    """
    if not shell_waits():
        app.tell(app.spell(NO_SHELL), severity="warning")
        return
    app.settle_screens()
    app.saver.wait(LAST_SAVE_SECONDS)
    app.action_suspend_process()


def shell_waits() -> bool:
    """Was this program started by a shell with job control, in the terminal's session, which can wake it again?

    POSIX calls a process group without such a parent orphaned; stopped, it would stay so for ever.
    """
    if os.name != "posix":
        return False
    try:
        parent = os.getppid()
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except OSError:
        return False
