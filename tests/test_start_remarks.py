"""What speaks against a start before it is chosen: overlap, short nights, two on a day, night hours, doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.moments import Moment
from store.records import Interview, Profile, Stay
from store.season import Season
from store.start_remarks import Weight, assumed_offer, remarks_on, short_words
from store.words import InterviewState, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_program, a_season, an_interview, at

ALDER = a_program("p-aldrid", "Alder Ridge", Status.BOOKED, zone=CENTRAL)
BRIGHT = a_program(status=Status.INVITED)


def looked_at(starts: Moment, *others: Interview, season: Season | None = None, assumed: bool = False) -> list[Weight]:
    """The sorts of remarks on a start at Brightwater beside those interviews."""
    known = replace(season or a_season(BRIGHT, ALDER), interviews=others)
    trial = an_interview("i-trial", starts=starts, zone_assumed=assumed)
    return [one.weight for one in remarks_on(known, trial, NOW)]


def alder(starts: Moment, minutes: int = 240) -> Interview:
    return an_interview("i-aldrid", "p-aldrid", starts, minutes=minutes)


@pytest.mark.parametrize(
    ("starts", "other", "expected"),
    [
        # 09:00-13:00 Eastern beside 09:30 Central, which is 10:30 Eastern
        (at("2026-12-03 09:00", EASTERN), at("2026-12-03 09:30", CENTRAL), [Weight.CLASH]),
        # begins at the very minute the other ends
        (at("2026-12-03 09:00", EASTERN), at("2026-12-03 12:00", CENTRAL), [Weight.SAME_DAY]),
        # ends 23:00 Eastern, the next begins 08:59 Eastern: 9 h 59 min
        (at("2026-12-03 08:59", EASTERN), at("2026-12-02 18:00", CENTRAL), [Weight.SHORT_NIGHT]),
        # 10 h are enough for a night; in Warsaw both begin on the Thursday
        (at("2026-12-03 09:00", EASTERN), at("2026-12-02 18:00", CENTRAL), [Weight.SAME_DAY]),
        # another day altogether
        (at("2026-12-03 09:00", EASTERN), at("2026-12-08 09:00", CENTRAL), []),
    ],
)
def test_each_neighbour_is_told_as_what_it_is(starts: Moment, other: Moment, expected: list[Weight]) -> None:
    found = looked_at(starts, alder(other))
    assert [one for one in found if one is not Weight.NIGHT_START] == expected


def test_one_that_begins_as_the_other_ends_leaves_no_time_between() -> None:
    season = replace(a_season(BRIGHT, ALDER), interviews=(alder(at("2026-12-03 12:00", CENTRAL)),))
    (remark,) = remarks_on(season, an_interview("i-trial", starts=at("2026-12-03 09:00", EASTERN)), NOW)
    assert remark.words.endswith("with no time between.")


@pytest.mark.parametrize(
    ("wall", "night"),
    [("16:59", False), ("17:00", True), ("22:59", True), ("23:00", False)],  # 22:59, 23:00, 04:59, 05:00 in Warsaw
)
def test_a_night_start_is_from_eleven_to_five_at_home(wall: str, night: bool) -> None:
    assert (Weight.NIGHT_START in looked_at(at(f"2026-12-03 {wall}", EASTERN))) is night


def test_the_night_is_that_of_the_place_one_is_in_on_that_day() -> None:
    starts = at("2026-12-03 17:00", EASTERN)
    away = Profile(home_zone="Europe/Warsaw", stays=(Stay(at("2026-12-01 12:00").day, EASTERN),))
    assert looked_at(starts) == [Weight.NIGHT_START]
    assert looked_at(starts, season=replace(a_season(BRIGHT, ALDER), profile=away)) == []


def test_what_was_cancelled_or_closed_speaks_against_nothing() -> None:
    starts = at("2026-12-03 09:00", EASTERN)
    gone = replace(alder(starts), state=InterviewState.CANCELLED)
    closed = a_season(BRIGHT, a_program("p-aldrid", "Alder Ridge", Status.WITHDRAWN, zone=CENTRAL))
    assert looked_at(starts, gone) == []
    assert looked_at(starts, alder(starts), season=closed) == []


def test_a_second_day_at_the_same_program_is_no_clash_but_said() -> None:
    other = an_interview("i-other", starts=at("2026-12-10 09:00", EASTERN))
    assert looked_at(at("2026-12-03 09:00", EASTERN), other) == [Weight.SAME_PROGRAM]


def test_the_gravest_comes_first_and_names_both_clocks() -> None:
    season = replace(a_season(BRIGHT, ALDER), interviews=(alder(at("2026-12-03 17:30", CENTRAL)),))
    trial = an_interview("i-trial", starts=at("2026-12-03 17:00", EASTERN), zone_assumed=True)
    remarks = remarks_on(season, trial, NOW)
    assert [one.weight for one in remarks] == [Weight.CLASH, Weight.NIGHT_START, Weight.ASSUMED]
    assert "Thu 3 Dec 2026 17:30 CST = Fri 4 Dec 00:30 CET here" in remarks[0].words
    assert short_words(remarks) == "! clashes with Alder Ridge, 00:30 to 03:00 CET; night start, 23:00 CET"
    assert short_words(remarks, assumed=True).endswith("zone assumed")


def test_an_offer_in_the_programs_own_zone_is_assumed_and_one_in_another_was_typed() -> None:
    assert assumed_offer(BRIGHT, at("2026-12-03 09:00", EASTERN))
    assert not assumed_offer(BRIGHT, at("2026-12-03 09:00", CENTRAL))
    assert assumed_offer(a_program(zone=""), at("2026-12-03 09:00", EASTERN))
