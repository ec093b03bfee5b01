"""From one view to another: shown as soon as it stands, in the theme of the moment, with no sheet read anew."""

from __future__ import annotations

from functools import partialmethod
from pathlib import Path

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet

from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tui.app import SeasonApp
from tui.widgets.view_bar import ViewBar

BUSY = a_busy_season()
LATER = ("2", "3", "4", "5", "6")


async def test_no_style_sheet_is_read_anew_for_a_view(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        read: list[str] = []
        monkeypatch.setattr(Stylesheet, "reparse", lambda _: read.append(screen.app.current_mode))
        await screen.press(*LATER, "1", *LATER)
        assert not read


@pytest.mark.parametrize("theme", ["season-light", "high-contrast"])
async def test_a_theme_is_worn_by_views_opened_before_and_after(theme: str, tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("2")
        screen.app.theme = theme
        await screen.rest()
        wanted = Color.parse(str(screen.app.current_theme.background))
        for key in ("2", "1", *LATER, "1"):
            await screen.press(key)
            assert screen.app.screen.query_one(ViewBar).screen.styles.background == wanted


async def test_a_view_is_shown_when_it_stands_and_not_after_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SeasonApp, "delay_update", partialmethod(SeasonApp.delay_update, delay=3600))
    async with on_screen(BUSY, tmp_path) as screen:
        for key in (*LATER, "1", "3", "1"):
            await screen.press(key)
            assert not screen.app._batch_count, key


async def test_a_picture_held_back_for_a_screen_that_never_speaks_up_is_shown_after_all(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        screen.app.delay_update(0.01)
        assert screen.app._batch_count
        await screen.pilot.pause(0.05)
        for _ in range(100):
            if not screen.app._batch_count:
                break
            await screen.pilot.pause(0.05)
        assert not screen.app._batch_count


async def test_columns_follow_a_size_that_changed_while_another_view_was_in_front(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(200, 50)) as screen:
        await screen.press("2", "1")
        await screen.pilot.resize_terminal(80, 24)
        await screen.press("2")
        narrow = screen.text
    async with on_screen(BUSY, tmp_path, at="programs") as screen:
        assert screen.text.splitlines()[2] == narrow.splitlines()[2]
