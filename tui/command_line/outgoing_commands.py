"""The commands about what leaves, from which form, and what was promised: promise, outbox, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    promise = commands.add("promise", "promising:correct", "a promise is withdrawn, or goes less far from now on")
    promise.add_argument("promise", metavar="LETTER-ID|PROGRAM", help="as `prematch ledger` lists it")
    less = promise.add_mutually_exclusive_group(required=True)
    less.add_argument("--withdraw", action="store_true", help="nothing of it stands")
    less.add_argument("--only", default="", choices=("high", "interest"), help="what of it still stands")
    promise.add_argument("--in", dest="told_in", default="", metavar="LETTER-ID", help="the message that told them")
    promise.add_argument("--words", default="", metavar="TEXT", help="or how they were told")
    promise.add_argument("--at", default="", metavar="MOMENT", help="when, unless a message says it")
    outbox = commands.add("outbox", "outbox:outbox", "messages marked ready: shown, written as files, or all sent")
    outbox.add_argument("letters", nargs="*", metavar="LETTER-ID", help="only these, drafts too; all that are ready")
    way = outbox.add_mutually_exclusive_group()
    way.add_argument("--eml", default="", metavar="FOLDER", help="write a mail file for each reader")
    way.add_argument("--text", default="", metavar="FOLDER", help="write each as plain text")
    way.add_argument("--sent", action="store_true", help="all of them have gone out")
    outbox.add_argument("--at", default="", metavar="MOMENT", help="when they went out; now when left out")
    outbox.add_argument("--accept-stops", action="store_true", help="go past stops that can be accepted")
    forms = commands.add(
        "templates", "message_templates:templates", "the forms of messages: those that come along, and yours"
    )
    forms.add_argument("act", nargs="?", default="list", choices=("list", "show", "check", "copy", "add", "remove"))
    forms.add_argument("name", nargs="?", default="", metavar="NAME|FILE", help="such as thank-you.director")
    forms.add_argument("--as", dest="new_name", default="", metavar="NAME", help="copy or add it under another name")
    forms.add_argument("--program", default="", metavar="PROGRAM", help="check which facts are not known for it yet")
