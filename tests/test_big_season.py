"""The generator of large seasons: always the same one, of the size asked for, in a file that opens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from store.season_file import SeasonFile
from tests.big_season import big_season


def test_the_same_numbers_give_the_same_season() -> None:
    assert big_season(30, 50, 5) == big_season(30, 50, 5)
    assert big_season(30, 50, 5) != big_season(30, 50, 5, seed=8)


def test_it_has_the_size_asked_for_and_letters_of_some_length() -> None:
    season = big_season(30, 50, 5)
    assert (len(season.programs), len(season.letters), len(season.interviews)) == (30, 50, 5)
    assert len({program.name for program in season.programs}) == 30
    lengths = [len(letter.body.split()) for letter in season.letters]
    assert min(lengths) > 110 and max(lengths) < 200


def test_an_empty_season_can_be_asked_for() -> None:
    assert big_season(0, 10, 10).letters == ()


def test_its_command_writes_a_file_that_opens_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "big.json"
    script = Path(__file__).with_name("big_season.py")
    command = [sys.executable, str(script), "--programs", "12", "--letters", "20", "--interviews", "3", str(target)]
    assert subprocess.run(command, check=False).returncode == 0
    with SeasonFile.open(target, read_only=True) as file:
        assert file.season == big_season(12, 20, 3)
    assert subprocess.run(command, check=False, capture_output=True).returncode == 2
