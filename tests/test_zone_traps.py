"""One interview a week from 25 October to 4 April, seen from a dozen homes: the hours between are those of the law."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from store.dates import show_both
from store.errors import SeasonError, Unclear
from store.moments import moment_at
from store.reference.zones_by_place import zone_of_place
from store.spoken_dates import understand_moment
from tests.examples import NOW

EASTERN = "America/New_York"
US_WINTER = (date(2026, 11, 1), date(2027, 3, 14))
EU_WINTER = (date(2026, 10, 25), date(2027, 3, 28))
IL_WINTER = (date(2026, 10, 25), date(2027, 3, 26))
AU_SUMMER = (date(2026, 10, 4), date(2027, 4, 4))

# Hours of UTC in winter and in summer, and when the one or the other holds; the clocks change on these days.
HOMES: dict[str, tuple[float, float, tuple[date, date] | None]] = {
    "Europe/Dublin": (0, 1, EU_WINTER),
    "Africa/Lagos": (1, 1, None),
    "Europe/Warsaw": (1, 2, EU_WINTER),
    "Europe/Athens": (2, 3, EU_WINTER),
    "Asia/Jerusalem": (2, 3, IL_WINTER),
    "Asia/Kolkata": (5.5, 5.5, None),
    "Australia/Sydney": (11, 10, AU_SUMMER),
    "America/Grenada": (-4, -4, None),
    "America/Lower_Princes": (-4, -4, None),
    "America/Barbados": (-4, -4, None),
    "America/Cayman": (-5, -5, None),
    "America/Phoenix": (-7, -7, None),
    "Pacific/Honolulu": (-10, -10, None),
}
EVERY_DAY = [date(2026, 10, 25) + timedelta(days=number) for number in range(162)]


def hours_at(day: date, winter: float, summer: float, between: tuple[date, date] | None) -> float:
    return winter if between is not None and between[0] <= day < between[1] else summer


@pytest.mark.parametrize("home", HOMES)
def test_a_morning_in_new_york_is_the_right_hour_at_home_on_every_day(home: str) -> None:
    assert EVERY_DAY[-1] == date(2027, 4, 4)
    for day in EVERY_DAY:
        there = moment_at(datetime(day.year, day.month, day.day, 9), EASTERN)  # noqa: DTZ001 the zone stands beside it
        from_utc = -5 if US_WINTER[0] <= day < US_WINTER[1] else -4
        here = there.seen_from(home).local
        # Clocks change in the night, so that at nine in New York the hour of that day of UTC holds everywhere.
        expected = hours_at(there.at.date(), *HOMES[home])
        offset = here.utcoffset()
        assert offset is not None
        assert offset.total_seconds() / 3600 == expected, (home, day)
        apart = (here.replace(tzinfo=None) - there.local.replace(tzinfo=None)).total_seconds() / 3600
        assert apart == expected - from_utc, (home, day)


@pytest.mark.parametrize(
    ("wall", "zone", "home", "said"),
    [
        ("2027-03-15 10:00", EASTERN, "Europe/Dublin", "Mon 15 Mar 2027 10:00 EDT = 14:00 GMT here"),  # +4 that week
        ("2027-03-15 10:00", EASTERN, "Europe/Warsaw", "Mon 15 Mar 2027 10:00 EDT = 15:00 CET here"),  # not +6
        ("2027-03-15 10:00", EASTERN, "Asia/Jerusalem", "Mon 15 Mar 2027 10:00 EDT = 16:00 IST here"),
        ("2026-10-28 09:00", EASTERN, "Europe/Warsaw", "Wed 28 Oct 2026 09:00 EDT = 14:00 CET here"),  # the odd week
        ("2026-11-02 09:00", EASTERN, "America/Grenada", "Mon 2 Nov 2026 09:00 EST = 10:00 AST here"),
        ("2026-10-30 09:00", EASTERN, "America/Grenada", "Fri 30 Oct 2026 09:00 EDT"),  # the same clock until then
        ("2027-03-15 10:00", EASTERN, "America/Cayman", "Mon 15 Mar 2027 10:00 EDT = 09:00 EST here"),
        ("2027-01-12 08:00", "America/Phoenix", EASTERN, "Tue 12 Jan 2027 08:00 MST = 10:00 EST here"),
        ("2027-03-16 08:00", "America/Phoenix", EASTERN, "Tue 16 Mar 2027 08:00 MST = 11:00 EDT here"),
        ("2026-12-03 08:00", "Pacific/Honolulu", "Australia/Sydney", "08:00 HST = Fri 4 Dec 05:00 AEDT here"),
        ("2027-03-03 21:00", EASTERN, "Asia/Kolkata", "Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 07:30 IST here"),
    ],
)
def test_the_known_traps_read_as_they_should(wall: str, zone: str, home: str, said: str) -> None:
    moment = moment_at(datetime.fromisoformat(wall), zone)
    shown = show_both(moment, home)
    assert shown == said or shown.endswith(said)


@pytest.mark.parametrize("letters", ["CST", "IST", "AST", "PST", "BST"])
def test_letters_that_several_places_share_are_refused_with_places(letters: str) -> None:
    with pytest.raises(Unclear) as refused:
        understand_moment(f"2026-12-03 08:00 {letters}", now=NOW, zone=EASTERN)
    assert refused.value.choices


def test_est_on_a_summer_date_is_new_york_and_that_is_said() -> None:
    heard = understand_moment("2027-03-20 09:00 EST", now=NOW, zone="America/Chicago")
    assert heard.moment == moment_at(datetime(2027, 3, 20, 9), EASTERN)  # noqa: DTZ001 the zone stands beside it
    assert "means New York time, which is EDT then" in heard.said


@pytest.mark.parametrize(
    ("wall", "zone"),
    [("2027-03-14 02:30", EASTERN), ("2027-03-28 02:30", "Europe/Warsaw"), ("2027-03-26 02:30", "Asia/Jerusalem")],
)
def test_an_hour_that_is_skipped_is_refused_with_the_hours_beside_it(wall: str, zone: str) -> None:
    with pytest.raises(Unclear, match="does not exist") as refused:
        understand_moment(wall, now=NOW, zone=zone)
    assert len(refused.value.choices) == 2


def test_an_hour_that_comes_twice_asks_which() -> None:
    with pytest.raises(SeasonError, match="comes twice"):
        understand_moment("2026-11-01 01:30", now=NOW, zone=EASTERN)
    first = understand_moment("2026-11-01 01:30 EDT", now=NOW, zone=EASTERN)
    second = understand_moment("2026-11-01 01:30 EST", now=NOW, zone=EASTERN)
    assert (second.moment - first.moment) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("city", "state", "zone"),
    [
        ("Pensacola", "FL", "America/Chicago"),
        ("Louisville", "KY", "America/Kentucky/Louisville"),
        ("Chattanooga", "TN", EASTERN),
        ("Johnson City", "TN", EASTERN),
        ("El Paso", "TX", "America/Denver"),
    ],
)
def test_a_city_that_differs_from_its_state_has_its_own_zone(city: str, state: str, zone: str) -> None:
    found = zone_of_place(city, state)
    assert (found.zone, found.assumed) == (zone, False)


@pytest.mark.parametrize("state", ["IN", "KY", "TN", "FL", "TX", "MI", "KS", "NE", "ND", "SD", "ID", "OR"])
def test_an_unknown_city_of_a_state_with_two_zones_is_assumed(state: str) -> None:
    assert zone_of_place("Marrowby", state).assumed
