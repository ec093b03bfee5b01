"""The commands for other ways to work than the full screen: spoken review, forms, a browser, shell completion."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands

FORMS = ("profile", "program", "person", "invitation", "interview", "message", "sent", "rank")
"""What can be asked for in plain lines."""


def declare(commands: Commands) -> None:
    """Add them."""
    review = commands.add("review", "spoken_review:review", "go through what is due line by line, in plain words")
    review.add_argument("span", nargs="?", default="today", choices=("today", "week", "30d", "all"))
    form = commands.add("form", "forms.opening:form", "be asked line by line for what another command takes")
    form.add_argument("what", choices=FORMS, metavar="WHAT", help=", ".join(FORMS))
    form.add_argument("about", nargs="?", default="", metavar="LETTER-ID|PROGRAM", help="answers its first question")
    serve = commands.add("serve", "serving:serve", "show the full screen in a browser on this machine")
    serve.add_argument("--port", type=int, default=0, metavar="N", help="the port; a free one when left out")
    serve.add_argument("--open", action="store_true", help="open the address in your browser at once")
    serve.add_argument("--demo", action="store_true", help="the made-up season instead of yours")
    completion = commands.add("completion", "completing:completion", "a script that completes commands and names")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish")
    completion.add_argument("--answer", action="store_true", help=SUPPRESS)
