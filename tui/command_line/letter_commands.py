"""The commands about a message of one's own, with their arguments: draft, thanks, revisions, check, sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import OUTGOING_KINDS
from tui.command_line.declaring import about_a_letter

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands

KINDS = [kind.value for kind in OUTGOING_KINDS]


def declare(commands: Commands) -> None:
    """Add them."""
    _draft(commands)
    thanks = commands.add("thanks", "thanking:thanks", "begin a thank-you for everyone met at a program")
    thanks.add_argument("program", metavar="PROGRAM")
    earlier = commands.add("revisions", "earlier_texts:revisions", "the earlier texts of a message")
    earlier.add_argument("letter", metavar="LETTER", help="its id, or a unique part of its subject")
    earlier.add_argument("number", nargs="?", type=int, default=0, metavar="N", help="print this one and what changed")
    _check(commands)
    sent = commands.add("sent", "sending:sent", "a message went out")
    sent.add_argument("letter", metavar="LETTER-ID|PROGRAM")
    sent.add_argument(
        "--kind", default="", choices=("", *KINDS), metavar="KIND", help="which draft, or what kind it is"
    )
    sent.add_argument("--accept-stops", action="store_true", help="go past stops that can be accepted")
    about_a_letter(sent, "--to")
    sent.add_argument("--text", default="", metavar="FILE", help="its words; - for stdin")


def _draft(commands: Commands) -> None:
    draft = commands.add("draft", "drafting:draft", "begin a message, with its checks")
    draft.add_argument("program", metavar="PROGRAM")
    draft.add_argument("--kind", required=True, choices=KINDS, metavar="KIND", help="`prematch help kinds` lists them")
    draft.add_argument("--to", action="append", default=[], metavar="CONTACT", help="whom it goes to")
    draft.add_argument("--variant", default="", metavar="FORM", help="which form; `prematch templates` lists them")
    way = draft.add_mutually_exclusive_group()
    way.add_argument("--print", action="store_true", dest="to_print", help="print it (the default)")
    way.add_argument("--copy", action="store_true", help="put it on the clipboard")
    way.add_argument("--eml", default="", metavar="FILE", help="write it as a mail file")
    way.add_argument("--edit", action="store_true", help="open it in $EDITOR")
    draft.add_argument("--accept-stops", action="store_true", help="hand it out past stops that can be accepted")


def _check(commands: Commands) -> None:
    check = commands.add("check", "checking:check", "conduct checks on any text")
    check.add_argument("source", nargs="?", default="-", metavar="FILE", help="a file, a message id, or - for stdin")
    check.add_argument("--program", default="", metavar="PROGRAM", help="which program it is for")
    check.add_argument("--kind", default="", choices=("", *KINDS), metavar="KIND", help="what kind of message it is")
    check.add_argument("--to", action="append", default=[], metavar="CONTACT", help="with --program, whom it goes to")
    check.add_argument("--subject", default="", metavar="TEXT", help="its subject, unless the text begins with one")
