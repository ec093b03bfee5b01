"""The commands about what came in, with their arguments: received, flag, record, rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import Kind, Role
from tui.command_line.declaring import about_a_letter, typed_role

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    _received(commands)
    flag = commands.add(
        "flag", "flagging:flag", "what a message that came in asked or hinted at; neither when none is given"
    )
    flag.add_argument("letter", metavar="LETTER-ID", help="its id, or its subject")
    _flags(flag)
    record = commands.add("record", "flagging:show_record", "everything so flagged, dated, for a report")
    record.add_argument("program", nargs="?", default="", metavar="PROGRAM", help="every program when left out")
    record.add_argument("--out", default="", metavar="FILE", help="a file or a folder; without it, it is printed")
    commands.add("rights", "flagging:show_rights", "what a program may not ask, what to answer, where to report")


def _received(commands: Commands) -> None:
    received = commands.add("received", "receiving:received", "a message came in: read, linked to its program, kept")
    received.add_argument("program", nargs="?", default="", metavar="PROGRAM", help="or - to read it from stdin")
    received.add_argument("piped", nargs="?", default="", choices=("", "-"), metavar="-", help="read it from stdin")
    kinds = [kind.value for kind in Kind]
    received.add_argument("--kind", default="", choices=kinds, metavar="KIND", help="a reply when left out")
    received.add_argument(
        "--with-status", action="store_true", help="the status it brings is recorded in the same step"
    )
    _flags(received)
    roles = [each.value for each in Role]
    about = "whoever sent it joins the people of the program"
    received.add_argument("--add-sender", default="", type=typed_role, choices=roles, metavar="ROLE", help=about)
    about_a_letter(received, "--from")
    received.add_argument("--answers", default="", metavar="LETTER-ID", help="your message it answers, or none")
    source = received.add_mutually_exclusive_group()
    source.add_argument("--eml", default="", metavar="FILE", help="a mail file")
    source.add_argument("--text", default="", metavar="FILE", help="its words; - for stdin")


def _flags(command: ArgumentParser) -> None:
    command.add_argument("--improper", action="store_true", help="it asked what a program may not ask")
    command.add_argument("--hint", action="store_true", help="it hinted at a commitment")
