"""The lines of the season view that count what the season holds."""

from __future__ import annotations

from store.reference.shipped import shipped_key_dates
from store.trash import trash_in_numbers
from store.words import Direction, InterviewState, LetterState
from tui.backup_lines import Line
from tui.state import SeasonState


def amounts(state: SeasonState) -> list[Line]:
    """How much of everything there is, and what lies in the trash."""
    season = state.season
    cancelled = sum(one.state is InterviewState.CANCELLED for one in season.interviews)
    standing = len(season.interviews) - cancelled
    letters = [one for one in season.letters if one.trashed is None]
    sent = sum(one.state is LetterState.SENT for one in letters)
    came = sum(one.direction is Direction.IN for one in letters)
    shipped = {one.id for one in shipped_key_dates()}
    own = sum(one.id not in shipped for one in season.key_dates)
    back = state.spell("{season.edit} lists it; what you choose there comes back.")
    return [
        ("programs", "Programs", str(len(season.followed)), ""),
        ("people", "People", str(len(season.contacts)), ""),
        ("interviews", "Interviews", f"{standing}, {cancelled} cancelled" if cancelled else str(standing), ""),
        ("messages", "Messages", f"{sent} sent, {came} received, {len(letters) - sent - came} not sent", ""),
        ("notes", "Notes", str(len(season.notes)), ""),
        ("tasks", "Follow-ups of your own", str(len(season.tasks)), ""),
        ("answers", "Answers to questions", str(len(season.answers)), ""),
        ("scores", "Scores", str(len(season.scores)), ""),
        ("dates", "Key dates of your own", str(own), ""),
        ("trash", "Trash", trash_in_numbers(season) or "empty", back),
    ]
