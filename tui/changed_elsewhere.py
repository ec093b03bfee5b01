"""A season file that another program has changed: both sides are kept, and the person chooses how to go on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.differences import Difference, Way, differences
from store.errors import FileTrouble
from store.season import Season
from store.season_copy import name_of_copy, put_aside, write_copy
from store.season_file import SeasonFile

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.screens.dialogs.menu import Choice

DROP_SECONDS = 10.0
"""How long the write under way may take to end before what is on disk is read."""
TAKE, KEEP, SHOW, RESTORE = "take", "keep", "show", "restore"
TITLE = "Another program has changed the season file"


async def settle_with_disk(app: SeasonApp) -> bool:
    """Ask until an answer settles it; False when the person puts it off. Nothing of either side is lost."""
    from tui.screens.dialogs.menu import Menu

    while True:
        app.settle_screens()
        theirs, trouble = _on_disk(app.file.path)
        if trouble:
            app.tell(trouble, severity="warning")
        answer = await app.push_screen_wait(
            Menu(TITLE, choices(unsaved=app.saver.pending, readable=theirs is not None))
        )
        if answer == SHOW and theirs is not None:
            await show_what_differs(app, theirs)
            continue
        if answer is None:
            app.say("Put off. Nothing is overwritten; with your next change you are asked again.")
        elif answer == RESTORE:
            put_back(app)
        else:
            take_theirs(app, keep_mine=answer == KEEP)
        return answer is not None


def choices(*, unsaved: bool, readable: bool) -> tuple[Choice, ...]:
    """The ways out."""
    from tui.screens.dialogs.menu import Choice

    if not readable:
        return (
            Choice("p", "put mine back in its place", RESTORE, "the file there is kept under another name"),
            Choice("k", "keep mine as a copy beside it", KEEP),
        )
    copied = "take what is on disk; what I have not saved goes into a copy"
    return (
        Choice("t", copied if unsaved else "take what is on disk", TAKE),
        Choice("k", "keep all of mine as a copy, then take what is on disk", KEEP),
        Choice("d", "show what differs", SHOW),
    )


def take_theirs(app: SeasonApp, *, keep_mine: bool) -> None:
    """Go on with what is on disk; what was not saved, or all of mine when wanted, is kept in a copy first."""
    app.settle_screens()
    with app.saver.held(DROP_SECONDS) as is_idle:
        copy = None
        try:
            if not is_idle:
                raise FileTrouble("The disk is still busy with the last save. Nothing was changed; try again soon.")
            if keep_mine or app.saver.pending:
                copy = _copied(app)
            season = app.file.reload()
        except FileTrouble as trouble:
            app.tell(f"{trouble} {_where(copy)}", severity="warning")
            return
        app.saver.drop()
    app.adopt(season)
    app.say(f"{_where(copy)} This is what was on disk.".strip())


def put_back(app: SeasonApp) -> None:
    """Put what is on screen in the place of a file that cannot be read, which is kept under another name."""
    app.settle_screens()
    path, disk = app.file.path, app.file.disk
    aside = name_of_copy(disk, path, "unreadable", app.now())
    with app.saver.held(DROP_SECONDS):
        try:
            put_aside(disk, path, aside)
        except FileTrouble as trouble:
            app.tell(str(trouble), severity="warning")
            return
    app.saver.keep_whole(app.state.season)
    app.say(f"Your season is back in its place; what was there is in {aside.name}.")


async def show_what_differs(app: SeasonApp, theirs: Season) -> None:
    """List every record that differs; nothing is changed."""
    from tui.screens.dialogs.pick import Option, Pick

    found = differences(app.state.season, theirs, now=app.now())
    options = tuple(Option(place, words_for(one)) for place, one in enumerate(found))
    if not options:
        options = (Option(0, "No record differs; only the file was written anew."),)
    await app.push_screen_wait(Pick("What differs", options))


def words_for(one: Difference) -> str:
    """Where a record stands that is not the same on both sides."""
    where = {Way.GOES: "only on screen", Way.COMES: "only on disk", Way.CHANGES: "differs"}
    return f"{where[one.way]}: {one.name}"


def _copied(app: SeasonApp) -> Path:
    copy = name_of_copy(app.file.disk, app.file.path, "mine", app.now())
    write_copy(app.file, app.state.season, copy)
    return copy


def _where(copy: Path | None) -> str:
    return f"Yours is kept in “{copy.name}”." if copy else ""


def _on_disk(path: Path) -> tuple[Season | None, str]:
    try:
        return SeasonFile.open(path, read_only=True).season, ""
    except FileTrouble as trouble:
        return None, str(trouble)
