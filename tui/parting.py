"""The line printed when the full screen is left."""

from __future__ import annotations

from store.course import interviews_ahead
from store.dates import show_moment_short
from tui.state import SeasonState


def parting_words(state: SeasonState, *, saved: bool) -> str:
    """Whether all is on disk, what is due, and the next interview in the program's clock."""
    now = state.counts
    due = f"{now.due} due" if now.due else "nothing due today"
    first = next(iter(interviews_ahead(state.season, state.now)), None)
    upcoming = f", next interview {show_moment_short(first.starts)}" if first else ""
    return f"{'Saved' if saved else 'The last change could not be saved'}. {due.capitalize()}{upcoming}."
