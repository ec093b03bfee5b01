"""A command that takes long says how far it is at a terminal alone; ctrl+c leaves every file as it was, and says so."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store import repairing
from store.disk import Disk
from store.found_season import Found, found_at
from store.safe_write import write_whole
from store.season_file import SeasonFile
from tests.big_season import big_season
from tests.command_shell import Shell
from tests.terminal import Terminal
from tui.command_line import how_far
from tui.command_line import repairing as command_repairing
from tui.command_line.how_far import HowFar
from tui.command_line.stopping import Stopped, held_back, stoppable, unbroken

NOW = "2026-11-24T14:05+01:00"
SLOW = """
import importlib, sys, time
module, name = {where!r}
module = importlib.import_module(module)
real = getattr(module, name)
def slowly(*given, **named):
    time.sleep({seconds})
    return real(*given, **named)
setattr(module, name, slowly)
from tui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""Runs prematch with one function of it made slow."""


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


# One line


def a_screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal in the place of standard error, looked at often; set in the test, for pytest sets its own before."""
    monkeypatch.setattr(how_far, "PATIENCE", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    return screen


def until(stream: io.StringIO, words: str) -> None:
    deadline = time.monotonic() + 30
    while words not in stream.getvalue():
        assert time.monotonic() < deadline, stream.getvalue()
        time.sleep(0.005)


def test_one_line_is_written_over_and_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = a_screen(monkeypatch)
    with HowFar("Writing", 3, "file") as told:
        told(1)
        until(stream, "\rWriting: 1 of 3 files …")
        told(2)
        until(stream, "\rWriting: 2 of 3 files …")
    wide = len("Writing: 2 of 3 files …")
    assert stream.getvalue().endswith(f"\r{' ' * wide}\r") and "\n" not in stream.getvalue()


def test_what_cannot_be_counted_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = a_screen(monkeypatch)
    with HowFar("Reading season.json"):
        until(stream, "\rReading season.json …")


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("ACCESSIBLE", "1")])
def test_lines_that_are_read_aloud_are_few_and_whole(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    stream = a_screen(monkeypatch)
    monkeypatch.setenv(name, value)
    with HowFar("Writing", 3, "file"):
        until(stream, "Writing: 0 of 3 files …\n")
        time.sleep(how_far.PATIENCE * 3)
    assert "\r" not in stream.getvalue() and stream.getvalue().count("\n") == 1


def test_what_is_soon_done_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = a_screen(monkeypatch)
    monkeypatch.setattr(how_far, "PATIENCE", 1000.0)
    with HowFar("Writing", 3, "file") as told:
        told(1)
    assert stream.getvalue() == ""


def test_nothing_is_said_where_nobody_sits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(how_far, "PATIENCE", 0.001)
    monkeypatch.setattr(sys, "stderr", stream := io.StringIO())
    with HowFar("Writing", 3, "file"):
        time.sleep(0.05)
    assert stream.getvalue() == ""


# ctrl+c


def press() -> None:
    os.kill(os.getpid(), 2)
    time.sleep(0.05)


def test_ctrl_c_in_what_can_be_stopped_says_what_became_of_it() -> None:
    with pytest.raises(Stopped, match="Nothing was changed"), stoppable():
        press()


def test_ctrl_c_while_something_is_written_is_heard_behind_it() -> None:
    written = []
    with pytest.raises(Stopped, match="too late"), stoppable(), unbroken():
        press()
        written.append("whole")
    assert written == ["whole"]


def test_work_heeds_what_was_asked_where_it_can_end() -> None:
    with held_back() as asked:
        asked.heed()
        press()
        with pytest.raises(Stopped, match="Nothing was changed"):
            asked.heed()


# In a real terminal


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a season of two thousand programs and twenty thousand messages, and with a copy changed apart."""
    folder = tmp_path_factory.mktemp("big")
    with SeasonFile.open(folder / "season.json") as file:
        file.save(big_season(2_000, 20_000, 200))
    (folder / "copy.json").write_bytes((folder / "season.json").read_bytes())
    with SeasonFile.open(folder / "copy.json") as copy:
        copy.save(replace(copy.season, programs=tuple(replace(one, tier="D") for one in copy.season.programs)))
    rows = "".join(f"Program {number},Marrow,MN\n" for number in range(3_000))
    (folder / "list.csv").write_text(f"Program,City,State\n{rows}", encoding="utf-8")
    return folder


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    running: list[Terminal] = []
    yield running
    for one in running:
        one.close()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file there with what is in it, but for the lock, which holds a process and no season."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".lock")
    }


CASES = {
    "import": (("store.exchange.spreadsheet", "row_facts"), 0.01, ("import", "list.csv"), "Looking through: "),
    "merge": (("store.merging.table_merge", "merged_record"), 0.001, ("merge", "copy.json", "--mine"), "Comparing: "),
    "archive": (("store.exchange.archive_folder", "program_page"), 0.01, ("archive", "--out", "all"), "Writing: "),
    "md": (("store.exchange.archive_markdown", "_program"), 0.01, ("export", "md", "--out", "all.md"), "as md"),
    "csv": (("store.exchange.archive_csv", "_cells"), 0.01, ("export", "csv", "--out", "all.csv"), "as csv"),
    "json": (("store.encoded_tables", "_encode"), 0.02, ("export", "json", "--out", "all.json"), "as json"),
    "html": (("store.picture.page", "escaped"), 0.01, ("export", "html", "--out", "all.html"), "as html"),
    "svg": (("store.picture.drawing", "escaped"), 0.01, ("export", "svg", "--out", "all.svg"), "as svg"),
    "over": (
        ("store.exchange.archive_csv", "_cells"),
        0.01,
        ("export", "csv", "--out", "old.csv", "--force"),
        "as csv",
    ),
    "doctor": (("store.checkup", "leftovers_of"), 60, ("doctor", "--repair"), "Looking the season over"),
}


@pytest.mark.parametrize("case", CASES)
def test_ctrl_c_leaves_every_file_as_it_was(big: Path, terminals: list[Terminal], case: str) -> None:
    where, seconds, argv, progress = CASES[case]
    if case == "over":
        (big / "old.csv").write_text("what stood there before", encoding="utf-8")
    if case == "doctor":
        (big / ".season.json.tmp-1-00000000").write_text("left by a run that was killed", encoding="utf-8")
    before = contents(big)
    named = tuple(str(big / part) if "." in part or part == "all" else part for part in argv)
    program = SLOW.format(where=where, seconds=seconds)
    terminal = Terminal(
        program, "--file", str(big / "season.json"), "--now", NOW, *named, HOME=str(big.parent / "home")
    )
    terminals.append(terminal)
    assert terminal.until(lambda: progress.encode() in terminal.output), terminal.output.decode()[-800:]
    terminal.send(b"\x03")
    assert terminal.wait() == 130, terminal.output.decode()[-800:]
    said = terminal.output.decode().replace("\r", "").splitlines()
    what = "written" if argv[0] in ("export", "archive") else "changed"
    assert said[-1] == f"Stopped. Nothing was {what}."
    assert contents(big) == before and not (big / "all").exists()


@pytest.mark.parametrize("between", [0.0, 0.02, 0.1])
def test_ctrl_c_pressed_again_and_again_is_told_of_once(big: Path, terminals: list[Terminal], between: float) -> None:
    where, seconds, argv, progress = CASES["import"]
    named = tuple(str(big / part) if "." in part else part for part in argv)
    (big / ".season.json.tmp-1-00000000").unlink(missing_ok=True)  # of the repair above; any command takes it away
    program, before = SLOW.format(where=where, seconds=seconds), contents(big)
    terminal = Terminal(
        program, "--file", str(big / "season.json"), "--now", NOW, *named, HOME=str(big.parent / "home")
    )
    terminals.append(terminal)
    assert terminal.until(lambda: progress.encode() in terminal.output), terminal.output.decode()[-800:]
    terminal.lose_nothing()  # a late ctrl+c would take the words for the first with it
    for _ in range(4):
        terminal.send(b"\x03")
        time.sleep(between)
    assert terminal.wait() == 130
    said = terminal.output.decode().replace("\r", "")
    assert "Traceback" not in said and "Error" not in said and said.count("Stopped. Nothing was changed.") == 1
    assert contents(big) == before


def test_ctrl_c_while_it_is_saved_is_too_late_and_the_change_is_whole(
    tmp_path: Path, terminals: list[Terminal]
) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(big_season(3, 3, 1))
    program = SLOW.format(where=("store.atomic_storage", "write_whole"), seconds=1.0)
    program = program.replace("time.sleep", "print('saving', flush=True); time.sleep")
    terminal = Terminal(program, "--file", str(path), "--now", NOW, "add", "Zephyr Hollow", HOME=str(tmp_path / "home"))
    terminals.append(terminal)
    assert terminal.until(lambda: b"saving" in terminal.output)
    terminal.send(b"\x03")
    assert terminal.wait() == 130
    assert b"Zephyr Hollow" in terminal.output and b"That came too late to stop it." in terminal.output
    with SeasonFile.open(path, read_only=True) as file:
        assert "Zephyr Hollow" in {one.name for one in file.season.programs}
    assert not [one for one in tmp_path.iterdir() if ".tmp-" in one.name]


def test_a_repair_that_is_stopped_tells_what_was_done(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    demo.path.with_name(".season.json.tmp-1-00000000").write_bytes(b"half")
    content = demo.path.read_bytes()
    demo.path.write_bytes(content.replace(b'"name": "', b'"name":  "', 1))
    real = repairing.remove_leftovers

    def stopped(path: Path) -> int:
        press()
        return real(path)

    monkeypatch.setattr(command_repairing, "remove_leftovers", stopped)
    altered = demo.path.read_bytes()
    said = demo("doctor", "--repair")
    assert said.code == 130
    assert "Stopped. What was done before that stays done: Temporary files removed: 1." in said.err
    assert demo.path.read_bytes() == altered


def test_a_repair_stopped_while_it_reads_leaves_the_damaged_file_as_it_is(
    demo: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert demo("backup").code == 0
    demo.path.write_bytes(demo.path.read_bytes()[:200])
    before = contents(demo.path.parent)
    real = found_at

    def stopped(path: Path, disk: Disk) -> Found:
        press()
        return real(path, disk)

    monkeypatch.setattr(repairing, "found_at", stopped)
    said = demo("doctor", "--repair")
    assert (said.code, said.err.splitlines()[-1]) == (130, "Stopped. Nothing was changed.")
    assert contents(demo.path.parent) == before
    monkeypatch.undo()
    assert demo("doctor", "--repair").code == 0 and demo.season.programs


def test_a_file_broken_off_in_the_middle_leaves_no_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("before", encoding="utf-8")

    def pieces() -> Iterator[bytes]:
        yield b"half of "
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(Disk(), path, pieces())
    assert path.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [path]
