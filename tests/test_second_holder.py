"""Two programs at one season file: one holds it, and whatever becomes of the lock, no change is lost unseen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
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
            with pytest.raises(FileTrouble, match="Another program has changed"):
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
