"""The list of everything that was done: newest first, and enter goes back or forward to right after one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from store.history import Step
from store.rules.many_programs import set_tier
from store.step_ways import Entry
from tests.examples import NOW, a_busy_season
from tests.on_screen import on_screen
from tui.history_list import steps_to
from tui.requests import Change

ENTRIES = tuple(
    Entry(Step(f"u-{place}", label, NOW, ()), taken_back=label.isupper()) for place, label in enumerate("EDcba")
)


@pytest.mark.parametrize(("place", "steps"), [(0, (0, 2)), (1, (0, 1)), (2, (0, 0)), (3, (1, 0)), (4, (2, 0))])
def test_the_way_to_an_entry_is_the_steps_between(place: int, steps: tuple[int, int]) -> None:
    assert steps_to(ENTRIES, place) == steps


async def test_the_list_goes_back_and_forward_to_any_change(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path, at="programs") as seen:
        await seen.press("f6")
        assert "Nothing was changed yet" in seen.text
        seasons = [seen.season]
        for key in ("i", "w", "p"):
            await seen.press("s", key)
            seasons.append(seen.season)
        labels = [entry.step.label for entry in seen.app.file.history.labels()]
        await seen.press("f6")
        places = [next(at for at, line in enumerate(seen.lines) if label in line) for label in labels]
        assert places == sorted(places)
        await seen.press("down", "enter")
        assert seen.season == seasons[-2] == seen.reloaded()
        await seen.press("f6", "down", "down", "enter")
        assert seen.season == seasons[1] == seen.reloaded()
        await seen.press("f6", "enter")
        assert seen.season == seasons[-1] == seen.reloaded()
        await seen.press("f6", "escape")
        assert seen.season == seasons[-1]


async def test_a_step_that_comes_while_the_list_is_open_does_not_lead_elsewhere(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path, at="programs") as seen:
        await seen.press("s", "i", "s", "w")
        meant = seen.season
        await seen.press("s", "p", "f6")
        name = partial(set_tier, program_ids=(meant.programs[0].id,), tier="Z")
        assert seen.app.change_season(Change("From the command line: tier", name))
        await seen.press("down", "enter")
        assert seen.season == meant == seen.reloaded()
