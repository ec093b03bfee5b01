"""What makes a command quick: it never loads what only the full screen or a letter needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCREEN = {"textual", "rich"}
LATER = {"jinja2", "dateutil", "filelock", "csv", "email", "asyncio", "sqlite3"}
"""Not among them: platformdirs, which tells where the settings are that say how days are written."""

RUN = """
import gc, json, sys
from tui.__main__ import main
code = main(sys.argv[1:])
seen = {
    "modules": sorted({name.split(".")[0] for name in sys.modules}),
    "looked_through": len(gc.get_objects()),
    "set_apart": gc.get_freeze_count(),
}
print(json.dumps(seen), file=sys.stderr)
sys.exit(code)
"""


def seen_at_the_end(folder: Path, *argv: str) -> dict[str, Any]:
    environment = {**os.environ, "PREMATCH_NOW": "2026-11-24T14:05+01:00", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUN, "--file", str(folder / "season.json"), *argv]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)
    assert ended.returncode in (0, 1), ended.stderr
    seen: dict[str, Any] = json.loads(ended.stderr.splitlines()[-1])
    return seen


def loaded_by(folder: Path, *argv: str) -> set[str]:
    return set(seen_at_the_end(folder, *argv)["modules"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("speed")
    loaded_by(made, "demo", "--out", str(made / "season.json"))
    return made


@pytest.mark.parametrize("span", ["today", "all"])
def test_the_agenda_loads_neither_screen_nor_letters_nor_locks(folder: Path, span: str) -> None:
    assert loaded_by(folder, "agenda", span, "--plain") & (SCREEN | LATER) == set()


@pytest.mark.parametrize("argv", [("list", "status:bkd"), ("show", "thistledown"), ("ledger",)])
def test_looking_loads_neither_screen_nor_letters(folder: Path, argv: tuple[str, ...]) -> None:
    assert loaded_by(folder, *argv) & (SCREEN | LATER) == set()


@pytest.mark.parametrize(
    "argv",
    [
        ("status", "mossbank", "REJ"),
        ("draft", "rookery", "--kind", "decline"),
        ("book", "kettle", "2026-12-12T09:00"),
        ("undo",),
    ],
)
def test_no_command_loads_the_screen(folder: Path, argv: tuple[str, ...]) -> None:
    assert loaded_by(folder, *argv) & SCREEN == set()


def test_nothing_of_the_season_is_looked_through_once_more_as_a_command_ends(folder: Path) -> None:
    seen = seen_at_the_end(folder, "agenda", "--plain")
    assert seen["looked_through"] < 1000 < seen["set_apart"]


def test_without_a_terminal_the_screen_says_what_to_use_instead(folder: Path) -> None:
    for argv, instead in (
        ((), "prematch agenda --plain"),
        (("--at", "review"), "prematch agenda --plain"),
        (("demo",), "prematch --file demo.json review"),
    ):
        ended = subprocess.run(
            [sys.executable, "-m", "tui", *argv],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=folder,
            check=False,
        )
        assert (ended.returncode, ended.stdout) == (2, "")
        assert instead in ended.stderr
        assert len(ended.stderr.splitlines()) == 1
