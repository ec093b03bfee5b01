"""A screen that is one page of text, longer than the screen if need be."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.commands import key_line_of
from tui.screens.season_screen import SeasonScreen
from tui.widgets.key_line import KeyLine


class TextPage(SeasonScreen):
    """Shows lines of text and scrolls through them with the keys of lists."""

    DEFAULT_CSS = """
    TextPage #sheet { padding: 1 2; scrollbar-size: 0 0; }
    """

    BEFORE_KEYS = ()

    def compose_body(self) -> Iterator[Widget]:
        """The page alone."""
        with VerticalScroll(id="sheet"):
            yield Static("", markup=False)

    @property
    def page(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#sheet", VerticalScroll)

    def write(self, words: Content) -> None:
        """Put those words on the page."""
        self.page.query_one(Static).update(words)

    def show_keys(self) -> None:
        """Name in the key line what makes sense now, and nothing else."""
        offers = tuple(one for one in key_line_of(self.VIEW) if self.check_action(one.action, ()))
        self.query_one(KeyLine).show(offers, self.BEFORE_KEYS)

    def on_resize(self) -> None:
        """Lay the lines out anew for another width."""
        if self.is_mounted:
            self.lay_out()

    def lay_out(self) -> None:
        """Write the page for the width there is; called when that has changed."""
        raise NotImplementedError

    def action_down(self) -> None:
        """Scroll down."""
        self.page.scroll_down(animate=False)

    def action_up(self) -> None:
        """Scroll up."""
        self.page.scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.page.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.page.scroll_page_up(animate=False)

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self.page.scroll_end(animate=False)
