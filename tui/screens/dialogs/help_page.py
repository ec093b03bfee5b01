"""A page of help to read, and a line that searches all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from tui.help_pages import Page, lines_with, page
from tui.program_story import Part
from tui.screens.dialogs.dialog import WIDEST, Typing
from tui.shown import line
from tui.spelling import AS_SHIPPED, Spelling
from tui.widgets.detail_pane import PartsView
from tui.widgets.subject_field import SubjectField

READING = "up/down scroll  type to search all pages  esc close"
SEARCHING = "enter open the first  esc back to the page"
LINES_SHOWN = 2
"""Lines of a page that are shown among what was found."""


class HelpPage(Typing[None]):
    """Shows a page until it is closed; answers nothing."""

    DEFAULT_CSS = """
    HelpPage VerticalScroll { height: auto; scrollbar-size: 1 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", "down", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
        Binding("pagedown,tab", "leaf(1)", "page down", show=False),
        Binding("pageup,shift+tab", "leaf(-1)", "page up", show=False),
    ]

    def __init__(self, topic: str, spell: Spelling = AS_SHIPPED) -> None:
        """`spell` names the keys on the page."""
        self.spell = spell
        self.read = page(topic, spell)
        super().__init__(self.read.title, READING, WIDEST)
        self.found: tuple[Page, ...] = ()

    def parts(self) -> Iterable[Widget]:
        """The search line, then the words, scrolling when there are more than lines."""
        yield SubjectField(placeholder="type to search")
        yield VerticalScroll(PartsView(), can_focus=False)

    def on_mount(self) -> None:
        """Show the page."""
        self._show_page(self.read)
        self.fit()

    def fit(self) -> None:
        """Leave room for the frame and the search line."""
        for words in self.query(VerticalScroll):
            words.styles.max_height = self.room_for(3)

    def _show_page(self, shown: Page) -> None:
        self.read, self.found = shown, ()
        self._put(shown.title, tuple(Part(heading, _spaced(lines)) for heading, lines in shown.sections), READING)

    def _show_found(self, typed: str) -> None:
        found = lines_with(typed, self.spell)
        self.found = tuple(one for one, _ in found)
        parts = tuple(Part(f"{one.title}  ({one.topic})", lines[:LINES_SHOWN]) for one, lines in found)
        self._put("Help", parts or (Part("", ("No page holds that.",)),), SEARCHING)

    def _put(self, title: str, parts: tuple[Part, ...], keys: str) -> None:
        self.query_one(".box").border_title = Content(line(title, self.inside - 2))
        self.show_keys(keys)
        self.query_one(PartsView).show("", parts)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Show what holds these words; the page again when there are none."""
        event.stop()
        if event.value.strip():
            self._show_found(event.value)
        else:
            self._show_page(self.read)

    @on(Input.Submitted)
    def open_found(self, event: Input.Submitted) -> None:
        """Open the first page found; with nothing typed the page has been read, and is closed."""
        event.stop()
        first = self.found[:1]
        if not event.value.strip():
            self.action_cancel()
        elif first:
            self._show_page(first[0])
            with self.prevent(Input.Changed):
                event.input.value = ""

    def action_scroll(self, lines: int) -> None:
        """So many lines down, or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leaf(self, pages: int) -> None:
        """A screenful down, or up."""
        words = self.query_one(VerticalScroll)
        words.scroll_relative(y=pages * max(1, words.size.height - 1), animate=False)

    def action_cancel(self) -> None:
        """Back to the page from what was found, else close."""
        field = self.query_one(SubjectField)
        if field.value:
            field.value = ""
        else:
            self.answer(None)


def _spaced(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Those lines with an empty one between paragraphs; items stay together."""
    spaced: list[str] = []
    for line_ in lines:
        if spaced and not (line_.startswith("- ") and spaced[-1].startswith("- ")):
            spaced.append("")
        spaced.append(line_)
    return tuple(spaced)
