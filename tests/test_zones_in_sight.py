"""Every clock time on screen names its zone, at every size: its letters, or that it is told for here or at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.moments import Moment
from tests.examples import NOW, at
from tests.on_screen import SIZES, on_screen
from tests.test_views_in_text import DEMO, settled

CLOCK = re.compile(r"(?<![\d:-])(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])")
SPAN = re.compile(r" to (?=\d\d:\d\d)")
ZONE = re.compile(r"[ │)]*(?:[A-Z]{2,5}\b|[+-]\d\d\b|here\b|there\b|for you\b|at home\b)")
MORE = {
    "review, cleared": ("3 d tab tab tab tab tab", "u"),
    "review, put off": ("3 s 1 tab tab tab tab", "u"),
    "season, rules": ("6 tab tab", ""),
    "season, data": ("6 tab tab tab", ""),
    "history": ("f6", "escape"),
    "wait": ("1 j w", "escape"),
}
TYPED = ("empty for now; or 14:05, yesterday 9:20", "= now, ")
"""Examples of what may be typed; the zone of what was understood stands behind them."""
FIELDS = re.compile(r"│ +(?:[A-Z][a-z ]+\* )?\d{4}-\d\d-\d\d \d\d:\d\d ")
"""A moment in a field as it can be typed back; its zone is told with what is understood, or asked next."""


def unnamed(lines: list[str]) -> Iterator[str]:
    """Every clock time there whose zone is not beside it, on its own line or where that one goes on."""
    for row, words in enumerate(lines):
        if any(one in words for one in TYPED) or FIELDS.search(words):
            continue
        for found in CLOCK.finditer(words):
            column = words.rfind("│", 0, found.start()) + 1
            end = words.find("│", found.end())
            rest = words[found.end() : end if end >= 0 else None]
            if SPAN.match(rest):
                continue  # of two, the last one names it
            further = lines[row + 1][column:] if row + 1 < len(lines) else ""
            if not ZONE.match(rest if rest.strip() else f" {further.lstrip(' │')}"):
                yield words


KEPT = sorted((Path(__file__).parent / "__snapshots__" / "test_views_in_text").glob("*unicode*.txt"))
"""Every view and question as another test finds it on the screen."""


@pytest.mark.parametrize("picture", KEPT, ids=lambda path: path.stem)
def test_every_clock_time_of_a_view_and_a_question_names_its_zone(picture: Path) -> None:
    lines = picture.read_text(encoding="utf-8").splitlines()
    assert len(CLOCK.findall("\n".join(lines))) > 10
    assert list(unnamed([one for one in lines if not one.startswith("== ")])) == []


def test_every_size_is_kept() -> None:
    assert len(KEPT) == len(SIZES) + 1


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_clock_time_of_what_lies_further_in_names_its_zone(size: tuple[int, int], tmp_path: Path) -> None:
    await no_time_is_bare(MORE, size, NOW, tmp_path)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_deadline_on_the_top_line_names_its_zone(size: tuple[int, int], tmp_path: Path) -> None:
    await no_time_is_bare({"rank": ("5", ""), "season": ("6", "")}, size, at("2027-02-26 09:00"), tmp_path)


async def no_time_is_bare(places: dict[str, tuple[str, str]], size: tuple[int, int], now: Moment, folder: Path) -> None:
    seen = 0
    async with on_screen(DEMO, folder, size=size, now=now) as screen:
        for place, (there, back) in places.items():
            await screen.press(*there.split())
            lines = await settled(screen)
            seen += sum(len(CLOCK.findall(words)) for words in lines)
            assert list(unnamed(lines)) == [], place
            await screen.press(*back.split())
    assert seen > 1


@pytest.mark.parametrize(
    ("lines", "bare"),
    [
        (["Thu 3 Dec 08:00 CST = 15:00 CET here"], 0),
        (["Thu 3 Dec 08:00"], 1),
        (["Tue 24 Nov 2026  14:05 "], 1),
        (["saved 14:05:00 CET"], 0),
        (["saved 14:05:00"], 1),
        (["overlap 15:00 to 19:00 here"], 0),
        (["overlap 15:00 to 19:00"], 1),
        (["  INT ───  │   Thu 3 Dec 08:00 CST = 15:00", "  INT ───  │   CET here"], 0),
        (["  INT ───  │   Thu 3 Dec 08:00 CST = 15:00", "  INT ───  │ Next"], 1),
        (["14:30 Fenwick Children's"], 1),
        (["now 06:05 MST there   #small"], 0),
    ],
)
def test_what_counts_as_naming_a_zone(lines: list[str], bare: int) -> None:
    assert len(list(unnamed(lines))) == bare
