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
    TIMELINE: "A line is a program, a sign what happened or will.  {everywhere.keys} explains the signs.",
    PROGRAMS: "Every program, what is next first.  "
    "{programs.sort} sorts, {lists.filter} filters, {rows.open} opens one.",
    REVIEW: "What is due, most pressing first.  "
    "{review.done} done, {review.snooze} later, {review.message} writes the message.",
    MESSAGES: "All messages; {messages.next-section} goes on to ready, sent, received and templates.",
    RANK: "Your own order. Scores never change it; {rank.move-down} and {rank.move-up} do.",
    SEASON: "You, key dates, rules, and where all is kept: {season.next-section} goes through.",
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
        app.tell(f"{command.shown_first} does this at once: {command.help}")


def greet_view(app: SeasonApp, view: str) -> None:
    """Say at the first visit what a view is for, on the status line, until something else is said there."""
    app.choose(replace(app.choices, visited=(*app.choices.visited, view)))
    screen, words = app.screen, app.spell(GREETINGS[view])
    if not isinstance(screen, SeasonScreen) or view != screen.VIEW:
        return
    if screen.is_mounted:
        screen.say(words)
    else:
        screen.greeting = words
