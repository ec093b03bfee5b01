"""Starts on offer: read from lines typed or pasted, and shown to choose from with what speaks against each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.dates import show_for
from store.errors import RuleBroken
from store.moments import Moment, known_zone
from store.records import Interview, Program
from store.start_remarks import Remark, assumed_offer, remarks_on, short_words
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp

MOST_CHOICES = 9


def offers_typed(app: SeasonApp, program: Program) -> Callable[[str], tuple[tuple[Moment, ...], str]]:
    """Understands several starts, one a line or with semicolons, each repeated on both clocks with its remarks."""
    from store.spoken_dates import understand_moment

    where = known_zone(program.zone, app.now().zone)

    def understand(text: str) -> tuple[tuple[Moment, ...], str]:
        lines = [part.strip(" -*•\t") for part in text.replace(";", "\n").split("\n")]
        heard = [understand_moment(one, now=app.now(), zone=where, need_time=True) for one in lines if one]
        for one in heard:
            if one.moment < app.now():
                raise RuleBroken(f"{one.said} is in the past.")
        moments = tuple(dict.fromkeys(one.moment for one in heard))
        return moments, "; ".join(_said(app, program, one) for one in moments) or "none yet"

    return understand


def offers_as_lines(program: Program) -> str:
    """The starts kept, as they can be typed again."""
    return "\n".join(f"{one.local:%Y-%m-%d %H:%M} {one.zone}" for one in program.offered)


def _said(app: SeasonApp, program: Program, start: Moment) -> str:
    remarks = short_words(remarks_of(app, program, start))
    return f"{show_for(app.state.season.profile, start, app.now())}{f' ({remarks})' if remarks else ''}"


def remarks_of(app: SeasonApp, program: Program, start: Moment) -> tuple[Remark, ...]:
    """What should be known about a start before it is chosen."""
    trial = Interview("i-trial", program.id, start, zone_assumed=assumed_offer(program, start))
    return remarks_on(app.state.season, trial, app.now())


async def ask_offered(app: SeasonApp, program: Program) -> Moment | str | None:
    """Which start on offer is taken; `other` for none of them, None when the person went back."""
    choices = [
        Choice(
            str(number),
            show_for(app.state.season.profile, start, app.now()),
            start,
            below=short_words(remarks_of(app, program, start)) or "nothing against it",
        )
        for number, start in enumerate(program.offered[:MOST_CHOICES], 1)
    ]
    choices.append(Choice("o", "another date", "other"))
    free = [one.value for one in choices[:-1] if one.below == "nothing against it"]
    title = f"Which date at {program.name}?"
    chosen: Moment | str | None = await app.push_screen_wait(
        Menu(title, tuple(choices), default=free[0] if free else choices[0].value)
    )
    return chosen
