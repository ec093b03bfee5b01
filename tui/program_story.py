"""What there is to tell about one program, as short titled lists of lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.agenda import Urgency, silenced, urgency
from store.clashes import Clash, clashes
from store.dates import home_at, show_both, show_clock, show_day_short, show_for, signed_days
from store.frozen_record import record
from store.moments import Moment
from store.records import Interview, Program
from store.season import Season
from store.words import ROLE_WORDS, STATUS_WORDS, ContactRuleName, Direction, InterviewState
from tui.asking.words import RULE_WORDS
from tui.state import SeasonState

if TYPE_CHECKING:
    from store.month import DayMarks


@record(frozen=True, slots=True)
class Part:
    """One titled list."""

    title: str
    """Its heading."""
    lines: tuple[str, ...]
    """Its lines, as plain text."""
    alarm: bool = False
    """True when it must not be overlooked."""


def story_of(state: SeasonState, program: Program) -> tuple[Part, ...]:
    """Everything worth a glance, the pressing first; empty parts are left out."""
    parts = (
        Part("Clash", clash_lines(state, program), alarm=True),
        Part("Next", next_lines(state, program)),
        Part("Interview", interview_lines(state, program)),
        Part("People", people_lines(state, program)),
        Part("Contact rule", rule_lines(state, program)),
        Part("What draws me", tuple(filter(None, (program.draws,)))),
        Part("History", history_lines(state, program)),
        Part("Notes", note_lines(state, program)),
    )
    return tuple(part for part in parts if part.lines)


def named(season: Season, program_ids: Sequence[str]) -> str:
    """The program's name, or how many there are."""
    if len(program_ids) == 1:
        return season.programs_by_id[program_ids[0]].name
    return f"{len(program_ids)} programs"


def program_line(state: SeasonState, program_id: str) -> str:
    """One program as a line to copy: name, place, status, what comes next."""
    program = state.season.programs_by_id[program_id]
    upcoming = state.agenda.next_of.get(program_id)
    due = f"{show_day_short(state.home.day_of(upcoming.due))}: {upcoming.what}" if upcoming else ""
    return "  ".join(filter(None, (program.name, program.where, STATUS_WORDS[program.status], due)))


def clashes_of(season: Season, program: Program, now: Moment) -> tuple[Clash, ...]:
    """The overlaps of this program's interviews that still lie ahead."""
    return tuple(
        clash
        for clash in clashes(season)
        if program.id in (clash.first.program_id, clash.second.program_id) and clash.end.at > now.at
    )


def clash_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """The overlaps of this program's interviews that still lie ahead, in home time, and when one could move to."""
    season = state.season
    lines: list[str] = []
    for clash in clashes_of(season, program, state.now):
        for interview in (clash.first, clash.second):
            name = season.programs_by_id[interview.program_id].name
            lines.append(f"{name}: {show_for(season.profile, interview.starts, state.now)}")
        home = home_at(season.profile, clash.start, state.now)
        start, end = clash.start.seen_from(home), clash.end.seen_from(home)
        lines.append(f"overlap {start.local:%H:%M} to {end.local:%H:%M} here")
        free = ", ".join(f"{day:%a} {day.day}" for day in _marks(state).free_in_week(start.day))
        lines.append(f"free that week: {free or 'no workday'}")
    return tuple(lines)


def _marks(state: SeasonState) -> DayMarks:
    from store.month import day_marks  # only a clash asks for it

    return day_marks(state.season, state.now)


def next_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """What is to be done, with days left and a mark when it is late."""
    now, home = state.now, state.home
    return tuple(
        f"{signed_days(item.due, now, home)} {'! ' if urgency(item, now) is Urgency.LATE else ''}{item.what}"
        for item in state.agenda.of(program.id)
    )


def interview_words(interview: Interview, home_zone: str) -> str:
    """When and how, in both clocks."""
    state = "cancelled: " if interview.state is InterviewState.CANCELLED else ""
    assumed = ", zone assumed" if interview.zone_assumed else ""
    return (
        f"{state}{show_both(interview.starts, home_zone)}, {interview.minutes} min, {interview.format.value}{assumed}"
    )


def interview_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """Interviews, oldest first."""
    own = sorted(state.season.interviews_of.get(program.id, ()), key=lambda one: one.starts)
    return tuple(interview_words(one, state.home.zone_at(one.starts)) for one in own)


def people_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """Contacts with their roles."""
    return tuple(one.titled + f", {ROLE_WORDS[one.role]}" for one in state.season.contacts_of.get(program.id, ()))


def rule_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """The contact rule with its words, and what it keeps off the agenda."""
    rule = program.rule
    if rule.name is ContactRuleName.UNKNOWN:
        return ()
    seen = f", seen {show_day_short(rule.seen)}" if rule.seen else ""
    source = f" ({rule.source}{seen})" if rule.source else ""
    words = (f"“{rule.words}”",) if rule.words else ()
    return (RULE_WORDS[rule.name] + source, *words, *silenced(state.season, program.id, state.now))


def history_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """Status changes and letters, newest first."""
    home = state.home
    events = [
        (
            change.at,
            STATUS_WORDS[change.status]
            + (f" {show_clock(change.at.seen_from(home.zone_at(change.at)))}" if change.exact else ""),
        )
        for change in program.statuses
    ]
    for letter in state.season.letters_of.get(program.id, ()):
        if letter.at is not None and letter.trashed is None:
            way = "sent" if letter.direction is Direction.OUT else "received"
            events.append((letter.at, f"{way}: {letter.subject or letter.kind.value}"))
    events.sort(key=lambda event: event[0], reverse=True)
    return tuple(f"{show_day_short(home.day_of(at)):>10}  {words}" for at, words in events)


def note_lines(state: SeasonState, program: Program) -> tuple[str, ...]:
    """Notes, newest first, each with its day."""
    notes = sorted(state.season.notes_of.get(program.id, ()), key=lambda note: note.at, reverse=True)
    return tuple(f"{show_day_short(state.home.day_of(note.at))}  {note.text}" for note in notes)
