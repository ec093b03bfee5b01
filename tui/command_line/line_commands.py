"""The commands for those who work line by line, with their arguments: the spoken review, completion in a shell."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    review = commands.add("review", "spoken_review:review", "go through what is due line by line, in plain words")
    review.add_argument("span", nargs="?", default="today", choices=("today", "week", "30d", "all"))
    completion = commands.add("completion", "completing:completion", "a script that completes commands and names")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish")
    completion.add_argument("--answer", action="store_true", help=SUPPRESS)
