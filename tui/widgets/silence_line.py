"""The line under the views that says, in Match Week, to whom nothing may be written."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.shown import line


class SilenceLine(Widget):
    """The rule of the week on one line; of its wordings the first that fits is shown."""

    DEFAULT_CSS = "SilenceLine { height: 1; width: 100%; text-style: bold reverse; }"

    wordings: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """The longest wording there is room for."""
        room = self.size.width - 2
        words = next((one for one in self.wordings if cell_len(one) <= room), "".join(self.wordings[-1:]))
        return Content(f" {line(words, room)}")
