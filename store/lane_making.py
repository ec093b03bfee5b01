"""How a program's records become its lane on the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from store.course import attended_interviews, is_over, shown_status
from store.dates import Home, show_clock, signed
from store.follow_ups.follow_up import FollowUp, is_late
from store.frozen_record import record
from store.lanes import Event, EventKind, Lane, NextStep, Span, SpanKind
from store.late_values import later
from store.moments import Moment, noon_of
from store.records import Interview, Letter, Program
from store.reference.regions import region_of
from store.season import Season
from store.time_scale import LAST_PART, Spot, first_of_messages, spot_of
from store.words import STATUS_WORDS, LetterState, Status

_INSTANT = attrgetter("at")
IDLE_DAYS = 14
"""A lane with nothing due within so many days is quiet."""
EVENT_OF_STATUS = {
    Status.INVITED: EventKind.INVITED,
    Status.WAITLISTED: EventKind.WAITLISTED,
    Status.REJECTED: EventKind.CLOSED_BY_THEM,
    Status.WITHDRAWN: EventKind.CLOSED_BY_ME,
}
"""Statuses whose beginning is an event; interviews speak for those about them."""
SPAN_OF_STATUS = {
    Status.APPLIED: SpanKind.WAITING,
    Status.INVITED: SpanKind.IN_PLAY,
    Status.BOOKED: SpanKind.IN_PLAY,
    Status.INTERVIEWED: SpanKind.AFTER,
    Status.WAITLISTED: SpanKind.AFTER,
}
"""Statuses along which a line runs; it ends where one begins that is not among them."""


class Present(NamedTuple):
    """The present moment, and what follows from it for every lane alike."""

    now: Moment
    """The moment."""
    today: date
    """Its day at home."""
    home: Home
    """Where the applicant is on each day."""


@record(frozen=True, slots=True)
class LaneFacts:
    """Everything one lane is made of; while it compares equal, the lane is the same."""

    program: Program
    """Whose lane."""
    status: Status
    """The status to show."""
    interviews: tuple[Interview, ...]
    """Interviews that stand, by their end, so that those over come first."""
    over: int
    """How many of these are over."""
    letters: tuple[Letter, ...]
    """Its letters of any state."""
    open: tuple[FollowUp, ...]
    """Its open follow-ups, by due moment."""
    snoozed: tuple[FollowUp, ...]
    """Its follow-ups that are put off."""
    late: bool
    """True when the first open follow-up is late."""
    clashes: tuple[tuple[str, str], ...]
    """Ids of its clashing interviews still to come, each with the other program's name."""
    today: date
    """The present day at home."""
    home: Home
    """Where the applicant is on each day."""


def lane_facts(
    season: Season,
    program: Program,
    follow_ups: tuple[tuple[FollowUp, ...], tuple[FollowUp, ...]],
    clashes: Mapping[str, str],
    present: Present,
) -> LaneFacts:
    """The facts of one lane.

    `follow_ups` are the open ones and those put off; `clashes` gives, for each clashing interview still to
    come, the name of the other program.
    """
    now = present.now
    standing: tuple[Interview, ...] = ()
    if program.id in season.interviews_of:  # most programs have none
        standing = tuple(sorted(attended_interviews(season, program, now), key=lambda one: one.ends.at))
    to_do, put_off = follow_ups
    return LaneFacts(
        program=program,
        status=shown_status(season, program, now),
        interviews=standing,
        over=sum(is_over(one, now) for one in standing),
        letters=season.letters_of.get(program.id, ()),
        open=to_do,
        snoozed=put_off,
        late=bool(to_do) and is_late(to_do[0], now),
        clashes=tuple((one.id, clashes[one.id]) for one in standing if one.id in clashes),
        today=present.today,
        home=present.home,
    )


