"""One row of a spreadsheet, read as a program with the people, interviews and notes that come with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from store.clean_text import LINE_LIMIT, clean_body, clean_line
from store.errors import RuleBroken, SeasonError
from store.exchange.columns import STATUSES, Column, folded
from store.exchange.guarding import unguarded
from store.frozen_record import record
from store.moments import Moment, zone_names
from store.reference.zones_by_place import state_code, zone_of_place
from store.words import Status

ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
PLAIN_FIELDS = ("name", "city", "nrmp_code", "acgme_code", "type", "website", "draws")
LINE_FIELDS = (*PLAIN_FIELDS, "state", "zone", "status", "tier", "contact", "email", "phone", "interview")


@record(frozen=True, slots=True)
class RowFacts:
    """What one row says; whatever the row leaves empty is empty here."""

    row: int
    """Row number in the file."""
    fields: Mapping[str, str]
    """Program fields that were given, by field name."""
    status: Status | None
    """The status, when one is given."""
    tags: tuple[str, ...]
    """Tags given."""
    contact: tuple[str, str, str]
    """Name, address and telephone of the person named."""
    starts: Moment | None
    """Start of an interview, when date and time are certain."""
    starts_assumed: bool
    """True when nobody names its zone, so that it was taken on the clock of the program's city."""
    note: str
    """Everything that has no field of its own."""


def row_facts(
    row: int, cells: tuple[str, ...], columns: tuple[Column, ...], *, now: Moment, file_name: str
) -> RowFacts:
    """What that row says; raises SeasonError in one sentence when it cannot be taken in."""
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        raise RuleBroken(f"it has {len(cells)} cells where the first row has {len(columns)}")
    pairs = tuple((column, unguarded(cell)) for column, cell in zip(columns, cells, strict=False))
    given = {column.field: cell for column, cell in pairs if column.field}
    words = {field: clean_line(given.get(field, ""), what=f"The {field.replace('_', ' ')}") for field in LINE_FIELDS}
    if not words["name"]:
        raise RuleBroken("it names no program")
    zone = _zone(words["zone"])
    tier = _tier(words["tier"])
    place = zone_of_place(words["city"], _state(words["state"]))
    starts = _starts(words["interview"], zone=zone or place.zone, now=now)
    fields = {name: words[name] for name in PLAIN_FIELDS}
    fields |= {"state": _state(words["state"]), "zone": zone, "tier": tier}
    kept = [clean_body(given.get("notes", ""), what="The note").strip()]
    if words["tier"] and not tier:
        kept.append(f"Tier: {words['tier']}")
    if words["interview"] and starts is None:
        kept.append(f"Interview: {words['interview']}")
    kept.append(_unplaced(pairs))
    return RowFacts(
        row=row,
        fields={name: value for name, value in fields.items() if value},
        status=_status(words["status"]),
        tags=_tags(given.get("tags", "")),
        contact=(words["contact"], _address(words["email"]), words["phone"]),
        starts=starts,
        starts_assumed=not zone and starts is not None and starts.zone == place.zone,
        note="\n".join((f"From {file_name}:", *filter(None, kept))) if any(kept) else "",
    )


def _unplaced(pairs: tuple[tuple[Column, str], ...]) -> str:
    """The cells of columns with no field of their own, each behind its heading."""
    return "; ".join(
        f"{column.heading}: {clean_line(cell, what=column.heading, limit=LINE_LIMIT)}"
        for column, cell in pairs
        if not column.field and cell.strip()
    )


def _zone(words: str) -> str:
    if not words:
        return ""
    found = next((zone for zone in zone_names() if zone.lower() == words.lower()), "")
    if not found:
        raise RuleBroken(f"“{words[:60]}” is not a time zone; write a place such as America/Chicago")
    return found


def _state(words: str) -> str:
    return state_code(words) or words


def _status(words: str) -> Status | None:
    """The status that cell names; none for an empty one, or a dash that stands for nothing."""
    if not words.strip("-–—"):
        return None
    status = STATUSES.get(folded(words))
    if status is None:
        raise RuleBroken(f"“{words[:60]}” is not a status; write one of {', '.join(Status)}")
    return status


def _tier(words: str) -> str:
    letter = words.upper().removeprefix("TIER").strip()
    if letter in ("1", "2", "3", "4", "5"):
        return "ABCDE"[int(letter) - 1]
    return letter if len(letter) == 1 and letter.isascii() and letter.isalpha() else ""


def _tags(cell: str) -> tuple[str, ...]:
    tags = (clean_line(tag, what="A tag").lstrip("#") for tag in re.split("[,;|\n]", cell))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _address(words: str) -> str:
    if words and not ADDRESS.fullmatch(words):
        raise RuleBroken(f"“{words[:60]}” is not one mail address")
    return words


def _starts(words: str, *, zone: str, now: Moment) -> Moment | None:
    """The start when the words leave no doubt; None when they do, and the words are then kept in a note."""
    if not words or _is_day(words):
        return None
    from store.spoken_dates import understand_moment

    try:
        understood = understand_moment(words, now=now, zone=zone or now.zone, strict=True)
    except SeasonError:
        return None
    return understood.moment if zone or understood.zone_given else None


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
