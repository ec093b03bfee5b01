"""A season file that was deleted or moved away while it is open: what is on screen can be put in its place again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.bar import READ_ONLY

if TYPE_CHECKING:
    from tui.app import SeasonApp

GONE = "The season file is gone: it was deleted or moved away, or its disk was taken out."
TITLE = "The season file is gone from its place"
BACK, ELSEWHERE = "back", "elsewhere"


async def settle_missing(app: SeasonApp) -> bool:
    """Ask what is to become of a file that is gone; False when the person puts it off."""
    from tui.copying_elsewhere import keep_copy
    from tui.screens.dialogs.menu import Choice, Menu

    choices = (
        Choice("p", "put it back, with everything on screen", BACK),
        Choice("k", "keep a copy elsewhere", ELSEWHERE),
    )
    answer = await app.push_screen_wait(Menu(TITLE, choices))
    if not app.file.gone():
        app.say("The season file is in its place again.")
        return True
    if answer == BACK:
        app.settle_screens()
        write_again(app)
        app.say(f"Your season is back in {app.file.path.name}.")
        return True
    if answer == ELSEWHERE:
        await keep_copy(app)
    else:
        app.say("Put off. Your next change, or leaving, writes the file again.")
    return False


def write_again(app: SeasonApp) -> None:
    """Have the whole season written to the place where its file was; a window that only reads writes nothing."""
    if app.mark == READ_ONLY:
        return
    app.saver.keep_whole(app.state.season)


def words_at_the_end(app: SeasonApp) -> str:
    """What is printed when leaving has written the file again."""
    return f"The season file was gone and was written again, with everything on screen: {app.file.path}"
