"""Every time of day on screen names its zone; only the present moment, in the header and in `saved`, is simply here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from tests.examples import NOW
from tests.on_screen import SIZES, on_screen

DEMO = demo_season(NOW)
BARE = re.compile(r"\b\d\d:\d\d(?! (?:[A-Z]{2,5}|[+-]\d|UTC)\b)")
HERE = re.compile(r"saved \d\d:\d\d(?::\d\d)?|(?:= )?\d\d:\d\d$")
"""When something was saved; the clock at home where there is no room for more; a zone that stands on the next line."""
ROUTES: dict[str, tuple[str, ...]] = {
    "timeline": ("plus", "plus", "p"),
    "glance": ("plus", "p"),
    "programs": ("2", "p"),
    "review": ("3",),
    "review, next section": ("3", "tab"),
    "messages": ("4", "tab"),
    "rank": ("5",),
    "season": ("6", "tab"),
    "program": ("enter",),
    "editor": ("m", "enter"),
    "booking": ("B",),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
async def test_every_time_of_day_names_its_zone(route: tuple[str, ...], size: tuple[int, int], tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=size) as screen:
        await screen.press(*route)
        await screen.pilot.pause(0.15)
        await screen.rest()
        bare = [line.strip() for line in screen.lines[1:] if BARE.search(HERE.sub("", line.rstrip()))]
        assert bare == []
