"""The order of days on screen: it holds at once everywhere, keeps every column, and is kept for the next start."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from store.dates import DayOrder
from store.demo.demo_season import demo_season
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tests.test_views_in_text import VIEWS, settled
from tui.asking.settings import apply
from tui.screens.season_screen import SeasonScreen
from tui.settings import Settings
from tui.settings_file import read_settings

DEMO = demo_season(NOW)
DAY_FIRST, MONTH_FIRST, ISO = DayOrder
SIZE = (80, 24)
STATUS = -2
"""The line that keeps what was said, here before the change; after a change made by hand it tells of that."""
MONTHS = "(?:Sep|Oct|Nov|Dec|Jan|Feb|Mar)"
HALF_A_DAY = {
    DAY_FIRST: rf"\b\d{{1,2}} {MONTHS} 20\d?(?![\d…])",
    MONTH_FIRST: rf"\b{MONTHS} \d{{1,2}},\s+20\d?(?![\d…])",
    ISO: r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:20\d\d-(?:\d\d?(?:-\d?)?)?|\d\d-\d?)(?![\d…-])",
}
"""A day that stops short without the sign that says so."""

Seen = dict[str, list[str]]


@pytest.fixture(scope="module")
def seen() -> dict[DayOrder, Seen]:
    """Every view as it was first seen in an app that began in that order; filled by the first test for each."""
    return {}


async def walk(screen: OnScreen, order: DayOrder) -> Seen:
    """Every view in turn; none is wider than the screen, and no day in it stops short."""
    found: Seen = {}
    for place, (there, back) in VIEWS.items():
        await screen.press(*there.split())
        lines = found[place] = await settled(screen)
        assert all(cell_len(line) <= SIZE[0] for line in lines), place
        assert not re.findall(HALF_A_DAY[order], "\n".join(lines)), place
        await screen.press(*back.split())
    return found


@pytest.mark.parametrize("order", DayOrder)
async def test_every_view_keeps_its_width_and_its_days_whole(
    order: DayOrder, seen: dict[DayOrder, Seen], tmp_path: Path
) -> None:
    async with on_screen(DEMO, tmp_path, size=SIZE, settings=Settings(dates=order)) as screen:
        seen[order] = await walk(screen, order)


async def test_another_order_is_seen_at_once_on_every_view(seen: dict[DayOrder, Seen], tmp_path: Path) -> None:
    """Just as an app that began so shows it; in a question, no setting can be changed."""
    for each in {DAY_FIRST, MONTH_FIRST} - seen.keys():
        async with on_screen(DEMO, tmp_path / each, size=SIZE, settings=Settings(dates=each)) as screen:
            seen[each] = await walk(screen, each)
    async with on_screen(DEMO, tmp_path, size=SIZE) as screen:
        for place, (there, back) in VIEWS.items():
            await screen.press(*there.split())
            for worn in (MONTH_FIRST, DAY_FIRST) if isinstance(screen.app.screen, SeasonScreen) else ():
                apply(screen.app, replace(screen.app.settings, dates=worn))
                now, begun = await settled(screen), seen[worn][place]
                assert [*now[:STATUS], now[-1]] == [*begun[:STATUS], begun[-1]], (place, worn)
            await screen.press(*back.split())


async def test_it_is_chosen_in_the_settings_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.settings_path = path
        await screen.press("5", "comma", "d", "2", "escape")
        assert "dates: month-first" in screen.text and "Certify by Wed Mar 3, 2027" in screen.text
        await screen.press("1")
        await screen.rest()
        assert " Tue Nov 24 " in screen.text
        await screen.press("comma", "d", "3", "escape")
        assert " Tue 11-24 " in screen.text
    assert read_settings(path).dates is ISO


async def test_a_view_behind_the_one_in_front_follows_too(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("3", "5", "1", "comma", "d", "2", "escape", "3")
        await screen.rest()
        assert "clash on Thu Dec 3" in screen.text
        await screen.press("5")
        await screen.rest()
        assert "Certify by Wed Mar 3, 2027" in screen.text


async def test_what_is_shown_is_understood_in_a_question(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, settings=Settings(dates=ISO)) as screen:
        await screen.press("g", "d", *"12", "minus", *"03")
        await screen.rest()
        assert "Thu 2026-12-03" in screen.text
    async with on_screen(DEMO, tmp_path / "words", settings=Settings(dates=MONTH_FIRST)) as screen:
        await screen.press("g", "d", *"12", "minus", *"03")
        await screen.rest()
        assert "leaves open which" in screen.text
        assert "Dec 3, 2026" in screen.text and "Mar 12, 2027" in screen.text


async def test_the_last_view_does_not_touch_the_day_beside_it(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, settings=Settings(dates=ISO)) as screen:
        await screen.press("6")
        await screen.rest()
        assert screen.lines[0].endswith("[6 Season] Tue 11-24")
        await screen.press("5")
        await screen.rest()
        assert screen.lines[0].endswith(" 6 Season Tue 11-24 ")
