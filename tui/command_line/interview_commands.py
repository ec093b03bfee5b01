"""The commands around an interview, from its invitation to its debrief, with their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import Format, ToTell

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    _dates(commands)
    _offers(commands)
    _debrief(commands)


def _dates(commands: Commands) -> None:
    invite = commands.add("invite", "interviews:invite", "an invitation arrived")
    invite.add_argument("program", metavar="PROGRAM")
    invite.add_argument("--at", default="", metavar="MOMENT", help="when it came; now when left out")
    invite.add_argument("--offer", action="append", default=[], metavar="MOMENT", help="a start they offer")
    book = commands.add("book", "interviews:book", "an interview date is agreed")
    book.add_argument("program", metavar="PROGRAM")
    book.add_argument("moment", nargs="+", metavar="MOMENT", help="such as 2026-12-03T08:00, or its number on offer")
    book.add_argument("--zone", default="", metavar="ZONE", help="whose clock that is; the program's when left out")
    book.add_argument("--minutes", type=int, default=240, metavar="N", help="how long it takes; 240 when left out")
    formats = [each.value for each in Format]
    book.add_argument("--format", default=Format.VIRTUAL.value, choices=formats, help="virtual when left out")
    book.add_argument(
        "--with", dest="people", action="append", default=[], metavar="CONTACT", help="whom you will meet"
    )
    book.add_argument("--link", default="", metavar="ADDRESS", help="where a virtual one takes place")
    book.add_argument("--place", default="", metavar="TEXT", help="where one in person takes place")
    book.add_argument("--fold", default="", choices=("", "first", "second"), help="which, when a time comes twice")
    book.add_argument("--move", action="store_true", help="move the interview that is booked already")
    book.add_argument("--past", action="store_true", help="the interview has begun already")
    cancel = commands.add("cancel", "interviews:cancel", "an interview will not take place")
    cancel.add_argument("program", metavar="PROGRAM")
    cancel.add_argument("--withdraw", action="store_true", help="and the program is no longer wanted")


def _offers(commands: Commands) -> None:
    offer = commands.add("offer", "offers:offer", "starts a program offers, each with what speaks against it")
    offer.add_argument("program", metavar="PROGRAM")
    offer.add_argument("moments", nargs="*", metavar="MOMENT", help="such as 2026-12-03T08:00; none lists them")
    offer.add_argument("--fold", default="", choices=("", "first", "second"), help="which, when a time comes twice")
    way = offer.add_mutually_exclusive_group()
    way.add_argument("--instead", action="store_true", help="in place of those that are kept")
    way.add_argument("--none", action="store_true", help="nothing is on offer any more")
    confirm = commands.add("confirm", "offers:confirm", "the program has confirmed the zone of an interview")
    confirm.add_argument("program", metavar="PROGRAM")
    told = commands.add("told", "offers:told", "who has been told of a cancelled interview")
    told.add_argument("program", metavar="PROGRAM")
    told.add_argument("whom", nargs="+", choices=[one.value for one in ToTell], metavar="WHOM")
    told.add_argument("--undo", action="store_true", help="they have not been told after all")
    prep = commands.add("prep", "preparing:show_prep", "what to have at hand on the day of an interview")
    prep.add_argument("program", metavar="PROGRAM")
    prep.add_argument("--out", default="", metavar="FILE", help="a file or a folder; without it, it is printed")


def _debrief(commands: Commands) -> None:
    debrief = commands.add("debrief", "debriefing:debrief", "what stays in mind after an interview")
    debrief.add_argument("program", metavar="PROGRAM")
    debrief.add_argument(
        "--hook", action="append", default=[], metavar="PERSON=DETAIL", help="one true detail of that talk"
    )
    debrief.add_argument(
        "--answer", action="append", default=[], metavar="QUESTION=TEXT", help="a question by its id or words"
    )
    debrief.add_argument("--by", default="", metavar="PERSON", help="who gave those answers")
    debrief.add_argument("--score", action="append", default=[], metavar="CRITERION=N", help="1 to 5")
    debrief.add_argument("--gut", type=int, default=None, metavar="N", help="first feeling, 1 to 5")
    for name, help_ in (
        ("liked", "what drew me"),
        ("worried", "what gave pause"),
        ("red-flags", "what speaks against it"),
    ):
        debrief.add_argument(f"--{name}", default=None, metavar="TEXT", help=help_)
