"""The five minutes of the README, pressed as they are written, on the made-up season."""

from __future__ import annotations

import re
from pathlib import Path

from store.demo.demo_season import demo_season
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tui.commands import all_commands

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
TOUR = README.split("## Five minutes")[1].split("![")[0]
STEPS = re.findall(r"^\d\. (.+?)(?=^\d\. |\Z)", TOUR, flags=re.MULTILINE | re.DOTALL)
TYPED = {"dunmarrow", "prematch demo"}


def keys_of(step: str) -> list[str]:
    return re.findall(r"`([^`]+)`", step)


def test_every_key_of_the_tour_is_a_key() -> None:
    known = {key for scope in all_commands().values() for command in scope for key in command.shown.split()}
    told = {key for step in STEPS for key in keys_of(step)} - TYPED
    assert len(STEPS) == 7 and len(told) > 20
    assert told <= known, told - known


async def sees(screen: OnScreen, words: str) -> None:
    """What is told a moment after a key is waited for."""
    assert await screen.comes(lambda: words in screen.text), words


async def test_the_tour_can_be_walked_as_it_is_written(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(120, 36)) as screen:
        await see_the_season(screen)
        await clear_and_write(screen)
        await invited_and_after(screen)
        await rank_and_leave(screen)


async def see_the_season(screen: OnScreen) -> None:
    await screen.press("j", "k", "left_square_bracket", "right_square_bracket", "plus")
    await sees(screen, "half a week a cell")
    await screen.press("minus", "exclamation_mark")
    await sees(screen, "interview, clash with")
    await screen.press("enter")
    await sees(screen, "] next  ? keys")
    await screen.press("escape")
    await sees(screen, "   a week a cell")


async def clear_and_write(screen: OnScreen) -> None:
    await screen.press("3")
    await sees(screen, "Why it is here")
    await sees(screen, "Dear ")
    await screen.press("d")
    await sees(screen, "Done: ")
    await screen.press("s", "t", "x")
    await sees(screen, "Not needed: ")
    await screen.press("u", "u", "u")
    assert screen.reloaded().decisions == demo_season(NOW).decisions
    await screen.press("home", "j", "j", "j", "m")
    await sees(screen, "2 blanks to fill in")
    await screen.press("tab")
    await screen.write("nights on a ward")
    await screen.press("f8")
    await sees(screen, "Finding 1")
    await screen.press("escape", "y")
    assert await screen.comes(
        lambda: any("Not yet." in one.message for one in screen.app._notifications)
    )  # a blank is left
    await screen.press("escape")
    await sees(screen, "Cleared today")


async def invited_and_after(screen: OnScreen) -> None:
    await screen.press("1", "home", "j", "i")
    await sees(screen, "It came")
    await screen.press("escape", "B")
    await sees(screen, "Which date at")
    await screen.press("escape", "slash")
    await screen.write("dunmarrow")
    await screen.press("enter", "D")
    await sees(screen, "Whom I met")
    await screen.press("escape", "escape", "escape")  # the form, the time cursor of the clash, the filter
    assert await screen.comes(lambda: "/dunmarrow" not in screen.text)


async def rank_and_leave(screen: OnScreen) -> None:
    await screen.press("5", "J", "K")
    await sees(screen, "Moved: ")
    for key, words in (("c", "Which would you rather match at?"), ("t", "ticked off")):
        await screen.press(key)
        await sees(screen, words)
        await screen.press("escape")
        await sees(screen, "6 on the list")
    await screen.press("q")
    await sees(screen, "Press q once more")
    await screen.press("q")
    assert await screen.comes(lambda: not screen.app.is_running)
