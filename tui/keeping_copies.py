"""A backup made from the full screen because somebody asked for one."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from store.backups import Reason
from store.errors import FileTrouble
from tui.saver import SaveReport

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder

SAVE_SECONDS = 10.0
"""How long the disk may take for the change before it."""


def back_up_now(app: SeasonHolder) -> None:
    """Hand in what is being typed, then copy the season beside the screen."""
    app.settle_screens()
    app.run_worker(_back_up(app), name="back up", group="back up")


async def _back_up(app: SeasonHolder) -> None:
    if not await to_thread(app.saver.wait, SAVE_SECONDS):
        app.tell(f"The last change is not on disk yet, so no backup was made. {app.saver.trouble}", severity="warning")
        return
    if not app.file.revision:
        app.say("There is nothing to back up yet; the first change makes the file.")
        return
    try:
        made = await to_thread(app.file.back_up, Reason.ASKED, app.now())
    except FileTrouble as trouble:
        app.tell(str(trouble), severity="warning")
        return
    app.post_message(app.Saved(SaveReport()))
    if made is None:
        app.say("The newest backup says the same already.")
    else:
        app.say("Backed up. Season, Data lists every backup.")
