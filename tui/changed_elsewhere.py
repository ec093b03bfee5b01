"""A season file that another program has changed: both sides are kept, and the person chooses how to go on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.backups import Reason
from store.differences import Difference, Way, differences
from store.errors import FileTrouble
from store.safe_write import NotYetDurable
from store.season import Season
from store.season_copy import copied, name_of_copy, put_aside, write_copy
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
        elif theirs is None:
            keep_beside(app)
        else:
            return take_theirs(app, theirs, keep_mine=answer == KEEP)
        return bool(answer == RESTORE)


def choices(*, unsaved: bool, readable: bool) -> tuple[Choice, ...]:
    """The ways out."""
    from tui.screens.dialogs.menu import Choice

    if not readable:
        return (
            Choice("p", "put mine back in its place", RESTORE, "the file there is kept under another name"),
            Choice("k", "keep mine as a copy beside it", KEEP),
        )
    copied = "what I have not saved goes into a copy" if unsaved else "mine is kept among the backups"
    return (
        Choice("t", f"take what is on disk; {copied}", TAKE),
        Choice("k", "keep all of mine as a copy, then take what is on disk", KEEP),
        Choice("d", "show what differs", SHOW),
    )


def take_theirs(app: SeasonApp, theirs: Season, *, keep_mine: bool) -> bool:
    """Go on with what is on disk once mine is kept; False when the disk refused, and nothing was changed.

    What was not saved, or all of mine when wanted, goes into a copy beside the season; what was saved
    and is not the same on disk any more goes among the backups.
    """
    app.settle_screens()
    with app.saver.held(DROP_SECONDS) as is_idle:
        kept = ""
        try:
            if not is_idle:
                raise FileTrouble("The disk is still busy with the last save. You are asked again soon.")
            if keep_mine or app.saver.pending:
                kept = _copied(app)
            elif app.state.season != theirs:
                kept = _backed_up(app)
            season = app.file.reload()
        except FileTrouble as trouble:
            app.tell(f"{trouble} {kept}".strip(), severity="warning")
            return not is_idle  # a disk that is busy now is asked again, one that refuses is not at once
        app.saver.drop()
    app.adopt(season)
    app.say(f"{kept} This is what was on disk.".strip())
    return True


def give_way(app: SeasonApp) -> None:
    """Go on with what is on disk in a window that may no longer write; mine is kept, as in `take_theirs`."""
    theirs, _ = _on_disk(app.file.path)
    if theirs is None:
        keep_beside(app)
    else:
        take_theirs(app, theirs, keep_mine=False)


def let_go_of_unsaved(app: SeasonApp) -> str:
    """Keep what is not saved in a copy and go on with what was read last; where it is, in words.

    Raises FileTrouble with everything as it was.
    """
    with app.saver.held(DROP_SECONDS) as is_idle:
        if not is_idle:
            raise FileTrouble("The disk is still busy with the last save. Nothing was changed.")
        kept = _copied(app)
        app.saver.drop()
    app.adopt(app.file.season)
    return f"This window could not save your last change. {kept} {app.spell.key('everywhere.bring-in')} brings it in."


def keep_beside(app: SeasonApp) -> None:
    """Keep mine in a copy beside a file that cannot be read, which stays as it is."""
    app.settle_screens()
    try:
        kept = _copied(app)
    except FileTrouble as trouble:
        app.tell(str(trouble), severity="warning")
        return
    app.tell(f"{kept} The season file was left as it is; with your next change you are asked about it again.")


def put_back(app: SeasonApp) -> None:
    """Put what is on screen in the place of a file that cannot be read, which is kept under another name."""
    app.settle_screens()
    path, disk = app.file.path, app.file.disk
    aside = name_of_copy(disk, path, "unreadable", app.now())
    with app.saver.held(DROP_SECONDS) as is_idle:
        try:
            if not is_idle:
                raise FileTrouble("The disk is still busy with the last save. You are asked again soon.")
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


def _copied(app: SeasonApp) -> str:
    """Keep mine beside the season; where it is, in words. Raises FileTrouble."""
    copy = name_of_copy(app.file.disk, app.file.path, "mine", app.now())
    write_copy(app.file, app.state.season, copy)
    return f"Yours is kept in “{copy.name}”."


def _backed_up(app: SeasonApp) -> str:
    """Keep mine among the backups; where it is, in words. Raises FileTrouble."""
    data = b"".join(copied(app.file, app.state.season))
    with suppress(NotYetDurable):  # it is there, and what could still take it away also takes what was saved
        app.file.backups.keep_data(data, Reason.ELSEWHERE, app.now())
    return "Yours is the newest backup: Season, Data brings it back."


def _on_disk(path: Path) -> tuple[Season | None, str]:
    try:
        return SeasonFile.open(path, read_only=True).season, ""
    except FileTrouble as trouble:
        return None, str(trouble)
