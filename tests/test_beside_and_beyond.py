"""A backup beside an open window, a revision no file can have reached, and a disk too busy to put a season back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from store.disk import Disk
from store.file_reading import head_and_digest
from store.found_season import found_at
from store.history import step_between
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.examples import NOW, a_profile, a_program, a_season
from tests.on_screen import on_screen
from tui.changed_elsewhere import put_back

SEASON = a_season(a_program(), profile=a_profile())


def typed(file: SeasonFile, name: str) -> None:
    """One more piece of a text that is typed on, as steps that become one."""
    season = replace(file.season, profile=replace(file.season.profile, name=name))
    file.save(season, (step_between(file.season, season, "Name", at=NOW, merge="name"),))


def test_a_backup_is_made_beside_the_window_that_has_the_season(shell: Shell) -> None:
    with SeasonFile.open(shell.path) as window:
        window.clock = lambda: NOW
        window.save(SEASON)
        before = shell.path.read_bytes()
        said = shell("backup", "--json")
        assert said.code == 0 and said.json["made"] is True, said.err
        assert Path(said.json["path"]).read_bytes() == before == shell.path.read_bytes()
        again = shell("backup", "--json")
        assert again.code == 0 and again.json["made"] is False


def test_the_step_such_a_backup_stands_on_stays_one_while_typing_goes_on(shell: Shell) -> None:
    with SeasonFile.open(shell.path) as window:
        window.clock = lambda: NOW
        window.save(SEASON)
        typed(window, "Lena K")
        assert shell("backup").code == 0
        typed(window, "Lena Kor")
        typed(window, "Lena Korvath")
        assert [one.step.label for one in window.history.labels()] == ["Name", "Name"]
        (copy, *_) = window.backups.listed()
        step = found_at(copy.path, Disk()).meta["step"]
        assert window.history.numbered(step) is not None


def test_a_revision_beyond_all_counting_is_no_reason_never_to_save_again(shell: Shell) -> None:
    for name in ("One", "Two"):
        assert shell("add", name).code == 0
    with SeasonFile.open(shell.path, read_only=True) as file:
        step = file.place["step"]
    body = tuple(shell.path.read_bytes().splitlines(keepends=True)[2:])
    head, _ = head_and_digest(body, {"format": 1, "revision": 2**63 - 1, "step": step})
    shell.path.write_bytes(b"".join((head, *body)))
    assert shell("add", "Three").code == 0
    assert [shell("undo").code for _ in range(2)] == [0, 0]
    assert [one.name for one in shell.season.programs] == ["One"]
    assert shell("doctor").code == 0


async def test_nothing_is_put_back_while_the_disk_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_screen(SEASON, tmp_path) as screen:

        @contextmanager
        def busy(seconds: float) -> Iterator[bool]:
            yield False

        monkeypatch.setattr(screen.app.saver, "held", busy)
        screen.path.write_bytes(b"{")
        put_back(screen.app)
        await screen.rest()
        assert screen.path.read_bytes() == b"{"
        assert any("still busy" in one.message for one in screen.app._notifications)
        assert not screen.app.saver.pending
