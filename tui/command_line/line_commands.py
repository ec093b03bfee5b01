"""The commands for those who work line by line, with their arguments: the spoken review."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.parser import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    review = commands.add("review", "spoken_review:review", "go through what is due line by line, in plain words")
    review.add_argument("span", nargs="?", default="today", choices=("today", "week", "30d", "all"))
