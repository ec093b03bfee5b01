"""The real program beside itself: a second window, commands under an open window, a file changed elsewhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.season import Season
from store.season_file import SeasonFile
from tests.terminal import ROOT
from tests.walking import PROGRAM, Walker

NOW = "2026-11-24T14:05+01:00"


class Desk:
    """A home with the demo season in it, windows on it, and a shell beside them."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "season.json"
        self.home = {
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PREMATCH_NOW": NOW,
            "PYTHONPATH": str(ROOT),
        }
        self.windows: list[Walker] = []
        assert self.command("demo", "--out", str(self.path)).returncode == 0

    def window(self, *arguments: str) -> Walker:
        """Open the season in a window and wait until it can be used."""
        window = Walker("--file", str(self.path), *arguments, size=(80, 24), program=PROGRAM, **self.home)
        self.windows.append(window)
        window.sees(r"\[1 Timeline")
        return window

    def command(self, *argv: str) -> subprocess.CompletedProcess[str]:
        """Run one command on the season, as from another terminal."""
        return subprocess.run(
            [sys.executable, "-m", "tui", "--file", str(self.path), *argv],
            capture_output=True, text=True, stdin=subprocess.DEVNULL, env={**os.environ, **self.home}, check=False,
        )  # fmt: skip

    def taken_in(self, *argv: str) -> str:
        """Run a command until an open window has taken it in: a slow machine may let one go unanswered."""
        for _ in range(5):
            done = self.command(*argv)
            if done.returncode != 3:
                break
        assert done.returncode == 0, done.stderr
        return done.stderr

    @property
    def season(self) -> Season:
        return SeasonFile.open(self.path, read_only=True).season


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    for window in desk.windows:
        window.close()


def holds(desk: Desk, window: Walker) -> None:
    """Wait until that window has the lock."""
    note = desk.path.with_name(".season.json.holder")
    assert window.until(lambda: note.exists() and str(window.pid) in note.read_text())


def test_a_command_beside_an_open_window_goes_through_it(desk: Desk) -> None:
    window = desk.window()
    holds(desk, window)
    said = desk.taken_in("add", "Zephyr Hollow")
    assert "The open window has taken it in" in said and "prematch undo" in said
    assert any(one.name == "Zephyr Hollow" for one in desk.season.programs)
    window.sees("From the command line: .*Zephyr Hollow")
    said = desk.taken_in("undo")
    assert "Taken back" in said
    assert not any(one.name == "Zephyr Hollow" for one in desk.season.programs)
    window.press("U")
    window.sees("Done again: .*Zephyr Hollow")
    window.press("q", "q")
    assert window.wait() == 0
    assert any(one.name == "Zephyr Hollow" for one in desk.season.programs)
    assert not list(desk.path.with_name("season.json.errands").iterdir())


def test_a_stopped_window_stops_nobody_from_looking_and_takes_nothing_in(desk: Desk) -> None:
    window = desk.window()
    holds(desk, window)
    os.kill(window.pid, signal.SIGSTOP)
    try:
        for argv in (("agenda", "all"), ("list",), ("show", "rookery"), ("history",), ("ledger",), ("path",)):
            assert desk.command(*argv).returncode in (0, 1), argv
        done = desk.command("add", "Zephyr Hollow")
    finally:
        os.kill(window.pid, signal.SIGCONT)
    assert done.returncode == 3
    assert f"process {window.pid}" in done.stderr and "nothing was changed" in done.stderr
    desk.taken_in("add", "Quiet Pines")
    names = [one.name for one in desk.season.programs]
    assert "Zephyr Hollow" not in names and names.count("Quiet Pines") == 1


def test_a_second_window_reads_follows_and_takes_over(desk: Desk) -> None:
    first = desk.window()
    holds(desk, first)
    second = desk.window()
    second.sees(rf"process {first.pid}")
    desk.taken_in("add", "Zephyr Hollow", "--status", "APP")
    second.sees("Brought up to date", 30)
    second.sees("55 programs")
    second.press("X")
    second.sees("So nothing was")
    second.press("r")
    second.sees(rf"process {first.pid}")
    first.press("q", "q")
    assert first.wait() == 0
    second.press("4", "r")  # on a view where r means something else
    second.sees("yours to change")
    holds(desk, second)


def test_a_window_whose_holder_was_killed_takes_over(desk: Desk) -> None:
    first = desk.window()
    holds(desk, first)
    second = desk.window()
    second.sees(rf"process {first.pid}")
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    second.press("r")
    second.sees("yours to change")


def test_a_file_changed_elsewhere_is_asked_about_while_nobody_does_anything(desk: Desk) -> None:
    window = desk.window()
    holds(desk, window)
    text = desk.path.read_text(encoding="utf-8")
    theirs = text.replace("Thistledown", "Thornfield")
    assert theirs != text
    desk.path.write_text(theirs, encoding="utf-8")
    window.sees("Another program has changed the season file", 30)
    window.press("d")
    window.sees(r"differs: program: Thornfield")
    window.press("esc")
    window.sees("Another program has changed the season file")
    window.press("k")
    window.sees("Yours is kept in")
    (mine,) = desk.path.parent.glob("season (mine, 24 Nov 14.05).json")
    assert "Thistledown" in mine.read_text(encoding="utf-8") and mine.stat().st_mode & 0o777 == 0o600
    assert "Thornfield" in desk.path.read_text(encoding="utf-8")
    window.press("q", "q")
    assert window.wait() == 0
