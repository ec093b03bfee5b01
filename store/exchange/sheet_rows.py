"""One row of a spreadsheet, read as a program with the people, interviews and notes that come with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from store.clean_text import LINE_LIMIT, clean_body, clean_line
from store.errors import RuleBroken, SeasonError
from store.exchange.cell_words import says_nothing, tier_called, yes_or_no
from store.exchange.columns import Column
from store.exchange.guarding import unguarded
from store.exchange.headings import KEPT_AS_WORDS
from store.exchange.known_programs import CODES
from store.exchange.row_cells import Cells
from store.exchange.row_course import Course, course_of, interview_of, thanks_of
from store.exchange.row_people import Named, people_of
from store.frozen_record import record
from store.moments import Moment, zone_names
from store.reference.zones_by_place import state_code, zone_of_place
from store.words import Format

PLAIN_FIELDS = ("name", "city", "nrmp_code", "acgme_code", "type", "website", "draws")
"""Fields of a program that take their cell as it stands."""
PLACE = re.compile(r"(?P<city>[^,]+),\s*(?P<state>[^,]+?)\s*(?:\d{5}(?:-\d{4})?)?")
"""A city and its state in one cell, a postal code behind them or not."""
BARE_PLACE = re.compile(r"(?P<city>[^,]+?)\s+(?P<state>[A-Z]{2})(?:\s+\d{5}(?:-\d{4})?)?")
"""The same with no comma between them: Tampa FL."""


@record(frozen=True, slots=True)
class RowFacts:
    """What one row says; whatever the row leaves empty is empty here."""

    row: int
    """Row number in the file."""
    fields: Mapping[str, str]
    """Program fields that were given, by field name."""
    course: Course
    """How far things have come, as its statuses and dates tell."""
    tags: tuple[str, ...]
    """Tags given."""
    people: tuple[Named, ...]
    """People named."""
    starts: Moment | None
    """Start of an interview, when date and time are certain."""
    starts_assumed: bool
    """True when nobody names its zone, so that it was taken on the clock of the program's city."""
    minutes: int | None
    """How long it lasts, when the row gives its end too."""
    format: Format | None
    """How that interview is held, when the row says so."""
    thanked: Moment | None
    """When thanks for it were sent, or the present moment where only a tick says so."""
    signaled: bool
    """True when a signal was sent."""
    unclear: tuple[tuple[str, str, bool], ...] = ()
    """Heading and words of each cell that is kept in the note, and whether it is for a day that lies ahead."""
    note: str = ""
    """Everything that has no field of its own."""


def row_facts(
    row: int, cells: tuple[str, ...], columns: tuple[Column, ...], *, now: Moment, file_name: str
) -> RowFacts:
    """What that row says; raises SeasonError in one sentence when it cannot be taken in.

    A row with fewer cells than the header ends in empty ones, as some spreadsheet programs save it.
    """
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise RuleBroken(f"it has {len(cells)} cells where the first row has {len(columns)}")
    filled = cells + ("",) * (len(columns) - len(cells))
    pairs = tuple((column, unguarded(cell)) for column, cell in zip(columns, filled, strict=False))
    given = {column.field: cell for column, cell in pairs if column.field}
    read = Cells(row, now, {column.field: column for column in columns if column.field}, given)
    fields = _fields(read)
    if not fields.get("name"):
        raise RuleBroken("it names no program")
    facts = _facts(read, fields)
    return replace(facts, unclear=tuple(read.kept), note=_note(read, pairs, file_name))


def _facts(read: Cells, fields: Mapping[str, str]) -> RowFacts:
    """What the cells say, without the note: that is known once all of them have been read."""
    place = zone_of_place(fields.get("city", ""), fields.get("state", ""))
    interview = interview_of(read, fields.get("zone", "") or place.zone)
    starts = interview.moment if interview is not None and interview.timed else None
    zoned = "zone" in fields or (interview is not None and interview.zone_given)
    return RowFacts(
        row=read.row,
        fields=fields,
        course=course_of(read, interview),
        tags=_tags(read.given.get("tags", "")),
        people=people_of(read),
        starts=starts,
        starts_assumed=starts is not None and not zoned,
        minutes=interview.minutes if interview is not None else None,
        format=interview.format if interview is not None else None,
        thanked=thanks_of(read),
        signaled=_signaled(read),
    )


def _fields(read: Cells) -> dict[str, str]:
    """What goes into fields of the program itself; empty ones are left out."""
    fields = {
        name: "" if name != "name" and says_nothing(read.line(name)) else read.line(name) for name in PLAIN_FIELDS
    }
    fields |= {name: _code(read, name) for name in CODES}
    state = "" if says_nothing(read.line("state")) else read.line("state")
    fields |= {"state": state_code(state) or state, "tier": tier_called(read.line("tier"))}
    if read.line("tier") and not fields["tier"]:
        read.keep("tier")
    if where := read.line("location"):
        split = PLACE.fullmatch(where) or BARE_PLACE.fullmatch(where)
        code = state_code(split["state"]) if split else ""
        if split and code and not fields["city"] and not fields["state"]:
            fields |= {"city": split["city"].strip(), "state": code}
        else:
            read.keep("location")
    fields["zone"] = _zone(read, zone_of_place(fields["city"], fields["state"]).zone)
    return {name: value for name, value in fields.items() if value}


def _code(read: Cells, name: str) -> str:
    """The code in that cell; words without a figure, such as N/A, are none, and two programs must not share them."""
    words = read.line(name)
    if any(letter.isdigit() for letter in words):
        return words
    if words and yes_or_no(words) is not False and not says_nothing(words):
        read.keep(name)
    return ""


def _zone(read: Cells, of_place: str) -> str:
    """The zone that cell names; letters such as CST mean the one of the city where it is among theirs.

    What names none is kept in the note.
    """
    words = read.line("zone")
    if says_nothing(words):
        return ""
    found = next((zone for zone in zone_names() if zone.lower() == words.lower()), "")
    if not found:
        from store.spoken_zones import read_zone

        try:
            spoken = read_zone(words.casefold(), read.now.zone).zones
        except SeasonError as unclear:
            spoken = tuple(getattr(unclear, "choices", ()))
        meant = of_place if of_place in spoken else spoken[0] if len(spoken) == 1 else ""
        found = meant if meant in zone_names() else ""
    if not found:
        read.keep("zone")
    return found


def _signaled(read: Cells) -> bool:
    """Whether a signal was sent; which one, such as gold, is kept in the note."""
    words = read.line("signal")
    said = False if says_nothing(words) else yes_or_no(words)
    if said is None:
        read.also.append((read.columns["signal"].heading, words))
    return said is not False


def _note(read: Cells, pairs: tuple[tuple[Column, str], ...], file_name: str) -> str:
    """The person's own notes, what could not be understood, and the cells that have no field, each by its heading."""
    kept = [clean_body(read.given.get("notes", ""), what="The note").strip()]
    kept += [f"{heading}: {words}" for heading, words, *_ in (*read.kept, *read.also)]
    kept.append(
        "; ".join(
            f"{column.heading}: {clean_line(cell, what=column.heading, limit=LINE_LIMIT)}"
            for column, cell in pairs
            if (not column.field or column.field in KEPT_AS_WORDS) and cell.strip()
        )
    )
    return "\n".join((f"From {file_name}:", *filter(None, kept))) if any(kept) else ""


def _tags(cell: str) -> tuple[str, ...]:
    tags = (clean_line(tag, what="A tag").lstrip("#") for tag in re.split("[,;|\n]", cell))
    return tuple(dict.fromkeys(tag for tag in tags if tag))
