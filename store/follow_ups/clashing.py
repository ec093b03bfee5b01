"""F05: two interviews overlap and one of them has to move."""

from __future__ import annotations

from collections.abc import Iterator

from store.clashes import Clash, clashes
from store.dates import show_day_short, show_for
from store.follow_ups.follow_up import FollowUp, stamp
from store.follow_ups.letters_between import sent
from store.late_values import later
from store.moments import Moment
from store.records import Interview, Profile
from store.season import Season
from store.words import Kind, Status

COURTESY_DAYS = 14
"""The notice that programs count on before an interview is moved."""
HOURS_TO_RESOLVE = 48
"""After a clash came about inside that notice."""
ANSWERS = frozenset({Kind.RESCHEDULE, Kind.CANCEL})
"""Kinds of letter that resolve a clash."""


def clashes_to_resolve(season: Season, now: Moment) -> Iterator[FollowUp]:
    """A clash until its first interview starts, or until another date was asked for at either program.

    It is due two weeks before the first of the two; one that came up later is due at once, late after 48 hours.
    """
    for clash in clashes(season):
        if clash.first.starts.at <= now.at or clash.first.program_id == clash.second.program_id:
            continue
        arisen = _arisen(season, clash)
        if not _asked(season, clash, arisen):
            yield _item(season, clash, arisen, now)


def _asked(season: Season, clash: Clash, arisen: Moment) -> bool:
    pair = (clash.first.program_id, clash.second.program_id)
    return any(any(sent(season, program_id, ANSWERS, since=arisen)) for program_id in pair)


def _item(season: Season, clash: Clash, arisen: Moment, now: Moment) -> FollowUp:
    to_move, to_keep = _later_choice(season, clash)
    moved, kept = season.programs_by_id[to_move.program_id], season.programs_by_id[to_keep.program_id]
    mark = clash.first.starts.after(days=-COURTESY_DAYS)
    due = mark if mark.at > arisen.at else arisen
    limit = arisen.after(hours=HOURS_TO_RESOLVE)
    return FollowUp(
        key=f"F05:{clash.first.id}:{clash.second.id}:{stamp(clash.start)}",
        rule="F05",
        what=f"clash on {show_day_short(to_move.starts.day)} with {kept.name}, ask to move",
        other_what=f"clash on {show_day_short(to_keep.starts.day)} with {moved.name}, one of them has to move",
        short="resolve the clash",
        why=later(_why, season.profile, (moved.name, to_move.starts), (kept.name, to_keep.starts), mark, now),
        due=due,
        latest=mark if mark.at > limit.at else limit,
        kind=Kind.RESCHEDULE,
        program_id=moved.id,
        interview_id=to_move.id,
        other_program_id=kept.id,
    )


def _why(profile: Profile, moved: tuple[str, Moment], kept: tuple[str, Moment], mark: Moment, now: Moment) -> str:
    starts = " ".join(f"{name} starts {show_for(profile, at, now)}." for name, at in (moved, kept))
    return f"{starts} Two weeks’ notice ends {show_for(profile, mark, now)}."


def _arisen(season: Season, clash: Clash) -> Moment:
    """When the clash came about: the later of the two bookings or moves, as far as the season knows."""
    return max(_settled(season, clash.first), _settled(season, clash.second))


def _settled(season: Season, interview: Interview) -> Moment:
    if interview.moves:
        return interview.moves[-1].at
    for change in reversed(season.programs_by_id[interview.program_id].statuses):
        if change.status is Status.BOOKED:
            return change.at
    return interview.starts.after(days=-COURTESY_DAYS)


def _later_choice(season: Season, clash: Clash) -> tuple[Interview, Interview]:
    """The interview to move and the one to keep: the lower tier moves, among equals the later start."""

    def wanted_less(interview: Interview) -> tuple[str, object]:
        return (season.programs_by_id[interview.program_id].tier.casefold() or "~", interview.starts.at)

    if wanted_less(clash.first) > wanted_less(clash.second):
        return clash.first, clash.second
    return clash.second, clash.first
