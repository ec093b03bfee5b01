"""Measures a full-screen program from outside: start, keys, bytes, memory and idle time, in a raw pseudo-terminal."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.terminal import Terminal

QUIET = 0.04
"""Seconds without a byte that end the answer to a key."""
SIZE = (120, 36)

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Ready to go")
Hello().run()
"""
LIST = """
import sys
from textual.app import App
from textual.widgets import OptionList
class Rows(App):
    def compose(self):
        yield OptionList(*(f"Ready {n}  Program of the {n}th Valley  planned" for n in range(int(sys.argv[1]))))
Rows().run()
"""
TEXT = """
from textual.app import App
from textual.widgets import TextArea
class Text(App):
    def compose(self):
        yield TextArea("Ready\\n" + "A line of words that is long enough to be one of a letter.\\n" * 20)
    def on_mount(self):
        self.query_one(TextArea).cursor_blink = False  # a program that blinks is never silent
Text().run()
"""
PREMATCH = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"


@dataclass
class Keys:
    """The answers to a row of keys."""

    milliseconds: list[float] = field(default_factory=list)
    """From the key to the last byte of its answer."""
    firsts: list[float] = field(default_factory=list)
    """From the key to the first picture it led to; later ones may tell that it was saved, or end a rest."""
    sizes: list[int] = field(default_factory=list)
    """Bytes of each answer."""

    @property
    def p50(self) -> float:
        """The median, in milliseconds."""
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """The time 95 of 100 keys stay below, in milliseconds."""
        return sorted(self.milliseconds)[max(0, round(len(self.milliseconds) * 0.95) - 1)]


class Bench(Terminal):
    """A program under measurement, shown when its words first stood on the screen."""

    def __init__(self, program: str, *arguments: str, until: str = "Ready") -> None:
        begun = time.perf_counter()
        super().__init__(program, *arguments, size=SIZE)
        shown = self.until(lambda: until.encode() in self.output)
        self.start = (time.perf_counter() - begun) * 1000
        """Milliseconds from the start of the process to its first meaningful picture."""
        assert shown, f"it never showed {until!r}"
        self.rest(0.6)

    def rest(self, seconds: float) -> None:
        """Read until the program has been silent that long."""
        seen, since = len(self.output), time.perf_counter()
        while time.perf_counter() - since < seconds:
            self.read(0.01)
            if len(self.output) != seen:
                seen, since = len(self.output), time.perf_counter()

    def keys(self, keys: list[bytes]) -> Keys:
        """Press these keys one after another, each when the answer to the one before is complete."""
        answers = Keys()
        for key in keys:
            before, sent = len(self.output), time.perf_counter()
            self.send(key)
            first, last, deadline = 0.0, sent, sent + 1.0
            while time.perf_counter() < deadline:
                size = len(self.output)
                self.read(0.005)
                if len(self.output) != size:
                    last = time.perf_counter()
                    first = first or last
                elif len(self.output) > before and time.perf_counter() - last > QUIET:
                    break
            answers.milliseconds.append((last - sent) * 1000)
            answers.firsts.append(((first or last) - sent) * 1000)
            answers.sizes.append(len(self.output) - before)
        return answers

    @property
    def memory(self) -> float:
        """The most memory it has held, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def idle(self, seconds: float) -> float:
        """The share of a processor it takes while nobody touches it, in percent."""
        before = self._seconds_run()
        self.rest_for(seconds)
        return (self._seconds_run() - before) / seconds * 100

    def rest_for(self, seconds: float) -> None:
        """Read for that long, whatever comes."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.read(0.1)

    def _seconds_run(self) -> float:
        """The processor's time all its threads have had; ticks of a hundredth would be coarser than what is told."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9
