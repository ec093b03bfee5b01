"""Questions about a program: its facts, a person there, a note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from store.ids import new_id
from store.records import Contact, Note, Program, StatusChange
from store.reference.zones_by_place import zone_of_place
from store.rules import people, programs
from store.season import Season
from store.words import ROLE_WORDS, Role, Status
from tui.asking.trying import ask_until_taken
from tui.asking.typed_days import a_day
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.pick import Option

if TYPE_CHECKING:
    from store.moments import Moment
    from tui.app import SeasonApp


async def ask_new_program(app: SeasonApp) -> Change | None:
    """Name and place of a program to follow."""
    fields = (
        Field("name", "Program", required=True),
        Field("city", "City"),
        Field("state", "State", hint="two letters, such as OH"),
        Field("tier", "Tier", hint="your own letter, A the most wanted"),
    )
    return await ask_until_taken(app, Form("A program to follow", fields), partial(_added, now=app.now()))


def _added(given: dict[str, Any], now: Moment) -> Change:
    city, state = str(given["city"]), str(given["state"]).upper()
    place = zone_of_place(city, state)
    program = Program(
        id=new_id("p"),
        name=str(given["name"]),
        city=city,
        state=state,
        tier=str(given["tier"]).upper(),
        zone=place.zone,
        zone_assumed=place.assumed,
        statuses=(StatusChange(Status.PLANNED, now),),
    )
    return Change(f"Added: {program.name}", partial(programs.add_program, program=program))


async def ask_facts(app: SeasonApp, program_id: str) -> Change | None:
    """The facts of one program."""
    program = app.state.season.programs_by_id[program_id]
    fields = (
        Field("name", "Program", program.name, required=True),
        Field("city", "City", program.city),
        Field("state", "State", program.state),
        Field("zone", "Time zone", program.zone, kind="zone", hint="a city, such as Chicago"),
        Field("tier", "Tier", program.tier),
        Field("tags", "Tags", " ".join(program.tags), hint="words with blanks between"),
        Field("draws", "What draws me", program.draws, kind="text"),
        Field("website", "Website", program.website),
        Field("nrmp_code", "NRMP code", program.nrmp_code),
        Field("acgme_code", "ACGME code", program.acgme_code),
        Field("other_names", "Other names", "; ".join(program.other_names), hint="right names too, with ; between"),
    )
    form = Form(f"Facts of {program.name}", fields, about=program_id)
    return await ask_until_taken(app, form, partial(_facts_changed, program))


def _facts_changed(program: Program, given: dict[str, Any]) -> Change:
    wanted: dict[str, object] = dict(given)
    wanted["tags"] = tuple(str(given["tags"]).split())
    wanted["other_names"] = tuple(part.strip() for part in str(given["other_names"]).split(";") if part.strip())
    wanted["tier"] = str(given["tier"]).upper()
    wanted["state"] = str(given["state"]).upper()
    if wanted["zone"] != program.zone:
        wanted["zone_assumed"] = False

    def rule(season: Season, *, now: Moment) -> Season:
        return programs.edit_program(season, program.id, now=now, **wanted)

    return Change(f"Facts changed: {program.name}", rule)


async def ask_contact(app: SeasonApp, program_id: str, contact: Contact | None = None) -> Change | None:
    """A person at the program, new or known."""
    program = app.state.season.programs_by_id[program_id]
    known = contact or Contact(new_id("c"), program_id, "", Role.COORDINATOR)
    fields = (
        Field("name", "Name", known.name, hint="without title", required=True),
        Field("role", "Role", known.role, kind="choice", choices=tuple(Option(*pair) for pair in ROLE_WORDS.items())),
        Field("title", "Title", known.title, hint="Dr., Ms., Mr."),
        Field("family_name", "Family name", known.family_name, hint="empty takes the last word of the name"),
        Field("email", "Email", known.email),
        Field("phone", "Phone", known.phone),
        *_promise_field(app, known),
    )

    def as_change(given: dict[str, Any]) -> Change:
        wanted: dict[str, object] = dict(given)

        def rule(season: Season, *, now: Moment) -> Season:
            if contact is None:
                return people.add_contact(season, known_as(known, wanted), now=now)
            return people.edit_contact(season, contact.id, now=now, **wanted)

        return Change(f"{'Person changed' if contact else 'Person added'}: {given['name']}, {program.name}", rule)

    form = Form(f"A person at {program.name}", fields, about=contact.id if contact else program_id)
    return await ask_until_taken(app, form, as_change)


def _promise_field(app: SeasonApp, known: Contact) -> tuple[Field, ...]:
    """The day by which an advocate said they would write; others are not asked."""
    if known.role is not Role.ADVOCATE:
        return ()
    value = known.promised.isoformat() if known.promised else ""
    hint = "when they said they would write"
    return (Field("promised", "Promised by", value, kind="day", hint=hint, understand=a_day(app)),)


def known_as(contact: Contact, wanted: dict[str, object]) -> Contact:
    """That contact with the fields that were filled in."""
    return replace(contact, **wanted)  # type: ignore[arg-type]  # the form names the record's own fields


async def ask_note(app: SeasonApp, program_id: str) -> Change | None:
    """A dated note about the program."""
    program = app.state.season.programs_by_id[program_id]
    form = Form(f"A note about {program.name}", (Field("text", "Note", kind="text", required=True),), about=program_id)

    def as_change(given: dict[str, Any]) -> Change:
        note = Note(new_id("n"), program_id, app.now(), str(given["text"]))
        return Change(f"Noted: {program.name}", partial(programs.add_note, note=note))

    return await ask_until_taken(app, form, as_change)
