"""The pane beside a letter: read by scrolling, once the keys have been given to it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.widgets.detail_pane import DetailPane


class BesidePane(DetailPane, can_focus=True):
    """Titled lists of lines that scroll line by line and page by page while they have the focus."""

    DEFAULT_CSS = """
    BesidePane { border-left: none; border-right: solid $faint; }
    BesidePane:focus { border-right: solid $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "down", show=False),
        Binding("k", "scroll_up", "up", show=False),
        Binding("space", "page_down", "page down", show=False),
    ]
