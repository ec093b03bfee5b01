"""Whose interview an event of a calendar may be: by its interview on record, else by who sends it and what it names."""

from __future__ import annotations

from collections.abc import Iterator
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
    return linked(season, read).guesses or tuple(_named_in_short(season, event.summary))


def _named_in_short(season: Season, title: str) -> Iterator[Guess]:
    """The programs whose name stands in the title as people shorten it; a town alone names none."""
    from templates.conduct.name_forms import forms_of, name_index
    from templates.conduct.words import plain_words
    from templates.incoming.linking import Guess

    words = plain_words(title)
    runs = {words[at:end] for at in range(len(words)) for end in range(at + 1, len(words) + 1)}
    towns = name_index(season.programs, season.contacts).towns
    for program in season.followed:
        _, forms = forms_of(program.name, program.other_names, program.city)
        if any(form in runs and not towns.issuperset(form) for form in forms):
            yield Guess(program.id, "named in short in its title")


def proposed_programs(season: Season, events: tuple[CalendarEvent, ...]) -> dict[int, str]:
    """For the events that point to a single program, by their places, the id of that program."""
    found: dict[int, str] = {}
    for at, event in enumerate(events):
        guesses = guesses_about(season, event)
        if len(guesses) == 1:
            found[at] = guesses[0].program_id
    return found
