"""No key makes the program spell out the whole season in words for nobody: with many letters that takes a second."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season import Season
from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tui.requests import OpenLetter


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Season]:
    """Every season that is spelled out from here on."""
    spelled: list[Season] = []

    def told(season: Season) -> str:
        spelled.append(season)
        return "a season"

    monkeypatch.setattr(Season, "__repr__", told)
    return spelled


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6"])
async def test_a_view_with_its_preview_spells_no_season_out(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelled = watched(monkeypatch)
    async with on_screen(a_busy_season(), tmp_path, size=(120, 36)) as screen:
        await screen.press(key, "j")
        await screen.rest()
    assert spelled == []


async def test_the_checks_of_a_letter_spell_no_season_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    season = a_busy_season()
    draft = next(one for one in season.letters if one.at is None)
    spelled = watched(monkeypatch)
    async with on_screen(season, tmp_path) as screen:
        screen.app.post_message(OpenLetter(draft.id))
        await screen.rest()
        await screen.press("x")
        await screen.rest()
    assert spelled == []
