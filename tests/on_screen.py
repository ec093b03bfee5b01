"""The app on a season in a temporary file, at a fixed moment, for tests that press keys and read the screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from store.disk import Disk
from store.moments import Moment
from store.records import Profile
from store.season import Season
from store.season_file import SeasonFile
from tests.examples import NOW
from tui.app import SeasonApp
from tui.settings import Settings
from tui.widgets.status_line import StatusLine

SIZES = ((80, 24), (120, 36), (200, 50))


class OnScreen:
    """The app under test with what a person would do and see."""

    def __init__(self, app: SeasonApp, pilot: Pilot[int], path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    async def press(self, *keys: str) -> None:
        """Press these keys, one after the other, and let the app come to rest."""
        for key in keys:
            await self.pilot.press(key)
        await self.rest()

    async def write(self, text: str) -> None:
        """Type that text letter by letter, as fast as a terminal hands it over; then let the app come to rest."""
        names = {" ": "space", "\n": "enter", ".": "full_stop", ",": "comma"}
        with patch("textual.app.wait_for_idle", no_wait):
            await self.app._press_keys([names.get(letter, letter) for letter in text])
        await self.pilot.pause()
        await self.rest()

    async def rest(self) -> None:
        """Let keys, workers, timers that are due and repaints finish."""
        for _ in range(500):
            if not self.app.key_acts or not self.app.is_running:
                break
            await self.pilot.pause()
        checking = [one for one in self.app.workers if one.group == "checks"]
        if checking:  # an empty list would mean every worker, a question that waits for its answer too
            with suppress(WorkerCancelled):  # a newer reading of the text took its place
                await self.app.workers.wait_for_complete(checking)
        await self.pilot.pause()

    async def comes(self, holds: Callable[[], bool]) -> bool:
        """Whether that comes true within a few seconds: what a thread works on is not there with the key's own end."""
        for _ in range(500):
            if holds():
                return True
            await self.pilot.pause(0.02)
        return False

    @property
    def lines(self) -> list[str]:
        """The screen as text, line by line, every dialog included."""
        width = self.app.size.width
        return [
            "".join(segment.text for segment in strip.crop(0, width))
            for strip in self.app.screen._compositor.render_strips()
        ]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def season(self) -> Season:
        """The season the app holds."""
        return self.app.state.season

    def reloaded(self) -> Season:
        """The season as a fresh reader finds it on disk, once everything is saved."""
        assert self.app.saver.wait(5.0), self.app.saver.trouble
        return SeasonFile.open(self.path, read_only=True).season


async def no_wait(*_: float) -> None:
    """Let others have a turn, and no more."""
    await asyncio.sleep(0)


def status(screen: OnScreen) -> str:
    """What the line at the bottom says."""
    return screen.app.screen.query_one(StatusLine).words


def cursor_line(screen: OnScreen) -> str:
    """The line that the cursor is on; empty when it is on none."""
    return next((line for line in screen.lines if line.startswith(">")), "")


def told(screen: OnScreen) -> str:
    """Every message that was shown over the screen, as one text."""
    return " ".join(one.message for one in screen.app._notifications)


async def begun(app: SeasonApp, pilot: Pilot[int]) -> None:
    """Wait until the app has done everything that follows its first picture."""
    for _ in range(200):
        await pilot.pause()
        if app.begun:
            return
    raise AssertionError("the app did not get through its start")


@asynccontextmanager
async def on_screen(
    season: Season,
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    at: str = "",
    settings: Settings | None = None,
    disk: Disk | None = None,
    now: Moment = NOW,
) -> AsyncIterator[OnScreen]:
    """Open the app on that season, saved in that folder; `at` names the view to begin with, `disk` may fail."""
    path = folder / "season.json"
    with SeasonFile.open(path) as file:
        file.save(season)
    file = SeasonFile.open(path, lock_later=True, disk=disk)

    def clock(profile: Profile) -> Moment:
        return now.seen_from(profile.home_zone or now.zone)

    app = SeasonApp(file, clock, settings or Settings(), at=at)
    try:
        async with app.run_test(size=size) as pilot:
            await begun(app, pilot)
            yield OnScreen(app, pilot, path)
    finally:
        app.saver.stop()
        file.close()
