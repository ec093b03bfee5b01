"""A season to read or to print: one section a program, with its people, interviews, notes and messages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.dates import show_both, show_day
from store.moments import Moment
from store.records import Interview, Letter, Program
from store.season import Season
from store.words import STATUS_WORDS, Direction, InterviewState

_MEANT_BY_MARKDOWN = re.compile(r"([\\`*\[\]<>#|])")


def as_markdown(season: Season, *, now: Moment) -> bytes:
    """The whole of what is followed, in words; both clocks for every moment."""
    parts = [f"# {_line(season.profile.name) or 'A season'}", f"As of {show_both(now, now.zone)}."]
    for program in season.followed:
        parts += _program(season, program, now.zone)
    return ("\n\n".join(parts) + "\n").encode()


def _program(season: Season, program: Program, home: str) -> Iterator[str]:
    yield f"## {_line(program.name)}"
    facts = {
        "Place": ", ".join(filter(None, (program.city, program.state))),
        "Time zone": f"{program.zone}{' (assumed)' if program.zone and program.zone_assumed else ''}",
        "Tier": program.tier,
        "Tags": ", ".join(program.tags),
        "NRMP code": program.nrmp_code,
        "ACGME code": program.acgme_code,
        "Website": program.website,
        "What draws me": program.draws,
    }
    facts |= {fact.label: fact.value for fact in program.facts}
    yield _list(f"{_line(label)}: {_line(value)}" for label, value in facts.items() if value)
    yield from _titled("Course", (f"{show_day(one.at.day)}: {STATUS_WORDS[one.status]}" for one in program.statuses))
    people = (
        ", ".join(filter(None, map(_line, (f"{one.title} {one.name}", one.role.value, one.email, one.phone, one.note))))
        for one in season.contacts_of.get(program.id, ())
    )
    yield from _titled("People", people)
    yield from _titled("Interviews", (_interview(one, home) for one in season.interviews_of.get(program.id, ())))
    notes = (f"{show_day(one.at.day)}: {_line(one.text)}" for one in season.notes_of.get(program.id, ()))
    yield from _titled("Notes", notes)
    letters = [one for one in season.letters_of.get(program.id, ()) if one.trashed is None]
    if letters:
        yield "### Messages"
    for letter in letters:
        yield from _letter(letter, home)


def _interview(interview: Interview, home: str) -> str:
    state = "" if interview.state is InterviewState.BOOKED else f" ({interview.state.value})"
    where = ", ".join(filter(None, (interview.link, interview.place)))
    start = f"{show_both(interview.starts, home)}, {interview.minutes} minutes{state}"
    return f"{start}{f': {_line(where)}' if where else ''}"


def _letter(letter: Letter, home: str) -> Iterator[str]:
    way = "came in" if letter.direction is Direction.IN else letter.state.value
    when = f", {show_both(letter.at, home)}" if letter.at else ""
    yield f"**{_line(letter.subject) or 'No subject'}** ({letter.kind.value}, {way}{when})"
    if letter.body.strip():
        yield "\n".join(f"> {_escaped(line)}".rstrip() for line in letter.body.strip().split("\n"))


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    if found := _list(lines):
        yield f"### {title}"
        yield found


def _list(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    return _MEANT_BY_MARKDOWN.sub(r"\\\1", text)
