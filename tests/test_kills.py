"""Kill -9 on a program that saves: what comes back is what was acknowledged, or the very next season."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"\| (?P<by>[\w-]+) \| (?P<kills>\d+) \| (?P<saves>\d+) \| (?P<wrong>\d+) \|")


def killed(by: str, kills: int) -> tuple[int, int, int]:
    """The exit code, the saves acknowledged and the violations of the loop in a process of its own, which forks."""
    command = (sys.executable, "-m", "tests.prove_kills", "--by", by, "--kills", str(kills))
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    row = ROW.search(ended.stdout)
    assert row and row["by"] == by and row["kills"] == str(kills), ended.stdout + ended.stderr
    return ended.returncode, int(row["saves"]), int(row["wrong"])


@pytest.mark.parametrize("by", ["season-file", "command-line"])
def test_no_kill_harms_the_file(by: str) -> None:
    code, saves, wrong = killed(by, 40)
    assert (code, wrong) == (0, 0)
    assert saves > 0


def test_a_file_moved_into_place_before_it_is_written_is_caught() -> None:
    code, _, wrong = killed("weak", 40)
    assert code != 0 and wrong > 0
