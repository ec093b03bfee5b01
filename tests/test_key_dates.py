"""Key dates: those everybody shares, corrected and added to by the applicant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from store.errors import RuleBroken
from store.key_dates import how_sure, is_over, key_date, key_dates, next_key_date, show_key_date
from store.moments import Moment, moment_at, noon_of
from store.records import KeyDate, Profile
from store.reference.shipped import shipped_key_dates
from store.season import Season
from store.words import Mark
from tui.key_date_lines import key_date_section
from tui.state import state_of

EMPTY = Season()
NEW_YORK = "America/New_York"


def at(text: str, zone: str = NEW_YORK) -> Moment:
    return moment_at(datetime.fromisoformat(text), zone)


@pytest.mark.parametrize(
    ("key_date_id", "shown"),
    [
        ("eras-opens", "Wed 2 Sep 2026 09:00 EDT"),
        ("nrmp-opens", "Tue 15 Sep 2026 12:00 EDT"),
        ("review-opens", "Wed 23 Sep 2026 09:00 EDT"),
        ("invitations-expected", "Tue 6 Oct 2026"),
        ("nrmp-standard-deadline", "Fri 29 Jan 2027 23:59 EST"),
        ("ranking-opens", "Mon 1 Feb 2027 12:00 EST"),
        ("rank-deadline", "Wed 3 Mar 2027 21:00 EST"),
        ("soap-notice", "Fri 12 Mar 2027"),
        ("clocks-forward", "Sun 14 Mar 2027 03:00 EDT"),  # 02:00 is the minute that never comes
        ("match-week", "Mon 15 Mar 2027 10:00 EDT"),
        ("soap-applications", "Tue 16 Mar 2027 08:00 EDT"),
        ("soap-offers", "Thu 18 Mar 2027 09:00 EDT"),
        ("soap-ends", "Thu 18 Mar 2027 21:00 EDT"),
        ("match-day", "Fri 19 Mar 2027 12:00 EDT"),
        ("eras-closes", "Mon 31 May 2027 17:00 EDT"),
    ],
)
def test_every_shared_date_stands_on_its_weekday_and_clock(key_date_id: str, shown: str) -> None:
    assert show_key_date(key_date(EMPTY, key_date_id), NEW_YORK) == shown


def test_the_list_is_complete_and_in_order_of_time() -> None:
    assert len(key_dates(EMPTY)) == 15
    moments = [found.at for found in key_dates(EMPTY)]
    assert moments == sorted(moments)


def test_the_deadline_is_two_in_the_morning_of_the_fourth_in_utc() -> None:
    assert key_date(EMPTY, "rank-deadline").at.at.isoformat() == "2027-03-04T02:00:00+00:00"
    shown = show_key_date(key_date(EMPTY, "rank-deadline"), "Europe/Dublin")
    assert shown == "Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 02:00 GMT here"


def test_every_date_has_a_letter_of_its_own_a_short_name_and_a_source() -> None:
    shipped = shipped_key_dates()
    letters = [found.letter for found in shipped]
    assert len(set(letters)) == len(letters)
    for found in shipped:
        assert len(found.letter) == 1
        assert found.letter.isupper()
        assert 0 < len(found.short) <= 14
        assert found.name
        assert found.source


@pytest.mark.parametrize(
    ("key_date_id", "letter"),
    [("eras-opens", "A"), ("review-opens", "R"), ("ranking-opens", "L"), ("rank-deadline", "C"), ("match-day", "M")],
)
def test_the_letters_of_the_ruler_are_the_first_that_come_to_mind(key_date_id: str, letter: str) -> None:
    assert key_date(EMPTY, key_date_id).letter == letter


def test_only_the_clock_change_is_certain_and_the_rest_says_so() -> None:
    certain = [found.id for found in shipped_key_dates() if found.mark is Mark.CONFIRMED]
    assert certain == ["clocks-forward"]
    assert how_sure(key_date(EMPTY, "match-day")) == "expected, confirm on nrmp.org"
    assert how_sure(key_date(EMPTY, "clocks-forward")) == "confirmed"


def test_a_correction_replaces_the_shared_date_and_moves_to_its_place() -> None:
    moved = replace(key_date(EMPTY, "match-day"), at=at("2027-03-26T12:00"), mark=Mark.CONFIRMED, source="nrmp.org")
    season = Season(key_dates=(moved,))
    assert key_date(season, "match-day") is moved
    assert len(key_dates(season)) == 15
    assert how_sure(key_date(season, "match-day")) == "confirmed"
    assert key_date(EMPTY, "match-day").at == at("2027-03-19T12:00")


def test_own_dates_stand_among_the_shared_ones() -> None:
    own = KeyDate("d-2b4x9k", "Lease ends", noon_of(date(2027, 3, 1), "Europe/Warsaw"), all_day=True, mark=Mark.OWN)
    ids = [found.id for found in key_dates(Season(key_dates=(own,)))]
    assert ids[ids.index("ranking-opens") + 1] == "d-2b4x9k"
    assert how_sure(own) == "your own date"


def test_an_unknown_date_is_refused_by_name() -> None:
    with pytest.raises(RuleBroken, match="no key date called “party”"):
        key_date(EMPTY, "party")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-09-02T09:00"), "eras-opens"),  # the very moment
        (at("2026-09-02T09:01"), "nrmp-opens"),
        (at("2026-10-06T23:00"), "invitations-expected"),  # only the day counts, and it is not over
        (at("2026-10-07T00:00"), "nrmp-standard-deadline"),
        (at("2027-03-04T02:59", "Europe/Warsaw"), "rank-deadline"),
        (at("2027-03-04T03:01", "Europe/Warsaw"), "soap-notice"),
    ],
)
def test_the_next_date_is_the_first_that_is_not_over(now: Moment, expected: str) -> None:
    found = next_key_date(EMPTY, now)
    assert found is not None
    assert found.id == expected
    assert not is_over(found, now)


def test_after_the_season_no_date_is_next() -> None:
    assert next_key_date(EMPTY, at("2027-06-01T09:00")) is None


def test_a_whole_day_is_counted_by_its_own_day_wherever_the_applicant_is() -> None:
    day = KeyDate("d-tokyo", "Exam", at("2026-11-30 00:00", "Asia/Tokyo"), all_day=True, mark=Mark.OWN)
    season = Season(profile=Profile(name="Lena Korvath", home_zone="America/Denver"), key_dates=(day,))
    now = at("2026-11-24 14:05", "America/Denver")
    (row,) = (row for row in key_date_section(state_of(season, now), 120).rows if row.key == day.id)
    assert row.cells[0][0] == " +6d"
