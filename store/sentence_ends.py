"""Ends a sentence once, whatever its last words end in: people write notes with a full stop and without one."""

from __future__ import annotations

ENDS = (".", "?", "!", "…")
"""Signs that end a sentence."""
CLOSING = "”’\"')]"
"""Signs that may stand behind the end."""


def ended(words: str) -> str:
    """Those words with a full stop behind them, unless they have an end of their own; nothing stays nothing."""
    said = words.rstrip()
    return said if not said or said.rstrip(CLOSING).endswith(ENDS) else f"{said}."
