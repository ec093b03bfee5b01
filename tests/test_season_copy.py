"""A copy of a season is a whole season file of its own, never written over anything without a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.disk import Disk
from store.errors import FileHeld, FileTrouble
from store.season import Season
from store.season_copy import name_of_copy, write_copy
from store.season_file import SeasonFile
from tests.broken_disk import BrokenDisk
from tests.examples import NOW, a_profile, a_program

SEASON = Season(profile=a_profile(), programs=(a_program("p-one"),))
OTHER = replace(SEASON, programs=())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(SEASON)
    return path


def test_a_copy_opens_like_any_season_and_is_for_its_owner_only(path: Path) -> None:
    target = path.with_name("copy.json")
    with SeasonFile.open(path, read_only=True) as file:
        write_copy(file, OTHER, target)
    assert target.stat().st_mode & 0o777 == 0o600
    with SeasonFile.open(target, read_only=True) as copy:
        assert copy.season == OTHER and copy.notice == ""


def test_tables_and_fields_nobody_knows_go_into_the_copy_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"programs": {', '"plans": {"1": {"words": "later"}},\n"programs": {', 1), "utf-8")
    target = path.with_name("copy.json")
    with SeasonFile.open(path, read_only=True) as file:
        write_copy(file, file.season, target)
    assert '"later"' in target.read_text(encoding="utf-8")


def test_what_is_there_is_left_unless_it_was_asked_about(path: Path) -> None:
    target = path.with_name("copy.json")
    target.write_text("mine")
    with SeasonFile.open(path, read_only=True) as file:
        with pytest.raises(FileTrouble, match="there already"):
            write_copy(file, SEASON, target)
        assert target.read_text() == "mine"
        write_copy(file, SEASON, target, over=True)
    with SeasonFile.open(target, read_only=True) as copy:
        assert copy.season == SEASON


def test_whichever_call_fails_the_file_that_was_there_is_whole(path: Path) -> None:
    turn = 0
    while True:
        turn += 1
        target = path.with_name("copy.json")
        target.write_text("mine")
        disk = BrokenDisk()
        with SeasonFile.open(path, read_only=True, disk=disk) as file:
            disk.fail_at = len(disk.calls) + turn
            try:
                write_copy(file, SEASON, target, over=True)
            except FileTrouble:
                if target.read_text(encoding="utf-8") != "mine":
                    assert SeasonFile.open(target, read_only=True).season == SEASON
        if not disk.failed:
            break
    assert turn > 5


def test_names_of_copies_say_when_and_never_meet(path: Path) -> None:
    first = name_of_copy(Disk(), path, "mine", NOW)
    assert first.name == "season (mine, 24 Nov 14.05).json" and first.parent == path.parent
    first.touch()
    second = name_of_copy(Disk(), path, "mine", NOW)
    assert second.name == "season (mine, 24 Nov 14.05, 2).json"


# Reading anew, and taking over


def test_a_file_read_anew_is_followed_by_its_own_history(path: Path) -> None:
    with SeasonFile.open(path, read_only=True) as reader, SeasonFile.open(path) as writer:
        writer.save(OTHER)
        assert reader.changed_outside() and reader.changed_outside()
        assert reader.reload() == OTHER == reader.season
        assert not reader.changed_outside() and reader.revision == writer.revision


@pytest.mark.parametrize("damage", [b"", b"\0" * 50, b"[]", b"{"])
def test_a_file_that_cannot_be_read_anew_leaves_everything_as_it_was(path: Path, damage: bytes) -> None:
    with SeasonFile.open(path) as file:
        path.write_bytes(damage)
        with pytest.raises(FileTrouble):
            file.reload()
        assert file.season == SEASON and file.changed_outside()
        with pytest.raises(FileTrouble, match="Another program has changed"):
            file.save(OTHER)
    assert path.read_bytes() == damage


def test_a_file_that_is_gone_is_no_empty_season(path: Path) -> None:
    with SeasonFile.open(path, read_only=True) as file:
        path.unlink()
        with pytest.raises(FileTrouble, match="is gone"):
            file.reload()
        assert file.season == SEASON


def test_taking_over_reads_what_was_saved_meanwhile_and_may_save(path: Path) -> None:
    with SeasonFile.open(path, read_only=True) as second:
        with SeasonFile.open(path) as first:
            with pytest.raises(FileHeld):
                second.take_over()
            assert second.read_only
            first.save(OTHER)
        second.take_over()
        assert second.season == OTHER and not second.read_only
        second.save(SEASON)
    assert SeasonFile.open(path, read_only=True).season == SEASON


def test_taking_over_a_damaged_file_is_refused_and_lets_the_lock_go(path: Path) -> None:
    with SeasonFile.open(path, read_only=True) as second:
        good = path.read_bytes()
        path.write_bytes(b"{")
        with pytest.raises(FileTrouble, match="It was left as it is"):
            second.take_over()
        assert second.read_only
        path.write_bytes(good)
        with SeasonFile.open(path) as third:
            third.save(OTHER)
