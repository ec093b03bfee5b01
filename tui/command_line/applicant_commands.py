"""The commands about the applicant, with their arguments: demo, profile, news."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    demo = commands.add("demo", "demo_file:write_demo", "an invented season to look around in")
    demo.add_argument("--out", default="", metavar="FILE", help="only write it to this file")
    profile = commands.add("profile", "profile:profile", "what letters may say about you: show or set")
    profile.add_argument("settings", nargs="*", metavar="KEY=VALUE", help="none shows all; nothing after = removes it")
    news = commands.add("news", "news:news", "what is new about you: listed, recorded, taken away")
    news.add_argument("what", nargs="?", default="", metavar="TEXT", help="in one sentence, as a message would say it")
    news.add_argument("--on", default="", metavar="DAY", help="since when; today when left out")
    news.add_argument("--eligibility", action="store_true", help="it changes eligibility, so every program has to hear")
    news.add_argument("--forget", default="", metavar="ID", help="take that one away")
