"""What stands behind other widgets and is hidden by all of them."""

from __future__ import annotations

from textual.containers import Container


class Backdrop(Container):
    """A container whose widgets cover it: no line of its own is worked out, though every picture begins with it."""

    BLANK = True
