"""The line above the keys: what the cursor is on, what was just done, whether it is saved."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from store.clean_text import clean


class StatusLine(Widget):
    """One line of words; never markup, never wider than the screen."""

    DEFAULT_CSS = "StatusLine { height: 1; width: 100%; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--trouble"}

    words: reactive[str] = reactive("")
    saved: reactive[str] = reactive("")
    """Shown at the right where there is room."""
    trouble: reactive[str] = reactive("")
    """Why the newest change is not on disk; stands before everything else."""

    def render(self) -> Content:
        """The words, cut at the right with an ellipsis when the line is too short."""
        width = self.size.width - 2
        if self.trouble:
            style = self.get_visual_style("status-line--trouble")
            return Content.styled(" " + fitted(f"NOT SAVED YET  {self.trouble}", width) + " ", style)
        words = clean(self.words).replace("\n", " ")
        right = self.saved if cell_len(words) + cell_len(self.saved) + 3 <= width else ""
        left = fitted(words, width - (cell_len(right) + 3 if right else 0))
        gap = width - cell_len(left) - cell_len(right)
        return Content(" " + left + " " * max(0, gap) + right + " ")


def fitted(text: str, width: int) -> str:
    """That text in at most so many cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""
