"""`esc`, also where it is read as one with the next key: within ESCDELAY both arrive as `alt+` that key."""

from __future__ import annotations

from textual import events
from textual.message import Message


class Left(Message):
    """The person wants out of the text: `esc` came glued to the next key."""


def is_leaving(event: events.Key) -> bool:
    """Whether that key is `esc` and the next key, read as one."""
    return event.key.startswith("alt+") and (event.is_printable or event.key in {"alt+enter", "alt+tab"})
