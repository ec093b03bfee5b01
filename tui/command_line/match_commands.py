"""The commands of Match Week, with their arguments: soap, outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import Outcome

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    commands.add("soap", "match_week:soap", "what Match Week allows now, and which programs may be answered")
    outcome = commands.add("outcome", "match_week:outcome", "what the Match brought: shown, or recorded")
    outcome.add_argument("brought", nargs="?", default="", choices=("", *Outcome, "forget"), metavar="OUTCOME")
    outcome.add_argument("program", nargs="?", default="", metavar="PROGRAM", help="where, once it is known")
