"""A change is shown before it is saved, and changes are saved in the order in which they were made."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from store.rules.profile import change_profile
from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tui.requests import Change


async def test_a_change_made_while_another_is_shown_is_saved_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        app, show = screen.app, screen.app._show_state

        def show_and_change() -> None:
            monkeypatch.setattr(app, "_show_state", show)
            app.change_season(Change("inner", partial(change_profile, credentials="DO")))
            show()

        monkeypatch.setattr(app, "_show_state", show_and_change)
        app.change_season(Change("outer", partial(change_profile, name="Lena Q")))
        kept = screen.reloaded().profile
        assert (kept.name, kept.credentials) == ("Lena Q", "DO")
        assert screen.season.profile == kept


async def test_a_change_that_cannot_be_shown_is_saved_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:

        def fail() -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(screen.app, "_show_state", fail)
        with pytest.raises(ZeroDivisionError):
            screen.app.change_season(Change("name", partial(change_profile, name="Lena Q")))
        monkeypatch.undo()
        assert screen.reloaded().profile.name == "Lena Q"
