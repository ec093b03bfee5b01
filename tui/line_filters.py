"""What every line passes on its way to a terminal that shows less: no colour of its own, or only ASCII."""

from __future__ import annotations

from collections.abc import Sequence

from textual.filter import LineFilter, Monochrome, NoColor

from tui.ascii_filter import AsciiFilter

NO_COLOUR, ONLY_ASCII = NoColor(), AsciiFilter()


def line_filters(filters: Sequence[LineFilter], *, no_color: bool, ascii_only: bool) -> list[LineFilter]:
    """Those filters for a theme of the terminal's own colours without any colour, or for a terminal of ASCII, or both.

    Textual chooses how it takes colour away before it knows the theme; greys made of the terminal's own colours
    would be black on black.
    """
    kept = [NO_COLOUR if no_color and isinstance(one, Monochrome) else one for one in filters]
    return [*kept, ONLY_ASCII] if ascii_only else kept
