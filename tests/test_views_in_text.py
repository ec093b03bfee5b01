"""Every view and question in three sizes, in Unicode, in ASCII and without colour: kept as text that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.style import Style
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from store.demo.demo_season import demo_season
from tests.examples import NOW
from tests.on_screen import SIZES, OnScreen, on_screen
from tui.settings import Settings
from tui.widgets.detail_pane import ROOM

DEMO = demo_season(NOW)
REST = 0.12
"""Seconds after which words and pane have followed the cursor."""
VIEWS: dict[str, tuple[str, str]] = {
    "timeline, weeks": ("minus minus minus j j j j", ""),
    "timeline, half weeks": ("plus", ""),
    "timeline, days": ("plus", ""),
    "timeline, thirds of days": ("plus l l", "escape 0"),
    "sorted by days quiet": ("S q", "S n"),
    "grouped by interview week": ("b w", "b s"),
    "grouped by region, headings": ("b r Z", "b s Z Z"),
    "filtered": ("slash b k d space ! l a t e enter", "escape"),
    "nothing matches": ("slash x x x", "escape"),
    "selected": ("home j space space", "escape"),
    "at a glance": ("home p", "p"),
    "program": ("j enter", "escape"),
    "programs": ("2", ""),
    "fit, planned": ("F a", ""),
    "fit, all that are open": ("a x", "u"),
    "fit, weights": ("w l", "escape escape"),
    "review": ("3", ""),
    "messages": ("4", ""),
    "messages, templates": ("tab tab tab tab", ""),
    "rank": ("5", ""),
    "rank, largest disagreements first": ("S", "S home"),
    "rank, compared": ("c", "escape"),
    "rank, weights": ("w h h", "escape"),
    "rank, certify sheet": ("t space", "escape"),
    "season": ("6", ""),
    "season, key dates": ("tab", ""),
    "editor": ("1 m enter", "escape escape"),
}
"""Each with the keys that lead there from the one before, and those that lead back."""
QUESTIONS: dict[str, tuple[str, str]] = {
    "go to": ("j g", "escape"),
    "go to a date": ("g d 3 space d e c", "escape"),
    "saved filters": ("slash c l a s h enter f", "escape escape"),
    "sort": ("S", "escape"),
    "group by": ("b", "escape"),
    "status": ("s", "escape"),
    "a message": ("m", "escape"),
    "wait": ("w", "escape"),
    "add": ("a", "escape"),
    "tags": ("number_sign", "escape"),
    "tier": ("T", "escape"),
    "contact rule": ("R", "escape"),
    "facts": ("e", "escape"),
    "booking": ("B", "escape"),
    "an invitation": ("i", "escape"),
    "a new program": ("n", "escape"),
    "the palette": ("colon", "escape"),
    "keys": ("question_mark", "escape"),
    "rank, place": ("5 number_sign", "escape"),
    "rank, leave out": ("x", "escape"),
    "rank, save points": ("s", "escape"),
    "rank, scores": ("e", "escape"),
    "rank, checks": ("exclamation_mark", "escape"),
    "the trash": ("f8", "escape"),
    "a follow-up of one's own": ("3 tab j e", "escape"),
}
"""Questions stand in a box that is the same at every size; so one size is enough for them."""
GLYPHS = {"unicode": "unicode", "ascii": "ascii", "no colour": "unicode"}
ARGUMENTS = [(way, size) for way in ("unicode", "ascii", "no colour") for size in SIZES]


class TextPicture(SingleFileSnapshotExtension):
    """Kept as a text file."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"

    def serialize(self, data: Any, **options: Any) -> str:
        """The picture is text already."""
        return str(data)


@pytest.mark.parametrize(("way", "size"), ARGUMENTS, ids=[f"{way}-{size[0]}x{size[1]}" for way, size in ARGUMENTS])
async def test_every_view(
    way: str, size: tuple[int, int], tmp_path: Path, snapshot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = await walked(VIEWS, way, size, tmp_path, monkeypatch)
    assert snapshot(extension_class=TextPicture) == told


@pytest.mark.parametrize("way", ["unicode", "ascii", "no colour"])
async def test_every_question(way: str, tmp_path: Path, snapshot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told = await walked(QUESTIONS, way, SIZES[0], tmp_path, monkeypatch)
    assert snapshot(extension_class=TextPicture) == told


async def walked(
    places: dict[str, tuple[str, str]],
    way: str,
    size: tuple[int, int],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Every place in turn, in one app."""
    if way == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")  # an app looks for it when it is made
    told: list[str] = []
    async with on_screen(DEMO, folder, size=size, settings=Settings(glyphs=GLYPHS[way])) as screen:
        for place, (there, back) in places.items():
            if place == "at a glance" and size[0] >= ROOM:
                there, back = "home", ""  # the pane shows it already
            await screen.press(*there.split())
            lines = await settled(screen)
            assert all(cell_len(line) <= size[0] for line in lines), place
            assert way != "ascii" or "".join(lines).isascii(), place
            told += [f"== {place} ({there})", *(line.rstrip() for line in lines)]
            told += marks(screen) if way == "no colour" else ()
            await screen.press(*back.split())
            await saved(screen)
    return "\n".join(told) + "\n"


async def saved(screen: OnScreen) -> None:
    """Wait until what the keys before changed is on disk: the next view is not the one that says so."""
    while screen.app.saver.pending:
        await screen.pilot.pause(0.01)
    await screen.rest()


async def settled(screen: OnScreen) -> list[str]:
    """The screen once nobody works on it any more, every change is saved, and it has said the same twice."""
    seen: list[str] = []
    await screen.pilot.pause(REST)
    for _ in range(500):
        await screen.rest()
        working = any(one.group in ("preview", "checks", "history") and one.is_running for one in screen.app.workers)
        if not working and not screen.app.saver.pending and seen == screen.lines:
            return seen
        seen = screen.lines
        await screen.pilot.pause(REST / 6)
    raise AssertionError("the screen did not come to rest")


def marks(screen: OnScreen) -> Iterator[str]:
    """Under the picture, line by line, where letters are bold, underlined or reversed: all there is without colour."""
    width = screen.app.size.width
    for row, strip in enumerate(screen.app.screen._compositor.render_strips()):
        signs = "".join(sign_of(segment.style) * segment.cell_length for segment in strip.crop(0, width)).rstrip()
        if signs:
            yield f"{row:>2}|{signs}"


def sign_of(style: Style | None) -> str:
    """R for reversed, U for underlined, B for bold, small for dim."""
    if style is None:
        return " "
    sign = "R" if style.reverse else "U" if style.underline else "B" if style.bold else " "
    return "d" if style.dim and sign == " " else sign
