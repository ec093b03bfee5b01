"""A file whose reading has begun beside other work is the file, and its troubles are told where it is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ahead import Ahead
from store.errors import Damaged, FileTrouble
from store.season_file import SeasonFile
from tests.examples import a_busy_season


def test_what_was_begun_is_what_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    with SeasonFile.open(path, begun=SeasonFile.begin(path)) as file:
        assert file.season == a_busy_season()


def test_a_change_made_after_it_was_read_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    begun = SeasonFile.begin(path)
    begun._storage._ahead._thread.join()  # type: ignore[union-attr]
    path.write_bytes(path.read_bytes() + b"\n")
    with SeasonFile.open(path, lock_later=True, begun=begun) as file:
        assert file.changed_outside()


def test_no_file_is_an_empty_season(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path, begun=SeasonFile.begin(path)) as file:
        assert not file.season.programs


def test_damage_is_told_where_it_is_opened(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "season.json"
    path.write_bytes(b'{"programs": {')
    begun = SeasonFile.begin(path)
    with pytest.raises(FileTrouble, match="damaged"):
        SeasonFile.open(path, begun=begun)
    assert capfd.readouterr().err == ""


def test_trouble_that_has_passed_is_none() -> None:
    tries: list[int] = []

    def second_time() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Damaged("not yet")
        return "here"

    assert Ahead(second_time).value() == "here"
