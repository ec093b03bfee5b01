"""A list of options whose marked one has a sign in front, so that colour is never all that tells it."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

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
        sign = ">" if option == self.highlighted and not within else ""
        return Strip([Segment(sign.ljust(MARK), first.style if first else None), *drawn])
