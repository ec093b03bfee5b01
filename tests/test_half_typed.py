"""What stood half typed in a question is kept for its owner only, given back once, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.places import state_folder
from store.season import Season
from tests.examples import a_profile, a_program
from tests.on_screen import on_screen
from tui.half_typed import NAME, forget_half_typed, half_typed_on, keep_half_typed, read_half_typed, words_about

SEASON = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"),))


async def test_a_line_half_typed_is_given_back_to_the_same_question_once(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        await screen.press("f2", "ctrl+u", *"stick")
        found = half_typed_on(screen.app)
        assert found == {"A copy of the season": {"": "stick"}}
        keep_half_typed(screen.app, tmp_path / "state")
    kept = tmp_path / "state" / NAME
    assert kept.stat().st_mode & 0o777 == 0o600 and kept.parent.stat().st_mode & 0o777 == 0o700
    assert read_half_typed(kept.parent) == found
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.half_typed = found
        for stands in (True, False):
            await screen.press("f2")
            assert (" stick " in screen.text) is stands
            await screen.press("escape")


async def test_a_question_as_it_was_opened_keeps_nothing(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        for key in ("f2", "n"):
            await screen.press(key)
            assert half_typed_on(screen.app) == {}
            await screen.press("escape")
        keep_half_typed(screen.app, tmp_path / "state")
        assert not (tmp_path / "state").exists()


async def test_what_was_not_opened_again_is_kept_for_the_next_time(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.half_typed = {"Another question": {"name": "Zephyr"}}
        keep_half_typed(screen.app, tmp_path / "state")
        assert read_half_typed(tmp_path / "state") == {"Another question": {"name": "Zephyr"}}


async def test_on_return_it_is_told_and_the_file_is_gone(tmp_path: Path) -> None:
    state = state_folder()
    state.mkdir(parents=True, exist_ok=True)
    (state / NAME).write_text('{"A [b]program[/]": {"name": "x"}}', encoding="utf-8")
    async with on_screen(SEASON, tmp_path) as screen:
        told = " ".join(one.message for one in screen.app._notifications)
        assert "“A [b]program[/]” stood half filled in" in told
        assert not (state / NAME).exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', "null", "\0"])
def test_a_file_that_makes_no_sense_counts_as_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert read_half_typed(tmp_path) == {}
    forget_half_typed(tmp_path)
    forget_half_typed(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_every_question_is_named() -> None:
    assert "“One”, “Two” stood" in words_about({"One": {}, "Two": {}})
