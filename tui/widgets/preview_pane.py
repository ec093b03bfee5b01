"""The pane beside a list of messages or follow-ups: a message as it stands, and what there is to know about it."""

from __future__ import annotations

from tui.program_story import Part
from tui.widgets.detail_pane import DetailPane

NEEDS = 110
"""Columns a screen must have before a list shares it with a preview."""
SHARE, MOST = 45, 86
"""Percent of the screen it takes, and cells at most."""


def pane_width(screen_width: int) -> int:
    """Cells of the pane on a screen that wide; 0 where there is no room for it."""
    return min(MOST, screen_width * SHARE // 100) if screen_width >= NEEDS else 0


class PreviewPane(DetailPane):
    """A pane wide enough for letters; keeps its place while the same thing is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, tuple[Part, ...]] = ("", ())

    def show(self, title: str, parts: tuple[Part, ...]) -> None:
        """Show these parts under that title, unless they are shown already."""
        if (title, parts) != self._shown:
            self._shown = (title, parts)
            super().show(title, parts)

    def scroll_half(self, by: int) -> None:
        """Half a pane down, or up."""
        self.scroll_relative(y=by * max(1, self.size.height // 2), animate=False)
