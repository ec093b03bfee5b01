"""Which column of a spreadsheet holds what, guessed from the words of its header."""

from __future__ import annotations

from collections.abc import Mapping
from shlex import quote

from store.errors import Unclear
from store.exchange.headings import FIELDS, folded, said_by
from store.frozen_record import record

MOST_ABOVE = 8
"""Rows that may stand above the header: a title, a date, a remark."""


@record(frozen=True, slots=True)
class Column:
    """One column of the file."""

    heading: str
    """The words of its header, or its number when the file has no header."""
    field: str
    """One of FIELDS, or empty: its cells are then kept in a note."""
    order: str = ""
    """Whether its numbered dates put the month or the day first; empty where that is not known or not asked."""


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
        _refuse_two_names(headings, file_name)
    places = {**guessed, **chosen} if has_header else chosen
    columns = tuple(
        Column(heading if has_header and heading else f"Column {at + 1}", places.get(at, ""))
        for at, heading in enumerate(headings)
    )
    if "name" not in places.values():
        raise NoNameColumn(
            f"No column of {file_name} is known to hold the programs' names. Say which one does.",
            tuple(f"--map {quote(f'{column.heading}=name')}" for column in columns if not column.field),
            headings,
        )
    return columns, has_header


def header_row(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> int:
    """How many rows stand above the header: none unless one below names the programs and more, and the first does not.

    Templates carry their title there.
    """
    for place, (_, cells) in enumerate(rows[: MOST_ABOVE + 1]):
        fields = _guessed(tuple(" ".join(cell.split()) for cell in cells), {}).values()
        if "name" in fields and (len(fields) > 1 or not place):
            return place
    return 0


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
    for place in (0, 1):  # a heading as it stands is surer than one without its brackets
        for at, heading in enumerate(headings):
            if at not in chosen and len(said_by(heading)) > place:
                by_words.setdefault(said_by(heading)[place], at)
    places: dict[int, str] = {}
    for field, words in FIELDS.items():
        if field in chosen.values():
            continue
        found = next((by_words[word] for word in words if word in by_words and by_words[word] not in places), None)
        if found is not None:
            places[found] = field
    if "clock" in places.values() and "interview" not in places.values():
        places = {at: "interview" if field == "clock" else field for at, field in places.items()}
    return places


def _refuse_two_names(headings: tuple[str, ...], file_name: str) -> None:
    """A second column of the same heading goes into a note, but a file has one name for each program."""
    names = [(at, heading) for at, heading in enumerate(headings, 1) if folded(heading) in FIELDS["name"]]
    for at, heading in names:
        first = next(place for place, other in names if folded(other) == folded(heading))
        if first < at:
            raise Unclear(
                f"Columns {first} and {at} of {file_name} are both called “{heading[:60]}”. "
                "Rename one of them in row 1."
            )


def _no_header(file_name: str, headings: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{heading[:30]}”" for heading in headings[:3])
    return (
        f"Row 1 of {file_name} ({shown}) has no column names prematch knows. "
        "Say what the columns hold, by number or by heading."
    )
