"""Runs commands the way a script would, for the tests of the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from store.season import Season
from store.season_file import SeasonFile
from tui.command_line.running import run

NOW = "2026-11-24T14:05+01:00"

GOOD_THANKS = """Subject: Thank you for our conversation, Lena Korvath

Dear Dr. Amari,

Thank you for telling me about your years in the mission hospital. The way you described the night you had one cylinder
of oxygen and two newborns has stayed with me, and I have thought since about how calm is taught. I liked learning how
your residents choose their research afternoons, and I left with a clear picture of what a week at Quillmere is like.
I am grateful for the time you gave me and for the honest answers.

Sincerely,
Lena Korvath, MD
AAMC ID 10099001
"""


class Keyboard(StringIO):
    """A standard input at which a person sits, with what they type."""

    def isatty(self) -> bool:
        return True


def piped(content: bytes) -> TextIOWrapper:
    """A standard input that holds these bytes."""
    return TextIOWrapper(BytesIO(content), encoding="utf-8")


@dataclass(frozen=True)
class Said:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        found = json.loads(self.out)
        assert found["format"] == 1
        return found


class Shell:
    """Runs commands on one season file, as a script would: no terminal, a fixed moment."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = folder / "season.json"
        self._capsys = capsys

    def __call__(self, *argv: str, now: str = NOW, home: str = "Europe/Warsaw") -> Said:
        self._capsys.readouterr()
        code = run(["--file", str(self.path), "--now", now, "--home", home, *argv])
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        return Said(code, captured.out, captured.err)

    @property
    def season(self) -> Season:
        with SeasonFile.open(self.path, read_only=True) as file:
            return file.season


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr("sys.stdin", piped(b""))
    monkeypatch.delenv("PREMATCH_FILE", raising=False)
    monkeypatch.delenv("PREMATCH_NOW", raising=False)
    return Shell(tmp_path, capsys)


@pytest.fixture
def demo(shell: Shell) -> Shell:
    assert shell("demo", "--out", str(shell.path)).code == 0
    return shell


def no_change(shell: Shell, said: Said, code: int = 2) -> None:
    assert said.code == code, said.err
    assert said.out == ""
    assert said.err.strip()
