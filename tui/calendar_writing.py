"""The season's calendar written from the full screen."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import RuleBroken, SeasonError
from store.typed_path import is_folder, is_there, pasted_path
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def write_calendar_file(app: SeasonApp) -> None:
    """Ask how much it may tell and where it goes, and write it beside the screen."""
    from store.exchange.calendar_entries import calendar_entries
    from store.exchange.calendar_file import write_calendar

    choices = (
        Choice("n", "with names, links and people", False),
        Choice("p", "private: no program names, no words of yours", True),
    )
    private = await app.push_screen_wait(Menu("Interviews and key dates for a calendar", choices, default=False))
    if private is None:
        return
    proposed = str(Path.home() / "prematch.ics")
    path: Path | None = await app.push_screen_wait(
        Ask("Interviews and key dates for a calendar", "Into which file", proposed, a_calendar_file, limit=4096)
    )
    if path is None:
        return
    entries = calendar_entries(app.state.season, now=app.now(), private=private)
    try:
        handed = await to_thread(write_calendar, path, entries)
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        return
    app.say(f"{handed.count} entries in {path}; import it into your calendar")
    if handed.gone:
        app.tell(f"No longer in the season; take out of your calendar by hand: {', '.join(handed.gone[:8])}")


def a_calendar_file(text: str) -> tuple[Path, str]:
    """That text as a path; raises RuleBroken for a folder, and for one in a folder that is not there."""
    path = pasted_path(text).absolute()
    if is_folder(path):
        raise RuleBroken("That is a folder. Go on typing to a file in it.")
    if not is_folder(path.parent):
        raise RuleBroken(f"There is no folder {path.parent}.")
    again = is_there(path)
    return path, f"{path}{', written over if it is a calendar of prematch' if again else ''}"
