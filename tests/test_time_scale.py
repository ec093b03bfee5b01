"""Days share cells by one rule at every zoom, whatever the clocks do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.time_scale import CELL_STARTS, Scale, monday_of, season_weeks, spot_of
from tests.examples import NOW, at

FIRST = date(2026, 8, 31)
SEASON = Scale(1, FIRST, 31)
EVERY_DAY = tuple(FIRST + timedelta(days=number) for number in range(7 * 31))


@pytest.mark.parametrize("zoom", CELL_STARTS)
def test_every_day_lies_in_the_cell_that_names_it(zoom: int) -> None:
    scale = SEASON.zoomed(zoom)
    assert all(day in scale.days_of(scale.cell_of(day)) for day in EVERY_DAY)


@pytest.mark.parametrize("zoom", [1, 2, 3])
def test_cells_divide_the_season_without_gap_or_overlap(zoom: int) -> None:
    scale = SEASON.zoomed(zoom)
    assert tuple(day for cell in range(scale.cells) for day in scale.days_of(cell)) == EVERY_DAY


@pytest.mark.parametrize("zoom", CELL_STARTS)
def test_every_monday_begins_a_cell(zoom: int) -> None:
    scale = SEASON.zoomed(zoom)
    mondays = [day for day in EVERY_DAY if day.weekday() == 0]
    assert [scale.cell_of(day) for day in mondays] == [week * scale.per_week for week in range(31)]


@pytest.mark.parametrize(
    ("zoom", "cells", "days"),
    [
        (1, 31, ("2026-08-31", "2026-09-06")),
        (2, 62, ("2026-08-31", "2026-09-02")),
        (3, 217, ("2026-08-31", "2026-08-31")),
        (4, 651, ("2026-08-31", "2026-08-31")),
    ],
)
def test_a_season_has_as_many_cells_as_its_zoom_says(zoom: int, cells: int, days: tuple[str, str]) -> None:
    scale = SEASON.zoomed(zoom)
    first = scale.days_of(0)
    assert (scale.cells, (str(first[0]), str(first[-1]))) == (cells, days)


def test_half_weeks_are_monday_to_wednesday_and_thursday_to_sunday() -> None:
    half = SEASON.zoomed(2)
    assert [half.cell_of(FIRST + timedelta(days=number)) for number in range(7)] == [0, 0, 0, 1, 1, 1, 1]


def test_days_outside_lie_before_the_first_cell_and_after_the_last() -> None:
    assert SEASON.cell_of(FIRST - timedelta(days=1)) == -1
    assert SEASON.cell_of(SEASON.last + timedelta(days=1)) == SEASON.cells


@pytest.mark.parametrize(
    ("evening", "zone"),
    [
        ("2026-10-25 23:30", "Europe/Warsaw"),  # the clocks went back that night
        ("2026-11-01 23:30", "America/New_York"),  # the same in the US, a week later
        ("2027-03-14 23:30", "America/New_York"),  # the clocks went forward
        ("2027-03-28 23:30", "Europe/Warsaw"),
        ("2026-10-27 23:30", "Asia/Jerusalem"),
    ],
)
def test_the_days_round_a_change_of_the_clocks_keep_their_cells(evening: str, zone: str) -> None:
    late = at(evening, zone)
    scale = SEASON.zoomed(3)
    assert scale.days_of(scale.cell_of(late.day_in(zone))) == (date.fromisoformat(evening[:10]),)
    next_morning = late.after(minutes=31)
    assert scale.cell_of(next_morning.day_in(zone)) == scale.cell_of(late.day_in(zone)) + 1


def test_the_season_runs_from_the_monday_before_its_first_day_to_the_end_of_march() -> None:
    season = season_weeks(NOW.day, [date(2026, 9, 2)], match_day=date(2027, 3, 19))
    assert (season.first, season.last, season.weeks) == (FIRST, date(2027, 4, 4), 31)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-06-10", "2026-08-31", "2027-04-04"),
        ("2027-02-10", "2026-08-31", "2027-04-04"),
        ("2027-05-30", "2026-08-31", "2027-04-04"),
    ],
)
def test_without_any_dates_the_season_is_the_one_today_belongs_to(today: str, first: str, last: str) -> None:
    season = season_weeks(date.fromisoformat(today), [])
    assert (str(season.first), str(season.last)) == (first, last)


def test_what_happens_outside_stretches_the_season_both_ways() -> None:
    season = season_weeks(NOW.day, [date(2026, 8, 20), date(2027, 4, 20)])
    assert (season.first, season.last) == (date(2026, 8, 17), date(2027, 4, 25))


def test_monday_of_a_sunday_is_six_days_before() -> None:
    assert monday_of(date(2026, 11, 29)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("wall", "part"), [("00:00", 0), ("11:59", 0), ("12:00", 1), ("17:59", 1), ("18:00", 2), ("23:59", 2)]
)
def test_a_day_has_a_morning_to_noon_an_afternoon_to_six_and_an_evening(wall: str, part: int) -> None:
    assert spot_of(at(f"2026-12-03 {wall}"), "Europe/Warsaw") == (date(2026, 12, 3), part)


def test_the_third_of_a_day_is_the_one_at_home() -> None:
    morning = at("2026-12-03 09:00", "America/Chicago")
    assert spot_of(morning, "America/Chicago") == (date(2026, 12, 3), 0)
    assert spot_of(morning, "Europe/Warsaw") == (date(2026, 12, 3), 1)
    assert spot_of(morning, "Asia/Manila") == (date(2026, 12, 3), 2)
    assert spot_of(morning, "Pacific/Auckland") == (date(2026, 12, 4), 0)


def test_every_third_of_every_day_has_a_cell_of_its_own_in_order() -> None:
    scale = SEASON.zoomed(4)
    spots = [(day, part) for day in EVERY_DAY for part in range(3)]
    assert [scale.cell_of(*spot) for spot in spots] == list(range(scale.cells))
    assert [scale.spot_of(cell) for cell in range(scale.cells)] == spots
