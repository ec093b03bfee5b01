"""A person at a terminal: presses keys, looks at the screen, and waits until it shows what they expect."""

from __future__ import annotations

import re
import time

import pyte

from tests.terminal import Terminal

PROGRAM = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"
NAMED = {
    "enter": b"\r",
    "esc": b"\x1b",
    "tab": b"\t",
    "space": b" ",
    "backspace": b"\x7f",
    "f8": b"\x1b[19~",
    "down": b"\x1b[B",
}
REST = 0.12
"""Seconds of silence after which the screen counts as drawn."""
BETWEEN_LETTERS = 0.01
"""Seconds between the letters of a typed word."""


class Walker(Terminal):
    """The real program in a real pseudo-terminal, seen through a terminal emulator."""

    def __init__(
        self, *arguments: str, size: tuple[int, int] = (80, 24), program: str = PROGRAM, **environment: str
    ) -> None:
        super().__init__(program, *arguments, size=size, **environment)
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self._fed = 0
        self.pressed = 0

    def press(self, *keys: str) -> None:
        """Press these keys one by one; each is a name, or text typed letter by letter."""
        for key in keys:
            for data in [NAMED[key]] if key in NAMED else [letter.encode() for letter in key]:
                self.send(data)
                self.pressed += 1
                self._settle(BETWEEN_LETTERS)
            self._settle(REST)

    def _settle(self, rest: float) -> None:
        quiet_since, seen = time.monotonic(), len(self.output)
        while time.monotonic() - quiet_since < rest and not self.ended():
            self.read(0.02)
            if len(self.output) != seen:
                quiet_since, seen = time.monotonic(), len(self.output)

    @property
    def text(self) -> str:
        """What the screen shows."""
        fresh, self._fed = self.output[self._fed :], len(self.output)
        self.stream.feed(fresh)
        return "\n".join(line.rstrip() for line in self.screen.display)

    def sees(self, pattern: str, seconds: float = 20.0) -> None:
        """Wait until the screen shows that; fails with the screen as it stands otherwise."""
        found = self.until(lambda: re.search(pattern, self.text) is not None, seconds)
        assert found, f"the screen never showed {pattern!r}; it shows:\n{self.text}"
