"""The command line as a whole: which commands there are, and what each of them takes everywhere."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from store.errors import Unclear
from tui.command_line.declaring import Commands

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("looking_commands", ("agenda", "list", "show", "timeline", "ledger")),
    ("ranking_commands", ("rank", "score", "weigh", "compare", "fit")),
    ("follow_up_commands", ("done", "snooze", "skip", "why", "rules", "where", "task")),
    ("line_commands", ("review", "form", "serve", "completion")),
    ("program_commands", ("add", "import", "status", "rule")),
    ("gathering_commands", ("contact", "question", "answer", "fact", "facts", "reason")),
    ("interview_commands", ("invite", "book", "cancel", "offer", "confirm", "told", "prep", "debrief")),
    ("letter_commands", ("draft", "thanks", "revisions", "check", "sent")),
    ("outgoing_commands", ("promise", "outbox", "templates")),
    ("incoming_commands", ("received", "flag", "record", "rights")),
    ("calendar_commands", ("ics",)),
    ("applicant_commands", ("demo", "profile", "news")),
    ("copies_commands", ("merge", "export", "new-season", "archive")),
    ("upkeep_commands", ("undo", "redo", "history", "trash", "backup", "backups", "restore", "doctor", "path")),
    ("help_commands", ("help", "settings")),
    ("match_commands", ("soap", "outcome")),
)
"""Which module declares which commands, in the order of the help; one is imported only for a command of its own."""

GLOBAL_DEFAULTS: dict[str, object] = {
    "file": "",
    "now": "",
    "home": "",
    "json": False,
    "plain": False,
    "no_color": False,
}


UNKNOWN = re.compile(r"argument COMMAND: invalid choice: '([^']*)' \(choose from ")
"""How the parser begins its refusal of a word that is no command."""


class Misused(Unclear):
    """The arguments make no command; the sentence says which one is wrong."""


class _Parser(ArgumentParser):
    """An argument parser that speaks in one sentence and leaves leaving to its caller."""

    def error(self, message: str) -> NoReturn:
        if unknown := UNKNOWN.match(message):
            raise no_command(unknown[1], tuple(re.findall(r"[\w-]+", message[unknown.end() :])))
        raise Misused(f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` shows how it is used.")


def no_command(typed: str, commands: tuple[str, ...]) -> Misused:
    """The refusal of a word that is no command, with the commands that come near."""
    from difflib import get_close_matches  # only where something is wrong

    near = tuple(f"prematch {one}" for one in get_close_matches(typed, commands, n=3))
    return Misused(f"“{typed[:40]}” is no command. `prematch --help` lists them all.", near)


def parsed(argv: Sequence[str]) -> Namespace:
    """The command and its options; raises Misused, or SystemExit after help was printed."""
    try:
        options = command_parser(frozenset(argv)).parse_args(list(argv))
    except Misused:
        options = command_parser().parse_args(list(argv))  # its refusal knows every command
    for name, value in GLOBAL_DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    return options


def command_parser(words: frozenset[str] = frozenset()) -> ArgumentParser:
    """The parser of the whole command line; with `words`, only of the commands among them, which is quicker."""
    shared = _shared()
    parser = _Parser(
        prog="prematch",
        description="A season planner for residency applicants. Without a command the full screen opens.",
        epilog="Exit codes: 0 done, 1 something was found, 2 refused or misused, 3 trouble with the file.",
        parents=[shared],
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--at", default="", metavar="VIEW", dest="view", help="open the full screen at this view")
    commands = Commands(parser, shared, words)
    for module, names in GROUPS:
        if commands.may_hold(names):
            import_module(f"tui.command_line.{module}").declare(commands)
    wants_all = not words.isdisjoint(("-h", "--help")) and not commands.any
    return command_parser() if wants_all else parser


def _shared() -> ArgumentParser:
    shared = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    group = shared.add_argument_group("everywhere")
    group.add_argument("--file", metavar="PATH", help="the season file (or PREMATCH_FILE)")
    group.add_argument("--now", metavar="MOMENT", help="another present moment, ISO with offset (or PREMATCH_NOW)")
    group.add_argument("--home", metavar="ZONE", help="the zone you are in, for this call")
    group.add_argument("--json", action="store_true", help="print one JSON object")
    group.add_argument("--plain", action="store_true", help="print one fact a line")
    group.add_argument("--no-color", action="store_true", help="print without colour")
    return shared
