"""Whatever keys are pressed on the screen, undo leads back to the first season to the letter, and redo to the last."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from store.demo.demo_season import demo_season
from store.record_json import season_to_tables
from store.season import Season
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tui.commands_here import commands_here
from tui.screens.season_screen import SeasonScreen

ROUNDS = 30
LEADS_OUT = {
    "close",
    "quit_now",
    "app.demo",
    "demo",
    "external",
    "open_mail",
    "write_eml",
    "import_sheet",
    "read_calendar",
    "write_calendar",
    "other",
    "bring_in",
}
"""Actions that end the app, open another season or program, or ask for a file."""
ANSWERS = ("enter", "enter", "enter", "enter", "a", "i", "b", "1", "3", "y", "x", "space", "down")
"""What is pressed in whatever opens: an answer that is proposed, a letter, a date."""


def text_of(season: Season) -> str:
    return json.dumps(season_to_tables(season))


async def do_anything(seen: OnScreen, draw: Random) -> None:
    """Any command of the screen in front on any row, answered at random; sometimes on to another view."""
    if draw.random() < 0.4:
        await back_to_a_view(seen)
        await seen.press(draw.choice("123456"))
    for _ in range(draw.randrange(4)):
        await seen.pilot.press("j")
    command = draw.choice([one for one in commands_here(seen.app) if one.action not in LEADS_OUT])
    await seen.press(draw.choice(command.keys))
    for _ in range(draw.randrange(7)):
        await seen.press(draw.choice(ANSWERS))


async def back_to_a_view(seen: OnScreen) -> None:
    """Close whatever is open, until a view is in front."""
    for _ in range(12):
        if len(seen.app.screen_stack) == 1 and isinstance(seen.app.screen, SeasonScreen):
            return
        await seen.press("escape")


async def travelled(seen: OnScreen, key: str, most: int = 600) -> int:
    """Press undo, or redo, until nothing is left; how many steps that took."""
    for number in range(most):
        before = seen.app.state.season
        await seen.app.run_action("undo" if key == "u" else "redo")
        assert seen.app.saver.wait(10.0)
        if seen.app.state.season is before:
            return number
    raise AssertionError("undo never ended")


@pytest.mark.parametrize("seed", range(4))
async def test_any_keys_are_taken_back_and_done_again(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    draw = Random(seed)
    async with on_screen(
        demo_season(NOW), tmp_path, at=("timeline", "review", "messages", "programs", "rank")[seed]
    ) as seen:
        first = text_of(seen.season)
        for number in range(5 * ROUNDS):
            if number >= ROUNDS and seen.app.file.history.undo_step() is not None:
                break  # keys pressed at random may well have changed nothing by then
            await do_anything(seen, draw)
        await back_to_a_view(seen)
        await travelled(seen, "U")
        last = text_of(seen.season)
        assert await travelled(seen, "u") > 0
        assert text_of(seen.season) == first == text_of(seen.reloaded())
        assert await travelled(seen, "U") > 0
        assert text_of(seen.season) == last == text_of(seen.reloaded())
