"""What is typed before the first picture stands acts on the place that the person left, as a slower hand would have."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.season_file import SeasonFile
from tests.examples import a_busy_season
from tests.terminal import Terminal
from tui.left_at import keep_whereabouts, whereabouts
from tui.state import Whereabouts

PROGRAM = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"
EARLY = (0.05, 0.15, 0.25, 0.35)
"""Seconds after the start, from long before the picture to about when it stands."""


@contextmanager
def started(folder: Path, where: Whereabouts, keys: bytes, seconds: float) -> Iterator[Terminal]:
    """The program begun where it was left, with these keys typed so soon; the season lies in the folder."""
    path = folder / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    keep_whereabouts(folder / "prematch" / "left-at.json", path, where)
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    terminal = Terminal(PROGRAM, "--file", str(path), "--now", "2026-11-24T14:05+01:00", size=(120, 36), **home)
    try:
        time.sleep(seconds)
        terminal.send(keys)
        assert terminal.until(lambda: b"Timeline" in terminal.output)
        yield terminal
        rest(terminal)
        terminal.send(b"\x11")
        assert terminal.wait() == 0
    finally:
        terminal.close()


def rest(terminal: Terminal) -> None:
    """Read until nothing has come for a while."""
    seen, since = -1, time.monotonic()
    while time.monotonic() - since < 0.8:
        if len(terminal.output) != seen:
            seen, since = len(terminal.output), time.monotonic()
        terminal.read(0.05)


def test_a_letter_of_a_command_acts_on_the_row_that_was_left(tmp_path: Path) -> None:
    for place, seconds in enumerate(EARLY):
        folder = tmp_path / str(place)
        folder.mkdir()
        with started(folder, Whereabouts("timeline", row="p-tamsin"), b"X", seconds):
            pass
        with SeasonFile.open(folder / "season.json", read_only=True) as file:
            assert [one.id for one in file.season.programs if one.trashed] == ["p-tamsin"], seconds


def test_a_row_further_is_one_from_where_it_was_left(tmp_path: Path) -> None:
    left = []
    for place, keys in enumerate((b"", b"j", b"jj")):
        folder = tmp_path / str(place)
        folder.mkdir()
        with started(folder, Whereabouts("timeline", row="p-marrow"), keys, EARLY[0]):
            pass
        where = whereabouts(folder / "prematch" / "left-at.json", folder / "season.json")
        assert where is not None
        left.append(where.row)
    assert left[0] == "p-marrow" and len(set(left)) == 3


@pytest.mark.parametrize("view", ["timeline", "programs", "review", "messages"])
def test_a_filter_typed_early_goes_on_behind_the_one_in_force(tmp_path: Path, view: str) -> None:
    for place, seconds in enumerate(EARLY[::2]):
        folder = tmp_path / str(place)
        folder.mkdir()
        before = None
        with started(folder, Whereabouts(view, filter="a"), b"/ mar", seconds) as terminal:
            before = json.loads((folder / "season.json").read_bytes())
            rest(terminal)
            terminal.send(b"\r")
        where = whereabouts(folder / "prematch" / "left-at.json", folder / "season.json")
        assert where is not None and (where.view, where.filter) == (view, "a mar"), seconds
        assert json.loads((folder / "season.json").read_bytes()) == before, seconds
