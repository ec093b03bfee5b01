"""The commands about a program as a whole, with their arguments: add, import, status, rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import Channel, ContactRuleName, ReasonKind
from tui.command_line.declaring import typed_rule

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands

ABOUT_IT = (
    ("city", "CITY", "where it is"),
    ("state", "STATE", "in two letters"),
    ("zone", "ZONE", "its clock; taken from city and state when left out"),
    ("tier", "TIER", "such as A"),
    ("nrmp", "N", "its NRMP code"),
    ("acgme", "N", "its ACGME code"),
    ("website", "ADDRESS", "its page"),
    ("status", "CODE", "where things stand; planned when left out"),
)
"""What can be told of a new program: the option, what stands for its value, and what it is."""


def declare(commands: Commands) -> None:
    """Add them."""
    _add(commands)
    _import(commands)
    status = commands.add("status", "programs:set_status", "where things stand with a program")
    status.add_argument("program", metavar="PROGRAM")
    status.add_argument("code", metavar="CODE", help="PLN, APP, INV, BKD, INT, WTL, REJ, WDN or MAT")
    status.add_argument("--on", default="", metavar="DAY", help="since when; now when left out")
    _rule(commands)


def _add(commands: Commands) -> None:
    add = commands.add("add", "programs:add", "follow a program")
    add.add_argument("name", metavar="NAME")
    for option, metavar, about in ABOUT_IT:
        add.add_argument(f"--{option}", default="", metavar=metavar, help=about)
    add.add_argument("--tag", action="append", default=[], metavar="TAG", help="a word of yours; may be given again")
    add.add_argument("--reason", default="", metavar="TEXT", help="why writing before an invitation is warranted")
    kinds = [each.value for each in ReasonKind]
    add.add_argument("--reason-kind", default=ReasonKind.MISSION.value, choices=kinds, help="what kind of reason it is")


def _import(commands: Commands) -> None:
    taken = commands.add(
        "import",
        "importing:import_programs",
        "programs from a CSV or .xlsx, an exported season, interviews from an .ics or .eml",
    )
    taken.add_argument("source", metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="only show what would happen")
    taken.add_argument(
        "--map", nargs="+", action="extend", default=[], metavar="COLUMN=FIELD", help="such as Hospital=name"
    )
    taken.add_argument("--leave-out-rejected", action="store_true", help="take in the rows that are right")
    taken.add_argument("--program", default="", metavar="PROGRAM", help="whose interview a calendar's event is")
    taken.add_argument("--yes", action="store_true", help="take a calendar in without asking")


def _rule(commands: Commands) -> None:
    rule = commands.add("rule", "programs:set_rule", "what a program has said about being written to")
    rule.add_argument("program", metavar="PROGRAM")
    names = [each.value for each in ContactRuleName]
    rule.add_argument("rule", type=typed_rule, choices=names, metavar="RULE", help=", ".join(names))
    rule.add_argument("--words", default="", metavar="TEXT", help="what they said, in their words")
    rule.add_argument("--source", default="", metavar="TEXT", help="where you read it, or who said it")
    rule.add_argument("--on", default="", metavar="DAY", help="when you saw it; today when left out")
    rule.add_argument("--until", default="", metavar="DAY", help="the last day on which they take updates")
    channels = ("", "coordinator", *(each.value for each in Channel))
    about = f"the only way they want used: {', '.join(channels[1:])}"
    rule.add_argument("--channel", default="", choices=channels, metavar="CHANNEL", help=about)
