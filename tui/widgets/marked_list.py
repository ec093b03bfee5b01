"""A list of options whose marked one has a sign in front, so that colour is never all that tells it."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

HIGHLIGHTED = ("option-list--option", "option-list--option-highlighted")
REVERSED = Style(reverse=True)
MARK = 2
"""Cells in front of every line, for the sign."""


class MarkedList(OptionList):
    """Words in it are never markup."""

    def __init__(self, *options: Option | Content) -> None:
        super().__init__(*options, markup=False)

    def _get_left_gutter_width(self) -> int:
        """Room for the sign."""
        return MARK

    def render_line(self, y: int) -> Strip:
        """A line of an option, with the sign before the first of the marked one."""
        drawn = super().render_line(y)
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return drawn
        option, within = self._lines[line]
        first = next(iter(drawn), None)
        marked = option == self.highlighted
        sign = ">" if marked and not within else ""
        line_drawn = Strip([Segment(sign.ljust(MARK), first.style if first else None), *drawn])
        return line_drawn.apply_style(REVERSED) if marked and self._reverses else line_drawn

    @property
    def _reverses(self) -> bool:
        """True where the look asks for it; the list itself leaves that out of what it draws."""
        return bool(self.get_component_styles(*HIGHLIGHTED).text_style.reverse)
