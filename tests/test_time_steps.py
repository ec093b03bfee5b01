"""Along the time of any season: every event is drawn or told, every one is reached, and the ruler agrees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.agenda import Agenda, agenda
from store.lane_cells import cells_of, events_at, shown_events, spots_of
from store.lanes import EventKind, Lane, SpanKind
from store.moments import Moment
from store.records import Interview, Profile, Program, StatusChange
from store.season import Season
from store.time_scale import ZOOMS, Spot, spot_of, step
from store.timeline import Timeline, timeline
from store.words import Status
from tests.examples import EASTERN, NOW, a_program, a_season, an_interview, at
from tests.strategies import seasons
from tui.ruler_words import cell_letters, day_numbers, load_of
from tui.widgets.time_window import TimeWindow

HOMES = (
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Europe/Dublin",
    "Europe/Warsaw",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Manila",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
)
CLOCKS_CHANGE = (
    *(date(2026, 10, 24) + timedelta(days=number) for number in range(10)),
    *(date(2027, 3, 13) + timedelta(days=number) for number in range(3)),
    *(date(2027, 3, 27) + timedelta(days=number) for number in range(3)),
)
ANY = settings(max_examples=60)


def made(season: Season, home: str) -> Timeline:
    """The timeline of that season for somebody at home there."""
    now = NOW.seen_from(home)
    return timeline(season, agenda(season, now=now), now=now)


@ANY
@given(seasons(), st.sampled_from(HOMES), st.sampled_from(ZOOMS))
def test_every_event_of_any_season_is_drawn_or_its_cell_is_marked_and_tells_of_it(
    season: Season, home: str, zoom: int
) -> None:
    found = made(season, home)
    scale = found.scale.zoomed(zoom)
    for lane in found.lanes:
        for event in shown_events(lane, zoom):
            place = lane.cell_of(event, scale)
            assert 0 <= place < scale.cells
            (cell,) = (
                cells_of(lane, scale, place, 3)[:1] if place + 3 <= scale.cells else cells_of(lane, scale, place, 1)
            )
            told = [one for _lane, one in events_at([lane], scale, spot_of(event.at, home))]
            assert event in told
            assert cell.mark is event.kind or (cell.several and len(told) > 1)


@ANY
@given(seasons(), st.sampled_from(HOMES), st.sampled_from(ZOOMS), st.sampled_from((1, -1)))
def test_every_event_of_any_season_is_reached_step_by_step_from_either_end(
    season: Season, home: str, zoom: int, way: int
) -> None:
    found = made(season, home)
    scale = found.scale.zoomed(zoom)
    for lane in found.lanes:
        spots = spots_of([lane], zoom)
        here: Spot = (scale.first - timedelta(days=1), 0) if way > 0 else (scale.last + timedelta(days=1), 0)
        reached = []
        while there := step(spots, here, way, zoom):
            here = there
            reached += [event for _lane, event in events_at([lane], scale, here)]
            assert len(reached) <= len(spots) ** 2
        assert all(event in reached for event in shown_events(lane, zoom))


def clock_season(home: str) -> Season:
    """An interview each morning, afternoon and evening at home, round every day on which clocks change."""
    booked = (StatusChange(Status.BOOKED, at("2026-09-01 10:00")),)
    spots = [(day, part) for day in CLOCKS_CHANGE for part in range(3)]
    records: list[Program | Interview] = []
    for day, part in spots:
        own = f"{day}-{part}"
        starts = at(f"{day} {('08:30', '13:15', '20:45')[part]}", home).seen_from(EASTERN)
        records += [
            a_program(f"p-{own}", own, statuses=booked),
            an_interview(f"i-{own}", f"p-{own}", starts, minutes=60),
        ]
    return a_season(*records, profile=Profile(home_zone=home))


@pytest.mark.parametrize("home", HOMES)
def test_ruler_and_lanes_agree_where_clocks_change_whatever_the_home(home: str) -> None:
    found = timeline(clock_season(home), Agenda(), now=NOW.seen_from(home))
    for zoom in (3, 4):
        scale = found.scale.zoomed(zoom)
        window = TimeWindow(scale, 0, scale.cells)
        load, numbers, letters = load_of(found, window), day_numbers(window), cell_letters(window)
        for lane in found.lanes:
            day, part = date.fromisoformat(lane.name[:10]), int(lane.name[-1])
            place = scale.cell_of(day, part)
            cells = cells_of(lane, scale, 0, scale.cells)
            assert cells[place].mark in (EventKind.BOOKED, EventKind.INTERVIEWED)
            assert load[place].count == (3 if zoom == 3 else 1)
            assert letters[place] == ("MTWTFss"[day.weekday()] if zoom == 3 else "ape"[part])
            first = scale.cell_of(day)
            if zoom == 4:
                assert numbers[first : first + 3] == f"{'MTWTFss'[day.weekday()]}{day.day:<2}"
            elif day.weekday() == 0:
                assert numbers[first : first + 2].strip() == str(day.day)


@ANY
@given(seasons(), st.sampled_from(HOMES), st.sampled_from(ZOOMS))
def test_in_any_season_the_ruler_counts_exactly_the_interviews_the_lanes_draw(
    season: Season, home: str, zoom: int
) -> None:
    found = made(season, home)
    scale = found.scale.zoomed(zoom)
    kinds = (EventKind.BOOKED, EventKind.CLASH, EventKind.INTERVIEWED)
    ids = {one.id for one in season.interviews}
    counted: dict[int, int] = {}
    for lane in found.lanes:
        for event in lane.events:
            if event.kind in kinds and event.record_id in ids:
                place = lane.cell_of(event, scale)
                counted[place] = counted.get(place, 0) + 1
    for place, count in counted.items():
        (load,) = load_of(found, TimeWindow(scale, place, 1))
        assert load.count == count
    assert sum(found.load.values()) == sum(found.load_by_spot.values()) == sum(counted.values())


def test_two_interviews_of_one_morning_and_one_of_the_afternoon_are_told_apart() -> None:
    booked = (StatusChange(Status.BOOKED, at("2026-09-01 10:00")),)
    names = ("Alder", "Birch", "Cedar")
    hours = ("08:00", "09:30", "14:00")
    season = a_season(
        *(a_program(f"p-{name}", name, statuses=booked) for name in names),
        *(
            an_interview(f"i-{name}", f"p-{name}", at(f"2026-12-03 {hour}"), minutes=180)
            for name, hour in zip(names, hours, strict=True)
        ),
    )
    found = timeline(season, Agenda(), now=NOW)
    scale = found.scale.zoomed(4)
    morning, afternoon = scale.cell_of(date(2026, 12, 3), 0), scale.cell_of(date(2026, 12, 3), 1)
    load = load_of(found, TimeWindow(scale, morning, 3))
    assert [(one.count, one.clash) for one in load] == [(2, True), (1, False), (0, False)]
    drawn = {lane.name: [cell.mark for cell in cells_of(lane, scale, morning, 2)] for lane in found.lanes}
    assert drawn["Alder"][0] is drawn["Birch"][0] is EventKind.CLASH
    assert drawn["Cedar"][1] is EventKind.BOOKED
    assert afternoon == morning + 1


def test_from_later_in_the_same_day_the_morning_is_a_step_back_only_where_it_has_a_cell() -> None:
    day = date(2026, 12, 3)
    spots = [(day, 0), (day, 2)]
    assert step(spots, (day, 2), -1, 4) == (day, 0)
    assert step(spots, (day, 2), -1, 3) is None
    assert step(spots, (day + timedelta(days=1), 0), -1, 3) == (day, 0)
    assert step(spots, (day, 0), 1, 4) == (day, 2)
    assert step(spots, (day, 0), 1, 3) is None


def lane_of_one(moment: Moment) -> Lane:
    """The lane of a program with one interview then."""
    season = a_season(
        a_program(statuses=(StatusChange(Status.BOOKED, at("2026-09-01 10:00")),)), an_interview(starts=moment)
    )
    (lane,) = timeline(season, Agenda(), now=NOW).lanes
    return lane


@pytest.mark.parametrize(("hour", "part"), [("08:00", 0), ("14:00", 1), ("20:00", 2)])
def test_the_line_to_an_interview_ends_right_before_it_and_begins_right_after_now(hour: str, part: int) -> None:
    lane = lane_of_one(at(f"2026-11-26 {hour}"))
    scale = timeline(a_season(), Agenda(), now=NOW).scale.zoomed(4)
    now = scale.cell_of(date(2026, 11, 24), 1)
    cells = cells_of(lane, scale, now, 8, now)
    there = 6 + part - 1
    lead = [place for place, cell in enumerate(cells) if cell.mark is SpanKind.LEAD]
    assert lead == list(range(1, there))
    assert cells[there].mark is EventKind.BOOKED
    assert all(cell.mark is None for cell in cells[there + 1 :])
