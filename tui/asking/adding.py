"""What can be added to a program: one key each, and the question that follows."""

from __future__ import annotations

from tui.asking import booking, gathering, many, programs, tasks
from tui.asking.incoming import log_incoming
from tui.screens.dialogs.menu import Choice

CHOICES = (
    Choice("i", "interview", booking.ask_booking),
    Choice("c", "contact", programs.ask_contact),
    Choice("n", "note", programs.ask_note),
    Choice("f", "follow-up", tasks.ask_task),
    Choice("m", "message that came in", log_incoming),
    Choice("k", "known fact, with its source", gathering.ask_new_fact),
    Choice("q", "answer to a question", gathering.ask_answer),
    Choice("o", "question of my own", gathering.ask_own_question),
    Choice("r", "reason to write before an invitation", many.ask_reason),
)
"""In the order of the menu."""
