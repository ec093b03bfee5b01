"""Leaving the full screen: everything typed is handed in, everything handed in is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import SeasonApp

WAIT_SECONDS = 10.0


def leave(app: SeasonApp) -> None:
    """Save and exit; when the disk refuses, say so and ask."""
    app.settle_screens()
    app.say("Saving…")
    app.run_worker(_leave_when_saved(app), name="leave", exclusive=True)


async def _leave_when_saved(app: SeasonApp) -> None:
    from asyncio import to_thread

    app.saver.retry()
    if await to_thread(app.saver.wait, WAIT_SECONDS):
        app.exit(0)
        return
    from tui.screens.dialogs.confirm import Confirm

    question = "The last change is not on disk. Leave all the same?"
    why = f"{app.saver.trouble} Stay to try again; what is on screen is kept while the app is open."
    if await app.push_screen_wait(Confirm(question, why)):
        app.exit(3, return_code=3)
