"""The commands about how follow-ups come about, with their arguments: rules, why, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    why = commands.add("why", "ruling:why", "why a follow-up is on the agenda, and when it stops")
    why.add_argument("item", metavar="ITEM", help="its id, or part of its words")
    rules = commands.add("rules", "ruling:rules", "the rules of follow-ups: listed, switched, given other days")
    rules.add_argument("rule", nargs="?", default="", metavar="ID", help="such as F07")
    rules.add_argument("to", nargs="?", default="", metavar="off|on|days", choices=("", "off", "on", "days"))
    rules.add_argument("number", nargs="?", type=int, metavar="N", help="so many days; left out, the rule's own")
    where = commands.add("where", "staying:where", "where you are, and where you will be from a day on")
    where.add_argument("zone", nargs="?", default="", metavar="ZONE", help="such as America/Phoenix")
    where.add_argument("--from", default="", metavar="DAY", dest="start", help="the first day; today when left out")
    where.add_argument("--until", default="", metavar="DAY", help="the last day; left out, until another stay begins")
    where.add_argument("--forget", default="", metavar="DAY", help="take away the stay that begins on that day")
