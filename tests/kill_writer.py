"""The programs that a kill loop kills: each does change after change and writes down what it was told is saved."""

from __future__ import annotations

import hashlib
import json
import os
import random
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from store.disk import Disk
from store.history import Step
from store.record_json import season_to_tables
from store.season import Season
from store.season_file import SeasonFile
from tests.operations import Act, begin, body, change, do_again, fewer, take_back

Log = Callable[[str], None]

COMMANDS = ("status", "rule", "undo", "redo", "undo", "add")


def digest(season: Season) -> str:
    """The whole season in a few characters."""
    return hashlib.sha256(json.dumps(season_to_tables(season), sort_keys=True).encode()).hexdigest()


class Announcing(SeasonFile):
    """Writes down every season it is about to save, and once more when it was told that it is saved."""

    log: Log

    def save(self, season: Season, steps: tuple[Step, ...] = ()) -> None:
        self.log(f"trying {digest(season)}")
        super().save(season, steps)
        self.log(f"saved {digest(season)}")

    def save_undone(self, season: Season, step: Step) -> None:
        self.log(f"trying {digest(season)}")
        super().save_undone(season, step)
        self.log(f"saved {digest(season)}")

    def save_redone(self, season: Season, step: Step) -> None:
        self.log(f"trying {digest(season)}")
        super().save_redone(season, step)
        self.log(f"saved {digest(season)}")


def announcing(log: Log) -> type[Announcing]:
    """A kind of season file that writes into that log."""
    return type("AnnouncingHere", (Announcing,), {"log": staticmethod(log)})


def write_by_season_file(path: Path, log: Log, seed: int, disk: Disk | None = None) -> None:
    """Letters grow and shrink, records go and come back, steps are undone and redone, until somebody kills it."""
    draw = random.Random(seed)
    with announcing(log).open(path, disk=disk) as file:
        log("begun")
        while True:
            _drawn(file, draw)(file)


def write_by_command_line(path: Path, log: Log, seed: int) -> None:
    """The real commands, one after the other, each in words a person would type."""
    from tui.command_line import desk
    from tui.command_line.running import run

    draw = random.Random(seed)
    vars(desk)["SeasonFile"] = announcing(log)
    log("begun")
    while True:
        with SeasonFile.open(path, read_only=True) as file:
            programs = [program.name for program in file.season.programs]
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            run(["--file", str(path), "--now", "2026-11-24T14:05+01:00", *_command(draw, programs)])


def _drawn(file: SeasonFile, draw: random.Random) -> Act:
    if not file.season.letters:
        return begin
    choices: list[Act] = [
        change("grows", body(f"{draw.random()} ü" * draw.randrange(1, 20_000))),
        change("shrinks", body(f"{draw.random()}")),
        change("typing", body(f"{draw.random()}"), merge="letter"),
        fewer,
    ]
    choices += [take_back] * 2 if file.history.undo_step() else []
    choices += [do_again] if file.history.redo_step() else []
    return draw.choice(choices)


def _command(draw: random.Random, programs: list[str]) -> list[str]:
    word = draw.choice(COMMANDS) if len(programs) > 2 else "add"
    match word:
        case "add":
            return [word, f"Program {draw.randrange(10**6)}"]
        case "status":
            return [word, draw.choice(programs), draw.choice(("APP", "INV", "REJ"))]
        case "rule":
            return [word, draw.choice(programs), "unknown", "--words", "word " * draw.randrange(1, 900)]
        case _:
            return [word]


def log_into(handle: int) -> Log:
    """Writes each line in one piece, so that a kill never leaves half of one."""

    def log(line: str) -> None:
        os.write(handle, f"{line}\n".encode())

    return log
