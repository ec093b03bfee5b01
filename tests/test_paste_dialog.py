"""Room for a whole text: enter breaks a line there until esc has left it, then it accepts, so nothing needs ctrl."""

from __future__ import annotations

from pathlib import Path

from store.season import Season
from tests.dialog_view import View, asked, shows
from tests.on_screen import on_screen
from tui.screens.dialogs.paste import Paste


def a_box() -> Paste:
    return Paste("Your programs", "One a line.")


async def test_ctrl_s_accepts_where_one_stands() -> None:
    assert await asked(a_box(), *"one", "enter", *"two", "ctrl+s") == "one\ntwo"


async def test_esc_and_enter_accept_without_any_ctrl() -> None:
    assert await asked(a_box(), *"one", "enter", *"two", "escape", "enter") == "one\ntwo"


async def test_the_frame_names_both_ways() -> None:
    app = View(a_box())
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shows(app, "ctrl+s, or esc and enter, reads it  esc cancels")
        await pilot.press("x", "escape")
        assert app.waits and await shows(app, "enter reads it  esc again drops what stands here")


async def test_typing_on_makes_enter_a_line_break_again() -> None:
    assert await asked(a_box(), "a", "escape", "b", "enter", "c", "escape", "enter") == "ab\nc"


async def test_esc_twice_drops_it() -> None:
    assert await asked(a_box(), "a", "escape", "escape") is None


async def test_the_welcome_names_every_way_to_begin_in_its_key_line(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path, size=(80, 24)) as seen:
        last = seen.lines[-1]
        assert all(words in last for words in ("d see a demo", "s set up mine", "i my spreadsheet", "l my list", "esc"))
