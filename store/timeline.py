"""The season as a timeline: lanes in groups, interviews per day, clashes and key dates, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from operator import attrgetter

from store.agenda import Agenda, FollowUp
from store.clashes import Clash, clashes
from store.course import all_attended
from store.dates import Home, home_of
from store.follow_ups.follow_up import is_late
from store.frozen_record import record
from store.key_dates import key_dates
from store.lane_making import LaneFacts, Present, lane_facts, lane_of
from store.lanes import AS_IT_STARTS, GROUP_OF_STATUS, GROUPS, LAST_DAY, Arrangement, Group, Lane, among_equals
from store.moments import Moment
from store.records import KeyDate, Program
from store.season import Season
from store.time_scale import Scale, Spot, monday_of, season_weeks, spot_of
from store.words import Mark

BUSY_WEEK = 3
"""So many interviews make a busy week."""
MATCH_DAY_ID = "match-day"
"""The key date that says which March ends the season."""
FOREMOST = frozenset({MATCH_DAY_ID, "rank-deadline"})
"""Key dates that keep their letter where others give theirs up."""
_INSTANT = attrgetter("at")
_WORLD = timedelta(hours=27)
"""More than the clocks of any two places differ."""


@record(frozen=True, slots=True)
class KeyDay:
    """A key date where it falls at home."""

    id: str
    """Id of the key date."""
    day: date
    """The calendar day at home; one that counts as a whole day keeps its own."""
    letter: str
    """Capital letter on the ruler; one that is empty has a tick there."""
    short: str
    """One or two words."""
    name: str
    """What happens."""
    part: int = 0
    """In which third of that day; the first for one that counts as a whole day."""

    @property
    def is_foremost(self) -> bool:
        """True for Match Day and the day to certify."""
        return self.id in FOREMOST


@record(frozen=True, slots=True)
class Timeline:
    """Everything a timeline shows, computed from one season at one moment."""

    now: Moment
    """The moment it was computed for; its zone is home."""
    home: Home
    """Where the applicant is on each day."""
    today: date
    """That moment's day at home."""
    scale: Scale
    """The weeks of the season at zoom 1."""
    groups: tuple[Group, ...]
    """Groups that hold at least one lane, in the order shown."""
    load: Mapping[date, int]
    """Interviews by day at home."""
    clash_days: frozenset[date]
    """Days on which interviews overlap, at home."""
    busy_weeks: frozenset[date]
    """Mondays of the weeks with three interviews or more."""
    key_days: tuple[KeyDay, ...]
    """Key dates, earliest first."""
    load_by_spot: Mapping[Spot, int]
    """Interviews by day and third of the day at home."""
    clash_spots: frozenset[Spot]
    """Where interviews that overlap begin, at home."""
    every_lane: tuple[Lane, ...] = field(repr=False)
    """The lanes of all programs followed, those not shown included, in the order they were added."""
    held_quiet: frozenset[str] | None = None
    """Ids of the lanes that count as quiet while rows keep their places; None when each lane tells it itself."""

    @property
    def now_spot(self) -> Spot:
        """Today and its third."""
        return spot_of(self.now, self.now.zone)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Every lane shown, in order."""
        return tuple(lane for group in self.groups for lane in group.lanes)

    def is_quiet(self, lane: Lane) -> bool:
        """True when that lane may be folded away with others that need nothing."""
        return lane.quiet if self.held_quiet is None else lane.program_id in self.held_quiet


def timeline(
    season: Season,
    agenda: Agenda,
    *,
    now: Moment,
    only: Collection[str] | None = None,
    before: Timeline | None = None,
    arrangement: Arrangement = AS_IT_STARTS,
) -> Timeline:
    """The timeline of that season at that moment.

    `only` keeps the lanes of these program ids; the ruler always tells of the whole season. Lanes of
    `before` are used again where nothing they depend on has changed. Days are those at home.
    """
    ahead = [clash for clash in clashes(season) if clash.end.at > now.at]
    home = home_of(season.profile, now)
    if before is not None and before.home == home:
        home = before.home  # the very same, so that it need not be compared for each lane
    lanes = _lanes(season, agenda, ahead, now, home, before)
    held = _interview_spots(season, now, home)
    load = Counter(day for day, _part in held)
    shown = (lane for lane in lanes if only is None or lane.program_id in only)
    days = key_days(season, home)
    return Timeline(
        now=now,
        home=home,
        today=now.day,
        scale=_weeks(season, now, days, [*load, *_ends(lanes, home)]),
        groups=_arranged(season, shown, arrangement, now),
        load=load,
        clash_days=frozenset(home.day_of(clash.start) for clash in ahead),
        busy_weeks=_busy_weeks(held),
        key_days=days,
        load_by_spot=Counter(held),
        clash_spots=frozenset(_spot(one.starts, home) for pair in ahead for one in (pair.first, pair.second)),
        every_lane=lanes,
    )


def key_days(season: Season, home: Home) -> tuple[KeyDay, ...]:
    """The key dates where they fall at home, earliest first."""
    return tuple(sorted((_key_day(one, home) for one in key_dates(season)), key=lambda one: (one.day, one.part)))


def _lanes(
    season: Season, agenda: Agenda, ahead: Iterable[Clash], now: Moment, home: Home, before: Timeline | None
) -> tuple[Lane, ...]:
    known = {lane.program_id: lane for lane in before.every_lane} if before else {}
    to_do, put_off = agenda.by_program, _by_program(agenda.snoozed)
    names = _clash_names(season, ahead)
    present = Present(now, now.day, home)

    def lane(program: Program) -> Lane:
        own = program.id
        old, follow_ups = known.get(own), (to_do.get(own, ()), put_off.get(own, ()))
        if old is not None and _stands(old, season, program, follow_ups, present):
            return old
        facts = lane_facts(season, program, follow_ups, names, present)
        return old if old is not None and old.made_of == (facts,) else lane_of(facts)

    return tuple(lane(program) for program in season.followed)


def _stands(
    lane: Lane,
    season: Season,
    program: Program,
    follow_ups: tuple[tuple[FollowUp, ...], tuple[FollowUp, ...]],
    present: Present,
) -> bool:
    """Whether the lane is as its facts would make it: told quickly where there is no interview; False if unsure."""
    facts, (to_do, put_off) = lane.made_of[0], follow_ups
    return (
        isinstance(facts, LaneFacts)
        and facts.program is program
        and facts.letters is season.letters_of.get(program.id, ())
        and not facts.interviews
        and program.id not in season.interviews_of
        and facts.open == to_do
        and facts.snoozed == put_off
        and facts.late == (bool(to_do) and is_late(to_do[0], present.now))
        and facts.today == present.today
        and facts.home == present.home
    )


def _by_program(follow_ups: Iterable[FollowUp]) -> dict[str, tuple[FollowUp, ...]]:
    found: dict[str, list[FollowUp]] = {}
    for follow_up in follow_ups:
        if follow_up.program_id:
            found.setdefault(follow_up.program_id, []).append(follow_up)
    return {program_id: tuple(own) for program_id, own in found.items()}


def _clash_names(season: Season, ahead: Iterable[Clash]) -> dict[str, str]:
    """For each interview of those clashes, the name of the program it clashes with."""
    names: dict[str, str] = {}
    for clash in ahead:
        for own, other in ((clash.first, clash.second), (clash.second, clash.first)):
            names.setdefault(own.id, season.programs_by_id[other.program_id].name)
    return names


def _interview_spots(season: Season, now: Moment, home: Home) -> list[Spot]:
    return [_spot(interview.starts, home) for interview in all_attended(season, now)]


def _busy_weeks(held: Iterable[Spot]) -> frozenset[date]:
    weeks = Counter(monday_of(day) for day, _part in held)
    return frozenset(monday for monday, count in weeks.items() if count >= BUSY_WEEK)


def _spot(moment: Moment, home: Home) -> Spot:
    return spot_of(moment, home.zone_at(moment))


def _key_day(key_date: KeyDate, home: Home) -> KeyDay:
    day, part = (key_date.at.day, 0) if key_date.all_day else _spot(key_date.at, home)
    return KeyDay(key_date.id, day, key_date.letter, key_date.short or key_date.name, key_date.name, part)


def _ends(lanes: Iterable[Lane], home: Home) -> list[date]:
    """The first and the last day that any of these lanes reaches, and perhaps some between them."""
    moments = [moment for lane in lanes for moment in lane.reach]
    if not moments:
        return []
    first, last = min(moments, key=_INSTANT), max(moments, key=_INSTANT)
    if home.known is None:
        return [home.day_of(first), home.day_of(last)]
    soon, late = first.at + _WORLD, last.at - _WORLD  # who travels may have an earlier day for a later moment
    return [home.day_of(one) for one in moments if one.at <= soon or one.at >= late]


def _weeks(season: Season, now: Moment, days: tuple[KeyDay, ...], held: Iterable[date]) -> Scale:
    match_day = next((one.day for one in days if one.id == MATCH_DAY_ID), None)
    own = {one.id for one in season.key_dates if one.mark is Mark.OWN}
    over = match_day is not None and now.day > match_day  # from then on the season goes on to its last date
    inside = [one.day for one in (days if over else days[:1])] + [one.day for one in days if one.id in own] + [*held]
    return season_weeks(now.day, inside, match_day=match_day)


def _arranged(season: Season, lanes: Iterable[Lane], arrangement: Arrangement, now: Moment) -> tuple[Group, ...]:
    if arrangement == AS_IT_STARTS:
        return _by_status(lanes)
    from store.arranging import arranged  # most starts show the timeline as it starts and need none of it

    return arranged(season, lanes, arrangement, now)


def _by_status(lanes: Iterable[Lane]) -> tuple[Group, ...]:
    found: dict[str, list[Lane]] = {}
    for lane in lanes:
        found.setdefault(GROUP_OF_STATUS[lane.status].key, []).append(lane)
    return tuple(
        Group(one.key, one.title, tuple(sorted(found[one.key], key=_by_next_step)), one.fold_first)
        for one in GROUPS
        if one.key in found
    )


def _by_next_step(lane: Lane) -> tuple[date, tuple[str, str, str]]:
    """Sorts lanes by what is due first, then by tier and name; lanes without a next step come last."""
    return lane.next.day if lane.next else LAST_DAY, among_equals(lane)
