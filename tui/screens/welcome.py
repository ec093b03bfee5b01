"""The first screen of a new season: four ways to begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui import commands
from tui.commands import table_of
from tui.screens.season_screen import SeasonScreen
from tui.shown import plain
from tui.state import SeasonState


class WelcomeScreen(SeasonScreen):
    """Shown while a season has neither programs nor a name."""

    VIEW = commands.WELCOME
    IN_VIEW = commands.TIMELINE
    BEFORE_KEYS = ()
    DEFAULT_CSS = """
    WelcomeScreen #welcome { align: center middle; width: 100%; height: 100%; }
    WelcomeScreen #welcome > Static { width: auto; max-width: 76; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.WELCOME)]

    def __init__(self) -> None:
        super().__init__()
        self.leading = False
        """True while its questions follow one another."""

    def compose_body(self) -> Iterator[Widget]:
        """A greeting, the ways to begin, where the data lies."""
        with Container(id="welcome"):
            yield Static(self._words(), markup=False)

    def _words(self) -> Content:
        lines = [
            Content("Welcome. ").stylize("bold") + "One season, every program, nothing forgotten.",
            Content(""),
        ]
        for command in map(self.spell.command, table_of(commands.WELCOME)[:4]):
            key = Content.styled(f"  {command.shown}  ", "bold $primary")
            lines += [key + Content.styled(command.label, "bold"), Content(f"     {command.help}")]
        lines += [
            Content(""),
            Content.styled("Your season is kept in", "$muted"),
            plain(f"  {self.season_app.file.path}"),
            Content.styled("and nothing ever leaves this machine.", "$muted"),
            Content(""),
            Content.styled("Unofficial. Dates marked expected are to be confirmed on nrmp.org.", "$muted"),
        ]
        return Content("\n").join(lines)

    def show_state(self, state: SeasonState) -> None:
        """Make way once the season has begun, unless the first hour is still being led through."""
        if state.season.programs and self.is_current and not self.leading:
            self.dismiss()

    def action_later(self) -> None:
        """Go to the empty timeline."""
        self.dismiss()

    @work(exclusive=True)
    async def _lead(self, way: str) -> None:
        from tui.first_hour import lead_through

        self.leading = True
        try:
            await lead_through(self, way)
        finally:
            self.leading = False

    def action_start(self) -> None:
        """Ask for the first facts, then for the programs."""
        self._lead("start")

    def action_sheet(self) -> None:
        """Take in a spreadsheet."""
        self._lead("sheet")

    def action_list(self) -> None:
        """Take in lines that are pasted or typed."""
        self._lead("list")
