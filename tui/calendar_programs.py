"""Whose interview an event of a calendar may be: by its interview on record, else by who sends it and what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.season import Season

if TYPE_CHECKING:
    from store.exchange.calendar_reading import CalendarEvent
    from templates.incoming.linking import Guess


def guesses_about(season: Season, event: CalendarEvent) -> tuple[Guess, ...]:
    """The programs that event may belong to, likeliest first; none when nothing in it names one."""
    from templates.incoming.linking import linked
    from templates.incoming.mail_read import MailRead

    read = MailRead(
        f"{event.location}\n{event.words}",
        name=event.organizer,
        address=event.address,
        subject=f"{event.summary}\n{event.location}",
    )
    return linked(season, read).guesses


def proposed_programs(season: Season, events: tuple[CalendarEvent, ...]) -> dict[int, str]:
    """For the events that point to a single program, by their places, the id of that program."""
    found: dict[int, str] = {}
    for at, event in enumerate(events):
        guesses = guesses_about(season, event)
        if len(guesses) == 1:
            found[at] = guesses[0].program_id
    return found
