"""News of the applicant: written down, said differently, taken away, on screen and by command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.errors import RuleBroken
from store.records import News
from store.rules.profile import add_news, change_news, forget_news
from tests.command_shell import Shell
from tests.examples import NOW, a_season
from tests.on_screen import SIZES, OnScreen, on_screen
from tui.commands import SEASON
from tui.screens.season import ProfileScreen

TOLD = News("w-first1", date(2026, 11, 20), "I passed Step 3.")


def test_news_is_said_differently_under_the_same_id() -> None:
    season = add_news(a_season(), TOLD, now=NOW)
    other = News(TOLD.id, TOLD.day, "I passed Step 3 on the first attempt.", eligibility=True)
    assert change_news(season, other, now=NOW).news == (other,)
    assert change_news(season, TOLD, now=NOW) is season
    assert forget_news(season, TOLD.id, now=NOW).news == ()


def test_news_that_is_not_known_is_a_sentence() -> None:
    with pytest.raises(RuleBroken, match="No news has the id “w-other1”"):
        change_news(a_season(), News("w-other1", TOLD.day, "x"), now=NOW)
    with pytest.raises(RuleBroken, match="prematch news"):
        forget_news(a_season(), "w-other1", now=NOW)


def test_the_command_records_lists_and_takes_away(shell: Shell) -> None:
    assert shell("add", "Quill Harbor").code == 0
    assert "Nothing new is recorded" in shell("news").err
    said = shell("news", TOLD.what, "--on", "2026-11-20", "--eligibility")
    assert said.code == 0 and "Step 3. `prematch undo`" in said.err
    (kept,) = shell.season.news
    assert (kept.day, kept.what, kept.eligibility) == (TOLD.day, TOLD.what, True)
    assert shell("news").out == f"Fri 20 Nov 2026: I passed Step 3, changes eligibility, {kept.id}\n"
    assert shell("news", "--json").json["news"][0]["on"] == "2026-11-20"
    assert shell("news", "Soon.", "--on", "2026-12-20").code == 2
    assert shell("news", "Both", "--forget", kept.id).code == 2
    assert shell("news", "--forget", kept.id).code == 0
    assert not shell.season.news
    assert shell("undo").code == 0
    assert list(shell.season.news) == [kept]


def on_line(screen: OnScreen, key: str) -> None:
    view = screen.app.screen
    assert isinstance(view, ProfileScreen)
    assert view.table.show_key(key)


@pytest.mark.parametrize("size", SIZES)
async def test_news_is_written_down_changed_and_taken_away_by_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON, size=size) as screen:
        on_line(screen, "news")
        await screen.press("enter")
        assert "Something new about you" in screen.text
        await screen.write("I passed Step 3.")
        await screen.press("ctrl+s")
        (kept,) = screen.season.news
        assert (kept.what, kept.day, kept.eligibility) == (TOLD.what, NOW.day, False)
        on_line(screen, f"news:{kept.id}")
        await screen.press("e")
        await screen.write(" At last.")
        await screen.press("ctrl+s")
        assert screen.season.news[0].what == "I passed Step 3. At last."
        await screen.press("X")
        assert screen.season.news == ()
        await screen.press("u", "u", "u")
        assert screen.season == screen.reloaded() == a_season()
