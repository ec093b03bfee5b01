"""The timeline by its keys: which program a key means, and what the status line says of it afterwards."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from store.season import Season
from store.words import Status
from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen
from tui.screens.program import ProgramScreen
from tui.screens.program_actions import NOBODY
from tui.screens.timeline import HEADING, TimelineScreen
from tui.widgets.status_line import StatusLine

BUSY = a_busy_season()
REST = 0.15
"""Longer than the cursor rests before words follow it."""


def status(screen: OnScreen) -> str:
    return screen.app.screen.query_one(StatusLine).words


def timeline_screen(screen: OnScreen) -> TimelineScreen:
    assert isinstance(screen.app.screen, TimelineScreen)
    return screen.app.screen


def program_under_cursor(screen: OnScreen) -> str:
    return timeline_screen(screen).program_here


async def on_lane(screen: OnScreen, place: int) -> str:
    """Put the cursor on the lane so many from the top; its program."""
    view = timeline_screen(screen).view
    program_id = timeline_screen(screen).listed_programs()[place]
    assert view.show_program(program_id)
    await screen.pilot.pause(REST)
    return program_id


async def test_enter_opens_the_row_under_the_cursor_though_others_are_selected(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await on_lane(screen, 0)
        await screen.press("space")
        wanted = await on_lane(screen, 2)
        await screen.press("enter")
        opened = screen.app.screen
        assert isinstance(opened, ProgramScreen)
        assert opened.program_id == wanted


async def test_a_question_about_one_program_means_the_row_under_the_cursor(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        first = await on_lane(screen, 0)
        await screen.press("space")
        wanted = await on_lane(screen, 2)
        await screen.press("B")
        names = screen.season.programs_by_id
        assert f"at {names[wanted].name}" in screen.text
        assert f"at {names[first].name}" not in screen.text


async def test_the_selection_is_what_a_status_is_set_for(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        first = await on_lane(screen, 0)
        await screen.press("space")
        other = await on_lane(screen, 2)
        before = screen.season.programs_by_id[other].status
        await screen.press("s", "x")
        assert screen.season.programs_by_id[first].status is Status.WITHDRAWN
        assert screen.season.programs_by_id[other].status is before


async def test_what_undo_took_back_stays_readable_though_the_cursor_follows_it(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        program_id = await on_lane(screen, 1)
        await screen.press("X")
        assert screen.season.programs_by_id[program_id].trashed is not None
        await on_lane(screen, 0)
        await screen.press("u")
        await screen.pilot.pause(REST)
        assert status(screen).startswith("Undone: In the trash")
        assert program_under_cursor(screen) == program_id


async def test_undo_of_a_change_of_many_leaves_the_cursor_on_its_row(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        chosen = [await on_lane(screen, place) for place in (0, 1, 2)]
        for place in (0, 1, 2):
            await on_lane(screen, place)
            await screen.press("space")
        await screen.press("s", "x")
        assert timeline_screen(screen).view.show_program(chosen[1])
        await screen.press("u")
        await screen.pilot.pause(REST)
        assert program_under_cursor(screen) == chosen[1]


async def test_keys_that_need_a_program_say_so_on_a_heading(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("home")
        await screen.pilot.pause(REST)
        assert program_under_cursor(screen) == ""
        for key in ("y", "X", "s", "B", "m", "i", "e", "R"):
            screen.app.say("")
            await screen.press(key)
            assert status(screen) == HEADING, key
            assert screen.season == BUSY


async def test_with_no_program_at_all_it_says_how_to_add_one(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as screen:
        await screen.press("escape", "X")
        assert status(screen) == NOBODY


async def test_what_was_imported_is_said_on_the_timeline_it_leads_to(tmp_path: Path) -> None:
    sheet = tmp_path / "mine.csv"
    sheet.write_text("Program,City,State\nFenwick,Fenwick,OH\nMarrow Lake,Marrow,MN\n", encoding="utf-8")
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("I")
        dialog = screen.app.screen.query_one(Input)
        dialog.value = str(sheet)
        await screen.press("enter", "enter")
        await screen.pilot.pause(REST)
        assert status(screen) == "Imported mine.csv: 2 added, 0 updated"
