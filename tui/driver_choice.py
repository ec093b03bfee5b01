"""Which terminal driver the full screen runs on."""

from __future__ import annotations

import os

from textual.driver import Driver


def driver_for_here() -> type[Driver] | None:
    """The safe driver on Linux and macOS; None lets Textual choose.

    TEXTUAL_DRIVER wins, because a web server sets it to drive the app over a socket.
    """
    if os.name != "posix" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from tui.safe_driver import SafeDriver

    return SafeDriver
