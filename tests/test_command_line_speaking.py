"""What becomes of a command whose output or whose words find no room, or nobody to read them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.command_shell import NOW, Shell
from tui.command_line.running import run


class FullDisk(io.StringIO):
    """A stream on a disk without room."""

    def write(self, text: str, /) -> int:
        raise OSError(28, "No space left on device")


def asked(path: Path, *argv: str) -> int:
    return run(["--file", str(path), "--now", NOW, *argv])


@pytest.mark.parametrize("argv", [("list",), ("agenda", "--json")])
def test_output_that_finds_no_room_is_trouble_in_one_sentence(
    demo: Shell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "stdout", FullDisk())
    assert asked(demo.path, *argv) == 3
    assert "What was asked for could not be printed: No space left on device." in capsys.readouterr().err


def test_without_a_standard_output_a_change_is_made_all_the_same(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert asked(demo.path, "add", "Alder Ridge") == 0
    assert asked(demo.path, "list") == 0
    assert "Alder Ridge" in {program.name for program in demo.season.programs}


@pytest.mark.parametrize("stream", [None, FullDisk()])
def test_words_nobody_can_hear_stop_nothing(
    demo: Shell, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    assert asked(demo.path, "add", "Alder Ridge") == 0
    assert "Alder Ridge" in {program.name for program in demo.season.programs}


def test_control_codes_that_were_typed_are_not_sent_back_to_the_terminal(demo: Shell) -> None:
    said = demo("show", "\x1b[2J\u202eatlantis")
    assert said.code == 2
    assert "\x1b" not in said.err
    assert "\u202e" not in said.err
