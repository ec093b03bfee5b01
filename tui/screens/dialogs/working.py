"""How far some work is, while it is done beside the screen."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.dialogs.dialog import Dialog
from tui.shown import plain
from tui.underway import Underway

KEYS = "esc stops it, nothing is left half done"
WIDE = 52
"""Cells of the box; the words in it grow and shrink while they are read."""
POLL = 0.1
"""Seconds between two looks at how far it is."""


class Working(Dialog[None]):
    """Closes by itself when the work has ended."""

    def __init__(self, underway: Underway) -> None:
        super().__init__(underway.title, KEYS, WIDE)
        self.underway = underway

    def parts(self) -> Iterable[Widget]:
        """One line."""
        yield Static(plain(self.underway.words), id="how-far", markup=False)

    def on_mount(self) -> None:
        """Look again and again."""
        self.set_interval(POLL, self.look)

    def look(self) -> None:
        """Show how far it is; close once it has ended, as soon as nothing lies over this."""
        for line in self.query(Static):  # none while the app is being left
            line.update(plain(self.underway.words))
        if self.underway.ended and self.is_current:
            self.answer(None)

    def action_cancel(self) -> None:
        """Stop the work; this closes when it has heard of it."""
        self.underway.stopped = True
        self.look()

    def on_key(self, event: events.Key) -> None:
        """Nothing else is a key here."""
        if event.is_printable:
            event.stop()
