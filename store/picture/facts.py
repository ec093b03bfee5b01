"""What the picture tells, as plain values; without names it tells of “Program 1”, “Program 2” and so on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from store.agenda import Agenda
from store.dates import show_both
from store.frozen_record import record
from store.how_far import Amount, funnel, silence, waiting
from store.lanes import NextStep
from store.moments import Moment
from store.numbers import counted
from store.season import Season
from store.time_scale import monday_of
from store.timeline import KeyDay, Timeline, timeline


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
    funnel: tuple[Amount, ...]
    """Applied, invited, interviewed, ranked."""
    silence: tuple[Amount, ...]
    """Programs that owe a word, by the days since anything was heard or sent."""


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
        subtitle=f"{counted(programs, 'program')}, {counted(interviews, 'interview')}. "
        f"As of {show_both(now, now.zone)}.",
        shown=shown,
        names=program_names(season, private=private),
        steps={lane.program_id: _step(lane.next, private=private) for lane in shown.lanes},
        key_days=_key_days(season, shown, private=private),
        weeks=weeks,
        funnel=funnel(season, now),
        silence=silence(waiting(season, now)),
    )


def program_names(season: Season, *, private: bool) -> dict[str, str]:
    """What each program is called; numbers follow the order in which programs were added, whatever became of them."""
    if not private:
        return {program.id: program.name for program in season.programs}
    return {program.id: f"Program {number}" for number, program in enumerate(season.programs, 1)}


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
