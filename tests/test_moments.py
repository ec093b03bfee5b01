"""Moments are instants that remember the zone people meant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import RuleBroken
from store.moments import Moment, known_zone, moment_at, noon_of, start_of_day, zone_named, zone_names

ZONES = ("America/New_York", "America/Phoenix", "Europe/Dublin", "Asia/Jerusalem", "Asia/Kolkata", "Pacific/Auckland")

instants = st.datetimes(datetime(1990, 1, 1), datetime(2199, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 bounds
zones = st.sampled_from(ZONES)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_naive_time_is_no_moment() -> None:
    with pytest.raises(ValueError, match="aware"):
        Moment(wall("2026-12-03T08:00"), "America/Chicago")


def test_an_instant_given_with_any_offset_is_kept_in_utc() -> None:
    given_in_poland = datetime(2026, 12, 3, 15, tzinfo=timezone(timedelta(hours=1)))
    assert Moment(given_in_poland, "Europe/Warsaw").at == datetime(2026, 12, 3, 14, tzinfo=UTC)
    assert Moment(given_in_poland, "Europe/Warsaw").at.tzinfo is UTC


def test_moments_compare_as_instants_whatever_zone_they_are_told_in() -> None:
    earlier = moment_at(wall("2027-03-03T21:00"), "America/New_York")
    later = moment_at(wall("2027-03-04T03:00"), "Europe/Warsaw")
    assert earlier.at == later.at
    assert earlier < moment_at(wall("2027-03-04T03:01"), "Europe/Warsaw")
    assert later - earlier == timedelta()


def test_the_day_depends_on_where_one_stands() -> None:
    deadline = moment_at(wall("2027-03-03T21:00"), "America/New_York")
    assert deadline.day == date(2027, 3, 3)
    assert deadline.day_in("Australia/Sydney") == date(2027, 3, 4)
    assert deadline.seen_from("Australia/Sydney").day == date(2027, 3, 4)


def test_seen_from_its_own_zone_it_is_the_same_object() -> None:
    deadline = moment_at(wall("2027-03-03T21:00"), "America/New_York")
    assert deadline.seen_from("America/New_York") is deadline


@pytest.mark.parametrize(
    ("when", "zone"),
    [
        ("2027-03-14T02:30", "America/New_York"),
        ("2027-03-14T02:00", "America/Chicago"),  # the first minute that is skipped
        ("2027-03-28T02:15", "Europe/Warsaw"),
        ("2027-03-26T02:30", "Asia/Jerusalem"),  # on a Friday there
    ],
)
def test_a_time_the_clocks_skip_is_refused(when: str, zone: str) -> None:
    with pytest.raises(RuleBroken, match="does not exist"):
        moment_at(wall(when), zone)


@pytest.mark.parametrize(
    ("when", "zone", "first", "second"),
    [
        ("2026-11-01T01:30", "America/New_York", 5, 6),
        ("2026-10-25T02:30", "Europe/Warsaw", 0, 1),
    ],
)
def test_a_time_shown_twice_needs_to_be_told_which(when: str, zone: str, first: int, second: int) -> None:
    with pytest.raises(RuleBroken, match="comes twice"):
        moment_at(wall(when), zone)
    assert moment_at(wall(when), zone, fold=0).at.hour == first
    assert moment_at(wall(when), zone, fold=1).at.hour == second


def test_the_skipped_hour_of_new_york_exists_in_arizona() -> None:
    assert moment_at(wall("2027-03-14T02:30"), "America/Phoenix").at == datetime(2027, 3, 14, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("year", [1, 1899, 2201, 9999])
def test_years_far_from_any_life_are_refused(year: int) -> None:
    with pytest.raises(RuleBroken, match="outside"):
        moment_at(datetime(year, 6, 1, 9), "America/New_York")  # noqa: DTZ001 a wall clock


@pytest.mark.parametrize("name", ["", "CST", "EST", "Europe", "Mars/Phobos", "../../etc/passwd", "/etc/hosts", "a\0/b"])
def test_only_named_places_are_zones(name: str) -> None:
    with pytest.raises(RuleBroken, match="not a time zone"):
        zone_named(name)


def test_letters_are_not_among_the_zones_to_choose_from() -> None:
    assert {"America/Chicago", "Europe/Dublin", "UTC"} <= zone_names()
    assert not {"EST", "CET", "Etc/GMT+5", "GMT"} & zone_names()


def test_every_zone_to_choose_from_can_be_used() -> None:
    for name in zone_names():
        assert Moment(datetime(2026, 12, 3, 14, tzinfo=UTC), name).local.tzinfo is zone_named(name)


def test_a_day_starts_and_has_its_noon_where_it_is_meant() -> None:
    day = date(2027, 3, 14)
    assert start_of_day(day, "America/New_York").at == datetime(2027, 3, 14, 5, tzinfo=UTC)
    assert noon_of(day, "America/New_York").at == datetime(2027, 3, 14, 16, tzinfo=UTC)


@given(instants, zones, zones)
def test_seeing_a_moment_from_elsewhere_never_shifts_it(at: datetime, zone: str, other: str) -> None:
    moment = Moment(at, zone)
    assert moment.seen_from(other).at == moment.at
    assert moment.seen_from(other).seen_from(zone) == moment
    assert moment.local == at


@given(instants, zones, st.integers(-400, 400))
def test_hours_that_pass_are_real_hours_on_every_night_of_the_year(at: datetime, zone: str, hours: int) -> None:
    moment = Moment(at, zone)
    assert moment.after(hours=hours) - moment == timedelta(hours=hours)
    assert moment.after(hours=hours).after(hours=-hours) == moment


@given(instants, zones)
def test_a_wall_clock_with_its_side_of_the_fold_names_the_moment_again(at: datetime, zone: str) -> None:
    local = Moment(at, zone).local
    assert moment_at(local.replace(tzinfo=None, fold=0), zone, fold=local.fold).at == at


@given(st.dates(date(1990, 1, 1), date(2199, 12, 30)), zones)
def test_the_start_of_a_day_is_its_first_instant(day: date, zone: str) -> None:
    start = start_of_day(day, zone)
    assert start.day == day
    assert start.after(seconds=-1).day == day - timedelta(days=1)
    assert noon_of(day, zone).day == day


def test_one_instant_in_two_zones_is_neither_earlier_nor_later() -> None:
    here = moment_at(datetime(2026, 12, 3, 15), "Europe/Warsaw")  # noqa: DTZ001 a wall clock on purpose
    there = here.seen_from("America/Chicago")
    assert here <= there <= here and here >= there >= here
    assert not here < there and not here > there


def test_a_zone_of_a_file_that_is_none_gives_way() -> None:
    assert known_zone("America/Chicago", "UTC") == "America/Chicago"
    assert [known_zone(name, "UTC") for name in ("", "CST", "Nowhere/Atall", "../etc")] == ["UTC"] * 4
