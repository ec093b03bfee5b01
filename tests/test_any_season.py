"""Whatever a season file may hold, every question about it has an answer."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from store.agenda import agenda, draft_for, silenced, urgency
from store.clashes import clashes
from store.counts import counts
from store.filters import parse_filter
from store.lane_cells import MESSAGE_ZOOM, cells_of
from store.lanes import Event, Lane
from store.moments import Moment
from store.season import Season
from store.standing import promise_conflicts, promises
from store.time_scale import ZOOMS, first_of_messages
from store.timeline import timeline
from tests.strategies import moments, seasons
from tui.ruler_words import load_of
from tui.widgets.time_window import TimeWindow


@given(seasons(), moments)
@settings(max_examples=60)
def test_the_agenda_of_any_season_at_any_moment_has_unique_keys(season: Season, now: Moment) -> None:
    found = agenda(season, now=now)
    keys = [one.key for one in (*found.open, *found.snoozed)]
    assert len(keys) == len(set(keys))
    assert [one.due.at for one in found.open] == sorted(one.due.at for one in found.open)
    for one in found.open:
        assert len(one.short) <= 22 and one.why and urgency(one, now)
        draft_for(season, one)


@given(seasons(), moments)
@settings(max_examples=40)
def test_standing_and_filters_answer_for_any_season(season: Season, now: Moment) -> None:
    found = agenda(season, now=now)
    assert counts(season, found, now).programs == len(season.followed)
    assert all(clash.start.at < clash.end.at for clash in clashes(season))
    assert len(promise_conflicts(season)) <= len(promises(season)) + 1
    every, none = parse_filter(""), parse_filter("due !due")
    for program in season.followed:
        assert every.matches(season, found, program, now)
        assert not none.matches(season, found, program, now)
        silenced(season, program.id)


def counted_messages(lane: Lane, now: Moment) -> list[Event]:
    """The messages that belong to the season; older ones are told by the edge alone."""
    return [one for one in lane.messages if one.at.at.date() >= first_of_messages(now.day)]


@given(seasons(), moments)
@settings(max_examples=60)
def test_a_lane_reaches_from_its_first_event_or_line_to_its_last_event(season: Season, now: Moment) -> None:
    for lane in timeline(season, agenda(season, now=now), now=now).every_lane:
        events = [event.day for event in (*lane.events, *counted_messages(lane, now))]
        days = [*events, *(span.first for span in lane.spans[:1])]
        reach = [lane.home.day_of(moment) for moment in lane.reach]
        assert min(reach, default=None) == min(days, default=None)
        if days:  # a status told later than the interview it comes before begins a line of its own
            assert max(days) <= max(reach) <= max(*events, *(span.first for span in lane.spans), max(days))


@given(seasons(), moments)
@settings(max_examples=40)
def test_every_event_is_shown_at_every_zoom_and_ruler_and_lanes_count_the_same(season: Season, now: Moment) -> None:
    found = timeline(season, agenda(season, now=now), now=now)
    held = {one.id for one in season.interviews}
    for zoom in ZOOMS:
        scale = found.scale.zoomed(zoom)
        counted: Counter[int] = Counter()
        for lane in found.lanes:
            cells = cells_of(lane, scale, 0, scale.cells)
            for event in (*lane.events, *(counted_messages(lane, now) if zoom >= MESSAGE_ZOOM else ())):
                place = lane.cell_of(event, scale)
                assert 0 <= place < scale.cells
                assert cells[place].mark is event.kind or cells[place].several
                counted[place] += event.record_id in held
        ruler = load_of(found, TimeWindow(scale, 0, scale.cells))
        assert [load.count for load in ruler] == [counted[place] for place in range(scale.cells)]
