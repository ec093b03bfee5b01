"""A view or a question that opens is drawn once in full, and what stands in the terminal is always what is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tests.paper import Paper, as_it_is
from tui.app import SeasonApp
from tui.themes import THEMES

REST = 0.15
WALK = (
    *(["2", "3", "4", "5", "6", "1", "2", "1"]),
    *(["j", "j", "s", "escape", "question_mark", "escape", "colon", "escape"]),
    *(["enter", "right_square_bracket", "tab", "escape"]),
    *(["slash", "u", "n", "i", "enter", "j", "escape", "g", "escape", "d", "escape"]),
    *(["plus", "plus", "h", "l", "Z", "z", "J", "space", "space", "escape"]),
    *(["s", "i", "enter", "u", "m", "enter", "escape", "escape"]),
    *(["6", "j", "enter", "escape", "n", "tab", "escape", "4", "m", "escape", "1", "p", "p"]),
)
"""Keys that open, close, fill in and move through most of what there is."""


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    """What a terminal would hold."""
    seen = Paper()

    def display(app: SeasonApp, screen: object, update: object) -> None:
        if update is not None and not app._batch_count:
            seen.take(update)

    monkeypatch.setattr(SeasonApp, "_display", display)
    return seen


async def settled(screen: OnScreen) -> None:
    """Wait for words that follow a cursor at rest."""
    await screen.pilot.pause(REST)
    await screen.rest()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_stands_in_the_terminal_is_what_is_meant_after_every_key(
    size: tuple[int, int], paper: Paper, tmp_path: Path
) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=size) as screen:
        for place, key in enumerate(WALK):
            await screen.press(key)
            await settled(screen)
            assert paper.lines == as_it_is(screen.app), (place, key)


@pytest.mark.parametrize("before", [(), ("2",)])
@pytest.mark.parametrize(
    "keys", [("3",), ("4",), ("s",), ("question_mark",), ("colon",), ("enter",), ("slash",), ("d",), ("g",), ("n",)]
)
async def test_what_opens_is_drawn_in_full_once(
    keys: tuple[str, ...], before: tuple[str, ...], paper: Paper, tmp_path: Path
) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(120, 36)) as screen:
        await screen.press(*before)
        await settled(screen)
        paper.whole = 0
        await screen.press(*keys)
        await settled(screen)
        assert paper.whole <= 1


async def test_the_screen_behind_a_question_is_drawn_once_when_it_closes(paper: Paper, tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("s")
        await settled(screen)
        paper.whole = 0
        await screen.press("escape")
        await settled(screen)
        assert paper.whole == 1


async def test_another_size_of_the_terminal_is_drawn_whole(paper: Paper, tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("s")
        for size in ((120, 36), (90, 30), (200, 50), (80, 24)):
            await screen.pilot.resize_terminal(*size)
            await settled(screen)
            assert paper.lines == as_it_is(screen.app), size


@pytest.mark.parametrize("view", ["1", "3", "6"])
async def test_another_theme_is_seen_everywhere_at_once(view: str, paper: Paper, tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(120, 36)) as screen:
        await screen.press(view)
        for theme in (*(one.name for one in THEMES), THEMES[0].name):
            screen.app.theme = theme
            await settled(screen)
            assert paper.lines == as_it_is(screen.app), theme
