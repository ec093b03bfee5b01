"""The commands about what came in, with their arguments: received, flag, record, rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import Kind, Role
from tui.command_line.declaring import about_a_letter, typed_role

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    received = commands.add("received", "receiving:received", "a message came in: read, linked to its program, kept")
    received.add_argument("program", nargs="?", default="", metavar="PROGRAM", help="or - to read it from stdin")
    received.add_argument("piped", nargs="?", default="", choices=("", "-"), metavar="-", help="read it from stdin")
    received.add_argument(
        "--kind", default="", choices=[kind.value for kind in Kind], metavar="KIND", help="a reply when left out"
    )
    received.add_argument(
        "--with-status", action="store_true", help="the status it brings is recorded in the same step"
    )
    received.add_argument("--improper", action="store_true", help="it asked what a program may not ask")
    received.add_argument("--hint", action="store_true", help="it hinted at a commitment")
    received.add_argument(
        "--add-sender",
        default="",
        type=typed_role,
        choices=[each.value for each in Role],
        metavar="ROLE",
        help="whoever sent it joins the people of the program",
    )
    about_a_letter(received, "--from")
    received.add_argument("--answers", default="", metavar="LETTER-ID", help="your message it answers, or none")
    source = received.add_mutually_exclusive_group()
    source.add_argument("--eml", default="", metavar="FILE", help="a mail file")
    source.add_argument("--text", default="", metavar="FILE", help="its words; - for stdin")
    flag = commands.add(
        "flag", "receiving:flag", "what a message that came in asked or hinted at; neither when none is given"
    )
    flag.add_argument("letter", metavar="LETTER-ID", help="its id, or its subject")
    flag.add_argument("--improper", action="store_true", help="it asked what a program may not ask")
    flag.add_argument("--hint", action="store_true", help="it hinted at a commitment")
    record = commands.add("record", "receiving:show_record", "everything so flagged, dated, for a report")
    record.add_argument("program", nargs="?", default="", metavar="PROGRAM")
    record.add_argument("--out", default="", metavar="FILE", help="a file or a folder; without it, it is printed")
    commands.add("rights", "receiving:show_rights", "what a program may not ask, what to answer, where to report")
