"""How days and moments read: month as a word, zone named, the program's clock before the one at home."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates import (
    days_until,
    home_zone_on,
    show_both,
    show_clock,
    show_day,
    show_day_short,
    show_moment,
    show_moment_short,
    show_offset,
    signed_days,
    zone_letters,
)
from store.moments import Moment, moment_at
from store.records import Profile, Stay

NEW_YORK = "America/New_York"
DEADLINE = moment_at(datetime.fromisoformat("2027-03-03T21:00"), NEW_YORK)
MATCH_WEEK = moment_at(datetime.fromisoformat("2027-03-15T10:00"), NEW_YORK)


def at(text: str, zone: str) -> Moment:
    return moment_at(datetime.fromisoformat(text), zone)


def test_a_day_and_a_moment_are_written_in_words() -> None:
    assert show_day(date(2026, 12, 3)) == "Thu 3 Dec 2026"
    assert show_day_short(date(2026, 12, 3)) == "Thu 3 Dec"
    assert show_moment(DEADLINE) == "Wed 3 Mar 2027 21:00 EST"
    assert show_moment_short(DEADLINE) == "Wed 3 Mar 21:00 EST"
    assert show_clock(DEADLINE) == "21:00 EST"


@pytest.mark.parametrize(
    ("zone", "letters"),
    [
        ("America/Chicago", "CST"),
        ("America/Phoenix", "MST"),
        ("Pacific/Honolulu", "HST"),
        ("Europe/Dublin", "GMT"),
        ("Europe/Warsaw", "CET"),
        ("Asia/Kolkata", "IST"),
        ("Asia/Dubai", "UTC+04:00"),  # nobody there uses letters
        ("Asia/Kathmandu", "UTC+05:45"),
        ("America/Sao_Paulo", "UTC-03:00"),
        ("UTC", "UTC"),
    ],
)
def test_zones_are_named_by_their_letters_or_else_by_their_distance(zone: str, letters: str) -> None:
    assert zone_letters(at("2026-12-03T08:00", zone)) == letters


def test_the_distance_from_utc_needs_an_aware_clock() -> None:
    assert show_offset(at("2026-12-03T08:00", "America/Chicago").local) == "UTC-06:00"
    with pytest.raises(ValueError, match="aware"):
        show_offset(datetime.fromisoformat("2026-12-03T08:00"))


def test_letters_follow_summer_time() -> None:
    assert show_clock(MATCH_WEEK) == "10:00 EDT"
    assert show_clock(at("2027-03-13T10:00", NEW_YORK)) == "10:00 EST"


@pytest.mark.parametrize(
    ("when", "zone", "home", "shown"),
    [
        ("2026-12-03T08:00", "America/Chicago", "Europe/Warsaw", "Thu 3 Dec 2026 08:00 CST = 15:00 CET here"),
        # the same clock is not said twice, whatever its letters
        ("2026-12-03T08:00", NEW_YORK, "America/Detroit", "Thu 3 Dec 2026 08:00 EST"),
        ("2026-12-03T08:00", NEW_YORK, NEW_YORK, "Thu 3 Dec 2026 08:00 EST"),
        # another day at home is named, another year too
        (
            "2026-12-03T17:00",
            "America/Los_Angeles",
            "Europe/Dublin",
            "Thu 3 Dec 2026 17:00 PST = Fri 4 Dec 01:00 GMT here",
        ),
        (
            "2026-12-31T21:00",
            "America/Chicago",
            "Europe/Warsaw",
            "Thu 31 Dec 2026 21:00 CST = Fri 1 Jan 2027 04:00 CET here",
        ),
        ("2026-12-03T08:00", NEW_YORK, "Pacific/Honolulu", "Thu 3 Dec 2026 08:00 EST = 03:00 HST here"),
        ("2026-12-03T00:30", NEW_YORK, "America/Chicago", "Thu 3 Dec 2026 00:30 EST = Wed 2 Dec 23:30 CST here"),
    ],
)
def test_the_clock_of_the_program_comes_first_and_then_the_one_at_home(
    when: str, zone: str, home: str, shown: str
) -> None:
    assert show_both(at(when, zone), home) == shown


@pytest.mark.parametrize(
    ("home", "shown"),
    [
        ("Europe/Dublin", "Thu 4 Mar 02:00 GMT here"),
        ("Europe/Warsaw", "Thu 4 Mar 03:00 CET here"),
        ("Asia/Jerusalem", "Thu 4 Mar 04:00 IST here"),
        ("Asia/Kolkata", "Thu 4 Mar 07:30 IST here"),
        ("Asia/Manila", "Thu 4 Mar 10:00 PST here"),
        ("Australia/Sydney", "Thu 4 Mar 13:00 AEDT here"),
        ("America/Grenada", "22:00 AST here"),  # still Wednesday in the islands
        ("Pacific/Honolulu", "16:00 HST here"),
    ],
)
def test_the_rank_deadline_names_both_calendar_days_east_of_the_atlantic(home: str, shown: str) -> None:
    assert show_both(DEADLINE, home) == f"Wed 3 Mar 2027 21:00 EST = {shown}"


@pytest.mark.parametrize(
    ("home", "clock"),
    [
        ("Europe/Dublin", "14:00 GMT"),  # four hours, not five: Europe is still on winter time
        ("Europe/Warsaw", "15:00 CET"),
        ("Asia/Jerusalem", "16:00 IST"),
        ("America/Cayman", "09:00 EST"),
        ("America/Phoenix", "07:00 MST"),
        ("Pacific/Honolulu", "04:00 HST"),
    ],
)
def test_match_week_falls_between_the_clock_changes_of_two_continents(home: str, clock: str) -> None:
    assert show_both(MATCH_WEEK, home) == f"Mon 15 Mar 2027 10:00 EDT = {clock} here"


@pytest.mark.parametrize("island", ["America/Grenada", "America/Lower_Princes", "America/Dominica", "America/Barbados"])
def test_islands_without_summer_time_share_the_eastern_clock_in_match_week_only(island: str) -> None:
    assert show_both(MATCH_WEEK, island) == "Mon 15 Mar 2027 10:00 EDT"
    assert show_both(at("2026-10-20T09:00", NEW_YORK), island) == "Tue 20 Oct 2026 09:00 EDT"
    assert show_both(at("2026-11-20T09:00", NEW_YORK), island) == "Fri 20 Nov 2026 09:00 EST = 10:00 AST here"


def test_cayman_is_level_in_winter() -> None:
    assert show_both(at("2026-11-20T09:00", NEW_YORK), "America/Cayman") == "Fri 20 Nov 2026 09:00 EST"


@pytest.mark.parametrize(
    ("when", "clock"),
    [
        ("2026-10-20T08:00", "17:00 CEST"),
        ("2026-10-28T08:00", "16:00 CET"),  # the week in which only Europe has gone back
        ("2026-11-20T08:00", "16:00 CET"),
    ],
)
def test_a_program_in_arizona_does_not_shift_but_home_may(when: str, clock: str) -> None:
    assert show_both(at(when, "America/Phoenix"), "Europe/Warsaw").endswith(f"08:00 MST = {clock} here")


@pytest.mark.parametrize(
    ("when", "clock"),
    [("2026-10-24T09:00", "14:00 IST"), ("2026-10-28T09:00", "13:00 GMT"), ("2026-11-02T09:00", "14:00 GMT")],
)
def test_dublin_is_an_hour_nearer_in_the_last_week_of_october(when: str, clock: str) -> None:
    assert show_both(at(when, NEW_YORK), "Europe/Dublin").endswith(f"= {clock} here")


@pytest.mark.parametrize(
    ("when", "days", "signed"),
    [
        ("2026-11-24T00:00", 0, " now"),
        ("2026-11-24T23:59", 0, " now"),
        ("2026-11-25T00:00", 1, " +1d"),
        ("2026-11-21T10:00", -3, " -3d"),
        ("2026-12-03T10:00", 9, " +9d"),
        ("2026-11-10T10:00", -14, "-14d"),
        ("2027-01-12T10:00", 49, "+49d"),
        ("2027-03-24T10:00", 120, "+120"),
        ("2026-07-27T10:00", -120, "-120"),
        ("2036-01-01T10:00", 3325, "+999"),
    ],
)
def test_days_are_counted_on_the_calendar_at_home_in_four_characters(when: str, days: int, signed: str) -> None:
    now = at("2026-11-24T18:00", "Europe/Warsaw")
    moment = at(when, "Europe/Warsaw")
    assert days_until(moment, now) == days
    assert signed_days(moment, now) == signed


def test_counting_to_the_deadline_uses_the_moment_not_the_day_it_is_announced_on() -> None:
    evening = at("2027-03-03T20:00", "Europe/Warsaw")
    assert days_until(DEADLINE, evening) == 1
    assert days_until(DEADLINE, evening.seen_from(NEW_YORK)) == 0


@pytest.mark.parametrize(
    ("day", "zone"),
    [
        (date(2026, 9, 30), "Europe/Warsaw"),
        (date(2026, 10, 1), "America/Grenada"),
        (date(2026, 12, 31), "America/Grenada"),
        (date(2027, 1, 10), "America/Chicago"),
    ],
)
def test_home_is_where_the_latest_stay_begun_by_then_has_it(day: date, zone: str) -> None:
    stays = (Stay(date(2027, 1, 10), "America/Chicago"), Stay(date(2026, 10, 1), "America/Grenada"))
    assert home_zone_on(Profile(home_zone="Europe/Warsaw", stays=stays), day, "UTC") == zone


def test_without_a_home_zone_the_machine_decides() -> None:
    assert home_zone_on(Profile(), date(2026, 10, 1), "Asia/Manila") == "Asia/Manila"


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2199, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001 bounds
    st.sampled_from(["America/New_York", "Europe/Dublin", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"]),
)
def test_signed_days_never_change_their_width_and_both_clocks_are_always_there(when: datetime, home: str) -> None:
    moment = Moment(when, "America/Chicago")
    assert len(signed_days(moment, Moment(datetime(2026, 11, 24, 17, tzinfo=UTC), home))) == 4
    shown = show_both(moment, home)
    assert shown.startswith(show_moment(moment))
    assert shown.endswith(f"{show_clock(moment.seen_from(home))} here")
