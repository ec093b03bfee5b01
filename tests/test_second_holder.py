"""Two programs at one season file: one holds it, and whatever becomes of the lock, no change is lost unseen."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.errors import FileHeld, FileTrouble
from store.season_file import SeasonFile
from tests.operations import FULL, begin, do_again, longer, shorter, take_back

ROOT = Path(__file__).parent.parent
HOLD = """
import sys, time
from pathlib import Path
from store.season_file import SeasonFile
from tests.operations import begin
file = SeasonFile.open(Path(sys.argv[1]))
begin(file)
print("held", flush=True)
time.sleep(600)
"""


@contextmanager
def another_program(path: Path) -> Iterator[int]:
    """Another process that holds the file until it is killed; its number."""
    command = (sys.executable, "-c", HOLD, str(path))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout is not None and holder.stdout.readline() == "held\n"
            yield holder.pid
        finally:
            holder.kill()


def test_a_file_held_elsewhere_is_read_but_not_written_and_the_holder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with another_program(path) as holder:
        with pytest.raises(FileHeld, match=f"process {holder}"):
            SeasonFile.open(path)
        with SeasonFile.open(path, read_only=True) as file:
            assert file.season == FULL
            with pytest.raises(FileTrouble, match="for reading only"):
                longer(file)


def test_the_lock_of_a_killed_program_is_free_at_once(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with another_program(path) as holder:
        os.kill(holder, signal.SIGKILL)
    with SeasonFile.open(path) as file:
        assert file.season == FULL
        longer(file)


def test_with_the_lock_file_deleted_the_later_save_is_refused_not_the_earlier_one_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as first:
        begin(first)
        (tmp_path / ".season.json.lock").unlink()
        with SeasonFile.open(path) as second:
            longer(second)
            second_season = second.season
            with pytest.raises(FileHeld, match=f"open in another program.*process {os.getpid()}"):
                shorter(first)
            with pytest.raises(FileTrouble, match="for reading only"):
                shorter(first)
            assert first.season == FULL
            with SeasonFile.open(path, read_only=True) as looked:
                assert looked.season == second.season != FULL
            take_back(second)
    with SeasonFile.open(path) as again:
        assert again.season == FULL
        do_again(again)
        assert again.season == second_season


def test_two_that_opened_before_either_held_the_file_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        begin(file)
    first, second = (SeasonFile.open(path, lock_later=True) for _ in range(2))
    longer(first)
    with pytest.raises(FileHeld):
        shorter(second)
    first.close()
    second.close()
    with SeasonFile.open(path, read_only=True) as looked:
        assert looked.season == first.season


def lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def folder_taken_away(path: Path) -> None:
    shutil.rmtree(path.parent)


def lock_taken_away(path: Path) -> None:
    lock_of(path).unlink()


def lock_replaced(path: Path) -> None:
    lock_of(path).rename(path.with_name("older.lock"))
    lock_of(path).touch()


@pytest.mark.parametrize("away", [folder_taken_away, lock_taken_away, lock_replaced])
def test_a_lock_file_that_was_removed_is_noticed_and_made_anew_before_saving(
    tmp_path: Path, away: Callable[[Path], None]
) -> None:
    path = tmp_path / "in" / "season.json"
    with SeasonFile.open(path) as file:
        begin(file)
        assert not file.lock_lost()
        away(path)
        assert file.lock_lost()
        longer(file)
        assert "lock file beside your season had been removed" in file.notice
        assert not file.lock_lost()
        with pytest.raises(FileHeld):
            SeasonFile.open(path)
        shorter(file)
        assert file.notice == ""
    with SeasonFile.open(path) as again:
        assert again.season == file.season


def test_whoever_lost_the_lock_to_another_leaves_its_note_and_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as first:
        begin(first)
        lock_taken_away(path)
        with SeasonFile.open(path) as second:
            with pytest.raises(FileHeld):
                first.hold_again()
            assert first.lock_lost() and first.read_only
            first.close()
            assert path.with_name(".season.json.holder").exists()
            with pytest.raises(FileHeld):
                SeasonFile.open(path)
            longer(second)


def test_after_the_other_has_let_go_it_is_taken_over_with_what_the_other_saved(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as first:
        begin(first)
        lock_taken_away(path)
        with SeasonFile.open(path) as second:
            longer(second)
            with pytest.raises(FileHeld):
                first.hold_again()
        first.take_over()
        assert first.season == second.season and not first.lock_lost()
        shorter(first)
