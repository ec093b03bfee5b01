"""The page of a spreadsheet: what it offers, and how a file too long to be read while it is named is read beside it."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest

from store.exchange.spreadsheet import ImportPreview, Sheet, lines_as_sheet, preview
from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen
from tui import long_work
from tui.screens import import_sheet, sheet_naming
from tui.screens.import_sheet import ImportScreen
from tui.screens.timeline import TimelineScreen

FINE = "Program,City\nAlder Bay Children's,Alder Bay\n"
RAGGED = f"{FINE},Nowhere\n"
OFFER = "leave out the refused rows"


async def named(seen: OnScreen, folder: Path, words: str, name: str = "sheet.csv") -> None:
    """Have the file with these words looked at."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    await seen.press("I")
    await seen.write(str(path))
    await seen.press("enter")


@pytest.mark.parametrize(("words", "offered"), [(FINE, False), (RAGGED, True)], ids=["fine", "ragged"])
async def test_leaving_rows_out_is_offered_only_where_some_are_refused(
    tmp_path: Path, words: str, offered: bool
) -> None:
    async with on_screen(a_busy_season(), tmp_path, size=(120, 36)) as seen:
        await named(seen, tmp_path, words)
        assert (OFFER in seen.lines[-1]) is offered
        await seen.press("question_mark")
        assert ("Take in the good rows only." in seen.text) is offered


@pytest.mark.parametrize(
    ("rows", "words"), [(1, "The only row"), (3, "All 3 rows"), (5, "All 5 rows"), (6, "The first 5 rows")]
)
async def test_the_rows_that_are_shown_are_counted(tmp_path: Path, rows: int, words: str) -> None:
    sheet = "Program\n" + "".join(f"Alder Bay {number}\n" for number in range(rows))
    async with on_screen(a_busy_season(), tmp_path, size=(120, 36)) as seen:
        await named(seen, tmp_path, sheet)
        assert words in [line.strip() for line in seen.lines]


async def test_its_key_does_nothing_where_no_row_is_refused(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        await named(seen, tmp_path, FINE)
        before = seen.season
        await seen.press("w")
        assert seen.season is before and "1 program new" in seen.text


async def a_long_file_named(seen: OnScreen, folder: Path, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Have that file looked at as one that is too long to be read while it is named."""
    monkeypatch.setattr(sheet_naming, "READ_AT_ONCE", 10)
    await named(seen, folder, words)
    await seen.rest()


async def test_a_long_file_is_read_once_it_is_settled_that_it_is_the_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        await a_long_file_named(seen, tmp_path, monkeypatch, FINE)
        assert await comes(seen, "1 program new")


async def test_a_long_file_without_column_names_asks_which_holds_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        await a_long_file_named(seen, tmp_path, monkeypatch, "OH,Alder Bay Children's\nIL,Quill University\n")
        assert await comes(seen, "Which column holds")


async def test_a_long_file_that_is_no_sheet_is_told_and_the_page_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        await a_long_file_named(seen, tmp_path, monkeypatch, "Program,City,State,Tier\n")
        for _ in range(100):
            if not isinstance(seen.app.screen, ImportScreen):
                break
            await seen.pilot.pause(0.05)
        (told,) = (one.message for one in seen.app._notifications)
        assert "nothing below it" in told and not isinstance(seen.app.screen, ImportScreen)


async def test_reading_a_long_file_is_stopped_by_esc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_on = Event()

    def waiting(path: Path) -> Sheet | sheet_naming.Headless:
        assert let_on.wait(timeout=30)
        return sheet_naming.sheet_at(path)

    monkeypatch.setattr(long_work, "PATIENCE", 0.0)
    monkeypatch.setattr(import_sheet, "sheet_at", waiting)
    season = a_busy_season()
    async with on_screen(season, tmp_path) as seen:
        await a_long_file_named(seen, tmp_path, monkeypatch, FINE)
        assert await comes(seen, "reading sheet.csv …")
        await seen.press("escape")
        for _ in range(300):
            if isinstance(seen.app.screen, TimelineScreen):
                break
            await seen.pilot.pause(0.02)
        let_on.set()
        assert isinstance(seen.app.screen, TimelineScreen) and seen.season == season
        assert await comes(seen, "Stopped. Nothing was taken in.")


async def test_looking_a_long_list_through_is_stopped_by_esc_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waiting(*args: Any, **named: Any) -> ImportPreview:
        while True:
            named["read"](0)  # raises once it is stopped
            sleep(0.01)

    monkeypatch.setattr(long_work, "PATIENCE", 0.0)
    monkeypatch.setattr(import_sheet, "AT_ONCE", 0)
    monkeypatch.setattr(import_sheet, "preview", waiting)
    async with on_screen(a_busy_season(), tmp_path) as seen:
        seen.app.push_screen(ImportScreen(lines_as_sheet("Coldwater Springs, OH")))
        assert await comes(seen, "esc stops it")
        await seen.press("escape")
        assert await comes(seen, "Stopped. Nothing was taken in.")
        assert isinstance(seen.app.screen, TimelineScreen)


async def test_another_size_of_the_window_does_not_look_a_long_list_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def counted(*args: Any, **named: Any) -> ImportPreview:
        looked.append(1)
        return preview(*args, **named)

    monkeypatch.setattr(import_sheet, "AT_ONCE", 0)
    monkeypatch.setattr(import_sheet, "preview", counted)
    async with on_screen(a_busy_season(), tmp_path) as seen:
        seen.app.push_screen(ImportScreen(lines_as_sheet("Coldwater Springs, OH")))
        assert await comes(seen, "1 program new")
        await seen.pilot.resize_terminal(120, 36)
        assert await seen.comes(lambda: len(seen.lines[0]) == 120 and "1 program new" in seen.text)
        assert len(looked) == 1


async def comes(seen: OnScreen, words: str) -> bool:
    """Whether these words come to be seen."""
    return await seen.comes(lambda: words in seen.text)
