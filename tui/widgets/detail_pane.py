"""The pane beside a list: what is known about the program under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.shown import tame

if TYPE_CHECKING:
    from tui.program_story import Part

INDENT = (0, 0, 0, 2)
ROOM, WIDE = 110, 160
"""Columns a screen must have before it is shared with a pane, and from how many on the pane is wider."""


def detail_width(screen_width: int) -> int:
    """Cells the pane takes on a screen that wide, as the style sheet has it; 0 where there is no room for it."""
    return 0 if screen_width < ROOM else 40 if screen_width < WIDE else 60


def line_room(screen_width: int) -> int:
    """Cells a line of the pane has on a screen that wide, beside its border, its padding and the indent."""
    return max(0, detail_width(screen_width) - 1 - 2 - INDENT[3])


class PartsView(Static):
    """Titled lists of lines; every word of them is plain text."""

    DEFAULT_CSS = """
    PartsView { width: 100%; height: auto; }
    PartsView > .parts--heading { color: $primary; text-style: bold; }
    PartsView > .parts--alarm { color: $late; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"parts--heading", "parts--alarm"}

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._title = ""
        self._parts: tuple[Part, ...] = ()
        self._drawn_in: tuple[Style, ...] | None = None

    def show(self, title: str, parts: tuple[Part, ...]) -> None:
        """Show these parts, under that title if there is one."""
        self._title, self._parts = title, parts
        self._draw(self._styles_now)

    def notify_style_update(self) -> None:
        """Another theme: draw what is shown again once its styles are there."""
        super().notify_style_update()
        if self._drawn_in is not None:
            self.call_later(self._draw_in_theirs)

    def _draw_in_theirs(self) -> None:
        if self._styles_now != self._drawn_in:
            self._draw(self._styles_now)

    @property
    def _styles_now(self) -> tuple[Style, ...]:
        return tuple(self.get_component_rich_style(f"parts--{name}", partial=True) for name in ("heading", "alarm"))

    def _draw(self, styles: tuple[Style, ...]) -> None:
        self._drawn_in, (heading, alarm) = styles, styles
        title, parts = self._title, self._parts
        blocks: list[Text | Padding] = [Text(tame(title), style="bold"), Text("")] if title else []
        for part in parts:
            if part.title:
                blocks.append(Text(("! " if part.alarm else "") + part.title, style=alarm if part.alarm else heading))
            blocks += [Padding(Text(tame(line)), INDENT) for line in part.lines]
            blocks.append(Text(""))
        self.update(Group(*blocks))


class DetailPane(VerticalScroll, can_focus=False):
    """Shows a title and titled lists of lines; everything in it is plain text."""

    DEFAULT_CSS = "DetailPane { width: 40; padding: 0 1; border-left: solid $faint; scrollbar-size: 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._text = PartsView()

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield self._text

    def show(self, title: str, parts: tuple[Part, ...]) -> None:
        """Show these parts under that title."""
        self._text.show(title, parts)
        self.scroll_home(animate=False)
