"""What lists of programs say where nothing is shown, and which key helps."""

from __future__ import annotations

from tui.state import SeasonState

EMPTY = "No programs yet.  {rows.new} adds one, {rows.import} takes in a spreadsheet, {everywhere.palette} finds more."
NO_MATCH = "No program matches this filter.  {lists.filter} changes it, {screen.back} clears it."
NOT_IN_FILTER = "That program is not in this filter.  {screen.back} clears the filter."


def nothing_listed(state: SeasonState) -> str:
    """Why a list of programs is empty, and what fills it."""
    return state.spell(NO_MATCH if state.season.followed else EMPTY)
