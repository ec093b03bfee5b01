"""ASCII mode writes nothing but ASCII: every view, every question, every name, cell for cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from store.demo.demo_season import demo_season
from store.lanes import EventKind
from tests.examples import NOW
from tests.on_screen import on_screen
from tests.walking import Walker
from tui.ascii_filter import in_ascii
from tui.glyphs import ASCII, UNICODE
from tui.settings import Settings

ROUTES = {
    "timeline": ("plus", "plus", "p"),
    "programs": ("2", "p"),
    "review": ("3",),
    "messages": ("4",),
    "rank": ("5",),
    "season": ("6",),
    "menu": ("s",),
    "palette": ("colon",),
    "form": ("n",),
    "help": ("question_mark",),
    "program": ("enter",),
    "editor": ("m", "enter"),
}


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
async def test_every_screen_is_ascii(route: tuple[str, ...], tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(120, 36), settings=Settings(glyphs="ascii")) as screen:
        await screen.press(*route)
        await screen.pilot.pause(0.2)
        assert [line for line in screen.lines if not line.isascii()] == []
        assert all(cell_len(line) == 120 for line in screen.lines)


@pytest.mark.parametrize(
    "text",
    ["│ ┌─┐", "“so” … 3 of 4", "Łódź e\u0301", "東京", "김민수 Ａ", "Ελένη محمد", "a\u200db", "▾ ▸ ✓ •", "plain"],
)
def test_a_text_keeps_its_cells(text: str) -> None:
    assert in_ascii(text).isascii()
    assert cell_len(in_ascii(text)) == cell_len(text)


def test_signs_of_the_lanes_in_a_sentence_are_those_of_the_lanes() -> None:
    for kind in EventKind:
        sign = UNICODE.marks[kind]
        assert sign == "•" or in_ascii(sign) == ASCII.marks[kind]  # which is a bullet in sentences


def test_a_cut_word_does_not_read_like_an_abbreviation() -> None:
    assert in_ascii("Lantern Bluff Univ…  4 of 9 …") == "Lantern Bluff Univ~  4 of 9 ."


def test_a_terminal_without_utf_8_is_sent_no_other_byte(tmp_path: Path) -> None:
    home = str(tmp_path)
    now = "2026-11-24T14:05+01:00"
    walker = Walker(
        "demo", "--now", now, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home,
        LANG="C", LC_ALL="C",
    )  # fmt: skip
    try:
        walker.sees("Timeline")
        walker.press("s")
        walker.sees("Status of")
        walker.press("esc", "m", "enter")
        walker.sees("Checks")
        assert walker.output.isascii()
    finally:
        walker.close()
