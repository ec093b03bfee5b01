"""The top line: the six views, what waits in them, and the day."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.frozen_record import record
from tui.commands import VIEWS


@record(frozen=True, slots=True)
class BarFacts:
    """What the top line tells."""

    badges: tuple[tuple[str, str], ...] = ()
    """A short count for a view, such as `!5` for Review."""
    long_day: str = ""
    """Day and time for wide screens."""
    day: str = ""
    """The day for narrow ones."""
    mark: str = ""
    """A word in front of the day, such as DEMO or READ ONLY."""
    keys: tuple[str, ...] = tuple(str(place) for place, _ in enumerate(VIEWS, 1))
    """The key of each view, in their order."""
    deadlines: tuple[str, ...] = ()
    """The next thing that must not be missed, from its full form to its shortest; it comes before the day."""


class ViewBar(Widget):
    """Shows which view is open and leads to the others."""

    DEFAULT_CSS = "ViewBar { height: 1; width: 100%; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"view-bar--active", "view-bar--badge", "view-bar--mark"}

    facts: reactive[BarFacts] = reactive(BarFacts())

    class Chosen(Message):
        """A view was clicked."""

        def __init__(self, view: str) -> None:
            self.view = view
            super().__init__()

    def __init__(self, active: str) -> None:
        super().__init__()
        self.active = active

    def _labels(self) -> list[tuple[str, str, str]]:
        badges = dict(self.facts.badges)
        keyed = zip(self.facts.keys, VIEWS, strict=True)
        return [(view, f"{key} {name}", badges.get(view, "")) for key, (view, name) in keyed]

    def _ends(self) -> list[str]:
        """What may stand at the right end, the most telling first."""
        days, due = (self.facts.long_day, self.facts.day), self.facts.deadlines
        return [*(f"{one}   {day}" for one in due[:1] for day in days), *due, *days, ""]

    def render(self) -> Content:
        """The views with brackets round the open one, then the day at the right."""
        active = self.get_visual_style("view-bar--active")
        badge_style = self.get_visual_style("view-bar--badge")
        parts: list[Content] = []
        for view, label, badge in self._labels():
            here = view == self.active
            body = Content(label) + (Content(" ") + Content.styled(badge, badge_style) if badge else Content(""))
            parts.append((Content("[") + body + Content("]")).stylize(active) if here else Content(" ") + body + " ")
        left = Content("").join(parts)
        room = self.size.width - left.cell_length - 1
        mark = f"{self.facts.mark}  " if self.facts.mark else ""
        day = next((text for text in self._ends() if cell_len(mark + text) <= room), "")
        if cell_len(mark) > room:
            mark = ""
        gap = max(0, room - cell_len(mark + day))
        marked = Content.styled(mark, self.get_visual_style("view-bar--mark"))
        words = marked + Content(day)
        if not gap and self.active == VIEWS[-1][0]:  # its bracket would touch the words
            return left + " " + words
        return left + " " * gap + words + " "

    def on_click(self, event: events.Click) -> None:
        """Open the view under the pointer."""
        column = 0
        for view, label, badge in self._labels():
            column += cell_len(label) + (1 + cell_len(badge) if badge else 0) + 2
            if event.x < column:
                self.post_message(self.Chosen(view))
                return
