"""What is meant where a spreadsheet is named: a sheet, one without column names, a calendar, a file to read later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import RuleBroken, SeasonError
from store.exchange.calendar_lines import is_calendar
from store.exchange.columns import NoNameColumn
from store.exchange.spreadsheet import Sheet, read_spreadsheet
from store.frozen_record import record
from store.numbers import counted
from store.typed_path import is_folder, pasted_path

if TYPE_CHECKING:
    from store.exchange.calendar_reading import CalendarEvent

FILE_ENDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
READ_AT_ONCE = 200_000
"""Bytes that are read within a tenth of a second, while the path is typed."""


@record(frozen=True, slots=True)
class Headless:
    """A file in which no column says that it holds the programs' names."""

    path: Path
    """Where it is."""
    first_row: tuple[str, ...]
    """What stands at the top of each column."""


@record(frozen=True, slots=True)
class NamedCalendar:
    """A calendar file, named where a spreadsheet was asked for."""

    name: str
    """What it is called."""
    events: tuple[CalendarEvent, ...]
    """What it holds."""


@record(frozen=True, slots=True)
class Unread:
    """A file so long that it is read beside the screen, once it is settled that it is the one."""

    path: Path
    """Where it is."""


def understand_sheet(text: str) -> tuple[Sheet | Headless | NamedCalendar | Unread, str]:
    """The sheet of the file at that path; raises SeasonError with what is wrong with it."""
    path = pasted_path(text)
    if is_folder(path):
        raise RuleBroken("That is a folder. Go on typing to the file in it.")
    if is_calendar(path):
        from tui.screens.calendar_file import understand_calendar

        (name, events), told = understand_calendar(text)
        return NamedCalendar(name, events), f"a calendar, so enter shows its interviews. {told}"
    if (size := size_of(path)) > READ_AT_ONCE:
        return Unread(path), f"{size // 1000:,} kB; enter reads it"
    try:
        sheet = sheet_at(path)
    except SeasonError as trouble:
        raise RuleBroken(str(trouble)) from trouble
    if isinstance(sheet, Headless):
        return sheet, "no known column names; enter asks which one holds the programs"
    return sheet, f"{counted(len(sheet.rows), 'row')}: " + ", ".join(one.heading for one in sheet.columns[:6])


def sheet_at(path: Path) -> Sheet | Headless:
    """The file at that path as a sheet, or without names for its columns; raises SeasonError where it is neither."""
    try:
        return read_spreadsheet(path)
    except NoNameColumn as unclear:
        return Headless(path, unclear.first_row)


def size_of(path: Path) -> int:
    """Its length in bytes; 0 for what cannot be looked at, which reading it says better."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def sheet_in(text: str) -> Sheet:
    """What was pasted or typed as a sheet: the lines themselves, or the file that the only line names.

    Raises SeasonError with what is wrong with it.
    """
    from store.exchange.spreadsheet import lines_as_sheet
    from store.typed_path import is_there

    only = text.strip()
    if "\n" not in only and only.lower().endswith(FILE_ENDS) and is_there(path := pasted_path(only)):
        return read_spreadsheet(path)
    return lines_as_sheet(text)
