"""A season to read or to print: one section a program, with its people, interviews, notes and messages."""

from __future__ import annotations

from collections.abc import Iterator

from store.dates import show_both, show_day
from store.exchange.archive_gathered import gathered
from store.exchange.markdown_words import listed, one_line, quoted, titled
from store.moments import Moment
from store.records import Contact, Fact, Interview, Letter, Program
from store.season import Season
from store.words import STATUS_WORDS, Direction, InterviewState


def as_markdown(season: Season, *, now: Moment) -> bytes:
    """The whole of what is followed, in words; both clocks for every moment."""
    parts = [f"# {one_line(season.profile.name) or 'A season'}", f"As of {show_both(now, now.zone)}."]
    for program in season.followed:
        parts += [f"## {one_line(program.name)}", *_program(season, program, now.zone)]
    return ("\n\n".join(parts) + "\n").encode()


def program_page(season: Season, program: Program, *, now: Moment) -> bytes:
    """One program as a page of its own."""
    name = one_line(program.name) or "A program without a name"
    parts = (f"# {name}", f"As of {show_both(now, now.zone)}.", *_program(season, program, now.zone))
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _program(season: Season, program: Program, home: str) -> Iterator[str]:
    facts = {
        "Place": program.where,
        "Time zone": f"{program.zone}{' (assumed)' if program.zone and program.zone_assumed else ''}",
        "Tier": program.tier,
        "Tags": ", ".join(program.tags),
        "NRMP code": program.nrmp_code,
        "ACGME code": program.acgme_code,
        "Website": program.website,
        "What draws me": program.draws,
    }
    known = [f"{label}: {one_line(value)}" for label, value in facts.items() if value]
    yield listed((*known, *map(_fact, program.facts)))
    yield from titled("Course", (f"{show_day(one.at.day)}: {STATUS_WORDS[one.status]}" for one in program.statuses))
    yield from titled("People", (_person(one) for one in season.contacts_of.get(program.id, ())))
    yield from titled("Interviews", (_interview(one, home) for one in season.interviews_of.get(program.id, ())))
    notes = (f"{show_day(one.at.day)}: {one_line(one.text)}" for one in season.notes_of.get(program.id, ()))
    yield from titled("Notes", notes)
    yield from gathered(season, program, home)
    letters = [one for one in season.letters_of.get(program.id, ()) if one.trashed is None]
    if letters:
        yield "### Messages"
    for letter in letters:
        yield from _letter(season, letter, home)


def _fact(fact: Fact) -> str:
    checked = f"checked {show_day(fact.checked)}" if fact.checked else ""
    origin = ", ".join(filter(None, (one_line(fact.source), checked)))
    return f"{one_line(fact.label)}: {one_line(fact.value)}{f' ({origin})' if origin else ''}"


def _person(person: Contact) -> str:
    known = (person.titled, person.role.value, person.email, person.phone, person.note)
    return ", ".join(filter(None, map(one_line, known)))


def _interview(interview: Interview, home: str) -> str:
    state = "" if interview.state is InterviewState.BOOKED else f" ({interview.state.value})"
    where = ", ".join(filter(None, (interview.link, interview.place)))
    start = f"{show_both(interview.starts, home)}, {interview.minutes} minutes{state}"
    return f"{start}{f': {one_line(where)}' if where else ''}"


def _letter(season: Season, letter: Letter, home: str) -> Iterator[str]:
    came = letter.direction is Direction.IN
    named = (season.contacts_by_id.get(contact_id) for contact_id in letter.contact_ids)
    people = ", ".join(one_line(one.titled) for one in named if one)
    whom = f" {'from' if came else 'to'} {people}" if people else ""
    when = f", {show_both(letter.at, home)}" if letter.at else ""
    way = "came in" if came else letter.state.value
    yield f"**{one_line(letter.subject) or 'No subject'}** ({letter.kind.value}, {way}{whom}{when})"
    if letter.body.strip():
        yield quoted(letter.body.strip())
