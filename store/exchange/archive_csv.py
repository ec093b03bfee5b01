"""The programs of a season as a spreadsheet that the import takes in again without finding anything new."""

from __future__ import annotations

from store.errors import SeasonError
from store.exchange.csv_writing import csv_bytes
from store.exchange.row_people import ADDRESS
from store.moments import Moment
from store.records import Contact, Program
from store.season import Season
from store.words import InterviewState, Role

HEADINGS = {
    "name": "Program",
    "city": "City",
    "state": "State",
    "zone": "Time zone",
    "status": "Status",
    "tier": "Tier",
    "tags": "Tags",
    "type": "Type",
    "nrmp_code": "NRMP code",
    "acgme_code": "ACGME code",
    "contact": "Coordinator",
    "email": "Email",
    "phone": "Phone",
    "website": "Website",
    "interview": "Interview",
    "draws": "Why here",
}
"""The columns in order, by the field the import puts them in."""


def as_csv(season: Season, *, now: Moment) -> bytes:
    """The followed programs, a row each; a cell that the import would read as something else stays empty."""
    rows = (_cells(season, program, now) for program in season.followed)
    return csv_bytes(HEADINGS.values(), ([cells[field] for field in HEADINGS] for cells in rows))


def _cells(season: Season, program: Program, now: Moment) -> dict[str, str]:
    coordinator = _coordinator(season, program)
    email = coordinator.email if coordinator else ""
    plain = ("name", "city", "state", "tier", "type", "nrmp_code", "acgme_code", "website", "draws")
    return {
        **{field: str(getattr(program, field)) for field in plain},
        "zone": "" if program.zone_assumed else program.zone,
        "status": program.status.value,
        "tags": ", ".join(program.tags),
        "contact": coordinator.name if coordinator else "",
        "email": email if ADDRESS.fullmatch(email) else "",
        "phone": coordinator.phone if coordinator else "",
        "interview": _interview(season, program, now),
    }


def _coordinator(season: Season, program: Program) -> Contact | None:
    """The coordinator whom the import finds by name."""
    people = season.contacts_of.get(program.id, ())
    found = next((one for one in people if one.role is Role.COORDINATOR and one.name.strip()), None)
    namesakes = [one for one in people if found and one.name.casefold() == found.name.casefold()]
    return found if namesakes[:1] == [found] else None


def _interview(season: Season, program: Program, now: Moment) -> str:
    """The start of the first booked interview, in words that have that one meaning."""
    from store.spoken_dates import understand_moment

    booked = [one for one in season.interviews_of.get(program.id, ()) if one.state is InterviewState.BOOKED]
    for one in sorted(booked, key=lambda each: each.starts.at):
        words = f"{one.starts.local:%Y-%m-%dT%H:%M} {one.starts.zone}"
        try:
            understood = understand_moment(words, now=now, zone=one.starts.zone, strict=True)
        except SeasonError:
            continue
        if understood.moment == one.starts:
            return words
    return ""
