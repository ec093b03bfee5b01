"""The trash on screen: a list to look through, from which one or several come back in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.records import Program
from store.rules.bringing_back import throw_away
from store.rules.programs import add_program
from store.season import Season
from store.trash import in_trash
from tests.examples import NOW, a_letter, a_program, a_season, at
from tests.on_screen import SIZES, OnScreen, on_screen
from tui.bar import READ_ONLY
from tui.screens.dialogs.pick import Pick
from tui.screens.season import DATA, ProfileScreen
from tui.widgets.row_table import RowTable
from tui.widgets.status_line import StatusLine

HOSTILE = "Quillmere [/b]"


def kept() -> Season:
    return a_season(
        a_program(), a_program("p-fenwck", "Fenwick"), a_program("p-quill1", HOSTILE), a_letter(), a_letter("l-secnd1")
    )


def filled() -> Season:
    """A program thrown away on Saturday, two more and a message on Monday, one after the other."""
    season = kept()
    for hours, record_id in enumerate(("p-bright", "p-fenwck", "p-quill1", "l-letter")):
        season = throw_away(season, (record_id,), now=at("2026-11-21 22:00").after(hours=hours * 12))
    return season


def status(screen: OnScreen) -> str:
    return screen.app.screen.query_one(StatusLine).words


def thrown(season: Season) -> set[str]:
    return {one.id for one in in_trash(season)}


def under_cursor(screen: OnScreen) -> str:
    return screen.app.screen.query_one(RowTable).key


@pytest.mark.parametrize("size", SIZES)
async def test_it_lists_what_lies_there_newest_first(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(filled(), tmp_path, size=size) as screen:
        await screen.press("f8")
        rows = [line for line in screen.lines if "[ ]" in line]
        for row, told in zip(
            rows,
            (
                ("thank-you, Brightwater", "draft, Mon 23 Nov"),
                (HOSTILE, "program, Sun 22 Nov"),
                ("Fenwick", "program, Sun 22 Nov"),
                ("Brightwater", "program, Sat 21 Nov"),
            ),
            strict=True,
        ):
            assert all(words in row for words in told), row


async def test_enter_brings_the_marked_one_back_and_the_cursor_to_it(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path, at="programs") as screen:
        await screen.press("f8", "down", "down", "enter")
        assert thrown(screen.reloaded()) == {"p-bright", "p-quill1", "l-letter"}
        assert status(screen) == "Back from the trash: Fenwick"
        assert under_cursor(screen) == "p-fenwck"
        await screen.press("u")
        assert screen.reloaded() == filled()


async def test_several_come_back_in_one_step(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path, at="programs") as screen:
        await screen.press("f8", "space", "space", "space", "space", "enter")
        assert screen.reloaded() == kept()
        assert status(screen) == "Back from the trash: 3 programs and 1 message"
        await screen.press("u")
        assert screen.reloaded() == filled()


async def test_a_message_brings_its_program_along_and_says_so(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path, at="messages") as screen:
        await screen.press("f8", "enter")
        assert thrown(screen.reloaded()) == {"p-fenwck", "p-quill1"}
        assert status(screen) == "Back from the trash: 1 program and 1 message"
        assert under_cursor(screen) == "l-letter"


async def test_escape_and_nothing_ticked_change_nothing(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path) as screen:
        for keys in (("escape",), ("space", "up", "space", "enter")):
            await screen.press("f8", *keys)
            assert screen.season == filled()


async def test_a_name_that_is_taken_by_now_is_told(tmp_path: Path) -> None:
    season = add_program(throw_away(kept(), ("p-bright",), now=NOW), Program("p-other1", "Brightwater"), now=NOW)
    async with on_screen(season, tmp_path, at="programs") as screen:
        await screen.press("f8", "enter")
        assert screen.season == season
        assert any("followed already" in one.message for one in screen.app._notifications)


async def test_an_empty_trash_says_what_would_wait_there(tmp_path: Path) -> None:
    async with on_screen(kept(), tmp_path) as screen:
        await screen.press("f8")
        assert not isinstance(screen.app.screen, Pick)
        assert status(screen) == "The trash is empty: programs and messages put there wait here."
        assert "put there wait here." in screen.text


async def test_the_palette_leads_there_by_its_name(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path) as screen:
        await screen.press("colon")
        await screen.write("trash")
        await screen.press("enter")
        assert "In the trash" in screen.text and "[ ]  Fenwick" in screen.text


async def test_the_data_section_counts_it_and_leads_there(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path, size=(120, 36), at="season") as screen:
        season_view = screen.app.screen
        assert isinstance(season_view, ProfileScreen)
        season_view.open_section(DATA, "trash")
        await screen.rest()
        assert "3 programs and 1 message" in screen.text
        await screen.press("enter", "enter")
        assert thrown(screen.reloaded()) == {"p-fenwck", "p-quill1"}
        await screen.press("enter", "space", "space", "enter")
        assert "empty" in next(line for line in screen.lines if line.startswith("> Trash"))


async def test_a_window_that_only_reads_may_look_but_brings_nothing_back(tmp_path: Path) -> None:
    async with on_screen(filled(), tmp_path) as screen:
        screen.app.mark = READ_ONLY
        await screen.press("f8")
        assert isinstance(screen.app.screen, Pick)
        await screen.press("enter")
        assert screen.season == filled()
        assert screen.app.told_now
