"""One line that says what the signs of the timeline mean, where the screen is tall enough for it."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from store.lane_cells import MESSAGE_ZOOM
from tui.glyphs import Glyphs, legend


class LegendLine(Widget):
    """As many signs with their meaning as fit."""

    DEFAULT_CSS = "LegendLine { height: 1; width: 100%; color: $muted; display: none; }"

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._messages = False

    def show(self, zoom: int) -> None:
        """The signs of that zoom: messages are drawn from one on."""
        messages = zoom >= MESSAGE_ZOOM
        if messages != self._messages:
            self._messages = messages
            self.refresh()

    def render(self) -> Content:
        """The signs, most needed first."""
        return Content(f" {legend(self.glyphs, self.size.width - 2, messages=self._messages)}")
