"""A real pseudo-terminal around a child process, for tests of bytes, signals and exit codes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0
DROPPED = ("NO_COLOR", "COLORTERM", "ESCDELAY", "PYTHONDONTWRITEBYTECODE")


class Terminal:
    """A Python program running in a pseudo-terminal, of 80 by 24 cells unless said."""

    def __init__(self, program: str, *arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> None:
        """Start `program` (Python source) with those arguments and additions to the environment."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("TEXTUAL") and k not in DROPPED}
        kept |= {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environment}
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may be told to outlive their own window
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execve(sys.executable, [sys.executable, "-c", program, *arguments], kept)
        self.output = b""
        self.code: int | None = None

    def send(self, data: bytes) -> None:
        """Type these bytes."""
        os.write(self.master, data)

    def lose_nothing(self) -> None:
        """Let ctrl+c throw away no output that is on its way, as the system does with each one."""
        attributes = termios.tcgetattr(self.master)
        attributes[3] |= termios.NOFLSH
        termios.tcsetattr(self.master, termios.TCSANOW, attributes)

    def read(self, seconds: float = 0.05) -> None:
        """Take what the program has written, waiting no longer than that."""
        if self.master < 0:
            time.sleep(seconds)
        elif select.select([self.master], [], [], seconds)[0]:
            try:
                self.output += os.read(self.master, 65536)
            except OSError:
                time.sleep(seconds)

    def until(self, true: Callable[[], bool], seconds: float = PATIENCE) -> bool:
        """Read until that holds; False when it does not within that time, or the program ended before."""
        deadline = time.monotonic() + seconds
        while not true():
            if time.monotonic() > deadline or self.ended():
                return true()
            self.read()
        return True

    def ended(self) -> bool:
        """Whether the program has ended; `code` is then its exit code, negative for a signal."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def wait(self, seconds: float = PATIENCE) -> int | None:
        """Read on until the program ends; its exit code, or None when it is still running."""
        self.until(self.ended, seconds)
        for _ in range(4):
            self.read(0.02)
        return self.code

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.master)
        self.master = -1

    def close(self) -> None:
        """End the program if it still runs."""
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.code = -signal.SIGKILL
        if self.master >= 0:
            self.hang_up()
