"""The first hour on screen: every way in is led to the end, can be left at any step, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season import Season
from store.words import Status
from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen
from tui.screens.programs import ProgramsScreen
from tui.screens.review import ReviewScreen
from tui.screens.status_pass import StatusPass
from tui.screens.timeline import TimelineScreen
from tui.screens.welcome import WelcomeScreen

SHEET = "Program,City,State,Beds\nAlder Ridge,Marrow,MN,210\nTamsin Bay,Tamsin,OR,\nBrightwater,Fenwick,OH,90\n"


async def until(seen: OnScreen, kind: type) -> None:
    for _ in range(50):
        if isinstance(seen.app.screen, kind):
            return
        await seen.pilot.pause()
    raise AssertionError(f"{kind.__name__} never came; this is in front: {seen.app.screen}")


async def take_in(seen: OnScreen, folder: Path, content: str = SHEET) -> None:
    path = folder / "list.csv"
    path.write_text(content, encoding="utf-8")
    await seen.press("i")
    await seen.write(str(path))
    await seen.press("enter")
    await seen.press("enter")
    await until(seen, StatusPass)


async def test_the_statuses_of_a_new_list_are_one_key_each_and_one_step_of_undo(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await take_in(seen, tmp_path)
        await seen.press("a", "i", "r")
        assert {one.status for one in seen.season.programs} == {Status.PLANNED}, "nothing counts before it is left"
        await seen.press("enter", "escape")
        await until(seen, ReviewScreen)
        assert [one.status for one in seen.season.programs] == [Status.APPLIED, Status.INVITED, Status.REJECTED]
        assert [one.status for one in seen.reloaded().programs] == [Status.APPLIED, Status.INVITED, Status.REJECTED]
        await seen.press("u")
        assert {one.status for one in seen.season.programs} == {Status.PLANNED}


async def test_what_is_due_opens_on_what_a_message_answers(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await take_in(seen, tmp_path)
        await seen.press("a", "i", "enter", "escape")
        await until(seen, ReviewScreen)
        await seen.pilot.pause()
        assert "1 thing is due.  m writes the message." in seen.text
        assert "> " in seen.text and "Tamsin Bay" in next(line for line in seen.lines if line.startswith(">"))


async def test_the_pass_can_go_back_skip_and_say_applied_of_all_the_rest(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await take_in(seen, tmp_path)
        await seen.press("r", "backspace", "w", "space", "A", "enter", "escape")
        await until(seen, TimelineScreen)
        assert [one.status for one in seen.season.programs] == [Status.WAITLISTED, Status.PLANNED, Status.APPLIED]


async def test_all_the_rest_leaves_what_is_known_alone(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await take_in(seen, tmp_path, "Program,Status\nAlder,\nTamsin,rejected\nBrightwater,\n")
        await seen.press("A", "enter", "escape")
        await until(seen, TimelineScreen)
        assert [one.status for one in seen.season.programs] == [Status.APPLIED, Status.REJECTED, Status.APPLIED]


@pytest.mark.parametrize("key", ["escape", "q", "enter"])
async def test_the_pass_may_be_left_at_once_and_keeps_what_was_said(tmp_path: Path, key: str) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await take_in(seen, tmp_path)
        await seen.press("a", key, "escape")
        await until(seen, TimelineScreen)
        assert [one.status for one in seen.season.programs] == [Status.APPLIED, Status.PLANNED, Status.PLANNED]


async def test_undo_in_the_pass_takes_the_list_back_and_the_pass_still_ends(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await take_in(seen, tmp_path)
        await seen.press("a", "u")
        assert not seen.season.programs and "Nothing is left to mark here." in seen.text
        await seen.press("enter", "escape")
        assert seen.app.is_running and not seen.season.programs


async def test_who_you_are_comes_first_and_then_where_the_programs_are(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("s")
        await seen.write("Noor Halvard")
        await seen.press("enter", "enter", "enter", "enter", "enter")
        assert seen.season.profile.name == "Noor Halvard"
        assert "Where are your programs?" in seen.text
        await seen.press("n")
        await until(seen, TimelineScreen)
        await seen.pilot.pause()
        assert "Nothing is due." in seen.text


async def test_lines_are_pasted_seen_first_and_taken_in(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("l")
        await seen.write("Alder Ridge, Marrow, MN\nTamsin Bay")
        await seen.press("ctrl+s")
        assert "2 programs new" in seen.text and not seen.season.programs
        await seen.press("enter")
        await until(seen, StatusPass)
        assert [(program.name, program.city, program.state) for program in seen.reloaded().programs] == [
            ("Alder Ridge", "Marrow", "MN"),
            ("Tamsin Bay", "", ""),
        ]


async def test_a_path_is_a_line_too(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(SHEET, encoding="utf-8")
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("l")
        await seen.write(str(path))
        await seen.press("ctrl+s")
        assert "3 programs new" in seen.text


async def test_lines_that_cannot_be_read_are_asked_for_again_with_the_words_kept(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("l")
        await seen.write("program,program\nAlder,Tamsin")
        await seen.press("ctrl+s")
        assert "both called" in seen.text and "Alder,Tamsin" in seen.text


@pytest.mark.parametrize("way", ["s", "i", "l"])
async def test_leaving_before_anything_is_given_comes_back_to_the_welcome(tmp_path: Path, way: str) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press(way, "escape")
        await seen.pilot.pause()
        assert isinstance(seen.app.screen, WelcomeScreen)
        await seen.press(way)
        assert not isinstance(seen.app.screen, WelcomeScreen), "the same way in is open again"


async def test_the_preview_says_what_is_kept_as_words_and_what_is_left_out(tmp_path: Path) -> None:
    content = "My list\nProgram,Status,Beds\nAlder Ridge,hopeful,210\nTotal,,210\n"
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    async with on_screen(Season(), tmp_path, size=(120, 36)) as seen:
        await seen.press("i")
        await seen.write(str(path))
        await seen.press("enter")
        for words in (
            "row 3: Status: hopeful",
            "row 1: My list",
            "row 4: a row of totals",
            "kept in the notes, each with its heading: Beds",
            "All 2 rows",
        ):
            assert words in seen.text


async def test_a_list_whose_statuses_are_all_told_asks_for_none(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Program,Status\nAlder,applied\nTamsin,rejected\n", encoding="utf-8")
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("i")
        await seen.write(str(path))
        await seen.press("enter", "enter")
        await seen.pilot.pause()
        assert "About you" in seen.text, "straight on to who you are"


async def test_a_later_list_asks_how_far_things_have_come_too(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        path = tmp_path / "list.csv"
        path.write_text(SHEET, encoding="utf-8")
        await seen.press("2", "I")
        await seen.write(str(path))
        await seen.press("enter", "enter")
        await until(seen, StatusPass)
        assert "Alder Ridge" in seen.text and "Where do things stand?" in seen.text
        await seen.press("a", "escape")
        await until(seen, ProgramsScreen)
