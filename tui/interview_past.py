"""What lies behind a program's interviews: earlier dates, who was told of a cancellation, what was written down."""

from __future__ import annotations

from collections.abc import Iterator

from store.cancelling import TOLD_WORDS, told_of_cancelling
from store.dates import show_both, show_day_short, show_for
from store.lateness import lateness_words
from store.moments import Moment
from store.records import Interview, Program
from store.season import Season
from store.start_remarks import assumed_offer, remarks_on, short_words
from store.words import InterviewState, ToTell
from tui.state import SeasonState


def interview_past(state: SeasonState, interview: Interview) -> list[str]:
    """Lines below an interview: every date it has had, the checklist of its cancellation, the debrief."""
    return [*_moves(state, interview), *_told(state, interview), *_debrief(state, interview)]


def offer_words(state: SeasonState, program: Program, start: Moment) -> str:
    """A start on offer, and in a line below what speaks against it."""
    trial = Interview("i-trial", program.id, start, zone_assumed=assumed_offer(program, start))
    against = short_words(remarks_on(state.season, trial, state.now))
    said = f"offered: {show_for(state.season.profile, start, state.now)}"
    return f"{said}\n  {against}" if against else said


def _moves(state: SeasonState, interview: Interview) -> Iterator[str]:
    home = state.home
    for move in reversed(interview.moves):
        was = show_both(move.was, home.zone_at(move.was))
        yield f"  moved from {was}, on {show_day_short(home.day_of(move.at))}"


def _told(state: SeasonState, interview: Interview) -> Iterator[str]:
    if interview.state is not InterviewState.CANCELLED or interview.cancelled is None:
        return
    known = told_of_cancelling(state.season, interview)
    ticks = (f"[{'x' if whom in known else ' '}] {TOLD_WORDS[whom]}" for whom in ToTell)
    yield f"  who knows: {'  '.join(ticks)}"


def _debrief(state: SeasonState, interview: Interview) -> Iterator[str]:
    told = interview.debrief
    if told is None:
        return
    for hook in told.hooks:
        whose = titled_person(state.season, hook.contact_id) or ("talk" if hook.contact_id else "the day")
        yield f"  {whose}: {hook.words}"
    for label, words in (("liked", told.liked), ("gave pause", told.worried), ("red flags", told.red_flags)):
        if words:
            yield f"  {label}: {words}"
    gut = f"gut {told.gut} of 5, " if told.gut else ""
    yield f"  {gut}{lateness_words(state.season, interview.program_id, told.at, state.now.zone)}"


def titled_person(season: Season, contact_id: str) -> str:
    """The person with their title; empty when they are gone."""
    person = season.contacts_by_id.get(contact_id)
    return person.titled if person else ""
