"""A person who does everything in plain lines, one moment after the other, for tests of a season without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season import Season
from tests.command_shell import Said, Shell, piped

HOME = "Europe/Warsaw"


class Speaker:
    """Gives commands and answers their questions, a line each."""

    def __init__(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        self._shell = shell
        self._monkeypatch = monkeypatch
        self.now = "2026-09-20T10:00+02:00"
        self.heard = ""
        """Everything that was said so far."""

    @property
    def season(self) -> Season:
        return self._shell.season

    @property
    def path(self) -> Path:
        return self._shell.path

    def __call__(self, *argv: str, answers: tuple[str, ...] = ()) -> Said:
        lines = "".join(f"{one}\n" for one in answers)
        self._monkeypatch.setattr("sys.stdin", piped(lines.encode()))
        said = self._shell(*argv, now=self.now, home=HOME)
        self.heard += said.out + said.err
        return said

    def form(self, what: str, *answers: str) -> Said:
        return self("form", what, answers=answers)


@pytest.fixture
def speaker(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Speaker:
    """With a state folder of its own, and no clipboard command that could wait."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tui.clipboard.commands_for", lambda *_: ())
    monkeypatch.setenv("ACCESSIBLE", "1")
    return Speaker(shell, monkeypatch)
