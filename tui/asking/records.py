"""Questions about one thing known of a program: a note, a reason, a person, what to do with an interview."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

from store.course import is_over
from store.courtesy import notice_words
from store.dates import show_moment_short, zone_letters
from store.records import Contact, Interview, Note, Program, Reason
from store.rules import interviews, people, programs
from store.words import InterviewState
from tui.asking.trying import ask_until_taken
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp


class Deed(Enum):
    """What a person may want to do with a record."""

    CHANGE = "change"
    PREPARE = "prepare"
    CONFIRM = "confirm"
    ASK_ZONE = "ask-zone"
    CANCEL = "cancel"
    LOGISTICS = "logistics"
    MOVE = "move"
    DEBRIEF = "debrief"
    THANK = "thank"
    WRITE = "write"
    REMOVE = "remove"


async def ask_interview_deed(app: SeasonApp, interview: Interview, default: Deed = Deed.CHANGE) -> Deed | None:
    """What to do with an interview; what makes no sense at this time is not offered."""
    name = app.state.season.programs_by_id[interview.program_id].name
    over = is_over(interview, app.now())
    if interview.starts.at <= app.now().at:
        default = Deed.DEBRIEF
    choices = [
        Choice("c", "change date, people, place", Deed.CHANGE),
        Choice("p", "read the prep sheet", Deed.PREPARE),
    ]
    if interview.zone_assumed and not over:
        choices.append(Choice("z", f"they confirmed the zone: {zone_letters(interview.starts)}", Deed.CONFIRM))
        choices.append(Choice("q", "write and ask them to confirm the zone", Deed.ASK_ZONE))
    if interview.starts.at <= app.now().at:
        choices.append(Choice("d", "write down how it was", Deed.DEBRIEF))
    if over:
        choices.append(Choice("t", "write a thank-you", Deed.THANK))
    else:
        notice = notice_words(app.state.season.profile, interview.starts, app.now())
        choices.append(Choice("r", "write and ask for another date", Deed.MOVE, below=notice))
        choices.append(Choice("l", "write about logistics", Deed.LOGISTICS))
        choices.append(Choice("x", "cancel it", Deed.CANCEL))
    answer: Deed | None = await app.push_screen_wait(Menu(f"Interview at {name}", tuple(choices), default=default))
    return answer


def confirmed_zone(interview: Interview, name: str) -> Change:
    """The change that takes the doubt off an interview's zone."""
    rule = partial(interviews.edit_interview, interview_id=interview.id, zone_assumed=False)
    return Change(f"Zone confirmed: {name}, {show_moment_short(interview.starts)}", rule)


def is_cancelled(interview: Interview) -> bool:
    """True when it does not stand any more."""
    return interview.state is InterviewState.CANCELLED


async def ask_person_deed(app: SeasonApp, contact: Contact) -> Deed | None:
    """What to do with a person."""
    choices = (
        Choice("e", "change name, role, address", Deed.CHANGE),
        Choice("m", "write to them", Deed.WRITE),
        Choice("x", "take off the list", Deed.REMOVE),
    )
    answer: Deed | None = await app.push_screen_wait(Menu(contact.titled, choices, default=Deed.CHANGE))
    return answer


def removed_person(contact: Contact) -> Change:
    """The change that forgets a person."""
    return Change(f"Taken off the list: {contact.titled}", partial(people.remove_contact, contact_id=contact.id))


async def ask_note_change(app: SeasonApp, note: Note) -> Change | None:
    """Other words for a note, or its removal."""
    name = app.state.season.programs_by_id[note.program_id].name
    choices = (Choice("e", "change its words", Deed.CHANGE), Choice("x", "remove it", Deed.REMOVE))
    deed = await app.push_screen_wait(Menu(f"Note about {name}", choices, default=Deed.CHANGE))
    if deed is Deed.REMOVE:
        return Change(f"Note removed: {name}", partial(programs.remove_note, note_id=note.id))
    if deed is None:
        return None
    field = Field("text", "Note", note.text, kind="text", required=True)

    def as_change(given: dict[str, Any]) -> Change:
        return Change(f"Note changed: {name}", partial(programs.edit_note, note_id=note.id, text=str(given["text"])))

    return await ask_until_taken(app, Form(f"A note about {name}", (field,), about=note.id), as_change)


async def ask_reason_change(app: SeasonApp, program: Program, reason: Reason) -> Change | None:
    """Other words for a reason to write before an invitation, or its removal."""
    choices = (Choice("e", "change its words", Deed.CHANGE), Choice("x", "remove it", Deed.REMOVE))
    deed = await app.push_screen_wait(Menu(f"Reason to write to {program.name}", choices, default=Deed.CHANGE))
    if deed is Deed.REMOVE:
        gone = partial(programs.remove_reason, program_id=program.id, reason=reason)
        return Change(f"Reason removed: {program.name}", gone)
    if deed is None:
        return None
    field = Field("words", "In your words", reason.words, kind="text", required=True)

    def as_change(given: dict[str, Any]) -> Change:
        rule = partial(programs.reword_reason, program_id=program.id, reason=reason, words=str(given["words"]))
        return Change(f"Reason changed: {program.name}", rule)

    return await ask_until_taken(app, Form("The reason", (field,), about=f"{program.id} {reason.kind}"), as_change)
