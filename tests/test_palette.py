"""The palette where the world has moved on since it was opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tui.commands import REVIEW, SEASON, TIMELINE, all_commands
from tui.palette import COMMAND, OF_THE_SEASON, go_to, offers
from tui.said_words import ALSO, SETTING_ALSO
from tui.screens.dialogs.pick import Option, Pick, matching
from tui.screens.programs import ProgramsScreen
from tui.setting_table import SETTINGS


async def test_a_command_that_makes_no_sense_any_more_is_told_and_ends_nothing(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        go_to(screen.app, COMMAND, "everywhere.take-over")  # offered while another window had the season
        await screen.rest()
        assert screen.app.is_running and "That cannot be done here any more." in screen.text


CALLED = (
    *("snooze", "postpone", "delete", "redo", "exit", "quit", "backup", "restore", "export", "csv", "excel"),
    *("spreadsheet", "calendar", "ics", "import", "email", "send", "draft", "theme", "dark", "contrast", "color"),
    *("archive", "notes", "people", "phone", "reject", "score", "compare", "promise", "options", "shortcuts"),
    *("timezone", "profile", "reminder", "todo", "edit", "rename", "merge", "sync", "history", "debrief"),
    *("criteria", "weights", "certify", "print", "improper", "soap", "back up", "thank"),
)
"""What a newcomer types."""


@pytest.mark.parametrize("view", [TIMELINE, REVIEW, SEASON])
async def test_the_words_of_a_newcomer_find_something_on_every_view(tmp_path: Path, view: str) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        screen.app.action_view(view)
        await screen.rest()
        found = offers(screen.app)
        assert [word for word in CALLED if not matching(found, word)] == []


async def test_what_another_view_does_for_the_season_is_done_from_here(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        await screen.press(":")
        await screen.write("spreadsheet")
        assert "Take in a list of programs" in screen.text
        await screen.press("escape", "escape", "3", ":")
        await screen.write("spreadsheet")
        assert "in Programs" in screen.text
        await screen.press("enter")
        assert await screen.comes(lambda: "A spreadsheet saved as CSV" in screen.text)
        assert isinstance(screen.app.screen_stack[0], ProgramsScreen)


async def test_the_keys_of_a_screen_are_found_by_other_words_too(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        await screen.press("?")
        await screen.write("snooze")
        assert "Put the next action off." in screen.text


def test_other_words_belong_to_commands_and_settings_there_are() -> None:
    known = {one.id for scope in all_commands().values() for one in scope}
    assert known >= set(ALSO)
    assert known >= {one for ids in OF_THE_SEASON.values() for one in ids}
    assert {one.name for one in SETTINGS} == set(SETTING_ALSO)


def test_what_is_shown_comes_before_what_is_only_meant() -> None:
    options = (Option(1, "Put it off", "w", "snooze later"), Option(2, "Later today"))
    assert matching(options, "later") == (1, 0)
    letters = (Option(1, "The certify sheet", "in the rank list"), Option(2, "Date: certify the rank list"))
    assert matching(letters, "certify the rank") == (1, 0)
    assert matching(options, "nooze") == (), "other words are found from their beginning"


@pytest.mark.parametrize("view", ["5", "6"])
async def test_the_key_of_the_filter_finds_by_name_where_nothing_can_be_filtered(tmp_path: Path, view: str) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        await screen.press(view)
        before = screen.app.state.season
        await screen.write("/marrow")
        assert isinstance(screen.app.screen, Pick) and "Marrow Lake" in screen.text
        assert screen.app.state.season is before
