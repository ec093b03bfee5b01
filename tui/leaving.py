"""Leaving the full screen: everything typed is handed in, everything handed in is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.screens.dialogs.menu import Menu

WAIT_SECONDS = 10.0
AGAIN, ELSEWHERE, ANYWAY = "again", "elsewhere", "anyway"


def leave(app: SeasonApp) -> None:
    """Save and exit; when the disk refuses, say so and ask."""
    if any(one.name == "leave" and one.is_running for one in app.workers):
        return  # its question may be open
    app.settle_screens()
    app.say("Saving …")
    app.run_worker(_leave_when_saved(app), name="leave", exclusive=True)


async def _leave_when_saved(app: SeasonApp) -> None:
    from asyncio import to_thread

    from tui.copying_elsewhere import keep_copy
    from tui.half_typed import keep_half_typed
    from tui.kept_questions import place_of
    from tui.left_at import leave_whereabouts
    from tui.missing_file import words_at_the_end, write_again

    while True:
        gone = await to_thread(app.file.gone)
        if gone:
            write_again(app)
        app.saver.retry()
        if await to_thread(app.saver.wait, WAIT_SECONDS):
            app.last_words = words_at_the_end(app) if gone and not app.file.gone() else ""
            keep_half_typed(app, place_of(app.file.path))
            leave_whereabouts(app)
            app.exit(0)
            return
        app.tell(app.saver.trouble, severity="warning")
        answer = await app.push_screen_wait(_question())
        where = await keep_copy(app) if answer == ELSEWHERE else None
        if where or answer == ANYWAY:
            kept = f" Everything that was on screen is in {where}." if where else ""
            app.last_words = f"The last change is not in the season file. {app.saver.trouble}{kept}"
            keep_half_typed(app, place_of(app.file.path))
            app.exit(3, return_code=3)
            return
        if answer is None:
            app.say("You are still here, and so is everything on screen.")
            return


def _question() -> Menu:
    from tui.screens.dialogs.menu import Choice, Menu

    choices = (
        Choice("t", "try again", AGAIN),
        Choice("k", "keep a copy elsewhere, then leave", ELSEWHERE),
        Choice("l", "leave without the last change", ANYWAY),
    )
    return Menu("The last change is not on disk yet", choices, AGAIN)
