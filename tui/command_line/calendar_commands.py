"""The command that writes a calendar, with its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add it."""
    ics = commands.add("ics", "calendar:ics", "interviews and key dates as a calendar file")
    ics.add_argument("--out", default="", metavar="FILE", help="a file or a folder; without it, it is printed")
    ics.add_argument("--private", action="store_true", help="no program names, no words of yours, no zones")
    ics.add_argument("--own-clock", action="store_true", help="starts in the zone you are in on that day")
