"""Giving the terminal to another program for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App, SuspendNotSupported

from store.errors import RuleBroken


@contextmanager
def lent_by(app: App[Any]) -> Iterator[None]:
    """The terminal without the app on it; raises RuleBroken where it cannot be given away, as in a browser."""
    try:
        suspended = app.suspend()
        suspended.__enter__()
    except SuspendNotSupported as error:
        raise RuleBroken("This terminal cannot be handed to another program.") from error
    try:
        yield
    finally:
        suspended.__exit__(None, None, None)
