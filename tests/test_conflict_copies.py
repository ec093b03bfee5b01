"""Conflict copies of sync programs are told by their names, and nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.conflict_copies import conflict_copies, own_copies
from store.disk import Disk
from store.season_copy import name_of_copy
from tests.command_shell import Shell
from tests.examples import NOW

COPIES = [
    "season.sync-conflict-20261124-140500-ABCDEFG.json",  # Syncthing
    "season.sync-conflict-20261124-140500.json",  # Syncthing before 1.0
    "season (Noor's conflicted copy 2026-11-24).json",  # Dropbox
    "season (hospital-pc's conflicted copy 2026-11-24 1).json",
    "season (conflicted copy 2026-11-24 140500).json",  # Nextcloud
    "season (Case Conflict).json",  # Dropbox, two spellings of one name
    "season_conflict-20261124-140500.json",  # ownCloud
    "season-DESKTOP-4F2K9QL.json",  # OneDrive
    "season-NOORS-MACBOOK.json",
    "season-Conflict.json",
]
OTHERS = [
    "season.json",
    "season (mine, 24 Nov 14.05).json",
    "season copy.json",
    "season-2025.json",
    "season-old-one.json",
    "season.json.backups",
    ".season.json.lock",
    "demo.sync-conflict-20261124-140500-ABCDEFG.json",
    "season.sync-conflict-20261124-140500-ABCDEFG.json.tmp",
    "seasons.json",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert conflict_copies(tmp_path / "season.json", Disk()) == (tmp_path / name,)


@pytest.mark.parametrize("name", OTHERS)
def test_any_other_file_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert conflict_copies(tmp_path / "season.json", Disk()) == ()


def test_a_folder_that_cannot_be_listed_holds_none(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "gone" / "season.json", Disk()) == ()


def test_copies_that_were_kept_of_mine_are_told_from_those_of_sync_programs(tmp_path: Path) -> None:
    season = tmp_path / "season.json"
    kept = []
    for _ in range(2):
        kept.append(name_of_copy(Disk(), season, "mine", NOW))
        kept[-1].touch()
    name_of_copy(Disk(), season, "unreadable", NOW).touch()
    assert set(own_copies(season, Disk())) == set(kept) and conflict_copies(season, Disk()) == ()


@pytest.mark.parametrize(
    "command", [("add", "Alder Ridge"), ("status", "rookery", "INT"), ("undo",), ("profile", "phone=1")]
)
def test_a_command_that_writes_says_once_that_a_copy_waits_and_how_it_is_brought_in(
    demo: Shell, command: tuple[str, ...]
) -> None:
    copy = demo.path.with_name("season.sync-conflict-20261124-140500.json")
    copy.write_bytes(demo.path.read_bytes())
    said = demo(*command)
    assert said.err.count("A sync program has left a copy") == said.err.count(f"prematch merge {copy}") == 1
    assert "sync program" not in said.out


def test_nothing_is_said_of_copies_where_data_is_asked_for_where_one_only_looks_or_when_one_is_brought_in(
    demo: Shell,
) -> None:
    copy = demo.path.with_name("season (Noor's conflicted copy 2026-11-24).json")
    copy.write_bytes(demo.path.read_bytes())
    for command in (("add", "Alder Ridge", "--json"), ("agenda",), ("list",), ("merge", str(copy))):
        assert "sync program" not in demo(*command).err.lower()
    assert "'\"'\"'" in demo("add", "Cedar Ridge").err  # quoted for the shell


def test_several_copies_are_counted_and_the_first_is_named(demo: Shell) -> None:
    for name in COPIES[:3]:
        demo.path.with_name(name).write_bytes(demo.path.read_bytes())
    assert "Sync programs have left 3 copies" in demo("add", "Alder Ridge").err
