"""What the top line says of a state."""

from __future__ import annotations

from store.dates import home_at, show_clock, show_date_short, show_day, show_day_short, show_for, show_moment_short
from store.key_dates import key_date, ranking_is_open
from store.words import Direction, LetterState
from tui.commands import MESSAGES, REVIEW, VIEWS
from tui.state import SeasonState
from tui.widgets.view_bar import BarFacts

READ_ONLY = "READ ONLY"
"""The mark of a window that may not change anything, as another one has the season."""
READS_ONLY = "read only, {everywhere.take-over} takes over"
"""What such a window says on the status line of every screen."""

ONCE_FREE = "{everywhere.take-over} takes over once it is free."
"""How it goes on in such a window."""
TRY_AGAIN = "{everywhere.take-over} tries again."
"""The same where nobody has the season, but the disk or a right stands in the way."""
REFUSED = "So nothing was changed;"
"""What is said there of a command that would change the season, before how it goes on."""


def bar_facts(state: SeasonState, mark: str) -> BarFacts:
    """Badges for Review and Messages, the day at home, and the mark."""
    late, due = state.counts.overdue, state.counts.due
    letters = state.season.letters_by_state
    drafts = sum(
        letter.direction is Direction.OUT for letter in (*letters[LetterState.DRAFT], *letters[LetterState.READY])
    )
    badges = []
    if due:
        badges.append((REVIEW, f"!{due}" if late else str(due)))
    if drafts:
        badges.append((MESSAGES, str(drafts)))
    today = state.now.day
    long_day = f"{show_day(today)}  {show_clock(state.now)}"
    keys = tuple(state.spell.key(f"everywhere.{view}") for view, _ in VIEWS)
    return BarFacts(tuple(badges), long_day, show_day_short(today), mark, keys, deadlines(state))


def deadlines(state: SeasonState) -> tuple[str, ...]:
    """The moment to certify the rank list by, in both clocks and shorter; nothing while lists cannot be entered."""
    season, now = state.season, state.now
    if not ranking_is_open(season, now):
        return ()
    at = key_date(season, "rank-deadline").at
    home = at.seen_from(home_at(season.profile, at, now))
    here = f"{show_date_short(home.day)} {home.local:%H:%M}"
    both = show_moment_short(at) if home.local.replace(tzinfo=None) == at.local.replace(tzinfo=None) else ""
    short = f"certify {both or f'{show_moment_short(at)} = {here} here'}"
    return f"certify by {show_for(season.profile, at, now)}", short, f"by {here} here", f"by {here.rpartition(' ')[0]}"
