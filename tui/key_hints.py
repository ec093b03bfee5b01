"""Hints that are given once: a key after a command was often taken from the palette, a line at the first visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.command_table import Command
from tui.commands import MESSAGES, PROGRAMS, RANK, REVIEW, SEASON, TIMELINE
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp

OFTEN = 10
"""Uses of the palette after which the key of a command is told."""
GREETINGS = {
    TIMELINE: "A line is a program, a sign what happened or will.  ? explains the signs.",
    PROGRAMS: "Every program, what is next first.  S sorts, / filters, enter opens one.",
    REVIEW: "What is due, most pressing first.  d done, s later, m writes the message.",
    MESSAGES: "All messages; tab goes on to ready, sent, received and templates.",
    RANK: "Your own order. Scores never change it; J and K do.",
    SEASON: "You, key dates, rules, and where all is kept: tab goes through.",
}


def count_use(app: SeasonApp, command: Command) -> None:
    """Count a command that was taken from the palette; at the tenth time its key is told."""
    uses = dict(app.choices.uses)
    times = uses.get(command.id, 0) + 1
    if times > OFTEN:
        return
    uses[command.id] = times
    app.choose(replace(app.choices, uses=tuple(sorted(uses.items()))))
    if times == OFTEN:
        app.tell(f"{command.shown.split()[0]} does this at once: {command.help}")


def greet_view(app: SeasonApp, view: str) -> None:
    """Say at the first visit what a view is for, on the status line, until something else is said there."""
    app.choose(replace(app.choices, visited=(*app.choices.visited, view)))
    screen = app.screen
    if not isinstance(screen, SeasonScreen) or view != screen.VIEW:
        return
    if screen.is_mounted:
        screen.say(GREETINGS[view])
    else:
        screen.greeting = GREETINGS[view]
