"""Nothing that is handed out takes the place of the season, of what belongs to it, or of what is no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.errors import FileTrouble, RuleBroken
from store.exchange.archive import hand_out
from store.own_places import refuse_no_file, refuse_own_place
from tests.broken_disk import BrokenDisk
from tests.command_shell import Shell
from tui.archiving import a_new_folder
from tui.copying_elsewhere import a_place

OWN = (
    "season.json",
    "season.json.backups",
    "season.json.history",
    "season.json.errands",
    "season.json.backups/x.json",
    "../PLACE/season.json",
)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("what", ["csv", "json", "md", "svg"])
def test_an_export_never_takes_a_place_of_the_season_not_even_when_forced(demo: Shell, name: str, what: str) -> None:
    before = demo.path.read_bytes()
    there = sorted(demo.path.parent.iterdir())
    target = demo.path.parent / name.replace("PLACE", demo.path.parent.name)
    said = demo("export", what, "--out", str(target), "--force")
    assert said.code == 2 and "Nothing was written" in said.err
    assert demo.path.read_bytes() == before and sorted(demo.path.parent.iterdir()) == there


def test_a_link_to_the_season_is_the_season(demo: Shell) -> None:
    link = demo.path.with_name("link.csv")
    link.symlink_to(demo.path)
    assert "season file itself" in demo("export", "csv", "--out", str(link), "--force").err
    assert link.is_symlink()


def test_another_spelling_of_a_place_of_the_season_is_that_place(tmp_path: Path) -> None:
    """As on a disk that takes capitals for small letters; a second name of the same file stands for it here."""
    season = tmp_path / "season.json"
    season.write_text("{}")
    second = tmp_path / "Season.JSON"
    second.hardlink_to(season)
    with pytest.raises(RuleBroken, match="season file itself"):
        refuse_own_place(second, season)
    refuse_own_place(tmp_path / "other.json", season)


@pytest.mark.parametrize("name", OWN[1:4])
def test_no_archive_and_no_demo_season_begins_in_a_place_of_the_season(shell: Shell, name: str) -> None:
    assert shell("add", "Quillmere").code == 0
    target = shell.path.with_name(name)
    for command in (["archive", "--out", str(target)], ["demo", "--out", str(target)]):
        said = shell(*command)
        assert said.code == 2, said.err
    assert not target.is_file() and not (target / "index.md").exists()


def test_nor_is_one_understood_in_a_field(tmp_path: Path) -> None:
    season = tmp_path / "season.json"
    for understand in (a_new_folder, a_place):
        for name in OWN[1:4]:
            with pytest.raises(RuleBroken, match="needs for itself"):
                understand(str(tmp_path / name), season)
        assert understand(str(tmp_path / "other"), season)[0] == tmp_path / "other"


def test_the_lock_is_a_place_of_the_season_and_a_neighbour_is_not(tmp_path: Path) -> None:
    season = tmp_path / "season.json"
    with pytest.raises(RuleBroken):
        refuse_own_place(tmp_path / ".season.json.lock", season)
    for name in ("season.csv", "season.json.csv", "other.json.backups", "season.json.backups.csv"):
        refuse_own_place(tmp_path / name, season)


def test_force_replaces_files_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(RuleBroken, match="no ordinary file"):
        hand_out(pipe, b"x", over=True)
    with pytest.raises(RuleBroken, match="no ordinary file"):
        refuse_no_file(Path(os.devnull))
    assert pipe.is_fifo()


def test_a_new_file_that_cannot_be_written_is_not_said_to_be_as_before(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with pytest.raises(FileTrouble, match=r"No file was begun there\.$"):
        hand_out(path, b"x", disk=BrokenDisk(1))
    path.write_bytes(b"old")
    with pytest.raises(FileTrouble, match=r"The file is as it was before\.$"):
        hand_out(path, b"x", over=True, disk=BrokenDisk(1))
    assert path.read_bytes() == b"old"
