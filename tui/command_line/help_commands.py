"""The commands about the program itself, with their arguments: help, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    pages = commands.add("help", "help_words:show_help", "short pages: the season, each kind, each check, and more")
    pages.add_argument("topic", nargs="*", metavar="TOPIC", help="such as soap, thank-you or c06; without, a list")
    settings = commands.add("settings", "settings_words:settings", "how the screen is set: shown, or changed")
    settings.add_argument("setting", nargs="?", default="", metavar="SET", help="such as theme, or keys.timeline.today")
    settings.add_argument("value", nargs="?", default=None, metavar="VALUE", help="left out, what it may be is shown")
