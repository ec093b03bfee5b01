"""A terminal driver that no input can kill: broken bytes, odd key reports, pasted escapes, a closed window."""

from __future__ import annotations

import asyncio
import os
import re
import selectors
import signal
import termios
import tty
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys
from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App

KEY_REPORT = r"\x1b\[([\d:;]*)([u~A-HP-S])"
ESCAPE_OR_NUL = "[\x00\x1b]"
ESCAPE_POLL = 0.01
"""Seconds from one look to the next while an escape waits for company; else the loop sleeps until something comes."""
WIDEST = 4_000
"""Cells; a terminal that claims to be wider or higher is not believed."""


def tidy_key_report(sequence: str) -> str | None:
    """That key report without the parts Textual cannot read; None when it tells of a key let go.

    A terminal may add the shifted key after the key, and press, repeat or release after the modifiers.
    """
    found = re.fullmatch(KEY_REPORT, sequence)
    if found is None or ":" not in sequence:
        return sequence
    key, *rest = found[1].split(";")
    if rest:
        modifiers, _, kind = rest[0].partition(":")
        if kind == "3":
            return None
        rest[0] = modifiers
    return f"\x1b[{';'.join([key.partition(':')[0], *rest])}{found[2]}"


class PasteGuard:
    """Takes escapes out of pasted text, so that a paste is never read as key presses."""

    def __init__(self) -> None:
        self._pasting = False
        self._seen = ""
        self._held = ""

    def guarded(self, data: str) -> str:
        """That input with escapes left only where they belong; may hold back half of an end mark."""
        data, self._held = self._held + data, ""
        passed: list[str] = []
        while data:
            part, data = self._pasted(data) if self._pasting else self._typed(data)
            passed.append(part)
        return "".join(passed)

    def _typed(self, data: str) -> tuple[str, str]:
        joined = self._seen + data
        at = joined.find(BRACKETED_PASTE_START)
        if at < 0:
            self._seen = joined[-(len(BRACKETED_PASTE_START) - 1) :]
            return data, ""
        begins = at + len(BRACKETED_PASTE_START) - len(self._seen)
        self._pasting, self._seen = True, ""
        return data[:begins], data[begins:]

    def _pasted(self, data: str) -> tuple[str, str]:
        end = data.find(BRACKETED_PASTE_END)
        if end >= 0:
            self._pasting = False
            after = data[end + len(BRACKETED_PASTE_END) :]
            return re.sub(ESCAPE_OR_NUL, "", data[:end]) + BRACKETED_PASTE_END, after
        for length in range(len(BRACKETED_PASTE_END) - 1, 0, -1):
            if data.endswith(BRACKETED_PASTE_END[:length]):
                data, self._held = data[:-length], data[-length:]
                break
        return re.sub(ESCAPE_OR_NUL, "", data), ""


class SafeParser(XTermParser):
    """Reads what a terminal sends; whatever makes no sense is passed over."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._guard = PasteGuard()

    @property
    def waits(self) -> bool:
        """Whether an escape has come that may be a key of its own."""
        return self._timeout_time is not None

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that input amounts to; an empty string ends the input."""
        if not data:
            yield from super().feed(data)
        elif guarded := self._guard.guarded(data):
            for message in super().feed(guarded):
                if not (isinstance(message, events.Resize) and not self._is_believable(message)):
                    yield message

    @staticmethod
    def _is_believable(resize: events.Resize) -> bool:
        return 0 < resize.size.width <= WIDEST and 0 < resize.size.height <= WIDEST

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        tidy = tidy_key_report(sequence)
        try:
            keys = () if tidy is None else tuple(super()._sequence_to_key_events(tidy, alt))
        except (ValueError, OverflowError):
            tidy, keys = None, ()
        if tidy is None or any(_has_surrogate(key.character) for key in keys):
            yield events.Key(Keys.Ignore, sequence)
        elif alt and not any(key.key.startswith("alt+") for key in keys):
            # Textual drops the alt of signs and of enter; with it an `esc` typed just before would be lost.
            yield from (events.Key(f"alt+{key.key}", key.character) for key in keys)
        else:
            yield from keys

    def parse_mouse_code(self, code: str) -> Message | None:
        """The mouse event of that code, or None when it makes no sense.

        A terminal that gives its size in pixels as nothing would have Textual divide by zero.
        """
        try:
            return super().parse_mouse_code(code)
        except (ArithmeticError, ValueError):
            return None


