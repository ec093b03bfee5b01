"""A theme changed while the program runs looks as if it had been there from the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen
from tui.settings import Settings
from tui.themes import THEMES

NAMES = [*(theme.name for theme in THEMES), "ansi-dark"]
SEEN = ("1", "2", "3", "4", "5", "6")


def drawn(screen: OnScreen) -> list[list[tuple[str, str]]]:
    """Every run of the picture with its style, line by line."""
    strips = screen.app.screen._compositor.render_strips()
    return [[(segment.text, str(segment.style)) for segment in strip.simplify()] for strip in strips]


@pytest.mark.parametrize("view", SEEN)
@pytest.mark.parametrize("name", NAMES[1:])
async def test_every_view_looks_as_after_a_fresh_start(name: str, view: str, tmp_path: Path) -> None:
    keys = (view, "j") if view != "1" else ("j",)
    pictures = []
    for begun_in in (NAMES[0], name):
        folder = tmp_path / begun_in
        folder.mkdir()
        async with on_screen(a_busy_season(), folder, size=(120, 36), settings=Settings(theme=begun_in)) as screen:
            await screen.press(*keys)
            await screen.pilot.pause(0.15)
            if begun_in != name:
                screen.app.theme = name
                await screen.rest()
                await screen.pilot.pause(0.15)
            pictures.append(drawn(screen))
    assert pictures[0] == pictures[1]
