"""Loads what the other views are made of while nobody types, so that the first look at each is as quick as the next."""

from __future__ import annotations

from collections import deque
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.keys_in_order import KeysInOrder

ROOMS = (
    "tui.screens.review",
    "tui.screens.programs",
    "tui.screens.messages",
    "tui.screens.rank",
    "tui.screens.season",
    "tui.screens.program",
    "tui.screens.dialogs.pick_words",
    "tui.screens.dialogs.form",
    "tui.screens.editor",
)
"""The likeliest first; each takes some milliseconds, the editor thirty."""
EVERY = 0.2
"""Seconds between two of them, and how long no key may have come before one."""


class Warming:
    """Loads one room after another between the keys of the first seconds."""

    def __init__(self, app: KeysInOrder) -> None:
        """Begin; nothing is left running once all are loaded."""
        self._app = app
        self._left = deque(ROOMS)
        self._keys_read = app.keys_read
        self._timer: Timer = app.set_interval(EVERY, self._step, name="warming")

    def _step(self) -> None:
        quiet, self._keys_read = self._keys_read == self._app.keys_read, self._app.keys_read
        if not quiet or self._app.key_acts:
            return
        import_module(self._left.popleft())
        if not self._left:
            self._timer.stop()
