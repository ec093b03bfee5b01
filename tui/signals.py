"""Leaving in good order when the system ends the app, so that no draft is lost and the terminal is put right."""

from __future__ import annotations

import os
import signal
import sys
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

PATIENCE = 5.0
"""Seconds the app has for saving and leaving before the process is ended for it."""
LAST_WORDS = 0.5
"""Seconds a blocked terminal may hold up the very end."""

LEAVE_FULL_SCREEN = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l"  # bracketed paste, line wrap, size reports
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # the mouse
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"  # keys, screen, cursor, focus reports, colours
)


def install(leave: Callable[[int], object], loop: AbstractEventLoop, *, patience: float = PATIENCE) -> None:
    """On SIGTERM, SIGHUP and SIGINT call `leave(128 + signal)` in that loop, once.

    `leave` keeps what is half typed, saves and exits with the code it is given. When the process is
    still there after `patience` seconds, it is ended with the same code. Must be called in the main thread.
    """
    told = threading.Event()

    def tell(number: int, frame: FrameType | None) -> None:
        if told.is_set():
            return
        told.set()
        code = 128 + number
        timer = threading.Timer(patience, end_now, (code,))
        timer.daemon = True
        timer.start()
        if not loop.is_closed():
            loop.call_soon_threadsafe(leave, code)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):  # Windows sends no SIGHUP
            signal.signal(getattr(signal, name), tell)


def end_now(code: int) -> None:
    """End the process without further work, after an attempt to put the terminal right."""
    attempt = threading.Thread(target=put_terminal_right, daemon=True)
    attempt.start()
    attempt.join(LAST_WORDS)
    os._exit(code)


def put_terminal_right() -> None:
    """Leave the full screen and turn line editing on again, past Textual; may block on a stopped terminal."""
    if os.name != "posix" or sys.__stdin__ is None or sys.__stderr__ is None:
        return
    import termios

    try:
        typed, shown = sys.__stdin__.fileno(), sys.__stderr__.fileno()
        attributes = termios.tcgetattr(typed)
        attributes[0] |= termios.ICRNL | termios.IXON
        attributes[3] |= termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN
        termios.tcsetattr(typed, termios.TCSANOW, attributes)
        os.write(shown, LEAVE_FULL_SCREEN.encode())
    except (OSError, ValueError, termios.error):
        return


def let_go_of_terminal() -> None:
    """Send nothing more there, once everything is said: a closed window would turn the exit code into another."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is None:
            continue
        with suppress(OSError, ValueError):  # a closed window shows nothing any more
            stream.flush()
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
