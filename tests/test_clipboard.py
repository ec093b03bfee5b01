"""A copy goes the way that works here, and is always kept in a file as well."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tui.clipboard import FILE_NAME, commands_for, copy, from_home, keep_in_file

TEXT = "Dear Dr. Penhallow,\n“thank you” – Zoë 👩‍⚕️\n"


class Machine:
    """A folder of fake commands, a state folder, and a terminal that remembers."""

    def __init__(self, root: Path) -> None:
        self.bin, self.state = root / "bin", root / "state"
        self.bin.mkdir()
        self.taken = root / "taken"
        self.terminal: list[str] = []

    def has(self, name: str, script: str = "") -> None:
        program = self.bin / name
        program.write_text(f"#!/bin/sh\n{script or f'cat > {self.taken}'}\n")
        program.chmod(0o755)

    def copies(self, platform: str = "linux", **environment: str) -> str:
        path = f"{self.bin}:/bin:/usr/bin"
        return copy(TEXT, self.terminal.append, self.state, environment={"PATH": path} | environment, platform=platform)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("darwin", {}, ["pbcopy"]),
        ("darwin", {"SSH_CONNECTION": "1 2 3 4"}, []),
        ("darwin", {"SSH_TTY": "/dev/pts/1"}, []),
        ("linux", {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ("linux", {"DISPLAY": ":0", "WSL_DISTRO_NAME": "d"}, ["xclip", "xsel", "clip.exe"]),
        ("linux", {}, []),
        ("win32", {}, ["clip.exe"]),
        ("win32", {"SSH_CONNECTION": "1 2 3 4"}, []),
    ],
)
def test_the_commands_fit_the_machine(platform: str, environment: dict[str, str], expected: list[str]) -> None:
    assert [command[0] for command in commands_for(environment, platform)] == expected


def test_the_systems_command_is_used_and_named(machine: Machine) -> None:
    machine.has("pbcopy")
    words = machine.copies("darwin")
    assert machine.taken.read_text() == TEXT and machine.terminal == []
    assert "pbcopy" in words and str(machine.state / FILE_NAME) in words


def test_a_command_that_fails_hands_over_to_the_next(machine: Machine) -> None:
    machine.has("wl-copy", "exit 1")
    machine.has("xclip")
    assert "xclip" in machine.copies(WAYLAND_DISPLAY="w", DISPLAY=":0")
    assert machine.taken.read_text() == TEXT


def test_a_command_that_hangs_hands_over_to_the_terminal(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.clipboard.SECONDS", 0.2)
    machine.has("xclip", "exec sleep 20")
    assert "the terminal's clipboard" in machine.copies(DISPLAY=":0")
    assert machine.terminal == [TEXT]


def test_windows_gets_its_own_encoding(machine: Machine) -> None:
    machine.has("clip.exe")
    machine.copies(WSL_DISTRO_NAME="d")
    assert machine.taken.read_bytes().decode("utf-16") == TEXT


def test_without_a_command_the_terminal_is_asked(machine: Machine) -> None:
    words = machine.copies()
    assert machine.terminal == [TEXT] and "the terminal's clipboard" in words and FILE_NAME in words


def test_where_no_terminal_listens_only_the_file_is_named(machine: Machine) -> None:
    def deaf(text: str) -> bool:
        return False

    words = copy(TEXT, deaf, machine.state, environment={"PATH": str(machine.bin)}, platform="linux")
    assert words == f"No clipboard took it; it is in {machine.state / FILE_NAME}"
    assert (machine.state / FILE_NAME).read_text() == TEXT


def test_the_file_is_for_its_owner_only_and_holds_the_last_copy(machine: Machine) -> None:
    machine.state.mkdir()
    (machine.state / FILE_NAME).write_text("older")
    (machine.state / FILE_NAME).chmod(0o644)
    machine.copies()
    kept = machine.state / FILE_NAME
    assert kept.read_text() == TEXT and stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in machine.state.iterdir()] == [FILE_NAME]


def test_a_link_in_the_folder_is_replaced_not_followed(machine: Machine, tmp_path: Path) -> None:
    machine.state.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    (machine.state / FILE_NAME).symlink_to(elsewhere)
    machine.copies()
    assert elsewhere.read_text() == "mine" and (machine.state / FILE_NAME).read_text() == TEXT


def test_a_folder_that_cannot_be_written_does_not_stop_the_copy(machine: Machine) -> None:
    machine.state.write_text("a file where the folder should be")
    assert keep_in_file(TEXT, machine.state) is None
    words = machine.copies()
    assert machine.terminal == [TEXT] and FILE_NAME not in words


def test_a_place_below_home_is_named_as_people_write_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert from_home(tmp_path / "state/last-copy.txt") == "~/state/last-copy.txt"
    assert from_home(Path("/elsewhere/last-copy.txt")) == "/elsewhere/last-copy.txt"
