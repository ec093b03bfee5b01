"""Where nothing is there yet, every view and section says the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.records import Profile
from store.season import Season
from tests.on_screen import on_screen

EMPTY = Season(profile=Profile(name="Lena Korvath", home_zone="Europe/Warsaw"))
STEPS = {
    "1": ("n adds one",),
    "2": ("n adds one",),
    "3": (
        "where n adds one",
        "a adds a follow-up of your own",
        "a adds a follow-up of your own",
        "What you send waits here",
        "s puts a follow-up off",
        "d clears what is due",
    ),
    "4": (
        "n writes to a program",
        "r marks a draft as ready",
        "M on a draft marks it as sent",
        "a logs a message that came in",
        "once it is marked as sent",
        "thank-you",
    ),
    "5": ("x puts it on the list",),
    "6": ("not said", "Certify the rank list", "e switches it", "F7 brings one in"),
}
"""What must be said, for each section of each view in turn."""


@pytest.mark.parametrize("view", STEPS)
async def test_an_empty_section_says_the_next_step(view: str, tmp_path: Path) -> None:
    async with on_screen(EMPTY, tmp_path) as screen:
        await screen.press(view)
        for step in STEPS[view]:
            await screen.rest()
            assert step in " ".join(" ".join(screen.lines).split())
            await screen.press("tab")
