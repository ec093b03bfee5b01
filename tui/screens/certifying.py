"""The certify sheet on screen: each place with its code, to tick off against the official site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.dates import show_day, show_day_short
from store.ranking.sheet import CertifySheet, SheetLine, certify_sheet, sheet_lines
from store.rules import ranking
from tui import commands
from tui.rank_words import deadline_content, fitting
from tui.requests import Change, ShowProgram
from tui.screens.listing import Listing
from tui.state import SeasonState
from tui.widgets.row_table import RowTable
from tui.widgets.table_paint import GAP, LATE, MARK, MUTED, PLAIN, Column, TableRow, cell, widest

FEW, MANY, TALL = 7, 13, 32
"""Lines below the table on a low screen and on a tall one, and from which height a screen is tall."""
MORE = "{certify.checks}  shows all"
GOOD = "Every check passes: interviews, promises, codes and scores go together."


class CertifyScreen(Listing):
    """The list as it should stand on the official site; what is ticked off is for this sitting only."""

    VIEW = commands.CERTIFY
    IN_VIEW = commands.RANK
    DEFAULT_CSS = """
    CertifyScreen #certify-head { width: 100%; height: auto; max-height: 7; padding: 0 1; color: $muted; }
    CertifyScreen #certify-problems {
        width: 100%; height: auto; max-height: 8; padding: 0 1; border-top: solid $faint;
    }
    CertifyScreen.-tall #certify-problems { max-height: 14; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.CERTIFY)]

    def __init__(self) -> None:
        super().__init__()
        self._order: tuple[str, ...] = ()

    def compose_body(self) -> Iterator[Widget]:
        """The deadline, the places, and what speaks against them."""
        yield Static("", id="certify-head", markup=False)
        yield RowTable(ascii_only=self.season_app.settings.ascii_only)
        yield Static("", id="certify-problems", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show the sheet as it is now; ticks do not outlive a change of the order."""
        width = self.app.size.width
        sheet = certify_sheet(state.season, state.now)
        columns, rows = _table_of(sheet, width)
        self.table.show(columns, rows, empty="The list is empty.")
        if self._order not in ((), state.season.rank_list.order):
            self.table.clear_selection()
        self._order = state.season.rank_list.order
        self._show_head()
        self.query_one("#certify-problems", Static).update(self._problems(sheet))

    def lay_out(self) -> None:
        """The columns follow the width."""
        self.show_state(self.state)

    def _show_head(self) -> None:
        ranked, width = self.season.rank_list, self.app.size.width - 2
        ticked = f"{len(self.table.selected)} of {len(self.table.keys)} ticked off"
        seen = f"   seen certified {show_day(ranked.certified)}" if ranked.certified else "   not seen certified yet"
        lock = "   locked" if ranked.locked else "   not locked"
        head = Content(f"{ticked}{seen}{lock}\n") + deadline_content(self.state, width)
        self.query_one("#certify-head", Static).update(head)

    def _problems(self, sheet: CertifySheet) -> Content:
        found = [one.message for one in sheet.problems]
        if not found:
            return Content.styled(GOOD, "$muted")
        most = MANY if self.app.size.height >= TALL else FEW
        lines = fitting(found, self.app.size.width - 2, most, self.spell(MORE))
        return Content("\n").join(Content.styled(one, "$late") for one in lines)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Count what is ticked off, and say of the row what has no room in it."""
        self._show_head()
        lines = certify_sheet(self.season, self.state.now).lines
        one = next((each for each in lines if each.program_id == self.table.key), None)
        if one is not None:
            self.say("   ".join(filter(None, (one.name, one.promise, one.interviewed, one.where))))

    # Keys

    @work
    async def action_write_sheet(self) -> None:
        """Write the sheet to a file."""
        from tui.asking.ranking import write_sheet

        await write_sheet(self.season_app, self._text())

    def action_copy(self) -> None:
        """Copy the sheet as text."""
        self.copy(self._text(), "The certify sheet")

    def _text(self) -> str:
        return "\n".join(sheet_lines(self.season, self.state.now)) + "\n"

    @work
    async def action_mark_certified(self) -> None:
        """The official list was seen certified."""
        from tui.asking.ranking import ask_certified

        change = await ask_certified(self.season_app, len(self.table.keys) - len(self.table.selected))
        if change is not None:
            self.season_app.change_season(change)

    @work
    async def action_lock(self) -> None:
        """Lock the list, or unlock it."""
        from tui.asking.ranking import ask_unlocking

        locked = self.season.rank_list.locked
        change = await ask_unlocking(self.season_app) if locked else Change("Rank list locked", ranking.lock_list)
        if change is not None:
            self.season_app.change_season(change)

    def step_back(self) -> bool:
        """What is ticked off stays so until the sheet is closed."""
        return False

    @work
    async def action_checks(self) -> None:
        """Read everything that speaks against the list."""
        from tui.asking.ranking import read_checks

        await read_checks(self.season_app)

    def action_open(self) -> None:
        """Open the program under the cursor."""
        if self.table.key:
            self.post_message(ShowProgram(self.table.key, self.table.keys))

    @on(RowTable.Opened)
    def opened(self) -> None:
        """Open the program that was clicked."""
        self.action_open()


def _table_of(sheet: CertifySheet, width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    fixed = (Column("NRMP code", 10), Column("interviewed", 13), Column("", 3))
    room = width - MARK - 3 - GAP - sum(one.width + GAP for one in fixed) - GAP
    name = widest((one.name for one in sheet.lines), least=20, most=max(20, min(46, room - 12 - GAP)))
    told = Column("told", max(8, room - name - GAP))
    columns = (Column("#", 3, right=True), Column("program", name), *fixed, told)
    rows = tuple(
        TableRow(
            one.program_id,
            (
                cell(str(one.place)),
                cell(one.name),
                cell(one.code or "! missing", PLAIN if one.code else LATE),
                cell(_day(one) or "! none", PLAIN if one.interviewed else LATE),
                cell(f"! {len(one.problems)}" if one.problems else "", LATE),
                cell(_told(one.promise, told.width), MUTED),
            ),
        )
        for one in sheet.lines
    )
    return columns, rows


def _told(promise: str, room: int) -> str:
    """What is promised as far as there is room: in whole, without its day, or in a word."""
    whole = promise.removeprefix("told ")
    undated = whole.partition(",")[0]
    return next((one for one in (whole, undated) if cell_len(one) <= room), undated.rpartition(" ")[2])


def _day(one: SheetLine) -> str:
    """The day without its year; the words themselves where only the status says so."""
    return show_day_short(one.held) if one.held else one.interviewed.removeprefix("interviewed, ")
