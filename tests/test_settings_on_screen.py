"""Settings changed in the app hold at once and are kept; hints are given one time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from tests.examples import NOW
from tests.on_screen import on_screen
from tui.choices_file import keep_choices, kept_choices
from tui.commands import PROGRAMS, VIEWS
from tui.commands_here import commands_here
from tui.key_hints import GREETINGS, OFTEN
from tui.settings import Settings
from tui.settings_file import read_settings
from tui.spelling import AS_SHIPPED
from tui.state import Choices

DEMO = demo_season(NOW)


async def test_a_theme_chosen_holds_at_once_and_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.settings_path = path
        await screen.press("comma", "t", "4", "escape")
        assert screen.app.theme == "colour-blind"
        assert "theme: colour-blind" in screen.text
    assert read_settings(path).theme == "colour-blind"


async def test_every_line_of_the_settings_says_what_holds(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, settings=Settings(theme="high-contrast", quit_once=True)) as screen:
        await screen.press("comma")
        await screen.rest()
        assert "high-contrast: colours of the screen" in screen.text
        assert "once: how a view is left" in screen.text


async def test_other_signs_are_drawn_at_once_on_every_open_view(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, settings=Settings(glyphs="unicode")) as screen:
        await screen.press("2", "1", "comma", "g", "3", "escape")
        await screen.rest()
        assert screen.text.isascii()
        await screen.press("2")
        await screen.rest()
        assert screen.text.isascii()
        await screen.press("comma", "g", "2", "escape", "1")
        await screen.rest()
        assert "◇" in screen.text and "▾" in screen.text


async def test_other_signs_are_drawn_on_an_open_program_and_in_the_legend(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 40), settings=Settings(glyphs="ascii")) as screen:
        assert "^ invited" in screen.text and screen.text.isascii()
        await screen.press("enter", "comma", "g", "2", "escape")
        await screen.rest()
        assert not screen.text.isascii()
        await screen.press("escape")
        await screen.rest()
        assert "△ invited" in screen.text


async def test_a_key_chosen_works_at_once_is_shown_everywhere_and_can_be_given_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.settings_path = path
        await screen.press("comma", "k", *"put the next action", "enter", "W", "enter", "escape")
        assert read_settings(path).keys == {"rows.snooze": "W"}
        await screen.rest()
        assert "W wait" in screen.lines[-1]
        (shown,) = (one.shown for one in commands_here(screen.app) if one.id == "rows.snooze")
        assert shown == "W"
        await screen.press("w")
        await screen.rest()
        assert len(screen.app.screen_stack) == 1
        await screen.press("W")
        await screen.rest()
        assert len(screen.app.screen_stack) == 2
        await screen.press("escape", "comma", "k", *"put the next action", "enter", "backspace", "enter", "escape")
        await screen.press("w")
        await screen.rest()
        assert len(screen.app.screen_stack) == 2
    assert read_settings(path).keys == {}


async def test_a_key_that_is_taken_is_refused_in_the_question(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("comma", "k", *"put the next action", "enter", "s", "enter")
        await screen.rest()
        assert "rows.status" in screen.text
        await screen.press("escape", "escape")
        assert screen.app.settings.keys == {}


async def test_the_settings_lead_to_the_days_of_follow_ups(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("comma", "r")
        for _ in range(100):
            await screen.rest()
            if "[Rules]" in screen.text:
                break
        assert "[Rules]" in screen.text and screen.app.screen.table.key == "F01"  # type: ignore[attr-defined]


async def test_how_q_leaves_changes_at_once(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("colon", *"how a view", "enter", "2")
        assert screen.app.settings.quit_once


async def test_a_file_that_cannot_be_written_is_told_and_nothing_changes(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.settings_path = blocked / "settings.toml"
        await screen.press("comma", "t", "3", "escape")
        assert screen.app.theme == "season-dark"
        assert [one for one in screen.app._notifications if "could not" in one.message]


async def test_what_could_not_be_understood_is_said_at_the_start_and_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\n')
    async with on_screen(DEMO, tmp_path, settings=read_settings(path)) as screen:
        assert [one for one in screen.app._notifications if "settings.toml, line 1" in one.message]
        await screen.press("2")
        assert screen.app.current_mode == PROGRAMS


async def test_of_many_things_wrong_the_first_are_said_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("".join(f"x{number} = 1\n" for number in range(9)))
    async with on_screen(DEMO, tmp_path, settings=read_settings(path)) as screen:
        said = [one.message for one in screen.app._notifications]
        assert len(said) == 3
        assert said[-1] == "7 more lines of the settings were not understood: `prematch settings` names them all."


# Hints


async def test_the_key_of_a_command_is_told_once_after_ten_uses_of_the_palette(tmp_path: Path) -> None:
    path = tmp_path / "screen.json"
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.choices_path = path
        screen.app.choices = replace(Choices(), uses=(("timeline.today", OFTEN - 2),))
        told = [len(screen.app._notifications)]
        for _ in range(3):
            await screen.press("colon", *"back to today", "enter")
            await screen.rest()
            told.append(len(screen.app._notifications))
        assert [after - before for before, after in pairwise(told)] == [0, 1, 0]
        assert "t does this at once" in [one.message for one in screen.app._notifications][-1]
    assert kept_choices(path).uses == (("timeline.today", OFTEN),)


@pytest.mark.parametrize("view", [name for name, _ in VIEWS])
async def test_a_view_is_introduced_in_one_line_at_the_first_visit(tmp_path: Path, view: str) -> None:
    path = tmp_path / "screen.json"
    async with on_screen(DEMO, tmp_path, size=(80, 24)) as screen:
        screen.app.choices_path = path
        screen.app.action_view(view)
        for _ in range(100):
            await screen.rest()
            if AS_SHIPPED(GREETINGS[view]) in screen.lines[-2]:
                break
        assert AS_SHIPPED(GREETINGS[view]) in screen.lines[-2]
        screen.app.say("")
        screen.app.action_view(view)
        await screen.press("j")
        assert AS_SHIPPED(GREETINGS[view]) not in screen.lines[-2]
    assert kept_choices(path).visited == (view,)


def test_hints_that_were_given_come_back(tmp_path: Path) -> None:
    given = Choices(visited=("rank",), uses=(("rows.status", 3),))
    keep_choices(tmp_path / "screen.json", given)
    assert kept_choices(tmp_path / "screen.json") == given


@pytest.mark.parametrize("content", ['{"uses": [["a", true]]}', '{"uses": [["a"], 3, [1, 2]], "visited": [4]}'])
def test_hints_that_were_not_written_here_count_as_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "screen.json"
    path.write_text(content)
    assert kept_choices(path) == Choices()


@pytest.mark.parametrize("key", ["", "t", "g", "c", "d", "q"])
async def test_no_word_about_a_setting_is_cut_in_the_smallest_window(tmp_path: Path, key: str) -> None:
    async with on_screen(DEMO, tmp_path, size=(80, 24)) as screen:
        await screen.press("comma", *key)
        await screen.rest()
        box = [line[line.index("│") : line.rindex("│")] for line in screen.lines if line.count("│") >= 2]
        asked = [line for line in box if line.strip("│ ").startswith(("> ", *"123456789tgcdqkrw"))]
        assert len(asked) > 1 and not [line for line in asked if "…" in line]


async def test_the_question_for_a_key_says_what_it_does_and_which_one_it_has(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("comma", "k")
        await screen.write("snooze")
        await screen.press("enter")
        assert "A key for: Put the next action off." in screen.text
        assert "now w; another" in screen.text and "its id is rows.snooze" in screen.text
        await screen.write("s")
        assert "s is the key of rows.status" in screen.text
