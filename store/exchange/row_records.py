"""The records that one row of a spreadsheet makes or changes."""

from __future__ import annotations

from dataclasses import replace

from store.exchange.sheet_rows import RowFacts
from store.ids import new_id
from store.moments import Moment
from store.records import Contact, Interview, Note, Program, StatusChange
from store.reference.zones_by_place import zone_of_place
from store.season import Season
from store.words import InterviewState, Role, Status

UNNAMED_CONTACT = "Program Coordinator"
"""Name kept for a person of whom the file gives only an address or a number."""

EARLY = (Status.PLANNED, Status.APPLIED, Status.INVITED)
"""Statuses that an interview date in the file moves on."""

Companion = Contact | Interview | Note


def new_program(facts: RowFacts, *, now: Moment) -> Program:
    """A program with what the row says; its zone comes from its city when the row names none."""
    fields = dict(facts.fields)
    place = zone_of_place(fields.get("city", ""), fields.get("state", ""))
    given = "zone" in fields
    status = facts.status or _status_from(facts.starts, now)
    return Program(
        id=new_id("p"),
        zone=fields.pop("zone", place.zone),
        zone_assumed=not given and place.assumed,
        tags=facts.tags,
        statuses=(StatusChange(status, now),),
        **fields,  # type: ignore[arg-type]  # sheet_rows.py fills only the text fields of a program
    )


def updated_program(program: Program, facts: RowFacts, *, now: Moment) -> Program:
    """That program with the fields the row gives; the same object when nothing differs.

    A status it has already been through is left alone: the file may be older than the season.
    """
    changes: dict[str, object] = {
        field: value for field, value in facts.fields.items() if field != "name" and getattr(program, field) != value
    }
    if "zone" in facts.fields and program.zone_assumed:
        changes["zone_assumed"] = False
    if new_tags := tuple(tag for tag in facts.tags if tag not in program.tags):
        changes["tags"] = (*program.tags, *new_tags)
    status = facts.status
    if status is None and facts.starts is not None and program.status in EARLY:
        status = _status_from(facts.starts, now)
    if status is not None and status not in {change.status for change in program.statuses}:
        changes["statuses"] = (*program.statuses, StatusChange(status, now))
    return replace(program, **changes) if changes else program  # type: ignore[arg-type]


def companions(season: Season, program: Program, facts: RowFacts, *, now: Moment) -> tuple[Companion, ...]:
    """People, interviews and notes of the row that the season does not have yet."""
    found: list[Companion] = []
    if contact := _contact(season, program, facts):
        found.append(contact)
    notes = season.notes_of.get(program.id, ())
    if facts.note and all(note.text != facts.note for note in notes):
        found.append(Note(new_id("n"), program.id, now, facts.note))
    if facts.starts is not None:
        booked = [each for each in season.interviews_of.get(program.id, ()) if each.state is InterviewState.BOOKED]
        if not booked:
            found.append(Interview(new_id("i"), program.id, facts.starts, zone_assumed=facts.starts_assumed))
        elif all(each.starts != facts.starts for each in booked):
            words = f"A spreadsheet gives another interview start: {facts.starts.local.isoformat()} {facts.starts.zone}"
            if all(note.text != words for note in notes):
                found.append(Note(new_id("n"), program.id, now, words))
    return tuple(found)


def _contact(season: Season, program: Program, facts: RowFacts) -> Contact | None:
    """The person of the row, new or with an address and number brought up to date; None when nothing is new."""
    name, email, phone = facts.contact
    if not any(facts.contact):
        return None
    name = name or UNNAMED_CONTACT
    people = season.contacts_of.get(program.id, ())
    known = next((each for each in people if each.name.casefold() == name.casefold()), None)
    if known is None and name == UNNAMED_CONTACT:
        known = next((each for each in people if email and each.email == email), None)
    if known is None:
        return Contact(new_id("c"), program.id, name, Role.COORDINATOR, email=email, phone=phone)
    changed = replace(known, email=email or known.email, phone=phone or known.phone)
    return changed if changed != known else None


def _status_from(starts: Moment | None, now: Moment) -> Status:
    if starts is None:
        return Status.PLANNED
    return Status.BOOKED if starts > now else Status.INTERVIEWED
