"""The whole season written from the full screen as a folder that needs no program to be read."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from store.disk import Disk
from store.errors import RuleBroken, SeasonError
from store.moments import Moment
from store.typed_path import is_folder, pasted_path

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder

SAVE_SECONDS = 10.0
"""How long the disk may take for the change before it."""


async def archive(app: SeasonHolder) -> None:
    """Ask for a new folder and write into it what is on disk, beside the screen."""
    from tui.screens.dialogs.ask import Ask

    def heard(text: str) -> tuple[Path, str]:
        return a_new_folder(text, app.file.path)

    now = app.now()
    question = Ask("The season as a folder", "Into which new folder", str(_proposed(now)), heard, limit=4096)
    path: Path | None = await app.push_screen_wait(question)
    if path is None:
        return
    app.settle_screens()
    if not await to_thread(app.saver.wait, SAVE_SECONDS):
        app.tell(f"The last change is not on disk yet, so nothing was written. {app.saver.trouble}", severity="warning")
        return
    app.say("Writing the archive …")
    try:
        count = await _written(app, path, now)
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        app.say("No archive was written.")
        return
    if count is None:
        app.say("Stopped. Nothing was written.")
        return
    app.say(f"{count} files written; begin with index.md in {path}")


def a_new_folder(text: str, season: Path) -> tuple[Path, str]:
    """That text as a folder that can be made; raises RuleBroken where something is, or where nothing can be."""
    from store.exchange.folder_writing import refuse_what_is_there
    from store.own_places import refuse_own_place

    path = pasted_path(text).absolute()
    try:
        refuse_what_is_there(path, Disk())
    except ValueError as error:
        raise RuleBroken("That is no path this machine can use.") from error
    refuse_own_place(path, season)
    if not is_folder(path.parent):
        raise RuleBroken(f"There is no folder {path.parent}.")
    return path, f"{path}, which only you will be able to open"


def _proposed(now: Moment) -> Path:
    """A dated folder in the home folder that is not there yet."""
    first = found = Path.home() / f"prematch-{now.day}"
    number = 1
    while found.exists() or found.is_symlink():
        number += 1
        found = first.with_name(f"{first.name}-{number}")
    return found


async def _written(app: SeasonHolder, path: Path, now: Moment) -> int | None:
    """How many files were written, beside the screen; None when the person stopped it."""
    from store.exchange.archive_folder import archive_files, archive_size
    from store.exchange.folder_writing import write_folder
    from tui.long_work import carried_out
    from tui.underway import Underway

    season, tables, place = app.file.season, app.file.tables, app.file.place
    files = archive_files(season, tables, now=now, place=place)
    underway = Underway("Writing the archive", archive_size(season), "files")
    return await carried_out(app, underway, lambda told: write_folder(path, files, written=told))
