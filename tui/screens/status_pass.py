"""How far things have come with each program of a new list: one key for each, one step of undo for all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from store.numbers import counted
from store.rules.many_programs import set_statuses
from store.words import STATUS_WORDS, Status
from tui import commands
from tui.requests import Change
from tui.screens.listing import Listing
from tui.shown import plain
from tui.state import SeasonState
from tui.widgets.row_table import RowTable
from tui.widgets.table_paint import MUTED, Column, TableRow, cell, tone_of

CODE, WORDS = 3, 11
"""Cells of a status: its code, and its word."""
NAME, PLACE = 46, 22
ABOUT = "Where do things stand?  One key for each program; {statuses.skip} leaves one as it is."


class StatusPass(Listing):
    """The new programs as rows; nothing is changed before it is left."""

    VIEW = commands.STATUSES
    IN_VIEW = commands.PROGRAMS
    DEFAULT_CSS = """
    StatusPass #pass-about { width: 100%; height: 1; padding: 0 1; color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.STATUSES)]
    BEFORE_KEYS = ()

    def __init__(self, program_ids: tuple[str, ...]) -> None:
        super().__init__()
        self._ids = program_ids
        self.chosen: dict[str, Status] = {}
        """What was said so far, by program."""

    def compose_body(self) -> Iterator[Widget]:
        """A sentence, and the programs."""
        yield Static(plain(self.spell(ABOUT)), id="pass-about", markup=False)
        yield RowTable(ascii_only=self.season_app.settings.ascii_only)

    def on_mount(self) -> None:
        """Begin at the first of which nothing is known yet."""
        super().on_mount()
        planned = (one for one in self._ids if self.season.programs_by_id[one].status is Status.PLANNED)
        self.table.show_key(next(planned, ""))

    def show_state(self, state: SeasonState) -> None:
        """The programs as they are now; one that undo took away is gone from here too."""
        self._ids = tuple(one for one in self._ids if one in state.season.programs_by_id)
        self.lay_out()

    def lay_out(self) -> None:
        """Fit the columns to the width."""
        width = max(24, self.app.size.width - CODE - WORDS - 8)
        name = min(NAME, width if width < NAME else width - PLACE)
        columns = (Column("", CODE), Column("", WORDS), Column("program", max(20, name)), Column("", PLACE))
        self.table.show(columns, tuple(self._row(one) for one in self._ids), empty="Nothing is left to mark here.")

    def _row(self, program_id: str) -> TableRow:
        program = self.season.programs_by_id[program_id]
        status = self.chosen.get(program_id, program.status)
        said = cell(STATUS_WORDS[status], tone_of(status) if program_id in self.chosen else MUTED)
        return TableRow(
            program_id, (cell(status, tone_of(status)), said, cell(program.name), cell(program.where, MUTED))
        )

    def action_mark(self, code: str) -> None:
        """Say that of the program under the cursor, and go on to the next."""
        program_id = self.table.key
        if not program_id:
            return
        self.chosen[program_id] = Status(code)
        last = self.table.cursor + 1 >= len(self._ids)
        self.lay_out()
        self.table.move(1)
        keeps = self.spell("  {statuses.finish} keeps them.")
        self.say(f"{len(self.chosen)} of {len(self._ids)} said.{keeps if last else ''}")

    def action_skip(self) -> None:
        """On to the next."""
        self.table.move(1)

    def action_previous(self) -> None:
        """Back to the one before."""
        self.table.move(-1)

    def action_rest_applied(self) -> None:
        """Say applied of every program from here down of which nothing else is known."""
        rest = [
            one
            for one in self._ids[self.table.cursor :]
            if self.chosen.get(one, self.season.programs_by_id[one].status) is Status.PLANNED
        ]
        self.chosen |= dict.fromkeys(rest, Status.APPLIED)
        self.lay_out()
        self.table.bottom()
        self.say(f"Applied: {counted(len(rest), 'program')}.  {self.spell('{statuses.finish} keeps it.')}")

    def action_finish(self) -> None:
        """Keep what was said, in one step, and go on."""
        now = {one.id: one.status for one in self.season.programs}
        said = {one: status for one, status in self.chosen.items() if now.get(one, status) is not status}
        words = f"Where things stand: {counted(len(said), 'program')}"
        if not said or self.season_app.change_season(Change(words, partial(set_statuses, statuses=said))):
            self.action_close_screen()

    def action_close(self) -> None:
        """`q` goes on too; nothing that was said is lost."""
        self.action_finish()
