"""Programs in the order and the groups a person asks for; ties are settled by tier and name, never by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from store.course import AWAITED, attended_interviews, is_over, quiet_days
from store.dates import show_day_short
from store.folding import folded
from store.frozen_record import record
from store.lanes import GROUP_OF_STATUS, GROUPS, LAST_DAY, Arrangement, Group, Lane, among_equals
from store.late_values import later, with_late
from store.moments import Moment
from store.records import Program
from store.reference.regions import REGIONS
from store.season import Season
from store.time_scale import monday_of
from store.words import Status


@with_late("quiet")
@with_late("interview")
@record(frozen=True, slots=True)
class ProgramFacts:
    """What a program can be sorted and grouped by; what takes a look through letters is worked out when asked for."""

    program: Program
    """The program."""
    lane: Lane
    """Its lane, which knows the status and what comes next."""
    quiet: int | None
    """Days without a word from either side, while one is awaited."""
    interview: Moment | None
    """The next interview, else the last one held."""
    rank: int | None = None
    """Its place on the rank list."""


def facts_of(season: Season, lanes: Iterable[Lane], now: Moment) -> tuple[ProgramFacts, ...]:
    """What each of these programs can be sorted and grouped by, at that moment."""
    places = {program_id: place for place, program_id in enumerate(season.rank_list.order, 1)}
    found = []
    for lane in lanes:
        program = season.programs_by_id[lane.program_id]
        quiet = later(quiet_days, season, program, now) if lane.status in AWAITED else None
        interview = later(_interview, season, program, now) if program.id in season.interviews_of else None
        found.append(ProgramFacts(program, lane, quiet, interview, places.get(program.id)))
    return tuple(found)


def _interview(season: Season, program: Program, now: Moment) -> Moment | None:
    standing = attended_interviews(season, program, now)
    ahead = (one.starts for one in standing if not is_over(one, now))
    return next(ahead, standing[-1].starts if standing else None)


# Order

Key = Callable[[ProgramFacts], Any]
"""What a program is sorted by; None puts it last either way round."""
STATUS_ORDER = {
    status: place
    for place, status in enumerate(
        (
            *(Status.INVITED, Status.BOOKED, Status.INTERVIEWED, Status.WAITLISTED, Status.APPLIED, Status.PLANNED),
            *(Status.MATCHED, Status.REJECTED, Status.WITHDRAWN),
        )
    )
}
"""What asks most of the applicant first, what is over last."""
REGION_ORDER = {code: place for place, code in enumerate(REGIONS)}
"""Regions as the map has them, from the Northeast on."""


@record(frozen=True, slots=True)
class Sort:
    """One way to put the programs in order."""

    name: str
    """What it is called."""
    letter: str
    """The key that chooses it."""
    key: Key
    """What is compared."""
    down: bool = False
    """True when the largest comes first."""


SORTS: Mapping[str, Sort] = {
    sort.name: sort
    for sort in (
        Sort("next", "n", lambda one: one.lane.next.day if one.lane.next else None),
        Sort("interview", "i", lambda one: one.interview.at if one.interview else None),
        Sort("status", "s", lambda one: STATUS_ORDER[one.lane.status]),
        Sort("region", "r", lambda one: REGION_ORDER.get(one.lane.region)),
        Sort("state", "p", lambda one: folded(one.program.state) or None),
        Sort("tier", "t", lambda one: folded(one.program.tier) or None),
        Sort("name", "a", lambda one: folded(one.program.name)),
        Sort("days quiet", "q", lambda one: one.quiet, down=True),
        Sort("rank", "l", lambda one: one.rank),
    )
}
"""Every order there is, the first one to begin with."""


def ordered(facts: Iterable[ProgramFacts], sort: Sort, *, turned: bool) -> tuple[ProgramFacts, ...]:
    """These programs in that order, or turned round; among equals the tier decides, then the name."""
    alike = sorted(facts, key=lambda one: among_equals(one.lane))
    known = [one for one in alike if sort.key(one) is not None]
    unknown = [one for one in alike if sort.key(one) is None]
    known.sort(key=sort.key, reverse=sort.down is not turned)
    return (*known, *unknown)


# Groups

Place = tuple[Any, str, str, bool]
"""Where a group stands among the others, its key, its heading, and whether it starts folded."""


@record(frozen=True, slots=True)
class Grouping:
    """One way to put the programs in groups."""

    name: str
    """What it is called."""
    letter: str
    """The key that chooses it."""
    place: Callable[[ProgramFacts, Moment], Place]
    """The group a program belongs to at that moment."""


def _by_status(one: ProgramFacts, now: Moment) -> Place:
    group = GROUP_OF_STATUS[one.lane.status]
    return GROUPS.index(group), group.key, group.title, group.fold_first


def _by_week(one: ProgramFacts, now: Moment) -> Place:
    """The weeks ahead first, then those without an interview, then the weeks that are over."""
    if one.interview is None:
        return (1, LAST_DAY), "week:none", "No interview", True
    monday = monday_of(one.lane.home.day_of(one.interview))
    over = monday + timedelta(days=7) <= now.day
    return (2 if over else 0, monday), f"week:{monday}", f"Week of {show_day_short(monday)}", over


def _by_region(one: ProgramFacts, now: Moment) -> Place:
    region = one.lane.region
    known = REGION_ORDER.get(region)
    if known is None:
        return len(REGION_ORDER), "region:none", "No region known", False
    return known, f"region:{region}", REGIONS[region], False


def _by_tier(one: ProgramFacts, now: Moment) -> Place:
    tier = folded(one.program.tier)
    return (not tier, tier), f"tier:{tier or 'none'}", f"Tier {one.program.tier}" if tier else "No tier", False


def _together(one: ProgramFacts, now: Moment) -> Place:
    return 0, "all", "All programs", False


GROUPINGS: Mapping[str, Grouping] = {
    grouping.name: grouping
    for grouping in (
        Grouping("status", "s", _by_status),
        Grouping("interview week", "w", _by_week),
        Grouping("region", "r", _by_region),
        Grouping("tier", "t", _by_tier),
        Grouping("none", "n", _together),
    )
}
"""Every way of grouping, the first one to begin with."""


def arranged(season: Season, lanes: Iterable[Lane], arrangement: Arrangement, now: Moment) -> tuple[Group, ...]:
    """Those lanes in the groups and the order asked for; a name that is not known counts as the first one there is."""
    sort = SORTS.get(arrangement.sort) or _first(SORTS)
    grouping = GROUPINGS.get(arrangement.group) or _first(GROUPINGS)
    found: dict[str, tuple[Place, list[Lane]]] = {}
    for one in ordered(facts_of(season, lanes, now), sort, turned=arrangement.turned):
        place = grouping.place(one, now)
        found.setdefault(place[1], (place, []))[1].append(one.lane)
    inside = sorted(found.values(), key=lambda own: own[0][0])
    return tuple(Group(key, title, tuple(own), fold) for (_at, key, title, fold), own in inside)


def _first(named: Mapping[str, Any]) -> Any:
    return next(iter(named.values()))


def next_turn(arrangement: Arrangement, sort: str) -> Arrangement:
    """That arrangement sorted that way; the way it is sorted already is turned round."""
    turned = sort == arrangement.sort and not arrangement.turned
    return Arrangement(sort, turned, arrangement.group)
