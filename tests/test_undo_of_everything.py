"""Whatever was done can be taken back and done again to the letter: any rules, any number of them, across restarts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import RuleBroken
from store.history import Step, redone, step_between, undone
from store.history_file import KEPT
from store.record_json import season_to_tables
from store.season import Season
from store.season_file import SeasonFile
from tests.examples import NOW, a_busy_season
from tests.memory_disk import MemoryDisk, Wrote
from tests.operations import body, change, do_again, take_back
from tests.test_rules_in_any_order import Change, changes


def text_of(season: Season) -> str:
    """All of it, in the order in which it stands."""
    return json.dumps(season_to_tables(season))


@given(st.lists(st.tuples(changes(), st.integers(min_value=0, max_value=24 * 20)), max_size=10))
@settings(max_examples=80)
def test_any_course_of_rules_goes_back_and_forth_to_the_letter(course: list[tuple[Change, int]]) -> None:
    season, now = a_busy_season(), NOW
    seasons, steps = [season], list[Step]()
    for rule, hours in course:
        now = now.after(hours=hours)
        try:
            changed = rule(season, now)
        except RuleBroken:
            continue
        steps.append(step_between(season, changed, "anything", at=now))
        seasons.append(season := changed)
    for step, before in zip(reversed(steps), reversed(seasons[:-1]), strict=True):
        season = undone(season, step)
        assert text_of(season) == text_of(before)
    for step, after in zip(steps, seasons[1:], strict=True):
        season = redone(season, step)
        assert text_of(season) == text_of(after)


def drawn(draw: Random, number: int) -> Season:
    """A season that differs from any other in a few places, sometimes in one only."""
    busy = a_busy_season()
    programs = list(busy.programs)
    draw.shuffle(programs)
    letters = tuple(replace(one, body=f"{number}\n" * draw.randrange(1, 40)) for one in busy.letters)
    return replace(
        busy,
        profile=replace(busy.profile, phone=f"{number}"),
        programs=tuple(programs) if draw.random() < 0.4 else busy.programs,
        letters=letters if draw.random() < 0.5 else busy.letters[: draw.randrange(5)],
    )


def act(file: SeasonFile, after: Season) -> None:
    """One action that makes the season that one."""
    change("anything", lambda season: after)(file)


def test_two_hundred_actions_and_two_hundred_undos_give_the_first_file_across_a_restart(tmp_path: Path) -> None:
    path, draw, seasons = tmp_path / "season.json", Random(7), [a_busy_season()]
    disk = MemoryDisk(tmp_path)

    def tables() -> list[bytes]:
        return disk.read(path)[0].splitlines()[2:]

    with SeasonFile.open(path, disk=disk) as file:
        file.save(seasons[0])
        first = tables()
        for number in range(100):
            act(file, drawn(draw, number))
            seasons.append(file.season)
    with SeasonFile.open(path, disk=disk) as file:
        for number in range(100, 200):
            act(file, drawn(draw, number))
            seasons.append(file.season)
        last = tables()
        for before in seasons[-2:99:-1]:
            take_back(file)
            assert file.season == before
    with SeasonFile.open(path, disk=disk) as file:
        for before in seasons[99::-1]:
            take_back(file)
            assert file.season == before
        assert file.history.undo_step() is None
        assert tables() == first
    with SeasonFile.open(path, disk=disk) as file:
        for after in seasons[1:]:
            do_again(file)
            assert file.season == after
        assert file.history.redo_step() is None
        assert tables() == last


def with_steps(path: Path, disk: MemoryDisk, count: int) -> SeasonFile:
    """A season file with that many steps behind it."""
    file = SeasonFile.open(path, disk=disk)
    file.save(a_busy_season())
    for number in range(count):
        change(f"{number}", body(f"number {number:04}"))(file)
    return file


def test_five_hundred_steps_are_kept_and_no_more(tmp_path: Path) -> None:
    with with_steps(tmp_path / "season.json", MemoryDisk(tmp_path), KEPT + 3) as file:
        assert KEPT == 500
        assert len(file.history.labels()) == KEPT
        for _ in range(KEPT):
            take_back(file)
        assert file.history.undo_step() is None
        assert file.season.letters[0].body == "number 0002"


@pytest.mark.parametrize("steps", [1, 60, KEPT])
def test_a_save_writes_as_much_after_five_hundred_steps_as_after_one(tmp_path: Path, steps: int) -> None:
    path, disk = tmp_path / "season.json", MemoryDisk(tmp_path)
    with with_steps(path, disk, steps) as file:
        begun = len(disk.journal)
        change("one more", body("number 9999"))(file)
        sizes = {event.file: len(event.now) for event in disk.journal[begun:] if isinstance(event, Wrote)}
        assert sum(sizes.values()) - len(disk.read(path)[0]) < 3_000  # the step itself
        assert len(disk.journal) - begun < 30
