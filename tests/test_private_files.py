"""Files handed out together: all of them or none, for their owner only, never over another unasked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from store.errors import FileTrouble, RuleBroken
from tui.private_files import HandedFile, taken_names, write_all, write_private

TWO = (HandedFile("a.eml", b"first"), HandedFile("b.eml", b"second"))


def test_a_folder_that_is_missing_is_made_for_its_owner(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert write_all(folder, TWO) == (folder / "a.eml", folder / "b.eml")
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == [b"first", b"second"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_in_a_folder_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="cannot be made"):
        write_all(tmp_path / "no" / "where", TWO)


def test_one_that_is_there_keeps_all_of_them_away(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(b"mine")
    with pytest.raises(RuleBroken, match=r"b\.eml is there already\. Nothing was written"):
        write_all(tmp_path, TWO)
    assert [path.name for path in tmp_path.iterdir()] == ["b.eml"]
    assert (tmp_path / "b.eml").read_bytes() == b"mine"


def test_told_to_they_are_written_over(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(b"mine")
    (tmp_path / "b.eml").chmod(0o644)
    write_all(tmp_path, TWO, over=True)
    assert (tmp_path / "b.eml").read_bytes() == b"second"
    assert stat.S_IMODE((tmp_path / "b.eml").stat().st_mode) == 0o600


def test_a_link_that_leads_nowhere_counts_as_taken(tmp_path: Path) -> None:
    (tmp_path / "a.eml").symlink_to(tmp_path / "gone")
    assert taken_names(tmp_path, TWO) == ("a.eml",)


def test_where_one_fails_none_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "b.eml").mkdir()
    (tmp_path / "b.eml" / "inside").touch()
    with pytest.raises(FileTrouble, match="None of the 2 files was kept"):
        write_all(tmp_path, TWO, over=True)
    assert [path.name for path in tmp_path.iterdir()] == ["b.eml"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(FileTrouble, match="cannot be made"):
        write_all(tmp_path / "out", TWO)


def test_what_an_earlier_program_of_this_number_left_half_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_bytes(b"old")
    (tmp_path / f".kept.json.{os.getpid()}").write_bytes(b"half")
    write_private(tmp_path / "kept.json", b"new", over=True)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("kept.json", b"new")]
