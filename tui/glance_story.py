"""The season at a glance, as short titled lists of lines with bars of plain characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.dates import home_at, show_clock, show_day, show_day_short, show_moment, signed_days
from store.glance import BusyWeek, Glance, glance
from store.how_far import Amount
from store.key_dates import days_ahead
from store.numbers import in_days
from tui.program_story import Part
from tui.shown import line
from tui.state import SeasonState

GLANCE = "The season at a glance"
BAR = 14
"""Signs of the longest bar."""
MOST = 3
"""As many interviews and as many follow-ups are named."""
PANE = 35
"""Cells of a line in the narrowest pane."""


def glance_parts(state: SeasonState, width: int = PANE) -> tuple[Part, ...]:
    """Everything one look tells, in lines of at most that many cells where they name something."""
    seen = glance(state.season, state.agenda, now=state.now)
    parts = (
        Part("How far they came", bars(seen.funnel)),
        Part("This week", tuple(line(words, width) for words in _week_lines(state, seen)), alarm=bool(seen.late)),
        Part("Busiest weeks ahead", tuple(_busy_line(week) for week in seen.busy)),
        Part(_key_date_title(state, seen), tuple(line(words, width) for words in _key_date_lines(state, seen))),
        Part("Waiting for a word", tuple(line(words, width) for words in _silence_lines(seen))),
    )
    return tuple(part for part in parts if part.lines)


def bars(amounts: Sequence[Amount]) -> tuple[str, ...]:
    """A line for each amount with a bar beside its number; one that is not nothing has at least one sign."""
    most = max((one.count for one in amounts), default=0)
    words = max((len(one.words) for one in amounts), default=0)
    digits = len(str(most))
    return tuple(
        f"{one.words.ljust(words)}  {str(one.count).rjust(digits)}  {'#' * _signs(one.count, most)}".rstrip()
        for one in amounts
    )


def _signs(count: int, most: int) -> int:
    return max(1, round(BAR * count / most)) if count else 0


def _week_lines(state: SeasonState, seen: Glance) -> Iterator[str]:
    known = state.season.programs_by_id
    for one in seen.interviews[:MOST]:
        starts = one.starts.seen_from(home_at(state.season.profile, one.starts, state.now))
        yield f"{show_day_short(starts.day)} {show_clock(starts)}  {known[one.program_id].name}"
    more = len(seen.interviews) - MOST
    if more > 0:
        yield f"and {more} more interview{'s' if more > 1 else ''}"
    if not seen.interviews:
        yield "no interview ahead"
    late = f", {seen.late} late" if seen.late else ""
    yield f"{len(seen.due)} to do by Sunday{late}" if seen.due else "nothing to do by Sunday"
    for follow_up in seen.due[:MOST]:
        program = known.get(follow_up.program_id)
        whose = f", {program.name}" if program else ""
        yield f"{signed_days(follow_up.due, state.now, state.home)}  {follow_up.short}{whose}"


def _busy_line(week: BusyWeek) -> str:
    free = " ".join(f"{day:%a}" for day in week.free) or "no workday"
    return f"{show_day_short(week.monday)}  {week.interviews}  free {free}"


def _silence_lines(seen: Glance) -> Iterator[str]:
    if seen.longest is None:
        return
    yield from bars(seen.silence)
    program, days = seen.longest
    yield f"longest {days} day{'s' if days != 1 else ''}: {program.name}"


def _key_date_title(state: SeasonState, seen: Glance) -> str:
    days = days_ahead(seen.key_date, state.now, state.home) if seen.key_date else 0
    return f"Next key date, {in_days(days)}"


def _key_date_lines(state: SeasonState, seen: Glance) -> Iterator[str]:
    """On its own clock and on the one at home, each on a line of its own."""
    if seen.key_date is None:
        return
    key_date = seen.key_date
    home = home_at(state.season.profile, key_date.at, state.now)
    yield key_date.name
    if key_date.all_day:
        yield show_day(key_date.at.day)
        return
    yield show_moment(key_date.at)
    here = key_date.at.seen_from(home)
    if here.local.replace(tzinfo=None) != key_date.at.local.replace(tzinfo=None):
        yield f"= {show_day_short(here.day)} {show_clock(here)} here"
