"""The commands about follow-ups and where they come from, with their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    _answers(commands)
    _reasons(commands)
    _own(commands)


def _answers(commands: Commands) -> None:
    done = commands.add("done", "follow_ups:mark_done", "a follow-up is done")
    done.add_argument("items", nargs="+", metavar="ITEM", help="its id, or part of its words")
    snooze = commands.add("snooze", "follow_ups:snooze", "put a follow-up off")
    snooze.add_argument("item", metavar="ITEM")
    snooze.add_argument("until", nargs="+", metavar="WHEN", help="such as 3d, fri, 2026-12-04 or interview")
    skip = commands.add("skip", "follow_ups:skip", "a follow-up is not needed")
    skip.add_argument("items", nargs="+", metavar="ITEM")


def _reasons(commands: Commands) -> None:
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


def _own(commands: Commands) -> None:
    own = commands.add("task", "own_follow_ups:task", "follow-ups of your own: listed, added, changed, removed")
    ways = ("list", "add", "edit", "remove")
    own.add_argument("to", nargs="?", default="list", metavar="list|add|edit|remove", choices=ways)
    own.add_argument("tasks", nargs="*", metavar="TASK", help="for add its words; else its id, or part of its words")
    own.add_argument("--due", default="", metavar="WHEN", help="by when, such as fri, 3d or 2026-12-02 09:00")
    own.add_argument("--program", default="", metavar="PROGRAM", help="whom it is about; season for none")
    own.add_argument("--what", default="", metavar="TEXT", help="for edit, what it says from now on")