def lane_of(facts: LaneFacts) -> Lane:
    """The lane those facts make."""
    program = facts.program
    step = _next_step(facts)
    return Lane(
        program_id=program.id,
        name=program.name,
        tier=program.tier,
        region=region_of(program.state),
        status=facts.status,
        events=later(_events, facts),
        spans=later(_spans, facts),
        next=step,
        quiet=not facts.clashes and (step is None or (step.day - facts.today).days > IDLE_DAYS),
        clashing=bool(facts.clashes),
        sent=later(_sent, facts),
        home=facts.home,
        reach=_reach(facts),
        made_of=(facts,),
    )


def _reach(facts: LaneFacts) -> tuple[Moment, ...]:
    """What the season's weeks have to hold for this lane, without making its events and lines: few lanes are seen."""
    held = facts.over > 0
    told = [one.starts for one in facts.interviews]
    begun: list[Moment] = []
    for change in facts.program.statuses:  # one loop, as a start makes this for every program there is
        status, at = change.status, change.at
        if status is Status.INTERVIEWED and held:
            continue
        if status in EVENT_OF_STATUS or status is Status.INTERVIEWED:
            told.append(at)
        if status in SPAN_OF_STATUS:
            begun.append(at)
    told += [one.due for one in facts.open]
    told += [one.snoozed_until for one in facts.snoozed if one.snoozed_until is not None]
    oldest, past = _edges(facts.today)
    sent = [one.at for one in facts.letters if one.state is LetterState.SENT and one.trashed is None and one.at]
    told += [at for at in sent if at.at >= oldest]
    ends = (min(told, key=_INSTANT), max(told, key=_INSTANT)) if told else ()
    first = min(begun, key=_INSTANT) if begun else None
    if first is not None and (first.at < past or facts.home.day_of(first) <= facts.today):
        return (*ends, first)
    if facts.over < len(facts.interviews) and facts.home.day_of(facts.interviews[-1].starts) > facts.today:
        return (*ends, _noon(facts.today + timedelta(days=1), facts.home))  # where the line to it begins
    return ends


def _noon(day: date, home: Home) -> Moment:
    """A moment of that day at home, where a stay may begin with it half a world away."""
    noon = noon_of(day, home.zone)
    return next((at for hours in (0, -24, -12, 12, 24) if home.day_of(at := noon.after(hours=hours)) == day), noon)


@lru_cache(maxsize=4)
def _edges(today: date) -> tuple[datetime, datetime]:
    """From when on messages belong to the season under way, and before when it was no later than today anywhere."""
    start = datetime.combine(first_of_messages(today), time(), UTC)
    return start, datetime.combine(today, time(), UTC) - timedelta(days=1)


def _sent(facts: LaneFacts) -> tuple[Letter, ...]:
    return tuple(one for one in facts.letters if one.state is LetterState.SENT and one.trashed is None)


def _events(facts: LaneFacts) -> tuple[Event, ...]:
    home = facts.home

    def event(kind: EventKind, at: Moment, words: str, record_id: str) -> Event:
        return Event(kind, home.day_of(at), at, words, record_id)

    found = [
        event(EVENT_OF_STATUS[change.status], change.at, STATUS_WORDS[change.status], facts.program.id)
        for change in facts.program.statuses
        if change.status in EVENT_OF_STATUS
    ]
    found += _interview_events(facts)
    for follow_up in facts.open:
        day = home.day_of(follow_up.due)
        kind = EventKind.ACTION_DUE if day <= facts.today else EventKind.ACTION_LATER
        found.append(Event(kind, day, follow_up.due, follow_up.short, follow_up.key))
    found += [
        event(EventKind.ACTION_LATER, one.snoozed_until, one.short, one.key)
        for one in facts.snoozed
        if one.snoozed_until is not None
    ]
    return tuple(sorted(found, key=attrgetter("day", "kind")))


