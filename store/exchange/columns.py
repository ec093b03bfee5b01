"""Which column of a spreadsheet holds what, guessed from the words of its header."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.errors import Unclear
from store.frozen_record import record
from store.words import STATUS_WORDS, Status

FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("program", "program name", "name", "residency program", "residency", "hospital", "institution", "site"),
    "city": ("city", "town", "program city", "location city"),
    "state": ("state", "st", "program state", "state code"),
    "zone": ("time zone", "timezone", "tz", "zone", "iana zone", "iana time zone"),
    "status": ("status", "application status", "stage"),
    "tier": ("tier", "rank", "priority", "category"),
    "tags": ("tags", "tag", "labels", "keywords"),
    "notes": ("notes", "note", "comments", "comment", "remarks"),
    "nrmp_code": ("nrmp code", "nrmp", "nrmp id", "nrmp program code", "match code"),
    "acgme_code": ("acgme code", "acgme", "acgme id", "program id", "acgme program id", "program code", "acgme number"),
    "type": ("type", "program type", "setting"),
    "contact": ("coordinator", "coordinator name", "program coordinator", "contact", "contact name", "contact person"),
    "email": ("email", "e mail", "mail", "coordinator email", "contact email", "email address", "program email"),
    "phone": ("phone", "telephone", "coordinator phone", "contact phone", "phone number"),
    "website": ("website", "web site", "url", "web", "link", "homepage", "program website"),
    "interview": ("interview date", "interview", "interview day", "interview time", "date of interview", "iv date"),
    "draws": ("draws", "why", "why here", "what draws me"),
}
"""Field names a person may use with `--map`, each with the headings that mean it, the surest first."""

STATUSES: dict[str, Status] = {
    **{status.value.lower(): status for status in Status},
    **{words: status for status, words in STATUS_WORDS.items()},
    "not applied": Status.PLANNED,
    "to apply": Status.PLANNED,
    "planning": Status.PLANNED,
    "will apply": Status.PLANNED,
    "submitted": Status.APPLIED,
    "sent": Status.APPLIED,
    "no response": Status.APPLIED,
    "pending": Status.APPLIED,
    "invite": Status.INVITED,
    "invitation": Status.INVITED,
    "interview offered": Status.INVITED,
    "interview booked": Status.BOOKED,
    "scheduled": Status.BOOKED,
    "interview scheduled": Status.BOOKED,
    "interview done": Status.INTERVIEWED,
    "completed": Status.INTERVIEWED,
    "waitlist": Status.WAITLISTED,
    "wait list": Status.WAITLISTED,
    "waiting list": Status.WAITLISTED,
    "rejection": Status.REJECTED,
    "declined by program": Status.REJECTED,
    "withdrew": Status.WITHDRAWN,
    "cancelled": Status.WITHDRAWN,
    "canceled": Status.WITHDRAWN,
    "declined": Status.WITHDRAWN,
}
"""Words people write for a status."""


@record(frozen=True, slots=True)
class Column:
    """One column of the file."""

    heading: str
    """The words of its header, or its number when the file has no header."""
    field: str
    """One of FIELDS, or empty: its cells are then kept in a note."""


class NoNameColumn(Unclear):
    """No column is known to hold the programs' names; `first_row` is what stands at the top of each."""

    def __init__(self, sentence: str, choices: tuple[str, ...], first_row: tuple[str, ...]) -> None:
        super().__init__(sentence, choices)
        self.first_row = first_row


def placed_columns(
    first_row: tuple[str, ...], asked: Mapping[str, str] | None, file_name: str
) -> tuple[tuple[Column, ...], bool]:
    """The columns of a file, and whether its first row is a header.

    `asked` maps a heading or a column number, counted from 1, to a field (or to `note`). Raises
    Unclear when the header says two things, or nothing that names the program.
    """
    headings = tuple(" ".join(cell.split()) for cell in first_row)
    chosen = _asked_places(headings, asked or {})
    guessed = _guessed(headings, chosen)
    has_header = bool(guessed) or any(not key.strip().isdigit() for key in asked or {})
    if not has_header and not chosen:
        choices = tuple(f"--map {at}=name" for at in range(1, len(headings) + 1))
        raise NoNameColumn(_no_header(file_name, headings), choices, headings)
    if has_header:
        _refuse_repeated(headings, file_name)
    places = {**guessed, **chosen} if has_header else chosen
    columns = tuple(
        Column(heading if has_header and heading else f"Column {at + 1}", places.get(at, ""))
        for at, heading in enumerate(headings)
    )
    if "name" not in places.values():
        raise NoNameColumn(
            f"No column of {file_name} is known to hold the programs' names. Say which one does.",
            tuple(f"--map {column.heading}=name" for column in columns if not column.field),
            headings,
        )
    return columns, has_header


def folded(heading: str) -> str:
    """A heading without case and punctuation, so that `E-Mail:` and `e mail` meet."""
    return " ".join(re.findall(r"\w+", heading.replace("_", " ").lower()))


def _asked_places(headings: tuple[str, ...], asked: Mapping[str, str]) -> dict[int, str]:
    """Column places named by the person; `note` becomes an unplaced column."""
    places: dict[int, str] = {}
    by_heading = {folded(heading): at for at, heading in reversed(tuple(enumerate(headings)))}
    for key, field in asked.items():
        if field not in FIELDS and field != "note":
            raise Unclear(f"“{field[:60]}” is not something a column can hold.", (*FIELDS, "note"))
        at = by_heading.get(folded(key), -1)
        if at < 0 and key.strip().isdecimal() and len(key.strip()) < 6:
            at = int(key) - 1
        if not 0 <= at < len(headings):
            raise Unclear(f"There is no column “{key[:60]}” in the file.", tuple(filter(None, headings)))
        clean_field = "" if field == "note" else field
        if clean_field and clean_field in places.values():
            raise Unclear(f"Two columns were both given as {field}; only one can be.")
        places[at] = clean_field
    return places


def _guessed(headings: tuple[str, ...], chosen: Mapping[int, str]) -> dict[int, str]:
    """The surest column for each field that was not chosen by hand."""
    by_words: dict[str, int] = {}
    for at, heading in enumerate(headings):
        if at not in chosen:
            by_words.setdefault(folded(heading), at)
    places: dict[int, str] = {}
    for field, words in FIELDS.items():
        if field in chosen.values():
            continue
        found = next((by_words[word] for word in words if word in by_words and by_words[word] not in places), None)
        if found is not None:
            places[found] = field
    return places


def _refuse_repeated(headings: tuple[str, ...], file_name: str) -> None:
    seen: dict[str, int] = {}
    for at, heading in enumerate(headings, 1):
        if heading and folded(heading) in seen:
            raise Unclear(
                f"Columns {seen[folded(heading)]} and {at} of {file_name} are both called “{heading[:60]}”. "
                "Rename one of them in row 1."
            )
        seen.setdefault(folded(heading), at)


def _no_header(file_name: str, headings: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{heading[:30]}”" for heading in headings[:3])
    return (
        f"Row 1 of {file_name} ({shown}) has no column names prematch knows. "
        "Say what the columns hold, by number or by heading."
    )
