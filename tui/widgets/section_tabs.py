"""The line of sections over a list: each with its count, the open one in brackets, words at the right."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.frozen_record import record


@record(frozen=True, slots=True)
class Tab:
    """One section."""

    name: str
    """What it is called."""
    short: str
    """The same where there is little room."""
    count: int
    """How many are in it."""

    def words(self, *, short: bool) -> str:
        """Name and count."""
        return f"{self.short if short else self.name} {self.count}"


class SectionTabs(Widget):
    """Shows the sections and leads to them; no word of it is ever cut."""

    DEFAULT_CSS = """
    SectionTabs { height: 1; width: 100%; color: $muted; }
    SectionTabs > .section-tabs--open { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"section-tabs--open"}

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    at: reactive[int] = reactive(0)
    """Which of them is open."""
    right: reactive[tuple[str, ...]] = reactive(())
    """Words at the right, the longest form first; the first that fits is shown."""

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, at: int) -> None:
            self.at = at
            super().__init__()

    def _labels(self, *, short: bool) -> list[str]:
        return [
            f"[{tab.words(short=short)}]" if place == self.at else f" {tab.words(short=short)} "
            for place, tab in enumerate(self.tabs)
        ]

    def _laid_out(self) -> tuple[list[str], str]:
        """The labels and the words at the right, in the longest forms that fit beside each other."""
        room = self.size.width - 2
        for right in (*self.right, ""):
            for short in (False, True):
                labels = self._labels(short=short)
                if cell_len("".join(labels)) + cell_len(right) + (2 if right else 0) <= room:
                    return labels, right
        return self._labels(short=True), ""

    def render(self) -> Content:
        """The sections, then the words at the far right."""
        labels, right = self._laid_out()
        style = self.get_visual_style("section-tabs--open")
        left = Content("").join(
            Content.styled(label, style) if place == self.at else Content(label) for place, label in enumerate(labels)
        )
        gap = max(0, self.size.width - 2 - left.cell_length - cell_len(right))
        return Content(" ") + left + " " * gap + Content(right)

    def on_click(self, event: events.Click) -> None:
        """Open the section under the pointer."""
        column = 1
        for place, label in enumerate(self._laid_out()[0]):
            column += cell_len(label)
            if event.x < column:
                self.post_message(self.Chosen(place))
                return
