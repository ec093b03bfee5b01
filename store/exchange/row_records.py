"""The records that one row of a spreadsheet makes or changes."""

from __future__ import annotations

from dataclasses import replace

from store.course import is_over
from store.exchange.row_people import Named
from store.exchange.sheet_rows import RowFacts
from store.ids import new_id
from store.moments import Moment
from store.records import Contact, Interview, Letter, Note, Program, StatusChange
from store.reference.zones_by_place import zone_of_place
from store.rules.people import as_greeted
from store.season import Season
from store.words import Direction, Format, InterviewState, Kind, LetterState, Role, Status

USUAL_MINUTES = 240
"""Taken for an interview of which only the start is given."""
UNNAMED = {Role.COORDINATOR: "Program Coordinator", Role.DIRECTOR: "Program Director"}
"""Names kept for a person of whom the file gives only an address or a number."""

Companion = Contact | Interview | Note | Letter
"""A record that comes with a program."""


def new_program(facts: RowFacts, *, now: Moment) -> Program:
    """A program with what the row says; its zone comes from its city when the row names none."""
    fields = dict(facts.fields)
    place = zone_of_place(fields.get("city", ""), fields.get("state", ""))
    given = "zone" in fields
    program = Program(
        id=new_id("p"),
        zone=fields.pop("zone", place.zone),
        zone_assumed=not given and place.assumed,
        tags=facts.tags,
        signaled=facts.signaled,
        **fields,  # type: ignore[arg-type]  # sheet_rows.py fills only the text fields of a program
    )
    return replace(program, statuses=_course((), facts, now) or (StatusChange(Status.PLANNED, now),))


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
    if facts.signaled and not program.signaled:
        changes["signaled"] = True
    if new_steps := _course(program.statuses, facts, now):
        changes["statuses"] = (*program.statuses, *new_steps)
    return replace(program, **changes) if changes else program  # type: ignore[arg-type]


def _course(known: tuple[StatusChange, ...], facts: RowFacts, now: Moment) -> tuple[StatusChange, ...]:
    """The statuses of the row that come after those known; one it has been through is not told again.

    The furthest of a row is its present status: without a day of its own it holds from now on.
    """
    been = {change.status for change in known}
    since = known[-1].at if known else None
    steps = tuple(
        change for change in facts.course.dated if change.status not in been and (since is None or change.at >= since)
    )
    present = facts.course.present
    if present is not None and present not in been and (not steps or steps[-1].status is not present):
        steps = (*(step for step in steps if step.status is not present), StatusChange(present, now))
    return steps


def companions(season: Season, program: Program, facts: RowFacts, *, now: Moment) -> tuple[Companion, ...]:
    """People, interviews, thanks and notes of the row that the season does not have yet."""
    found: list[Companion] = []
    met: list[str] = []
    for named in facts.people:
        person, is_new = _person(season, program, named)
        found += [person] if is_new else []
        met += [person.id] if named.role is Role.INTERVIEWER else []
    notes = season.notes_of.get(program.id, ())
    if facts.note and all(note.text != facts.note for note in notes):
        found.append(Note(new_id("n"), program.id, now, facts.note))
    booked = [each for each in season.interviews_of.get(program.id, ()) if each.state is InterviewState.BOOKED]
    if facts.starts is not None:
        if not booked:
            made = _interview(program, facts, facts.starts, tuple(dict.fromkeys(met)))
            found.append(made)
            booked = [made]
        elif all(each.starts != facts.starts for each in booked):
            words = f"A spreadsheet gives another interview start: {facts.starts.local.isoformat()} {facts.starts.zone}"
            if all(note.text != words for note in notes):
                found.append(Note(new_id("n"), program.id, now, words))
    if facts.thanked is not None:
        found += _thanks(season, booked, facts.thanked, now)
    return tuple(found)


def _interview(program: Program, facts: RowFacts, starts: Moment, met: tuple[str, ...]) -> Interview:
    return Interview(
        new_id("i"),
        program.id,
        starts,
        zone_assumed=facts.starts_assumed,
        minutes=facts.minutes or USUAL_MINUTES,
        format=facts.format or Format.VIRTUAL,
        contact_ids=met,
    )


def _thanks(season: Season, interviews: list[Interview], at: Moment, now: Moment) -> list[Letter]:
    """A message as sent, without its words, for an interview that is over and that nobody was thanked for yet.

    Without it the agenda would go on asking for thanks that have gone out.
    """
    over = [one for one in interviews if is_over(one, now)]
    if not over or any(one.kind is Kind.THANK_YOU for one in season.letters_of.get(over[-1].program_id, ())):
        return []
    interview = over[-1]
    return [
        Letter(
            new_id("l"),
            interview.program_id,
            Kind.THANK_YOU,
            Direction.OUT,
            LetterState.SENT,
            contact_ids=interview.contact_ids,
            interview_id=interview.id,
            made=now,
            at=max(at, interview.ends),
        )
    ]


def _person(season: Season, program: Program, named: Named) -> tuple[Contact, bool]:
    """The person, with an address and number brought up to date, and whether anything about them is new."""
    called = named.name or UNNAMED.get(named.role, "")
    people = season.contacts_of.get(program.id, ())
    told = as_greeted(Contact("", program.id, called, named.role, email=named.email, phone=named.phone))
    known = next((each for each in people if each.name.casefold() in _names(told.name, called)), None)
    if known is None and not named.name:
        known = next((each for each in people if named.email and each.email == named.email), None)
    if known is None:
        return replace(told, id=new_id("c")), True
    changed = replace(known, email=named.email or known.email, phone=named.phone or known.phone)
    return changed, changed != known


def _names(*names: str) -> set[str]:
    return {name.casefold() for name in names}
