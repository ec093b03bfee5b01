"""Days and moments typed into a question, understood from the present moment of the app and said back in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from store.dates import show_day, show_moment_short

if TYPE_CHECKING:
    from store.moments import Moment
    from tui.app import SeasonApp


def a_day(app: SeasonApp, *, past: bool = False, either: bool = False) -> Callable[[str], tuple[date, str]]:
    """Understands a day; one without a year is with `past` the last of that name, with `either` the nearest."""
    from store.spoken_dates import understand_day

    def understand(text: str) -> tuple[date, str]:
        day = understand_day(text, now=app.now(), past=past, either=either)
        return day, show_day(day)

    return understand


def a_moment_behind(app: SeasonApp) -> Callable[[str], tuple[Moment, str]]:
    """Understands when something happened, in the home zone where none is typed; an empty line is now."""
    from store.spoken_dates import understand_moment

    def understand(text: str) -> tuple[Moment, str]:
        now = app.now()
        if not text.strip():
            return now, f"now, {show_moment_short(now)}"
        heard = understand_moment(text, now=now, zone=now.zone, past=True)
        return heard.moment, heard.said

    return understand
