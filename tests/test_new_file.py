"""A file that is asked for and written: only where nothing is, and never among the files of the season."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tests.test_screen_incoming import comes
from tui.asking.new_file import write_new_file
from tui.screens.dialogs.ask import Ask
from tui.widgets.status_line import StatusLine


@pytest.mark.parametrize(("name", "is_written"), [("sheet.txt", True), (".season.json.sheet", False)])
async def test_it_is_written_but_not_where_the_season_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_written: bool
) -> None:
    monkeypatch.setattr("tui.handing_over.usual_folder", lambda: tmp_path)
    async with on_screen(a_busy_season(), tmp_path) as screen:
        screen.app.run_worker(write_new_file(screen.app, "The sheet", name, lambda: "Zażółć", told="  It is yours."))
        assert await comes(screen, Ask)
        await screen.press("enter")
        await screen.rest()
        path = tmp_path / name
        assert path.exists() is is_written
        if is_written:
            assert path.read_text(encoding="utf-8") == "Zażółć" and path.stat().st_mode & 0o777 == 0o600
            assert screen.app.screen.query_one(StatusLine).words.endswith("It is yours.")
