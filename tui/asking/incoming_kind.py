"""Questions about what kind of message came in, and whether the program's status goes with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.dates import show_moment_short
from store.moments import known_zone
from store.records import Contact, Letter
from store.rules.received import status_brought
from store.season import Season
from store.words import STATUS_WORDS, Kind, Status
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.pick import Option

if TYPE_CHECKING:
    from templates.incoming.mail_read import MailRead
    from tui.app import SeasonApp

INCOMING = (
    Option(Kind.REPLY, "an answer or a question"),
    Option(Kind.INVITATION, "an invitation"),
    Option(Kind.SECOND_LOOK, "a second-look invitation"),
    Option(Kind.NOTICE, "a notice"),
    Option(Kind.WAITLIST_NOTICE, "a waitlist notice"),
    Option(Kind.REJECTION, "a rejection"),
)


def kind_field(mail: MailRead) -> Field:
    """What it is: at first what its words point to, with the reason beside it; the person turns it to what is so."""
    from templates.incoming.kind_of_mail import looks_like

    seen = looks_like(mail.subject, mail.body)
    if seen is None:
        return Field("kind", "It is", Kind.REPLY, kind="choice", choices=INCOMING)
    choices = tuple(replace(one, hint=f"it {seen.why}") if one.value is seen.kind else one for one in INCOMING)
    return Field("kind", "It is", seen.kind, kind="choice", choices=choices)


def answered_field(season: Season, program_id: str, mail: MailRead, sender: Contact | None) -> tuple[Field, ...]:
    """The message of one's own that it seems to answer, to be confirmed; no field where none does."""
    from templates.incoming.thread import letter_answered

    own = letter_answered(season, program_id, mail, sender)
    if own is None or own.at is None:
        return ()
    said = f"yours of {show_moment_short(own.at)}: {own.subject or own.kind.value}"
    choices = (Option(own.id, said), Option("", "none of yours"))
    return (Field("answers", "Answers", own.id, kind="choice", choices=choices),)


async def ask_status(app: SeasonApp, letter: Letter) -> tuple[Status | None] | None:
    """The status that is to go with it, asked only where one does; None when the person went back."""
    status = status_brought(app.state.season, letter, now=app.now())
    if status is None or letter.at is None:
        return (None,)
    program = app.state.season.programs_by_id[letter.program_id]
    stands, when = STATUS_WORDS[program.status], show_moment_short(letter.at)
    detail = f"{program.name} stands at {stands}. No keeps it there. One undo takes back the message and this."
    question = f"Record the program as {STATUS_WORDS[status]} too, since {when}?"
    answer: bool | None = await app.push_screen_wait(Confirm(question, detail, default=True))
    if answer is None:
        return None
    return (status if answer else None,)


async def ask_interview(app: SeasonApp, letter: Letter, mail: MailRead) -> None:
    """Offer to read the interview out of the calendar invitation that came with it; nothing changes before a look.

    A second look is no interview, an automatic reply invites nobody, and what is past is not booked: it is only told.
    """
    if not mail.calendar:
        return
    from templates.incoming.calendar_part import events_of, title_of, why_none_to_book
    from tui.screens.calendar_file import CalendarScreen

    told = title_of(mail.calendar)
    if letter.kind is Kind.SECOND_LOOK:
        app.tell(f"In its calendar invitation: {told}.")
        return
    zone = known_zone(app.state.season.programs_by_id[letter.program_id].zone, app.now().zone)
    if why := why_none_to_book(mail, zone=zone, now=app.now()):
        app.tell(why)
        return
    detail = f"{told}. You see what it would do before anything changes."
    if await app.push_screen_wait(Confirm("Look at the interview in its calendar invitation?", detail, default=True)):
        events = events_of(mail.calendar)
        await app.push_screen_wait(CalendarScreen((letter.subject or "the invitation", events), letter.program_id))
