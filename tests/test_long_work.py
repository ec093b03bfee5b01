"""Work that takes long says how far it is and can be stopped with nothing half done, on screen."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import pytest

from store.errors import RuleBroken
from store.exchange.folder_writing import write_folder
from store.season import Season
from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen
from tui import long_work
from tui.long_work import carried_out
from tui.screens.dialogs.working import Working
from tui.screens.timeline import TimelineScreen
from tui.underway import BrokenOff, Told, Underway


class Gate:
    """Work of three steps that waits before each until it is let on."""

    def __init__(self) -> None:
        self.steps = threading.Semaphore(0)
        self.done: list[int] = []

    def __call__(self, told: Told) -> str:
        for count in range(3):
            assert self.steps.acquire(timeout=30)
            told(count + 1)
            self.done.append(count)
        return "done"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_work, "PATIENCE", 0.0)


async def until_shown(seen: OnScreen, words: str) -> None:
    for _ in range(600):
        await seen.pilot.pause(0.02)
        if words in seen.text:
            return
    raise AssertionError(f"{words!r} never came:\n{seen.text}")


async def test_how_far_it_is_stands_there_until_it_is_done(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        gate, given = Gate(), []

        async def work() -> None:
            given.append(await carried_out(seen.app, Underway("Counting", 3, "steps"), gate))

        seen.app.run_worker(work())
        await until_shown(seen, "0 of 3 steps")
        gate.steps.release()
        await until_shown(seen, "1 of 3 steps")
        gate.steps.release(2)
        for _ in range(600):
            await seen.pilot.pause(0.02)
            if given:
                break
        assert given == ["done"] and isinstance(seen.app.screen, TimelineScreen)


async def test_esc_stops_it_and_gives_nothing(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        gate, given = Gate(), []

        async def work() -> None:
            given.append(await carried_out(seen.app, Underway("Counting", 3, "steps"), gate))

        seen.app.run_worker(work())
        await until_shown(seen, "0 of 3 steps")
        await seen.press("x", "escape")
        assert isinstance(seen.app.screen, Working), "it waits until the work has heard of it"
        gate.steps.release(3)
        for _ in range(600):
            await seen.pilot.pause(0.02)
            if given:
                break
        assert given == [None] and gate.done == [] and isinstance(seen.app.screen, TimelineScreen)


async def test_work_that_only_reads_is_left_at_once(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        gate, given = Gate(), []

        async def work() -> None:
            given.append(await carried_out(seen.app, Underway("Reading", 0, "reading"), gate, only_reads=True))

        seen.app.run_worker(work())
        await until_shown(seen, "reading …")
        await seen.press("escape")
        for _ in range(600):
            await seen.pilot.pause(0.02)
            if given:
                break
        gate.steps.release(3)
        assert given == [None] and isinstance(seen.app.screen, TimelineScreen)


async def test_what_the_work_refuses_is_raised(tmp_path: Path) -> None:
    def refuse(told: Told) -> None:
        raise RuleBroken("There is no room.")

    async with on_screen(a_busy_season(), tmp_path) as seen:
        with pytest.raises(RuleBroken, match="no room"):
            await carried_out(seen.app, Underway("Writing", 3, "files"), refuse)


def test_a_folder_whose_writing_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    underway = Underway("Writing the archive", 3, "files")
    files = iter([("a.txt", b"a"), ("b/b.txt", b"b"), ("c.txt", b"c")])

    def told(count: int) -> None:
        underway.stopped = count == 2
        underway.told(count)

    with pytest.raises(BrokenOff):
        write_folder(tmp_path / "archive", files, written=told)
    assert list(tmp_path.iterdir()) == []


async def test_a_long_list_is_looked_through_beside_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("Program,City\n" + "".join(f"Program {one},Marrow\n" for one in range(400)), encoding="utf-8")
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("i")
        await seen.write(str(path))
        await seen.press("enter")
        await until_shown(seen, "400 programs new")
        await seen.press("enter")
        assert len(seen.season.programs) == 400


async def test_work_nobody_waits_for_any_more_ends_without_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        gate, underway = Gate(), Underway("Counting", 3, "steps")
        worker = seen.app.run_worker(carried_out(seen.app, underway, gate))
        await until_shown(seen, "0 of 3 steps")
        worker.cancel()
        for _ in range(600):
            await seen.pilot.pause(0.02)
            if underway.stopped:
                break
        gate.steps.release(3)
        for _ in range(600):
            await seen.pilot.pause(0.02)
            if isinstance(seen.app.screen, TimelineScreen):
                break
        assert gate.done == [] and isinstance(seen.app.screen, TimelineScreen)
    gc.collect()
    assert "never retrieved" not in caplog.text
