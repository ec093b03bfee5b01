"""The second line of the timeline: how the season stands, the filter, the zoom."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.shown import line, tame
from tui.state import SeasonState


class HeadLine(Widget):
    """Counts at the left, how the view is set at the right."""

    DEFAULT_CSS = "HeadLine { height: 1; width: 100%; color: $muted; }"

    left: reactive[tuple[tuple[str, bool], ...]] = reactive(())
    """Counts, each with whether it is an alarm."""
    right: reactive[tuple[str, ...]] = reactive(())
    """What a filter has found, or how the view is set; the longest form first."""

    def show(self, state: SeasonState, *right: str) -> None:
        """Show the counts of that state, and at the right the first of these words that fit."""
        now = state.counts
        parts = (
            (True, f"{now.programs} program{'' if now.programs == 1 else 's'}", False),
            (now.interviews, f"{now.interviews} interview{'' if now.interviews == 1 else 's'}", False),
            (now.overdue, f"{now.overdue} overdue", True),
            (now.due_today, f"{now.due_today} due", False),
            (now.clashes, f"{now.clashes} clash{'' if now.clashes == 1 else 'es'}", True),
        )
        self.left = tuple((words, alarm) for told, words, alarm in parts if told)
        self.right = tuple(tame(words) for words in right)

    def render(self) -> Content:
        """The counts, alarms in the colour of what is late; the right side only where it fits."""
        width = self.size.width - 2
        counts_shown = Content("  ").join(
            Content.styled(words, "bold $late") if alarm else Content(words) for words, alarm in self.left
        )
        room = max(0, width - counts_shown.cell_length - 3)
        right = next((words for words in self.right if cell_len(words) <= room), "")
        if not right and self.right:
            right = line(self.right[-1], room)
        gap = max(1, width - counts_shown.cell_length - cell_len(right))
        return Content(" ") + counts_shown + " " * gap + Content(right)
