"""The pane beside a list of messages or follow-ups: a message as it stands, and what there is to know about it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.program_story import Part
from tui.spelling import spelling_of
from tui.widgets.detail_pane import ROOM, DetailPane

SHARE, MOST = 45, 86
"""Percent of the screen it takes, and cells at most."""
MORE, BACK = "{%s.preview-down}  more below", "{%s.preview-up}  back up"
"""What stands under a message that goes on; the commands are those of its own screen."""


def pane_width(screen_width: int) -> int:
    """Cells of the pane on a screen that wide; 0 where there is no room for it."""
    return min(MOST, screen_width * SHARE // 100) if screen_width >= ROOM else 0


class PreviewPane(DetailPane):
    """A pane wide enough for letters; says when there is more than it can show, and by which key."""

    DEFAULT_CSS = """
    PreviewPane > #more { dock: bottom; height: 1; background: $background; color: $muted; text-align: right; }
    """

    def __init__(self, scope: str) -> None:
        """`scope` is that of the commands that scroll it."""
        super().__init__()
        self._scope = scope
        self._shown: tuple[str, tuple[Part, ...]] = ("", ())

    def compose(self) -> ComposeResult:
        """The text, and the line that says that it goes on."""
        yield from super().compose()
        more = Static("", id="more", markup=False)
        more.display = False
        yield more

    def show(self, title: str, parts: tuple[Part, ...]) -> None:
        """Show these parts under that title, unless they are shown already."""
        if (title, parts) != self._shown:
            self._shown = (title, parts)
            super().show(title, parts)
            self.call_after_refresh(self._tell_more)

    def scroll_half(self, by: int) -> None:
        """Half a pane down, or up."""
        self.scroll_relative(y=by * max(1, self.size.height // 2), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Another height may show all of it."""
        self.call_after_refresh(self._tell_more)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Another place, by key or by wheel: the other end may be reached, or left."""
        super().watch_scroll_y(old_value, new_value)
        if self.is_mounted:
            self._tell_more()

    def _tell_more(self) -> None:
        more = self.query_one("#more", Static)
        more.display = self.max_scroll_y > 0
        words = MORE if self.scroll_y < self.max_scroll_y else BACK
        more.update(Content(spelling_of(self.app)(words % self._scope)), layout=False)
