"""Keys that come faster than screens open: each acts on what the keys before it have led to."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from store.season_file import SeasonFile
from store.words import Status
from tests.examples import a_busy_season, a_letter, a_program, a_season, held_season
from tests.on_screen import OnScreen, on_screen
from tests.walking import Walker
from tui.requests import OpenLetter
from tui.screens.dialogs.form import Form
from tui.screens.rank import RankScreen

BUSY = a_busy_season()
NAMES = {"\r": "enter", "\t": "tab", "\x1b": "escape", " ": "space", "/": "slash"}


async def burst(screen: OnScreen, text: str) -> None:
    """Everything at once, as a slow line hands it over."""
    for letter in text:
        screen.app.post_message(events.Key(NAMES.get(letter, letter), letter))
    await screen.rest()
    await screen.rest()


async def test_letters_typed_ahead_go_into_the_field_that_opens(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await burst(screen, "nFoxglove Mill\rPortland\r")
        assert isinstance(screen.app.screen, Form)
        assert "Foxglove Mill" in screen.text and "Portland" in screen.text
        assert screen.season == BUSY


async def test_letters_typed_ahead_are_no_commands_of_the_view_below(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await burst(screen, "/adxXi")
        assert screen.season == BUSY
        assert screen.app.screen.query_one(Input).value == "adxXi"


async def test_a_filter_that_is_kept_is_closed_for_the_next_key(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await burst(screen, "/bright\rsr")
        (found,) = [one for one in screen.season.programs if one.name == "Brightwater"]
        assert found.status is Status.REJECTED and "/bright" in screen.lines[1]


async def test_a_menu_takes_the_letter_that_comes_with_its_own_key(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await burst(screen, "/bright\r")
        before = {one.id: one.status for one in screen.season.programs}
        await burst(screen, "sr")
        (changed,) = [one for one in screen.season.programs if one.status is not before[one.id]]
        assert changed.status is Status.REJECTED


async def test_a_view_chosen_by_name_is_there_for_the_next_key(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await burst(screen, "5L")
        assert isinstance(screen.app.screen, RankScreen)
        assert screen.season.rank_list.locked


async def test_tab_and_what_is_typed_behind_it_stay_in_order(tmp_path: Path) -> None:
    season = held_season(a_letter(subject="A question", body="Dear [name],\n\nthank you for [what].\n"))
    async with on_screen(season, tmp_path) as screen:
        screen.app.post_message(OpenLetter("l-letter"))
        await screen.rest()
        await burst(screen, "Ms. Morrow\tthe talk")
        await screen.press("escape")
        (letter,) = screen.season.letters
        assert letter.body == "Dear Ms. Morrow,\n\nthank you for the talk.\n"


@pytest.mark.parametrize("count", [1, 40])
async def test_a_held_key_arrives_as_often_as_it_was_sent(tmp_path: Path, count: int) -> None:
    async with on_screen(BUSY, tmp_path, at="programs") as one_by_one:
        await one_by_one.press("home", *["j"] * count)
        wanted = one_by_one.text
    async with on_screen(BUSY, tmp_path, at="programs") as screen:
        await screen.press("home")
        await burst(screen, "j" * count)
        assert screen.text == wanted


async def test_a_key_that_closes_what_had_the_focus_holds_nothing_up(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await burst(screen, "n\x1b2")
        assert screen.app.current_mode == "programs"


def test_a_whole_program_is_added_by_one_burst_of_bytes(tmp_path: Path) -> None:
    home = str(tmp_path)
    now = "2026-11-24T14:05+01:00"
    walker = Walker("demo", "--now", now, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
    try:
        walker.sees("Timeline")
        walker.send(b"nFoxglove Mill\rPortland\rOR\r\x13")
        walker.sees("Added: Foxglove Mill")
    finally:
        walker.close()


def test_a_held_key_on_the_timeline_never_falls_behind(tmp_path: Path) -> None:
    """Every press counts, and what is written for them stays within what a slow line bears: 5,000 bytes a row."""
    with SeasonFile.open(tmp_path / "season.json") as file:
        file.save(a_season(*(a_program(f"p-{n:03}", f"Alder {n:03}") for n in range(1, 401))))
    home = str(tmp_path)
    walker = Walker(
        "--file", str(tmp_path / "season.json"), "--now", "2026-11-24T14:05+01:00",
        HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home,
    )  # fmt: skip
    try:
        walker.sees("400 programs")
        walker.send(b"ZZ\x1b[H")
        walker.sees("(?m)^  APP Alder 001")
        before = len(walker.output)
        walker.send(b"j" * 300)
        walker.sees("(?m)^> APP Alder 300")
        assert len(walker.output) - before < 300 * 5_000
        walker.send(b"k" * 300 + b"j")
        walker.sees("(?m)^> APP Alder 001")
    finally:
        walker.close()
