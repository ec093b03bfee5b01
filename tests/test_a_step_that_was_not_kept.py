"""Where the step of a change could not be kept, undo says so; nothing promises what it cannot do."""

from __future__ import annotations

import errno
import json
import os
from itertools import pairwise
from pathlib import Path

import pytest

from store.ailments import findings
from store.checkup import look_over
from store.disk import Disk
from store.file_reading import head_and_digest
from store.history import step_between, undone
from store.season import Season
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.examples import NOW, a_profile, a_program, a_season
from tests.on_screen import on_screen


@pytest.fixture
def no_steps(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """From `setattr` on nothing can be written in the folder of undo steps."""
    create = Disk.create

    def refusing(self: Disk, path: Path) -> int:
        if path.parent.name.endswith(".history"):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return create(self, path)

    monkeypatch.setattr(Disk, "create", refusing)
    return monkeypatch


def lost_after_one(shell: Shell, request: pytest.FixtureRequest) -> None:
    assert shell("add", "One").code == 0
    request.getfixturevalue("no_steps")


def test_a_change_whose_step_was_not_kept_is_not_said_to_be_taken_back_by_undo(
    shell: Shell, request: pytest.FixtureRequest
) -> None:
    lost_after_one(shell, request)
    said = shell("add", "Three")
    assert said.code == 0 and "could not be kept" in said.err and "takes this back" not in said.err
    assert len(shell.season.programs) == 2


def test_undo_history_and_doctor_agree_that_undo_ends_there(shell: Shell, request: pytest.FixtureRequest) -> None:
    lost_after_one(shell, request)
    shell("add", "Three")
    undone = shell("undo")
    assert undone.code == 1 and "Undo ends here" in undone.err and "backup" in undone.err
    listed = shell("history")
    assert "Undo ends here" in listed.err and "Nothing was changed yet" not in listed.err
    found = {one.id: one.what for one in findings(look_over(shell.path))}
    assert "missing or cannot be read" in found["undo"]
    assert len(shell.season.programs) == 2


def test_the_next_change_can_be_undone_again_and_then_undo_ends(shell: Shell, request: pytest.FixtureRequest) -> None:
    lost_after_one(shell, request)
    shell("add", "Three")
    request.getfixturevalue("no_steps").undo()
    assert "takes this back" in shell("add", "Four", "--file", str(shell.path)).err
    assert shell("undo").code == 0
    assert "Undo ends here" in shell("undo").err
    assert [one.name for one in shell.season.programs] == ["One", "Three"]


def test_a_season_that_was_never_changed_has_simply_nothing_to_undo(shell: Shell) -> None:
    assert "nothing to take back" in shell("undo").err
    assert "Nothing was changed yet" in shell("history").err


async def test_in_a_window_undo_goes_on_over_it_and_the_step_is_written_with_the_next_change(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    season = a_season(a_program(), profile=a_profile())
    async with on_screen(season, tmp_path, at="programs") as screen:
        no_steps = request.getfixturevalue("no_steps")
        await screen.press("X")
        await screen.rest()
        await screen.press("enter")
        changed = screen.reloaded()
        assert changed != season and not list(screen.path.with_name("season.json.history").glob("*.json"))
        await screen.press("u")
        assert screen.reloaded() == season
        await screen.press("U")
        assert screen.reloaded() == changed
        no_steps.undo()
        await screen.press("u")
        assert screen.reloaded() == season
    with SeasonFile.open(screen.path) as file:
        assert file.history.redo_step()


def test_owed_steps_are_written_with_the_next_save_and_lead_back_after_a_restart(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    seasons = [a_season(*(a_program(f"p-{n}", f"Program {n}") for n in range(count))) for count in range(5)]
    with SeasonFile.open(tmp_path / "season.json") as file:
        file.save(seasons[1], (step_between(seasons[0], seasons[1], "one", at=NOW),))
        no_steps = request.getfixturevalue("no_steps")
        for before, after in pairwise(seasons[1:4]):
            file.save(after, (step_between(before, after, "more", at=NOW),))
            assert not file.step_kept
        no_steps.undo()
        file.save(seasons[4], (step_between(seasons[3], seasons[4], "last", at=NOW),))
        assert file.step_kept
    assert undone_to_the_start(tmp_path / "season.json") == seasons[3::-1]


def test_owed_steps_are_written_when_the_file_is_closed(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    seasons = [a_season(*(a_program(f"p-{n}", f"Program {n}") for n in range(count))) for count in range(3)]
    with SeasonFile.open(tmp_path / "season.json") as file:
        no_steps = request.getfixturevalue("no_steps")
        for before, after in pairwise(seasons):
            file.save(after, (step_between(before, after, "more", at=NOW),))
        no_steps.undo()
    assert undone_to_the_start(tmp_path / "season.json") == seasons[1::-1]


def undone_to_the_start(path: Path) -> list[Season]:
    found = []
    with SeasonFile.open(path) as file:
        while step := file.history.undo_step():
            file.save_undone(undone(file.season, step), step)
            found.append(file.season)
    return found


@pytest.mark.parametrize("wrong", [-5, 999])
def test_a_step_number_edited_by_hand_that_can_be_none_does_not_end_undo(shell: Shell, wrong: int) -> None:
    for name in ("One", "Two"):
        assert shell("add", name).code == 0
    with SeasonFile.open(shell.path, read_only=True) as file:
        meta = {"format": 1, "revision": file.revision, "step": wrong, "last_step": -5}
    lines = shell.path.read_bytes().splitlines(keepends=True)
    body = tuple(lines[2:])
    head, _ = head_and_digest(body, meta)
    assert json.loads(b"".join((head, *body)))
    shell.path.write_bytes(b"".join((head, *body)))
    assert shell("undo").code == 0
    assert [one.name for one in shell.season.programs] == ["One"]
    assert shell("redo").code == 0
