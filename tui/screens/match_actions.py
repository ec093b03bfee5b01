"""What the season view does about the Match: what its week allows, what it brought, and the year after it."""

from __future__ import annotations

from textual import work

from store.sentence_ends import ended
from tui.screens.listing import Listing

AFTER = (
    "{rows.message} on a program writes the thank-you notes; {everywhere.archive} keeps the whole season as a folder."
)


class MatchActions(Listing):
    """A list beside which Match Week is explained and its outcome recorded."""

    def action_soap(self) -> None:
        """Show what Match Week allows now."""
        from tui.match_week import show_soap

        show_soap(self.season_app)

    @work
    async def action_outcome(self) -> None:
        """Ask what the Match brought, and say what comes after it."""
        from tui.match_week import ask_outcome

        if self.season_app.refuses_changes():
            return
        change = await ask_outcome(self.season_app)
        if change is not None and self.season_app.change_season(change):
            self.say(f"{ended(change.label)}  {self.spell(AFTER)}")
