"""Questions about backups: what bringing one back would change, and whether to."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.backup_reading import Examined
from store.backups import Reason
from store.dates import show_moment
from store.differences import Difference, Way, differences, in_numbers
from store.disk import Disk
from store.errors import FileTrouble
from store.found_season import found_at
from store.rules.restoring import restore
from tui.requests import Change
from tui.screens.dialogs.confirm import Confirm
from tui.shown import line
from tui.spelling import Spelling

if TYPE_CHECKING:
    from tui.app import SeasonApp

NAMED = 3
"""Records named for each way in which two seasons differ, so that the question fits the smallest screen."""
WIDTH = 60
SAVE_SECONDS = 10.0
"""How long the disk may take before the backup of what is there now is given up."""


async def ask_restore(app: SeasonApp, chosen: Examined) -> Change | None:
    """Show what that backup would change and ask; what is there now is backed up before this answers."""
    if app.file.read_only:
        app.tell("This window only reads the season, so nothing can be brought back here.")
        return None
    try:
        found = await to_thread(found_at, chosen.backup.path, Disk())
    except FileTrouble as trouble:
        app.tell(str(trouble), severity="warning")
        return None
    now, season = app.now(), found.written.season
    differing = differences(app.state.season, season, now=now)
    when = show_moment(chosen.made.seen_from(now.zone))
    if not differing:
        app.say(f"Nothing would change: the season is the same as on {when}.")
        return None
    question = f"Bring back the season of {when}?"
    told = "\n".join(preview(differing, app.spell))
    if not await app.push_screen_wait(Confirm(question, told, title="Restore a backup")):
        return None
    await to_thread(app.saver.wait, SAVE_SECONDS)
    try:
        await to_thread(app.file.back_up, Reason.RESTORE, now)
    except FileTrouble as trouble:  # undo still leads back
        app.tell(str(trouble), severity="warning")
    return Change(f"Restored: the backup of {when}", partial(restore, backup=season))


def preview(differing: Sequence[Difference], spell: Spelling) -> list[str]:
    """What would differ, counted and with the first few named."""
    lines: list[str] = []
    ways = [way for way in Way if any(one.way is way for one in differing)]
    for way, counted in zip(ways, in_numbers(differing), strict=True):
        names = [one.name for one in differing if one.way is way]
        more = f"   and {len(names) - NAMED:,} more"
        lines += [line(f"{counted[:1].upper()}{counted[1:]}", WIDTH)]
        lines += [line(f"   {name}", WIDTH) for name in names[:NAMED]]
        lines += [more] if len(names) > NAMED else []
    return [*lines, spell("What is here now is backed up first, and {everywhere.undo} brings it back.")]
