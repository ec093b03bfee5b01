"""The line above the keys: what the cursor is on, what was just done, whether it is saved."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.shown import line
from tui.spelling import spelling_of

KEEP_COPY = "{everywhere.keep-copy} keep a copy"
"""What helps while the disk refuses."""


class StatusLine(Widget):
    """One line of words; never markup, never wider than the screen."""

    DEFAULT_CSS = "StatusLine { height: 1; width: 100%; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--trouble"}

    words: reactive[str] = reactive("")
    hint: reactive[str] = reactive("")
    """What can be done about it; stays readable however long the words are."""
    saved: reactive[str] = reactive("")
    """Shown at the right where there is room."""
    standing: reactive[str] = reactive("")
    """What holds for the whole window, such as that it only reads; stands at the right however long the words are."""
    trouble: reactive[str] = reactive("")
    """Why the newest change is not on disk; stands before everything else."""

    def render(self) -> Content:
        """The words, cut at the right with an ellipsis when the line is too short."""
        width = self.size.width - 2
        if self.trouble:
            style = self.get_visual_style("status-line--trouble")
            ending = f"  {spelling_of(self.app)(KEEP_COPY)}"
            words = line(f"NOT SAVED YET  {self.trouble}", width - cell_len(ending))
            return Content.styled(f" {words}{ending} ", style)
        right = self.standing
        room = width - cell_len(right) - 3 if right else width
        hint = f"   {self.hint}" if self.hint else ""
        left = line(self.words, max(0, room - cell_len(hint))) + hint
        if not right and cell_len(left) + cell_len(self.saved) + 3 <= width:
            right = self.saved
        gap = width - cell_len(left) - cell_len(right)
        return Content(" " + left + " " * max(0, gap) + right + " ")
