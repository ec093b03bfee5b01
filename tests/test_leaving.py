"""However the app is ended, what was half typed is there on return: the real program in a real terminal."""

from __future__ import annotations

import json
import os
import resource
import signal
import termios
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.season_file import SeasonFile
from tests.examples import NOW
from tests.terminal import ROOT
from tests.walking import PROGRAM, Walker

FAULTY = """
import sys
from tui.app import SeasonApp

def broken(self):
    secret = "Dear Dr. Farrow, my visa number is 10099"
    raise ValueError(f"could not show {secret}")

SeasonApp.action_keys = broken
"""
TYPED = "ahalfthought"
PATIENT = f"import tui.signals; tui.signals.install.__kwdefaults__['patience'] = 600.0; {PROGRAM}"
"""The program without the seconds after which it is ended although it has not left: a busy machine may need more."""


class Home:
    """A home with the demo season in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "season.json"
        self.open: list[Walker] = []
        with SeasonFile.open(self.path) as file:
            file.save(demo_season(NOW))

    def window(self, program: str = PROGRAM) -> Walker:
        """The season in a window that is ready for keys."""
        home = str(self.folder)
        window = Walker(
            "--file", str(self.path), size=(80, 24), program=program, HOME=home, XDG_STATE_HOME=f"{home}/state",
            XDG_CONFIG_HOME=f"{home}/config", PREMATCH_NOW="2026-11-24T14:05+01:00", PYTHONPATH=str(ROOT),
        )  # fmt: skip
        self.open.append(window)
        window.sees(r"\[\d \w+")  # the second time it opens where it was left
        note = self.path.with_name(".season.json.holder")
        assert window.until(lambda: note.exists() and (program == UNDER_A_SHELL or str(window.pid) in note.read_text()))
        return window

    def drafts_with(self, words: str) -> int:
        season = SeasonFile.open(self.path, read_only=True).season
        return sum(words in letter.body for letter in season.letters)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    for window in home.open:
        window.close()


def typing(window: Walker) -> None:
    """A draft with words typed into it a moment ago."""
    window.press("4", "enter")
    window.sees("Checks|No blank|blanks? to fill")
    window.send(TYPED.encode())
    window.sees(TYPED)


def a_signal(number: signal.Signals) -> Callable[[Walker], None]:
    return lambda window: os.kill(window.pid, number)


ENDS: list[tuple[str, Callable[[Walker], None], int]] = [
    ("SIGTERM", a_signal(signal.SIGTERM), 143),
    ("SIGHUP", a_signal(signal.SIGHUP), 129),
    ("SIGINT", a_signal(signal.SIGINT), 130),
    ("closed window", Walker.hang_up, 129),
    ("ctrl+q", lambda window: window.send(b"\x11"), 0),
]


@pytest.mark.parametrize(("end", "code"), [one[1:] for one in ENDS], ids=[one[0] for one in ENDS])
def test_the_half_typed_draft_is_there_on_return(home: Home, end: Callable[[Walker], None], code: int) -> None:
    window = home.window()
    typing(window)
    end(window)
    assert window.wait() == code
    assert home.drafts_with(TYPED) == 1
    again = home.window()
    again.press("4", "enter")
    again.sees(TYPED)


def test_a_window_that_is_closed_holds_nothing_up(home: Home) -> None:
    window = home.window(PATIENT)
    typing(window)
    window.hang_up()
    assert window.wait() == 129


def test_killed_outright_it_loses_no_more_than_the_last_moment(home: Home) -> None:
    window = home.window()
    typing(window)
    assert window.until(lambda: home.drafts_with(TYPED) == 1)  # by itself, after a pause
    os.kill(window.pid, signal.SIGKILL)
    assert window.wait() == -signal.SIGKILL
    assert home.drafts_with(TYPED) == 1


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP])
def test_suspended_and_woken_it_goes_on_where_it_was(home: Home, number: signal.Signals) -> None:
    window = home.window()
    typing(window)
    for words in ("stays", "whole"):  # more than once
        os.kill(window.pid, number)
        stat = Path(f"/proc/{window.pid}/stat")
        assert window.until(partial(is_stopped, stat))
        window.screen.reset()  # the shell has written all over it
        as_a_shell_leaves_it(window)
        os.kill(window.pid, signal.SIGCONT)
        window.sees(TYPED)
        assert window.until(lambda: not reads_lines(window))
        window.press(words)
        window.sees(words)
    window.send(b"\x11")
    assert window.wait() == 0
    assert reads_lines(window)
    assert home.drafts_with(f"{TYPED}stayswhole") == 1


UNDER_A_SHELL = f"""
import os, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # as in every shell: it may take the terminal back
pid = os.fork()
if not pid:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, "-c", {PROGRAM!r}, *sys.argv[1:]])
while True:
    _, status = os.waitpid(pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    os.tcsetpgrp(0, os.getpgrp())
    input("stopped, and the shell asks: ")
    os.tcsetpgrp(0, pid)
    os.killpg(pid, signal.SIGCONT)
"""
"""As little of a shell as job control needs."""
F10 = b"\x1b[21~"


def test_f10_gives_the_terminal_to_the_shell_with_everything_saved_and_comes_back_to_the_text(home: Home) -> None:
    window = home.window(UNDER_A_SHELL)
    typing(window)
    for words in ("stays", "whole"):
        window.send(F10)
        window.sees("stopped, and the shell asks:")
        assert reads_lines(window) and home.drafts_with(TYPED) == 1
        window.screen.reset()
        window.send(b"fg\n")
        window.sees(TYPED)
        assert window.until(lambda: not reads_lines(window))
        window.press(words)
        window.sees(words)
    window.send(b"\x11")
    assert window.wait() == 0
    assert home.drafts_with(f"{TYPED}stayswhole") == 1


def test_where_no_shell_could_wake_it_f10_says_so_and_stays(home: Home) -> None:
    window = home.window()
    window.send(F10)
    window.sees("No shell waits")
    window.press("2")
    window.sees("Programs")


def is_stopped(stat: Path) -> bool:
    return stat.read_text().rpartition(")")[2].split()[0] == "T"


def as_a_shell_leaves_it(window: Walker) -> None:
    """A terminal that reads lines and shows what is typed."""
    attributes = termios.tcgetattr(window.master)
    attributes[0] |= termios.ICRNL | termios.IXON
    attributes[3] |= termios.ICANON | termios.ECHO | termios.ISIG
    termios.tcsetattr(window.master, termios.TCSANOW, attributes)


def reads_lines(window: Walker) -> bool:
    return bool(termios.tcgetattr(window.master)[3] & termios.ICANON)


def test_ended_while_suspended_it_still_keeps_the_draft(home: Home) -> None:
    window = home.window()
    typing(window)
    os.kill(window.pid, signal.SIGSTOP)
    os.kill(window.pid, signal.SIGTERM)
    os.kill(window.pid, signal.SIGCONT)
    assert window.wait() == 143
    assert home.drafts_with(TYPED) == 1


def half_filled_in(window: Walker) -> None:
    """A new program with two fields typed and nothing accepted."""
    window.press("n")
    window.sees("A program")
    window.press("Zephyr Hollow", "enter", "Hollow Falls")
    window.sees("Hollow Falls")


@pytest.mark.parametrize(("end", "code"), [one[1:] for one in ENDS], ids=[one[0] for one in ENDS])
def test_a_form_half_filled_in_is_there_until_it_is_opened_again(
    home: Home, end: Callable[[Walker], None], code: int
) -> None:
    window = home.window()
    half_filled_in(window)
    end(window)
    assert window.wait() == code
    (kept,) = (home.folder / "state" / "prematch").glob("half-typed-*.json")
    assert kept.stat().st_mode & 0o777 == 0o600
    (texts,) = json.loads(kept.read_text()).values()
    assert "Zephyr Hollow" in texts.values()
    between = home.window()  # in which that form is not opened
    between.sees("half filled in")
    between.press("2")
    between.send(b"\x11")
    assert between.wait() == 0
    again = home.window()
    again.sees("half filled in")
    again.press("n")
    again.sees("Zephyr Hollow")
    again.sees("Hollow Falls")
    assert kept.exists()
    again.press("esc", "esc")
    assert again.until(lambda: not kept.exists())
    again.press("n")
    again.sees("A program")
    assert "Zephyr Hollow" not in again.text


def test_killed_with_the_form_open_again_it_is_there_once_more(home: Home) -> None:
    window = home.window()
    half_filled_in(window)
    os.kill(window.pid, signal.SIGTERM)
    assert window.wait() == 143
    for _ in range(2):
        again = home.window()
        again.press("n")
        again.sees("Zephyr Hollow")
        os.kill(again.pid, signal.SIGKILL)
        assert again.wait() == -signal.SIGKILL


def test_a_crash_keeps_the_draft_and_tells_nobody_s_words(home: Home) -> None:
    window = home.window(FAULTY + PROGRAM)
    typing(window)
    window.send(b"\x1bOP")  # F1
    code = window.wait()
    assert code not in (0, None)
    assert home.drafts_with(TYPED) == 1
    log = home.folder / "state" / "prematch" / "last-crash.txt"
    assert log.stat().st_mode & 0o777 == 0o600 and log.parent.stat().st_mode & 0o777 == 0o700
    told = log.read_text(encoding="utf-8")
    assert "ValueError" in told and "broken" in told
    last = window.output[window.output.rindex(b"\x1b[?1049l") :].decode(errors="replace")
    assert str(log) in last and "Your season is saved" in " ".join(last.split())
    for words in ("Farrow", "10099", "secret", TYPED, "Traceback", "locals"):
        assert words not in told and words not in last
    home.window().press("4", "enter")
    home.open[-1].sees(TYPED)


def test_a_disk_without_room_is_told_and_the_save_succeeds_by_itself_once_there_is_some(home: Home) -> None:
    window = home.window("import sys; sys.dont_write_bytecode = True\n" + PROGRAM)
    _, most = resource.prlimit(window.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(window.pid, resource.RLIMIT_FSIZE, (1000, most))  # every file ends after a kilobyte
    before = home.path.read_bytes()
    window.press("X")
    window.sees("NOT SAVED YET")
    assert home.path.read_bytes() == before
    window.press("2")
    window.sees("NOT SAVED YET")
    window.press("q", "q")
    window.sees("not on disk yet")
    window.press("esc")
    resource.prlimit(window.pid, resource.RLIMIT_FSIZE, (most, most))
    assert window.until(lambda: home.path.read_bytes() != before)
    window.sees("saved 14:05")
    window.press("q", "q")
    assert window.wait() == 0
