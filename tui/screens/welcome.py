"""The first screen of a new season: three ways to begin."""

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
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.WELCOME)]

    def compose_body(self) -> Iterator[Widget]:
        """A greeting, the ways to begin, where the data lies."""
        with Container(id="welcome"):
            yield Static(self._words(), markup=False)

    def _words(self) -> Content:
        lines = [
            Content("Welcome. ").stylize("bold") + "One season, every program, nothing forgotten.",
            Content(""),
        ]
        for command in table_of(commands.WELCOME)[:3]:
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
        """Make way once the season has begun."""
        if state.season.programs and self.is_current:
            self.dismiss()

    def action_later(self) -> None:
        """Go to the empty timeline."""
        self.dismiss()

    @work
    async def action_start(self) -> None:
        """Ask for the first facts, then show the timeline."""
        from tui.asking.profile import ask_first_facts

        change = await ask_first_facts(self.season_app)
        if change is not None and self.season_app.change_season(change):
            self.dismiss()
            self.season_app.say("Welcome.  n adds a program, I takes in a spreadsheet, ? shows every key.")

    def action_sheet(self) -> None:
        """Take in a spreadsheet."""
        from tui.screens.import_sheet import ImportScreen

        self.app.push_screen(ImportScreen())
