"""The safe driver goes on where Textual's own driver dies."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys

from tests.terminal import Terminal
from tui.opening import driver_for_here
from tui.safe_driver import Bell, PasteGuard, SafeDriver, SafeParser, tidy_key_report

PROGRAM = """
import sys
from pathlib import Path
from textual import events
from textual.app import App
from tui.safe_driver import SafeDriver

log = Path(sys.argv[2])

class Listener(App):
    def on_mount(self):
        self.note("ready")
    def on_key(self, event: events.Key):
        self.note(f"key {event.key}")
    def on_paste(self, event: events.Paste):
        self.note(f"paste {event.text!r}")
    def on_resize(self, event: events.Resize):
        self.note(f"size {event.size.width}x{event.size.height}")
    def on_mouse_move(self, event):
        self.note("mouse")
    def note(self, line):
        with log.open("a") as file:
            file.write(line + chr(10))

app = Listener(driver_class=SafeDriver if sys.argv[1] == "safe" else None)
app.run()
sys.exit(app.return_code)
"""

DEADLY = {
    "invalid UTF-8": b"\xff\xfe",
    "a cut-off character before a letter": b"\xe2\x82x",
    "the shifted key beside the key": b"\x1b[97:65;2;65u",
    "a key let go": b"\x1b[97;1:3u",
    "a key repeating": b"\x1b[97;1:2u",
    "a code point beyond Unicode": b"\x1b[1114112u",
    "a number beyond all codes": b"\x1b[999999999999u",
    "text beyond Unicode": b"\x1b[97;1;1114112u",
    "a mouse in a window of no pixels": b"\x1b[48;24;80;0;0t\x1b[<35;5;5M",
}


class Listener:
    """The little app, its terminal and what it has noted."""

    def __init__(self, driver: str, log: Path) -> None:
        self.log = log
        self.terminal = Terminal(PROGRAM, driver, str(log))
        assert self.notes("ready"), self.terminal.output

    def noted(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def notes(self, line: str, seconds: float = 30) -> bool:
        """Whether that line is noted within that time."""
        return self.terminal.until(lambda: line in self.noted(), seconds)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def safe(log: Path) -> Iterator[Listener]:
    listener = Listener("safe", log)
    yield listener
    listener.terminal.close()


@pytest.mark.parametrize("sent", DEADLY.values(), ids=DEADLY.keys())
def test_the_stock_driver_dies_of_it(log: Path, sent: bytes) -> None:
    listener = Listener("stock", log)
    listener.terminal.send(sent)
    listener.notes("key z", 0.3)
    listener.terminal.send(b"z")
    died = listener.terminal.wait(15) is not None or not listener.notes("key z", 1)
    listener.terminal.close()
    assert died


def test_the_safe_driver_survives_all_of_it(safe: Listener) -> None:
    for number, sent in enumerate(DEADLY.values()):
        safe.terminal.send(sent)
        letter = "bcdefghij"[number]
        safe.terminal.send(letter.encode())
        assert safe.notes(f"key {letter}"), (sent, safe.noted())
    assert safe.terminal.code is None


def test_a_shifted_key_and_a_repeat_are_typed_and_a_release_is_not(safe: Listener) -> None:
    safe.terminal.send(b"\x1b[97:65;2;65u" + b"\x1b[98;1:2u" + b"\x1b[99;1:3u" + b"z")
    assert safe.notes("key z")
    assert [line for line in safe.noted() if line.startswith("key")] == ["key A", "key b", "key z"]


def test_escapes_in_a_paste_press_no_key(safe: Listener) -> None:
    safe.terminal.send(b"\x1b[200~a \x1b[A\x00b\x1b[20")
    safe.notes("key z", 0.3)
    safe.terminal.send(b"1~z")
    assert safe.notes("key z")
    assert [line for line in safe.noted() if line[:3] in {"key", "pas"}] == ["paste 'a [Ab'", "key z"]


def test_a_lone_escape_comes_through(safe: Listener) -> None:
    safe.terminal.send(b"\x1b")
    assert safe.notes("key escape", 5)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts how often a thread was woken")
def test_it_sleeps_until_something_comes(safe: Listener) -> None:
    safe.terminal.wait(1.0)
    before = wakes(safe.terminal.pid)
    safe.terminal.wait(2.0)
    assert wakes(safe.terminal.pid) - before < 10, "Textual's own driver wakes twenty times in two seconds"
    safe.terminal.send(b"x")
    assert safe.notes("key x")


def wakes(pid: int) -> int:
    """How often all threads of that process together have gone to sleep and been woken."""
    told = "".join((task / "status").read_text() for task in Path(f"/proc/{pid}/task").iterdir())
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("voluntary_ctxt_switches"))


def test_a_bell_is_heard_until_it_is_silenced_however_often_it_was_rung() -> None:
    bell = Bell()
    assert not heard(bell)
    for _ in range(100_000):
        bell.set()
    assert heard(bell)
    while heard(bell):
        bell.clear()
    bell.set()
    assert heard(bell)


def test_a_bell_taken_down_gives_its_pipe_back_and_may_be_rung_still() -> None:
    bell = Bell()
    ends = bell.heard, bell._rope
    bell.take_down()
    bell.take_down()
    bell.set()
    bell.clear()
    for end in ends:
        with pytest.raises(OSError):
            os.fstat(end)


def heard(bell: Bell) -> bool:
    return bool(select.select([bell.heard], [], [], 0)[0])


def test_an_absurd_size_is_not_believed(safe: Listener) -> None:
    safe.terminal.send(b"\x1b[48;99999999;99999999;1;1t" + b"\x1b[48;0;0;0;0t" + b"\x1b[48;30;90;600;900t")
    assert safe.notes("size 90x30")
    assert [line for line in safe.noted() if line.startswith("size")][-1] == "size 90x30"
    assert "size 99999999x99999999" not in safe.noted() and "size 0x0" not in safe.noted()


def test_a_closed_window_ends_the_app(safe: Listener) -> None:
    safe.terminal.hang_up()
    assert safe.terminal.wait() == -signal.SIGHUP  # no handler is installed here


class Dead:
    """A writer that ended with its terminal."""

    def is_alive(self) -> bool:
        return False

    def write(self, text: str) -> None:
        raise AssertionError("this waits for ever once enough was written")


@pytest.fixture
def unheard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A driver that is made here takes no signal of this process."""
    monkeypatch.setattr("signal.signal", lambda number, handler: None)


