"""A signal makes the app keep its draft, put the terminal right and leave with the usual code."""

from __future__ import annotations

import os
import signal
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

PROGRAM = """
import asyncio, sys, time
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea
from tui import signals
from tui.opening import driver_for_here

mode, kept = sys.argv[1], Path(sys.argv[2])

class Draft(App):
    def compose(self):
        yield TextArea()
    def on_mount(self):
        if mode != "plain":
            signals.install(self.leave, asyncio.get_running_loop(), patience=1.5)
        self.call_after_refresh(kept.with_suffix(".ready").touch)
    def on_text_area_changed(self, event):
        kept.with_suffix(".typed").write_text(event.text_area.text)
    def leave(self, code):
        with kept.open("a") as file:
            file.write(self.query_one(TextArea).text)
        if mode == "stuck":
            return
        if mode == "busy":
            time.sleep(60)
        self.exit(return_code=code)

app = Draft(driver_class=driver_for_here())
app.run()
signals.let_go_of_terminal()
sys.exit(app.return_code)
"""

LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?2004l", b"\x1b[<u")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "draft.txt"


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def typing(mode: str, kept: Path, opened: list[Terminal]) -> Terminal:
    """The app with a word typed into it."""
    terminal = Terminal(PROGRAM, mode, str(kept))
    opened.append(terminal)
    assert terminal.until(kept.with_suffix(".ready").exists), terminal.output
    terminal.send(b"half a lett")
    typed = kept.with_suffix(".typed")
    assert terminal.until(lambda: typed.exists() and typed.read_text() == "half a lett"), terminal.output
    return terminal


def is_left(terminal: Terminal) -> bool:
    """Whether the terminal was told to leave the full screen and edits lines again."""
    cooked = termios.tcgetattr(terminal.master)[3]
    return all(code in terminal.output for code in LEFT) and bool(cooked & termios.ICANON and cooked & termios.ECHO)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_keeps_the_draft_and_puts_the_terminal_right(
    number: signal.Signals, code: int, kept: Path, opened: list[Terminal]
) -> None:
    terminal = typing("good", kept, opened)
    os.kill(terminal.pid, number)
    assert terminal.wait() == code
    assert kept.read_text() == "half a lett"
    assert is_left(terminal)


def test_without_the_handler_the_terminal_stays_in_the_full_screen(kept: Path, opened: list[Terminal]) -> None:
    terminal = typing("plain", kept, opened)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait() == -signal.SIGTERM
    assert not is_left(terminal) and not kept.exists()


def test_a_second_signal_does_not_save_twice(kept: Path, opened: list[Terminal]) -> None:
    terminal = typing("good", kept, opened)
    os.kill(terminal.pid, signal.SIGTERM)
    os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.wait() in {143, 129}
    assert kept.read_text() == "half a lett"


@pytest.mark.parametrize("mode", ["stuck", "busy"])
def test_an_app_that_does_not_leave_is_ended_in_time(mode: str, kept: Path, opened: list[Terminal]) -> None:
    terminal = typing(mode, kept, opened)
    began = time.monotonic()
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait() == 143
    assert 1 < time.monotonic() - began < 10
    assert kept.read_text() == "half a lett"
    assert is_left(terminal)


def test_a_terminal_that_takes_nothing_does_not_hold_up_the_end(kept: Path, opened: list[Terminal]) -> None:
    terminal = typing("stuck", kept, opened)
    termios.tcflow(terminal.master, termios.TCOOFF)
    os.kill(terminal.pid, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while not terminal.ended() and time.monotonic() < deadline:
        time.sleep(0.05)  # nobody reads
    assert terminal.code == 143


def test_closing_the_window_keeps_the_draft(kept: Path, opened: list[Terminal]) -> None:
    terminal = typing("good", kept, opened)
    terminal.hang_up()
    assert terminal.wait(15) == 129
    assert kept.read_text() == "half a lett"
