"""How late something was written down: in days after the interview it is about."""

from __future__ import annotations

from store.course import booked_interviews
from store.moments import Moment
from store.numbers import counted
from store.season import Season


def days_after_interview(season: Season, program_id: str, at: Moment, home_zone: str) -> int | None:
    """Calendar days at home from the end of the program's last interview that had begun by then; None when none had.

    What is written while it still runs is written on its day.
    """
    ends = [one.ends for one in booked_interviews(season, program_id) if one.starts <= at]
    if not ends:
        return None
    return max(0, (at.day_in(home_zone) - max(ends).day_in(home_zone)).days)


def lateness_words(season: Season, program_id: str, at: Moment, home_zone: str) -> str:
    """When something was written, such as `written 3 days after`."""
    days = days_after_interview(season, program_id, at, home_zone)
    if days is None:
        return "written before an interview"
    return "written the same day" if days == 0 else f"written {counted(days, 'day')} after"
