"""Next year's season: the applicant goes on, what happened stays behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from store.agenda import agenda
from store.demo.demo_season import demo_season
from store.next_season import next_season
from store.record_json import read_season, season_to_tables
from store.records import ContactRule, Stay
from store.season import Season
from store.words import Outcome, Status
from tests.command_shell import Shell
from tests.examples import NOW
from tests.on_screen import on_screen
from tests.strategies import seasons
from tui.commands import SEASON

LATER = NOW.after(days=300)


@settings(max_examples=25)
@given(seasons())
def test_nothing_that_happened_goes_along(season: Season) -> None:
    begun = next_season(season, with_programs=True, now=LATER)
    assert not (begun.letters or begun.interviews or begun.notes or begun.tasks or begun.decisions or begun.news)
    assert not (begun.answers or begun.scores or begun.rank_list.order or begun.rank_list.snapshots)
    assert {one.status for one in begun.programs} <= {Status.PLANNED}
    assert all(one.rule == ContactRule() and not one.offered and not one.signaled for one in begun.programs)
    assert {one.id for one in begun.programs} == {one.id for one in season.followed}


@settings(max_examples=25)
@given(seasons())
def test_it_is_a_season_the_file_takes(season: Season) -> None:
    begun = next_season(season, with_programs=True, now=LATER)
    assert read_season(season_to_tables(begun)).season == begun
    agenda(begun, now=LATER)


def test_the_applicant_goes_along_without_the_outcome_and_without_stays_that_are_over() -> None:
    demo = demo_season(NOW)
    over = Stay(NOW.day, "America/Phoenix", NOW.day + timedelta(days=20))
    to_come = Stay(LATER.day + timedelta(days=5), "America/Phoenix")
    profile = replace(demo.profile, outcome=Outcome.UNMATCHED, stays=(over, to_come))
    begun = next_season(replace(demo, profile=profile), with_programs=False, now=LATER)
    assert begun.profile == replace(profile, outcome=None, stays=(to_come,))
    assert not begun.programs and not begun.contacts
    assert (begun.criteria, begun.questions, begun.rule_settings) == (demo.criteria, demo.questions, demo.rule_settings)


def test_people_and_facts_of_the_programs_go_along() -> None:
    demo = demo_season(NOW)
    begun = next_season(demo, with_programs=True, now=LATER)
    assert {one.id for one in begun.contacts} == {
        one.id for one in demo.contacts if demo.programs_by_id[one.program_id].trashed is None
    }
    assert [one.facts for one in begun.programs] == [one.facts for one in demo.followed]


@pytest.mark.parametrize("programs", [(), ("--programs",)])
def test_the_command_writes_a_new_file_and_leaves_this_one(
    demo: Shell, tmp_path: Path, programs: tuple[str, ...]
) -> None:
    before = demo.path.read_bytes()
    path = tmp_path / "next.json"
    said = demo("new-season", str(path), *programs)
    assert said.code == 0 and f"The next season is in {path}" in said.err and "key dates" in said.err
    assert demo.path.read_bytes() == before
    other = Shell(tmp_path, demo._capsys)
    other.path = path
    assert bool(other.season.programs) == bool(programs)
    assert other.season.profile.name == demo.season.profile.name
    assert path.stat().st_mode & 0o777 == 0o600
    assert demo("new-season", str(path)).code == 2
    assert demo("new-season", str(demo.path)).code == 2


async def test_the_key_writes_it_too_and_says_how_to_open_it(tmp_path: Path) -> None:
    path = tmp_path / "next.json"
    async with on_screen(demo_season(NOW), tmp_path, at=SEASON, size=(120, 36)) as screen:
        await screen.press("N", "y")
        assert "Into which file" in screen.text
        await screen.press("ctrl+u")
        await screen.write(str(path))
        await screen.press("enter")
        await screen.app.workers.wait_for_complete()
        await screen.rest()
        assert path.is_file() and "The next season is in" in screen.text
