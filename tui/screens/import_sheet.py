"""A spreadsheet before it is taken in: what was understood, what is new, what is refused and why."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from store.errors import SeasonError
from store.exchange.columns import Column
from store.exchange.spreadsheet import (
    ImportPreview,
    KeptCell,
    Sheet,
    preview,
    read_spreadsheet,
    read_two_ways,
    take_in,
)
from store.numbers import counted
from tui import commands
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.pick import Option, Pick
from tui.screens.sheet_naming import Headless, NamedCalendar, Unread, sheet_at, understand_sheet
from tui.screens.text_page import TextPage
from tui.shown import column, plain
from tui.spelling import UNDO
from tui.state import SeasonState

FIRST_ROWS = 5
AT_ONCE = 300
"""Rows that are looked through within a tenth of a second; more are done beside the screen."""
MOST_REFUSED = 200
MEANINGS = {
    "name": "the program's name",
    "zone": "its time zone",
    "nrmp_code": "its NRMP code",
    "acgme_code": "its ACGME code",
    "location": "its city and state",
    "applied": "when you applied",
    "invited": "when they invited you",
    "waitlisted": "when they put you on a waitlist",
    "rejected": "when they said no",
    "director": "its program director",
    "director_email": "the director's mail",
    "contact": "the coordinator",
    "email": "the coordinator's mail",
    "phone": "the coordinator's phone",
    "interview": "the interview",
    "clock": "the hour of the interview",
    "interview_zone": "the zone of that hour",
    "interviewers": "whom you meet there",
    "format": "virtual or in person",
    "thanked": "thanks that have gone out",
    "signal": "whether you sent a signal",
    "draws": "what draws you",
    "loi": "kept in the notes; what it promised is logged under Messages",
    "score": "kept in the notes; scores here are given by criterion",
}
"""Fields whose name alone would not say enough."""
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}

STOPPED = "Stopped. Nothing was taken in."
TWO_WAYS = (
    "  Dates such as DATE can be read two ways. Choose month first in the settings ({everywhere.settings}); "
    "{import.other} then reads the file again."
)
NOTHING_NEW = "There is nothing new in this file.  {screen.back} goes back."


class ImportScreen(TextPage):
    """Asks for a file, shows what it holds, takes it in with one key."""

    VIEW = commands.IMPORT
    IN_VIEW = commands.PROGRAMS
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.IMPORT)]

    def __init__(self, sheet: Sheet | None = None) -> None:
        """`sheet` was read already; without one the file is asked for."""
        super().__init__()
        self._sheet = sheet
        self._preview: ImportPreview | None = None
        self.taken: tuple[str, ...] = ()
        """Ids of the programs that were added; empty until then."""

    def on_mount(self) -> None:
        """Ask for the file at once, unless one is there."""
        if self._sheet is None:
            self.action_other()

    def show_state(self, state: SeasonState) -> None:
        """Work the preview out again: another change may have added a program."""
        if self._sheet is not None and len(self._sheet.rows) <= AT_ONCE:
            self._show_found(preview(state.season, self._sheet, now=state.now))
        elif self._sheet is not None:
            self._look_through(self._sheet)

    def _show_found(self, found: ImportPreview) -> None:
        self._preview = found
        self.lay_out()

    def lay_out(self) -> None:
        """Write what was found, where a file has been looked through."""
        if self._sheet is not None and self._preview is not None:
            self.write(self._page(self._sheet, self._preview))
            self.show_keys()

    @work(exclusive=True, group="look through", description="look through")
    async def _look_through(self, sheet: Sheet) -> None:
        """A long list is looked through beside the screen; where that is stopped, nothing of it is shown."""
        from tui.long_work import carried_out
        from tui.underway import Underway

        state, self._preview = self.state, None
        underway = Underway(f"Looking through {sheet.name}", len(sheet.rows), "rows")
        found = await carried_out(
            self.season_app, underway, lambda told: preview(state.season, sheet, now=state.now, read=told)
        )
        if found is not None:
            self._show_found(found)
        else:
            self._sheet = None
            self.action_close_screen()
            self.season_app.say(STOPPED)

    @work
    async def action_other(self) -> None:
        """Ask for a file and read it."""
        sheet = await self.app.push_screen_wait(
            Ask(
                "A spreadsheet saved as CSV, or .xlsx",
                "File",
                understand=understand_sheet,
                help="its path, such as ~/Downloads/programs.csv",
                limit=4096,
            )
        )
        if isinstance(sheet, NamedCalendar):
            self._hand_on(sheet)
            return
        if isinstance(sheet, Unread):
            sheet = await self._read_beside(sheet.path)
        if isinstance(sheet, Headless):
            sheet = await self._with_names(sheet)
        if sheet is not None:
            self._sheet = sheet
            self.show_state(self.state)
        elif self._sheet is None:
            self.action_close_screen()

    async def _read_beside(self, path: Path) -> Sheet | Headless | None:
        """A long file, read beside the screen; None when it cannot be read, which is told, or when that was stopped."""
        from tui.long_work import carried_out
        from tui.underway import Underway

        underway = Underway("A spreadsheet", 0, f"reading {path.name}")
        try:
            found = await carried_out(self.season_app, underway, lambda told: sheet_at(path), only_reads=True)
        except SeasonError as trouble:
            self.season_app.tell(str(trouble), severity="warning")
            return None
        if found is None:  # said where the person is once this page has closed
            self.season_app.call_after_refresh(self.season_app.say, STOPPED)
        return found

    def _hand_on(self, found: NamedCalendar) -> None:
        """Let the calendar's page take this one's place."""
        from tui.screens.calendar_file import CalendarScreen

        self.action_close_screen()
        self.app.push_screen(CalendarScreen((found.name, found.events)))

    async def _with_names(self, found: Headless) -> Sheet | None:
        """Ask which column holds the names, and read the file so; the other columns go into a note."""
        options = tuple(
            Option(str(at), f"column {at}", cell or "nothing in the first row")
            for at, cell in enumerate(found.first_row, 1)
        )
        at: str | None = await self.app.push_screen_wait(Pick("Which column holds the programs' names?", options))
        return None if at is None else read_spreadsheet(found.path, columns={at: "name"})

    def _page(self, sheet: Sheet, found: ImportPreview) -> Content:
        lines = [
            plain(sheet.name).stylize("bold") + how_read(sheet),
            Content(""),
            *self._counts(found),
        ]
        if found.rejected:
            lines += [Content(""), Content.styled("Rows refused", "bold $late")]
            lines += [plain(f"  row {one.row}: {one.reason}") for one in found.rejected[:MOST_REFUSED]]
        lines += listed("Not understood, kept in the notes", [in_full(one) for one in found.kept if not one.ahead])
        lines += listed("Days that lie ahead, kept in the notes", [in_full(one) for one in found.kept if one.ahead])
        if date := read_two_ways(found, sheet):
            lines.append(Content(self.spell(TWO_WAYS).replace("DATE", date)))
        lines += listed("The same program twice", [f"row {one.row}: {one.reason}" for one in found.joined])
        left_out = [f"row {row}: {'  '.join(filter(None, cells))}" for row, cells in sheet.above]
        left_out += [f"row {one.row}: {one.reason}" for one in found.left_out]
        lines += listed("Left out, no program", left_out)
        lines += [Content(""), Content.styled("Columns", "bold $primary")]
        lines += [plain(f"  {column(one.heading, 24)} {meaning_of(one)}") for one in sheet.columns if one.field]
        if others := ", ".join(one.heading for one in sheet.columns if not one.field):
            lines.append(plain(f"  kept in the notes, each with its heading: {others}"))
        lines += [Content(""), Content.styled(rows_shown(len(sheet.rows)), "bold $primary")]
        width = max(40, self.app.size.width - 8)
        for number, cells in sheet.rows[:FIRST_ROWS]:
            lines.append(plain(column((f"  {number:>4}  " + "  ·  ".join(cells)).rstrip(" ·"), width)))
        return Content("\n").join(lines)

    def _counts(self, found: ImportPreview) -> list[Content]:
        parts = [
            f"{counted(len(found.added), 'program')} new",
            f"{len(found.updated)} changed",
            f"{len(found.unchanged)} known already",
        ]
        lines = [Content("  ".join(parts)).stylize("bold")]
        if found.rejected:
            way = self.spell("Nothing is taken in until these are mended, or {import.without}.")
            words = f"{counted(len(found.rejected), 'row')} refused. {way}"
            lines.append(Content.styled(words, "bold $late"))
        elif found.added or found.updated:
            lines.append(Content(self.spell("{import.accept} takes them in; {everywhere.undo} takes all of it back.")))
        else:
            lines.append(Content(self.spell(NOTHING_NEW)))
        return lines

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rows are left out only where some are refused."""
        if action == "without":
            return self._preview is not None and bool(self._preview.rejected)
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        """Take everything in."""
        self._take(leave_out=False)

    def action_without(self) -> None:
        """Take in the rows that are right."""
        self._take(leave_out=True)

    def _take(self, *, leave_out: bool) -> None:
        found, sheet = self._preview, self._sheet
        if found is None or sheet is None:
            self.action_other()
            return
        if not (found.added or found.updated or found.rejected):
            self.say(self.spell(NOTHING_NEW))
            return
        words = f"Imported {sheet.name}: {len(found.added)} added, {len(found.updated)} updated"
        rule = partial(take_in, preview=found, leave_out_rejected=leave_out)
        if self.season_app.change_season(Change(words, rule)):
            self.taken = tuple(one.id for one in found.added)
            self.app.clear_notifications()  # what was refused before is mended
            self.action_close_screen()
            self.season_app.say(words, self.spell(UNDO))


def how_read(sheet: Sheet) -> str:
    """How the file's bytes were read, behind its name."""
    if sheet.encoding == "text":
        return ""
    divided = f", cells divided by {DELIMITERS.get(sheet.delimiter, 'another sign')}" if sheet.delimiter else ""
    return f"   read as {sheet.encoding}{divided}"


def in_full(one: KeptCell) -> str:
    """A cell that is kept in the notes, with its row and heading."""
    return f"row {one.row}: {one.heading}: {one.words}"


def listed(title: str, rows: list[str]) -> list[Content]:
    """A heading with these lines under it; nothing where there are none."""
    if not rows:
        return []
    return [Content(""), Content.styled(title, "bold $primary"), *(plain(f"  {one}") for one in rows[:MOST_REFUSED])]


def rows_shown(there_are: int) -> str:
    """What stands over the rows that are shown."""
    if there_are > FIRST_ROWS:
        return f"The first {FIRST_ROWS} rows"
    return "The only row" if there_are == 1 else f"All {there_are} rows"


def meaning_of(one: Column) -> str:
    """What a column is taken for, in words, and how its dates are read."""
    words = MEANINGS.get(one.field, one.field) if one.field else "kept in a note"
    return f"{words}, {one.order}" if one.order else words