def _has_surrogate(text: str | None) -> bool:
    return text is not None and any("\ud800" <= character <= "\udfff" for character in text)


class Bell(Event):
    """An event that can be waited for together with a terminal: ringing it makes a pipe readable."""

    heard = _rope = -1

    def __init__(self) -> None:
        super().__init__()
        self.heard, self._rope = os.pipe()
        for end in (self.heard, self._rope):
            os.set_blocking(end, False)

    def set(self) -> None:
        """Ring."""
        super().set()
        with suppress(OSError):  # a pipe that is full is heard as well, and one that is closed no longer matters
            os.write(self._rope, b"\0")

    def clear(self) -> None:
        """Be silent again."""
        super().clear()
        with suppress(OSError):
            os.read(self.heard, 4096)

    def take_down(self) -> None:
        """Close the pipe; nothing waits for the bell any more."""
        for end in (self.heard, self._rope):
            with suppress(OSError):
                os.close(end)
        self.heard = self._rope = -1

    def __del__(self) -> None:
        self.take_down()


class SafeDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with an input loop that goes on whatever arrives.

    It sleeps until something is typed or the app leaves, where Textual would look ten times a second for
    as long as the program stands open. While an escape is waiting for company it looks every 10 ms, so that
    the key `esc` acts as soon as ESCDELAY has passed.
    """

    _is_gone = False
    """Whether the terminal was closed."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = self._bell = Bell()

    def end(self) -> None:
        """Give back what it took of the system, once the app is over.

        Not when it is closed: that is also done for a while, when the terminal goes back to the shell.
        """
        self._bell.take_down()

    def write(self, data: str) -> None:
        """Send that to the terminal; to one that is gone nothing, as the line before it would never empty."""
        if self._writer_thread is None or self._writer_thread.is_alive():
            super().write(data)

    def run_input_thread(self) -> None:
        """Read until the app asks to stop, or the terminal is gone."""
        parser = SafeParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._bell.heard, selectors.EVENT_READ)
            while True:
                came = selector.select(ESCAPE_POLL if parser.waits else None)
                if self._bell.is_set():
                    break
                ready = any(key.fd == self.fileno for key, _ in came)
                if ready and not (data := self._read()):
                    self._hang_up()
                    break
                for event in parser.feed(text) if ready and (text := decode(data)) else ():
                    self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        self._drain(parser)

    def _sigcont_application(self, *_: object) -> None:
        """The program goes on: take the terminal anew after ctrl+z, or look after it when only the system stopped us.

        Textual would begin a second time on a terminal it still holds: two threads would share the keys,
        and leaving would wait for one of them for ever.
        """
        if self._key_thread is None or self._is_gone:
            return  # not begun yet; or a closed window, of which the system tells with both signals
        if not self._key_thread.is_alive():
            super()._sigcont_application()
        self._look_after_terminal()

    def _look_after_terminal(self) -> None:
        """Undo what a shell did to the terminal meanwhile, and draw everything again."""
        with suppress(termios.error, OSError):
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
            attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        self.write("\x1b[?25l")
        self._enable_bracketed_paste()
        self.flush()
        asyncio.get_running_loop().call_soon_threadsafe(partial(self._app.refresh, layout=True))

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """Tell the process that its terminal is gone, as the system does for a closed window."""
        self._is_gone = True
        if self.input_tty and not self.exit_event.is_set():
            os.kill(os.getpid(), signal.SIGHUP)

    def _drain(self, parser: SafeParser) -> None:
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass
