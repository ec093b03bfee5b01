"""The pane beside a list: what is known about the program under the cursor."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.program_story import Part
from tui.shown import plain


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
        lines = [plain(title).stylize("bold"), Content("")]
        for part in parts:
            heading = plain(("! " if part.alarm else "") + part.title)
            lines.append(heading.stylize("bold $late" if part.alarm else "bold $primary"))
            lines += [Content("  ") + plain(line) for line in part.lines]
            lines.append(Content(""))
        self._text.update(Content("\n").join(lines))
        self.scroll_home(animate=False)

    def show_list(self, title: str, names: tuple[str, ...]) -> None:
        """Show a heading and the names under it."""
        self.show(f"{title}: {len(names)}", (Part("Programs", names),))
