"""A file for the season after this one, begun from the full screen."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import FileTrouble, RuleBroken
from store.typed_path import is_there

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder

QUESTION = "Take the programs along to next year?"
ABOUT = "They come as planned, with the people and facts you know. Messages, interviews and ranks stay here."


async def begin_next_year(app: SeasonHolder) -> None:
    """Ask what goes along and into which file, and write it; this season is only read."""
    from store.next_season import write_next_season
    from tui.copying_elsewhere import a_place
    from tui.screens.dialogs.ask import Ask
    from tui.screens.dialogs.confirm import Confirm

    def heard(text: str) -> tuple[Path, str]:
        path, words = a_place(text, app.file.path)
        if is_there(path):
            raise RuleBroken("That file is there already. The next season needs a new one.")
        return path, words

    programs: bool | None = await app.push_screen_wait(Confirm(QUESTION, ABOUT, default=True))
    if programs is None:
        return
    proposed = app.file.path.with_name(f"season-{app.now().day.year + 1}.json")
    path: Path | None = await app.push_screen_wait(Ask("The next season", "Into which file", str(proposed), heard))
    if path is None:
        return
    app.settle_screens()
    try:
        await to_thread(write_next_season, path, app.state.season, with_programs=programs, now=app.now())
    except FileTrouble as trouble:
        app.tell(str(trouble), severity="warning")
        return
    app.say(f"The next season is in {path}.  prematch --file opens it; its key dates are to be looked through.")
