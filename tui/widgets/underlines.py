"""Stretches of a text to underline, and where they are after an edit."""

from __future__ import annotations

from textual.document._document import Location

from store.frozen_record import record


@record(frozen=True, slots=True)
class Span:
    """A stretch of the text to underline."""

    start: int
    """Offset of the first character, in characters of the whole text."""
    end: int
    """Offset after the last character."""
    style_name: str
    """`stop`, `warn`, `note` or `blank`."""


@record(frozen=True, slots=True)
class Underline:
    """A stretch to underline, by row and column, so that an edit elsewhere can move it along."""

    start: Location
    """Place of the first character."""
    end: Location
    """Place after the last one."""
    style_name: str
    """As in the span."""

    def after_edit(self, top: Location, bottom: Location, end: Location) -> Underline | None:
        """Where it stands once the text from `top` to `bottom` reaches to `end`; None when it was touched."""
        if self.end <= top:
            return self
        if self.start < bottom:
            return None
        return Underline(_moved(self.start, bottom, end), _moved(self.end, bottom, end), self.style_name)


def _moved(place: Location, bottom: Location, end: Location) -> Location:
    column = place[1] + (end[1] - bottom[1] if place[0] == bottom[0] else 0)
    return place[0] + end[0] - bottom[0], column
