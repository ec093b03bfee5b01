"""The rights card on screen: what they may not ask, what may be answered, where a report may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.program_story import Part


def show_rights(app: SeasonApp) -> None:
    """Open the card over whatever is on screen."""
    from tui.screens.dialogs.reading import Reading

    app.push_screen(Reading("Your rights", card_parts()))


def card_parts() -> tuple[Part, ...]:
    """The card as titled lines, each with the mark of its source."""
    from templates.incoming.rights import rights_card
    from tui.program_story import Part

    card = rights_card()
    *parts, last = (Part(title, tuple(f"{row.mark}  {row.text}" for row in rows)) for title, rows in card.sections)
    return (*parts, Part(last.title, (*last.lines, card.legend)))
