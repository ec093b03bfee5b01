"""What lies behind a program's interviews: earlier dates, who was told of a cancellation, what was written down."""

from __future__ import annotations

from collections.abc import Iterator

from store.cancelling import TOLD_WORDS, told_of_cancelling
from store.dates import show_both, show_day_short, show_for
from store.lateness import lateness_words
from store.moments import Moment
from store.question_bank import open_questions, questions_in_force
from store.records import Interview, Program
from store.scores import criteria_in_force
from store.season import Season
from store.start_remarks import assumed_offer, remarks_on, short_words
from store.words import InterviewState, ToTell
from tui.state import SeasonState


def interview_past(state: SeasonState, interview: Interview) -> list[str]:
    """Lines below an interview: every date it has had, the checklist of its cancellation, the debrief."""
    return [*_moves(state, interview), *_told(state, interview), *_debrief(state, interview)]


def gathered_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """Scores and answers of that program, each with how late it was written or who said it."""
    return (*_scores(state, program), *_answers(state, program))


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
        yield f"  {named(state.season, hook.contact_id) or 'talk'}: {hook.words}"
    for label, words in (("liked", told.liked), ("gave pause", told.worried), ("red flags", told.red_flags)):
        if words:
            yield f"  {label}: {words}"
    gut = f"gut {told.gut} of 5, " if told.gut else ""
    yield f"  {gut}{lateness_words(state.season, interview.program_id, told.at, state.now.zone)}"


def _scores(state: SeasonState, program: Program) -> Iterator[str]:
    names = {one.id: one.name for one in criteria_in_force(state.season)}
    for score in state.season.scores:
        if score.program_id == program.id:
            late = lateness_words(state.season, program.id, score.at, state.now.zone)
            yield f"{score.value} of 5  {names.get(score.criterion_id, score.criterion_id)}, {late}"


def _answers(state: SeasonState, program: Program) -> Iterator[str]:
    season = state.season
    asked = {one.id: one.text for one in questions_in_force(season)}
    own = [one for one in season.answers if one.program_id == program.id]
    for answer in own:
        by = "their site" if answer.on_their_site else named(season, answer.contact_id)
        who = ", ".join(filter(None, (by, show_day_short(state.home.day_of(answer.at)))))
        yield f"{asked.get(answer.question_id, 'asked')} {answer.text} ({who})"
    if own:
        still = len(open_questions(season, program.id))
        yield f"{still} question{'' if still == 1 else 's'} still open; P lists them."


def named(season: Season, contact_id: str) -> str:
    """The person with their title; empty when they are gone."""
    person = season.contacts_by_id.get(contact_id)
    return f"{person.title} {person.name}".strip() if person else ""