@pytest.mark.usefixtures("unheard")
async def test_nothing_is_written_to_a_terminal_that_is_gone() -> None:
    driver = SafeDriver(App())
    driver._writer_thread = cast(WriterThread, Dead())
    driver.write("\x1b[?25h")


@pytest.mark.usefixtures("unheard")
async def test_a_closed_window_is_not_begun_anew_by_the_wake_that_the_system_sends_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    monkeypatch.setattr(LinuxDriver, "_sigcont_application", lambda self: done.append("begun anew"))
    monkeypatch.setattr(SafeDriver, "_look_after_terminal", lambda self: done.append("looked after"))
    driver = SafeDriver(App())
    driver._key_thread = threading.Thread()  # one that reads no more
    driver._sigcont_application()
    assert done == ["begun anew", "looked after"]  # after ctrl+z
    driver.input_tty = False  # this process is told of nothing
    driver._hang_up()
    driver._sigcont_application()
    assert done == ["begun anew", "looked after"]


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("\x1b[97:65;2;65u", "\x1b[97;2;65u"),
        ("\x1b[97;1:2u", "\x1b[97;1u"),
        ("\x1b[97;1:3u", None),
        ("\x1b[1;5:1A", "\x1b[1;5A"),
        ("\x1b[97;;104:105u", "\x1b[97;;104:105u"),  # several characters of text are fine as they are
        ("\x1b[48;24:1;80t", "\x1b[48;24:1;80t"),  # not a key
        ("\x1b[A", "\x1b[A"),
    ],
)
def test_key_reports_are_tidied(sent: str, read: str | None) -> None:
    assert tidy_key_report(sent) == read


def test_a_key_that_is_half_a_character_is_ignored() -> None:
    keys = list(SafeParser()._sequence_to_key_events("\x1b[97;1;55296u"))
    assert [key.key for key in keys] == [Keys.Ignore]


@pytest.mark.parametrize("step", [1, 2, 3, 5, 7, 100])
def test_a_paste_may_arrive_in_pieces_of_any_size(step: int) -> None:
    sent = "x\x1b[A\x1b[200~one\x1b[31m\x1b\x1b[20two\x1b[201~\x1b[B\x1b[200~\x1b[201~y"
    guard = PasteGuard()
    passed = "".join(guard.guarded(sent[at : at + step]) for at in range(0, len(sent), step))
    assert passed == "x\x1b[A\x1b[200~one[31m[20two\x1b[201~\x1b[B\x1b[200~\x1b[201~y"


@pytest.mark.parametrize("step", [1, 4, 1000])
def test_pieces_of_a_paste_become_one_event(step: int) -> None:
    sent, parser = "\x1b[200~a\x1bb\x1b[201~", SafeParser()
    found = [event for at in range(0, len(sent), step) for event in parser.feed(sent[at : at + step])]
    found += list(parser.feed("q"))
    assert [event.text for event in found if isinstance(event, events.Paste)] == ["ab"]


def test_the_safe_driver_is_chosen_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    assert driver_for_here() is SafeDriver
    monkeypatch.setenv("TEXTUAL_DRIVER", "some.other:Driver")
    assert driver_for_here() is None
