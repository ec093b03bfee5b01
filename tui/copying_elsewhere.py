"""The season written to another file too: on a stick, on another disk, where there is room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import FileTrouble, RuleBroken
from store.season_copy import write_copy
from store.typed_path import is_folder, is_there, pasted_path

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder


async def keep_copy(app: SeasonHolder) -> Path | None:
    """Ask where to and write the season there; None when the person went back or it could not be written."""
    from tui.screens.dialogs.ask import Ask
    from tui.screens.dialogs.confirm import Confirm

    def heard(text: str) -> tuple[Path, str]:
        return a_place(text, app.file.path)

    proposed = Path.home() / f"{app.file.path.stem} copy{app.file.path.suffix}"
    question = Ask("A copy of the season", "To which file", str(proposed), heard, limit=4096)
    path: Path | None = await app.push_screen_wait(question)
    if path is None:
        return None
    over = is_there(path)
    if over and not await app.push_screen_wait(Confirm("Write over the file that is there?", str(path))):
        app.say("Nothing was written.")
        return None
    app.settle_screens()
    try:
        write_copy(app.file, app.state.season, path, over=over)
    except FileTrouble as trouble:
        app.tell(str(trouble), severity="warning")
        return None
    tell = app.tell if app.unsaved else app.say  # the line for words says nothing but NOT SAVED YET then
    tell(f"A copy with everything on screen is in {path}.")
    return path


def a_place(text: str, season: Path) -> tuple[Path, str]:
    """That text as a file that can be written; raises RuleBroken for a folder, a missing one, or the season itself."""
    from store.own_places import refuse_no_file, refuse_own_place

    path = pasted_path(text).absolute()
    try:
        if is_folder(path):
            raise RuleBroken("That is a folder. Go on typing to the file in it.")
        if not is_folder(path.parent):
            raise RuleBroken(f"There is no folder {path.parent}.")
        if path.resolve() == season:
            raise RuleBroken("That is the season file itself. A copy needs another place.")
        refuse_own_place(path, season)
        refuse_no_file(path)
        there = is_there(path)
    except (OSError, ValueError) as error:
        raise RuleBroken("That is no path this machine can use.") from error
    return path, f"{path}{', which is there already' if there else ''}"
