"""What a rule refuses is said where it was typed, and nothing that was typed is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import RuleBroken
from store.moments import Moment
from store.season import Season
from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen, told
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.form import Form
from tui.screens.welcome import WelcomeScreen


async def fill(seen: OnScreen, *values: str) -> None:
    """Type a value into each field from the first on; an empty one is passed over."""
    for number, value in enumerate(values):
        if number:
            await seen.press("tab")
        if value:
            await seen.write(value)


async def test_the_first_form_stays_open_with_its_words_until_they_are_mended(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("s")
        await fill(seen, "Noor Halvard", "", "A-77", "Rowan Medical University")
        await seen.press("ctrl+s")
        assert "An AAMC ID has digits only." in seen.text and "Rowan Medical University" in seen.text
        await seen.press("shift+tab", "ctrl+u")
        await seen.write("10099002")
        await seen.press("ctrl+s")
        assert (seen.season.profile.name, seen.season.profile.aamc_id) == ("Noor Halvard", "10099002")
        assert not isinstance(seen.app.screen, WelcomeScreen | Form)


async def test_where_you_are_is_a_guess_that_typing_replaces(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("s")
        await fill(seen, "Noor Halvard", "Lagos")
        assert "= Africa/Lagos" in seen.text
        await seen.press("ctrl+s")
        assert seen.season.profile.home_zone == "Africa/Lagos"


async def test_left_and_right_still_change_what_stands_there(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as seen:
        await seen.press("s", "tab")
        before = seen.app.screen.query("SubjectField")[1].value  # type: ignore[attr-defined]
        await seen.press("right", "x")
        assert seen.app.screen.query("SubjectField")[1].value == f"{before}x"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "typed", "reason"),
    [
        ("n", ("{name}", "Dublin", "OH"), "followed already"),
        ("ac", ("Bo Lark", "", "", "", "bo at x"), "is not one mail address"),
        ("e", ("", "", "", "Nowhere at all"), "No zone has that name"),
    ],
)
async def test_a_form_stays_open_until_the_rule_takes_it(
    tmp_path: Path, keys: str, typed: tuple[str, ...], reason: str
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        name, before = seen.season.followed[1].name, seen.season
        await seen.press(*keys)
        words = tuple(one.format(name=name) for one in typed)
        await fill(seen, *words)
        await seen.press("ctrl+s")
        assert isinstance(seen.app.screen, Form) and seen.season is before
        assert reason in " ".join(seen.text.replace("│", " ").split())
        assert all(word in seen.text for word in words if word)
        await seen.press("escape", "escape")
        assert seen.season is before


async def test_what_is_refused_after_its_question_closed_stands_there_again(tmp_path: Path) -> None:
    def refusing(season: Season, *, now: Moment) -> Season:
        raise RuleBroken("Not like that.")

    async with on_screen(a_busy_season(), tmp_path) as seen:

        async def ask() -> None:
            if await seen.app.push_screen_wait(Ask("What they said", "Words")) is not None:
                seen.app.change_season(Change("Never", refusing))

        seen.app.run_worker(ask())
        await seen.rest()
        await seen.write("a long sentence")
        await seen.press("enter")
        assert await seen.comes(lambda: "Not like that." in told(seen))
        assert "stands there again" in told(seen)
        seen.app.run_worker(ask())
        await seen.rest()
        assert "a long sentence" in seen.text
