"""A line that a person types, or that was piped in."""

from __future__ import annotations

import sys

from tui.command_line.speaking import finish


def settle_input() -> None:
    """Bytes that are no text become marks instead of ending the conversation."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def heard(prompt: str) -> str | None:
    """The next line; None at the end of the input. Only a terminal is prompted."""
    if sys.stdin is None:
        return None
    if sys.stdin.isatty() and sys.stdout is not None:
        sys.stdout.write(prompt)
    finish()
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None
