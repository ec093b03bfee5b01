"""Small questions with a menu: status, wait, what to add."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from store.calendar_days import as_typed
from store.course import interviews_ahead
from store.dates import show_day_short
from store.moments import Moment, noon_of, start_of_day
from store.rules import follow_ups, programs
from store.words import STATUS_WORDS, Status
from tui.program_story import named
from tui.requests import Act, Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp

STATUS_KEYS: dict[str, Status] = {
    "p": Status.PLANNED,
    "a": Status.APPLIED,
    "i": Status.INVITED,
    "b": Status.BOOKED,
    "n": Status.INTERVIEWED,
    "w": Status.WAITLISTED,
    "r": Status.REJECTED,
    "x": Status.WITHDRAWN,
    "m": Status.MATCHED,
}

OTHER = object()
"""Stands for “type it” among the choices."""


async def ask_status(app: SeasonApp, program_ids: tuple[str, ...]) -> Act | None:
    """Which status these programs have, from now on or from an earlier day."""
    season = app.state.season
    now_status = season.programs_by_id[program_ids[0]].status if len(program_ids) == 1 else None
    choices = tuple(
        Choice(key, f"{status.value}  {STATUS_WORDS[status]}", status, "now" if status is now_status else "")
        for key, status in STATUS_KEYS.items()
    )
    title = f"Status of {named(season, program_ids)}"
    status = await app.push_screen_wait(Menu(title, (*choices, Choice("d", "since another day", OTHER))))
    since: Moment | None = None
    if status is OTHER:
        since = await _earlier_day(app, title, " ".join(program_ids))
        if since is None:
            return None
        status = await app.push_screen_wait(Menu(f"{title} since {show_day_short(since.day)}", choices))
    return None if status is None else _status_act(app, status, since)


async def _earlier_day(app: SeasonApp, title: str, about: str) -> Moment | None:
    from store.spoken_dates import understand_day

    def understand(text: str) -> tuple[Moment, str]:
        day = understand_day(text, now=app.now(), past=True)
        return min(noon_of(day, app.now().zone), app.now()), show_day_short(day)

    since: Moment | None = await app.push_screen_wait(
        Ask(title, "Since", understand=understand, help=f"{as_typed(9, 24)}, yesterday, mon", about=about)
    )
    return since


def _status_act(app: SeasonApp, status: Status, since: Moment | None) -> Act:
    when = f" since {show_day_short(since.day)}" if since else ""

    def act(ids: tuple[str, ...]) -> Change:
        at, exact = since or app.now(), since is None
        words = f"{STATUS_WORDS[status].capitalize()}{when}: {named(app.state.season, ids)}"
        return Change(words, partial(programs.set_status, program_ids=ids, status=status, at=at, exact=exact))

    return Act(f"set status {STATUS_WORDS[status]}{when}", act)


async def ask_until(app: SeasonApp, title: str, about: str) -> Moment | None:
    """Until when something is to stay out of sight; `about` holds the ids of what is put off."""
    now = app.now()
    today = now.day
    monday = today + timedelta(days=7 - today.weekday())
    friday = today + timedelta(days=(4 - today.weekday()) % 7 or 7)
    tomorrow = today + timedelta(days=1)
    after = next((one.starts for one in interviews_ahead(app.state.season, now)), None)
    days = tuple(
        Choice(str(count), f"{count} day{'s' if count > 1 else ''}", today + timedelta(days=count), hint)
        for count in range(1, 10)
        for hint in (show_day_short(today + timedelta(days=count)),)
    )
    named_days = (
        Choice("t", "tomorrow", tomorrow, show_day_short(tomorrow)),
        Choice("w", "next Monday", monday, show_day_short(monday)),
        Choice("f", "Friday", friday, show_day_short(friday)),
    )
    others: tuple[Choice, ...] = ()
    if after is not None:
        day = after.day_in(now.zone) + timedelta(days=1)
        others += (Choice("i", "the day after the next interview", day, show_day_short(day)),)
    others += (Choice("d", "type a date", OTHER, f"3d, fri, {as_typed(12, 2)}"),)
    chosen = await app.push_screen_wait(Menu(title, named_days + others + days))
    if chosen is None:
        return None
    return start_of_day(chosen, now.zone) if chosen is not OTHER else await _typed_until(app, title, after, about)


async def _typed_until(app: SeasonApp, title: str, after: Moment | None, about: str) -> Moment | None:
    from store.spoken_dates import understand_until

    def understand(text: str) -> tuple[Moment, str]:
        until = understand_until(text, now=app.now(), next_interview=after)
        return until, show_day_short(until.day)

    until: Moment | None = await app.push_screen_wait(Ask(title, "Until", understand=understand, about=about))
    return until


async def ask_snooze(app: SeasonApp, keys: tuple[str, ...], words: str) -> Act | None:
    """Until when these follow-ups may wait."""
    until = await ask_until(app, f"Wait with {words} until", " ".join(keys))
    if until is None:
        return None

    def act(ids: tuple[str, ...]) -> Change:
        others = "1 follow-up" if len(ids) == 1 else f"{len(ids)} follow-ups"
        return Change(
            f"Waiting until {show_day_short(until.day)}: {words if ids == keys else others}",
            partial(follow_ups.snooze, keys=ids, until=until),
        )

    return Act(f"wait until {show_day_short(until.day)}", act)