def _interview_events(facts: LaneFacts) -> list[Event]:
    clashes = dict(facts.clashes)
    found: list[Event] = []
    for place, interview in enumerate(facts.interviews):
        kind, words = EventKind.BOOKED, "interview"
        if place < facts.over:
            kind, words = EventKind.INTERVIEWED, "interviewed"
        elif interview.id in clashes:
            kind, words = EventKind.CLASH, f"interview, clash with {clashes[interview.id]}"
        found.append(Event(kind, facts.home.day_of(interview.starts), interview.starts, words, interview.id))
    if not facts.over:  # an interview marked as over without ever being entered
        found += [
            Event(EventKind.INTERVIEWED, facts.home.day_of(change.at), change.at, "interviewed", facts.program.id)
            for change in facts.program.statuses
            if change.status is Status.INTERVIEWED
        ]
    return found


def _spans(facts: LaneFacts) -> tuple[Span, ...]:
    turns = _turns(facts)
    spans: list[Span] = []
    for place, ((day, begins), kind) in enumerate(turns):
        until, ends = turns[place + 1][0] if place + 1 < len(turns) else (facts.today, LAST_PART)
        if kind is None or until < day:
            continue
        if spans and spans[-1].kind is kind and spans[-1].last == day:
            spans[-1] = Span(kind, spans[-1].first, until, spans[-1].begins, ends)
        else:
            spans.append(Span(kind, day, until, begins, ends))
    to_come = facts.interviews[facts.over :]
    if to_come:
        last, ends = _spot(facts, to_come[-1].starts)
        if last > facts.today:
            spans.append(Span(SpanKind.LEAD, facts.today + timedelta(days=1), last, ends=ends))
    return tuple(spans)


def _turns(facts: LaneFacts) -> list[tuple[Spot, SpanKind | None]]:
    """Where the line changes its kind; the day an interview was held counts, not the day it was noted."""
    held = [_spot(facts, one.starts) for one in facts.interviews[: facts.over]]
    turns = [
        (_spot(facts, change.at), SPAN_OF_STATUS.get(change.status))
        for change in facts.program.statuses
        if not (held and change.status is Status.INTERVIEWED)
    ]
    if held and facts.over == len(facts.interviews):
        turns.append((held[-1], SpanKind.AFTER))
    return sorted((turn for turn in turns if turn[0][0] <= facts.today), key=lambda turn: turn[0][0])


def _spot(facts: LaneFacts, moment: Moment) -> Spot:
    return spot_of(moment, facts.home.zone_at(moment))


def _next_step(facts: LaneFacts) -> NextStep | None:
    steps = [step for step in (_next_follow_up(facts), _next_interview(facts)) if step is not None]
    if steps:
        return min(steps, key=lambda step: step.day)
    put_off = [one for one in facts.snoozed if one.snoozed_until is not None]
    if not put_off:
        return None
    first = min(put_off, key=lambda one: (one.snoozed_until or one.due).at)
    until = first.snoozed_until or first.due
    return NextStep(*_when(facts, until), first.short, first.key, snoozed=True)


def _when(facts: LaneFacts, moment: Moment) -> tuple[date, str]:
    day = facts.home.day_of(moment)
    return day, signed((day - facts.today).days)


def _next_follow_up(facts: LaneFacts) -> NextStep | None:
    if not facts.open:
        return None
    first = facts.open[0]
    words = f"clash with {facts.clashes[0][1]}" if first.rule == "F05" and facts.clashes else first.short
    return NextStep(
        *_when(facts, first.due),
        words,
        first.key,
        late=facts.late,
        flagged=facts.late or bool(facts.clashes),
    )


def _next_interview(facts: LaneFacts) -> NextStep | None:
    if facts.over == len(facts.interviews):
        return None
    interview = facts.interviews[facts.over]
    starts = interview.starts.seen_from(facts.home.zone_at(interview.starts))
    clashes = dict(facts.clashes)
    words = f"interview {show_clock(starts)}" if starts.day == facts.today else f"interview {starts.local:%a}"
    if interview.id in clashes:
        words = f"clash with {clashes[interview.id]}"
    return NextStep(*_when(facts, starts), words, interview.id, flagged=bool(clashes), interview=True)
