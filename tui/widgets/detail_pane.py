"""The pane beside a list: what is known about the program under the cursor."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Group
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.program_story import Part
from tui.shown import tame

INDENT = (0, 0, 0, 2)


def told(title: str, parts: tuple[Part, ...], colours: Mapping[str, str]) -> Group:
    """These parts under that title, in the colours of a theme; every word of them is plain text."""
    heading, alarm = Style(bold=True, color=colours["primary"]), Style(bold=True, color=colours["late"])
    blocks: list[Text | Padding] = [Text(tame(title), style="bold"), Text("")] if title else []
    for part in parts:
        blocks.append(Text(("! " if part.alarm else "") + part.title, style=alarm if part.alarm else heading))
        blocks += [Padding(Text(tame(line)), INDENT) for line in part.lines]
        blocks.append(Text(""))
    return Group(*blocks)


class DetailPane(VerticalScroll, can_focus=False):
    """Shows a title and titled lists of lines; everything in it is plain text."""

    DEFAULT_CSS = """
    DetailPane { width: 40; padding: 0 1; border-left: solid $faint; scrollbar-size: 0 0; }
    DetailPane > Static { width: 100%; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield self._text

    def show(self, title: str, parts: tuple[Part, ...]) -> None:
        """Show these parts under that title."""
        self._text.update(told(title, parts, self.app.theme_variables))
        self.scroll_home(animate=False)
