"""What the picture tells, as plain values; without names it tells of “Program 1”, “Program 2” and so on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from store.agenda import Agenda
from store.course import attended_interviews, in_play, is_over, quiet_days
from store.dates import show_both
from store.frozen_record import record
from store.lanes import NextStep
from store.moments import Moment
from store.records import Program
from store.season import Season
from store.time_scale import monday_of
from store.timeline import KeyDay, Timeline, timeline
from store.words import Status

NOT_SENT = frozenset({Status.PLANNED})
INVITED = frozenset({Status.INVITED, Status.BOOKED, Status.INTERVIEWED, Status.MATCHED})
HELD = frozenset({Status.INTERVIEWED, Status.MATCHED})
QUIET_STEPS = (14, 28, 42, 56)
"""Days at which a longer silence counts as another one."""


@record(frozen=True, slots=True)
class Bar:
    """One bar of a small chart."""

    label: str
    """What is counted."""
    count: int
    """How many."""


@record(frozen=True, slots=True)
class PictureFacts:
    """Everything the picture tells."""

    title: str
    """Whose season it is, or only that it is one."""
    subtitle: str
    """Counts, and the moment it was drawn for."""
    shown: Timeline
    """Lanes, groups, key dates."""
    names: Mapping[str, str]
    """How each program is called, by id."""
    steps: Mapping[str, str]
    """What comes next for each program; empty when nothing does."""
    key_days: tuple[KeyDay, ...]
    """Key dates; the person's own are without their words where names are left out."""
    weeks: Mapping[date, int]
    """Interviews by the Monday of their week."""
    funnel: tuple[Bar, ...]
    """Applied, invited, interviewed, ranked."""
    silence: tuple[Bar, ...]
    """Programs still open, by the days since anything was heard or sent."""


def picture_facts(season: Season, agenda: Agenda, *, now: Moment, private: bool) -> PictureFacts:
    """The facts of that season at that moment; `private` leaves out names and all words a person wrote."""
    shown = timeline(season, agenda, now=now)
    if private:
        shown = _in_order_of(season, shown)
    year = shown.scale.last.year
    whose = "" if private else season.profile.name.strip()
    weeks: dict[date, int] = {}
    for day, count in shown.load.items():
        weeks[monday_of(day)] = weeks.get(monday_of(day), 0) + count
    programs, interviews = len(season.followed), sum(shown.load.values())
    return PictureFacts(
        title=f"Residency season {year}{f', {whose}' if whose else ''}",
        subtitle=f"{_counted(programs, 'program')}, {_counted(interviews, 'interview')}. "
        f"As of {show_both(now, now.zone)}.",
        shown=shown,
        names=program_names(season, private=private),
        steps={lane.program_id: _step(lane.next, private=private) for lane in shown.lanes},
        key_days=_key_days(season, shown, private=private),
        weeks=weeks,
        funnel=funnel(season, now),
        silence=silence(season, now),
    )


def program_names(season: Season, *, private: bool) -> dict[str, str]:
    """What each program is called; numbers follow the order in which programs were added, whatever became of them."""
    if not private:
        return {program.id: program.name for program in season.programs}
    return {program.id: f"Program {number}" for number, program in enumerate(season.programs, 1)}


def funnel(season: Season, now: Moment) -> tuple[Bar, ...]:
    """How many programs came how far; each step counts programs of the one before."""
    sent = [one for one in season.followed if any(change.status not in NOT_SENT for change in one.statuses)]
    invited = [one for one in sent if _ever(one, INVITED) or one.id in season.interviews_of]
    held = [one for one in invited if _ever(one, HELD) or _was_held(season, one, now)]
    ranked = set(season.rank_list.order) & {one.id for one in season.followed}
    counts = (len(sent), len(invited), len(held), len(ranked))
    return tuple(map(Bar, ("applied", "invited", "interviewed", "ranked"), counts))


def silence(season: Season, now: Moment) -> tuple[Bar, ...]:
    """Programs that are open and were written to, by the days since anything passed between the two sides."""
    waiting = [
        quiet_days(season, one, now) for one in season.followed if in_play(one) and one.status is not Status.PLANNED
    ]
    edges = (0, *QUIET_STEPS)
    labels = [f"{low} to {high - 1}" for low, high in zip(edges, QUIET_STEPS, strict=False)]
    found = [sum(low <= days < high for days in waiting) for low, high in zip(edges, QUIET_STEPS, strict=False)]
    longest = sum(days >= QUIET_STEPS[-1] for days in waiting)
    return tuple(map(Bar, (*labels, f"{QUIET_STEPS[-1]} or more"), (*found, longest)))


def season_weeks_of(shown: Timeline) -> tuple[date, ...]:
    """The Mondays of the season."""
    return tuple(shown.scale.first + timedelta(days=7 * number) for number in range(shown.scale.weeks))


def _in_order_of(season: Season, shown: Timeline) -> Timeline:
    """Lanes by their number: sorted by name or tier, their order would tell of both."""
    place = {program.id: number for number, program in enumerate(season.programs)}
    groups = (
        replace(group, lanes=tuple(sorted(group.lanes, key=lambda lane: place[lane.program_id])))
        for group in shown.groups
    )
    return replace(shown, groups=tuple(groups))


def _ever(program: Program, statuses: frozenset[Status]) -> bool:
    return any(change.status in statuses for change in program.statuses)


def _was_held(season: Season, program: Program, now: Moment) -> bool:
    return any(is_over(one, now) for one in attended_interviews(season, program, now))


def _step(step: NextStep | None, *, private: bool) -> str:
    if step is None:
        return ""
    sign = "!" if step.flagged else ""
    return f"{step.signed.strip()}{sign}" if private else f"{step.signed.strip()}{sign} {step.words}"


def _key_days(season: Season, shown: Timeline, *, private: bool) -> tuple[KeyDay, ...]:
    first, last = shown.scale.first, shown.scale.last
    seen = [one for one in shown.key_days if first <= one.day <= last]
    own = {one.id for one in season.key_dates} if private else set()
    return tuple(
        KeyDay(one.id, one.day, "", "own date", "A date of the applicant's own") if one.id in own else one
        for one in seen
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
