"""The reason of a follow-up in full, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.follow_ups.follow_up import FollowUp
    from tui.app import SeasonApp

TITLES = ("Why it is here", "By when", "The rule")


def show_why(app: SeasonApp, item: FollowUp) -> None:
    """Why it is here, by when it is wanted, and what ends it, over whatever is on screen."""
    from store.follow_ups.rule_table import reasons_for
    from tui.program_story import Part
    from tui.screens.dialogs.reading import Reading
    from tui.shown import line

    program = app.state.season.programs_by_id.get(item.program_id)
    title = line(f"{program.name}: {item.what}" if program else item.what, 90)
    told = zip(TITLES, reasons_for(app.state.season, item, app.now()), strict=False)
    app.push_screen(Reading(title, tuple(Part(name, (words,)) for name, words in told)))
