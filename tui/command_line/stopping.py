"""ctrl+c while a command works: it ends with one true sentence, and what is being written by then is written whole."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tui.command_line.running import HeardOnce
from tui.command_line.speaking import words

STOPPED = "Stopped."
UNCHANGED = "Stopped. Nothing was changed."
UNWRITTEN = "Stopped. Nothing was written."
TOO_LATE = "That came too late to stop it."


class Stopped(KeyboardInterrupt):
    """The person has stopped the command; the sentence says what became of it."""


class Asked:
    """Whether the person has asked for an end."""

    def __init__(self) -> None:
        self.to_stop = False
        """True from the first ctrl+c on."""

    def heed(self, sentence: str = UNCHANGED) -> None:
        """Raise Stopped with that sentence when the person has asked for it."""
        if self.to_stop:
            raise Stopped(sentence)

    def note(self, number: int, frame: FrameType | None) -> None:
        """Keep in mind that ctrl+c was pressed."""
        self.to_stop = True


@contextmanager
def stoppable(sentence: str = UNCHANGED) -> Iterator[None]:
    """ctrl+c in here ends the command with that sentence; whatever writes in here does so within `unbroken`."""
    try:
        yield
    except Stopped:
        raise
    except KeyboardInterrupt:
        raise Stopped(sentence) from None


@contextmanager
def held_back() -> Iterator[Asked]:
    """ctrl+c in here is only kept in mind; the work heeds it where it can end with nothing half done."""
    asked = Asked()
    try:
        before = signal.signal(signal.SIGINT, asked.note)
    except ValueError:  # no thread but the first one hears of ctrl+c
        yield asked
        return
    try:
        yield asked
    finally:
        if asked.to_stop and isinstance(before, HeardOnce):
            before.heard = True
        signal.signal(signal.SIGINT, before)


@contextmanager
def unbroken() -> Iterator[None]:
    """What is written in here is written whole; raises Stopped behind it when ctrl+c was pressed meanwhile."""
    with held_back() as asked:
        yield
    asked.heed(TOO_LATE)


def tell_of(stop: KeyboardInterrupt) -> None:
    """Say the sentence of a command that was stopped, on a line of its own; that it was, where there is no other."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write("\n")  # the terminal has put ^C at the end of the line before
    words(str(stop) if stop.args else STOPPED)
