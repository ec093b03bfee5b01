"""The season as a calendar: names that stay, numbers that rise, the right moment, nothing overwritten."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from stat import S_IMODE
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from store.errors import RuleBroken
from store.exchange.calendar_entries import calendar_entries
from store.exchange.calendar_file import write_calendar
from store.exchange.calendar_text import as_ics
from store.moments import Moment
from store.records import KeyDate, Profile, Stay
from store.rules.interviews import cancel_interview, edit_interview, move_interview
from store.rules.profile import set_key_date
from store.season import Season
from store.words import Mark, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_program, a_season, an_interview, at


def booked(zone: str = EASTERN, name: str = "Brightwater") -> Season:
    return a_season(a_program(name=name, status=Status.BOOKED), an_interview(starts=at("2026-12-03 08:00", zone)))


def ics(season: Season, **how: bool) -> bytes:
    return as_ics(calendar_entries(season, now=NOW, **how))


def events(text: bytes) -> dict[str, Any]:
    return {str(one["UID"]): one for one in Calendar.from_ical(text).walk("VEVENT")}


def the_interview(season: Season, **how: bool) -> Any:
    return events(ics(season, **how))["i-bright@prematch"]


def test_two_exports_of_one_season_are_the_same_to_the_byte() -> None:
    assert ics(booked()) == ics(booked())


@pytest.mark.parametrize("zone", [EASTERN, CENTRAL, "America/Phoenix", "Pacific/Honolulu", "America/Puerto_Rico"])
def test_an_interview_stands_in_its_own_zone_at_its_own_moment(zone: str) -> None:
    start = the_interview(booked(zone))["DTSTART"]
    assert start.params["TZID"] == zone
    assert start.dt == at("2026-12-03 08:00", zone).at


@pytest.mark.parametrize("stay", ["America/Denver", "CST"])
def test_another_home_that_is_asked_for_counts_and_a_zone_that_exists_nowhere_closes_nothing(stay: str) -> None:
    """As on screen: `--home` names where the applicant is, and a file may hold a zone that no form takes."""
    profile = Profile(home_zone="Europe/Warsaw", stays=(Stay(date(2026, 12, 1), stay),))
    season, asked = replace(booked(), profile=profile), NOW.seen_from("Asia/Kolkata")
    assert any("18:30 IST for you" in one.words for one in calendar_entries(season, now=asked))


@pytest.mark.parametrize("zone", [EASTERN, CENTRAL, "Europe/Warsaw", "Europe/Dublin", "America/Phoenix"])
def test_the_described_zone_shows_what_the_real_one_shows_at_every_hour_of_the_season(zone: str) -> None:
    text = ics(booked(zone)).decode().replace("\r\n", "\n")
    described, real = tzical(io.StringIO(text)).get(zone), ZoneInfo(zone)
    assert described is not None
    hours = (datetime(2026, 9, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(24 * 270))
    walls = (hour.astimezone(real) for hour in hours)
    wrong = [
        wall for wall in walls if not wall.fold and described.utcoffset(wall.replace(tzinfo=None)) != wall.utcoffset()
    ]
    # dateutil takes the second of two like hours for the first one; every other hour has one meaning
    assert [wall for wall in wrong if wall.replace(fold=1).utcoffset() == wall.utcoffset()] == []


def test_every_change_a_calendar_shows_raises_the_number_and_an_unseen_one_does_not() -> None:
    season = booked()
    assert the_interview(season)["SEQUENCE"] == 0
    season = move_interview(season, "i-bright", at("2026-12-04 08:00", EASTERN), now=NOW)
    assert the_interview(season)["SEQUENCE"] == 1
    season = edit_interview(season, "i-bright", link="https://meet.example/1", now=NOW.after(hours=1))
    assert the_interview(season)["SEQUENCE"] == 2
    assert the_interview(season)["DTSTAMP"].dt == NOW.after(hours=1).at
    season = edit_interview(season, "i-bright", uid="their-name", now=NOW.after(hours=2))
    assert the_interview(season)["SEQUENCE"] == 2
    season = cancel_interview(season, "i-bright", now=NOW.after(hours=3))
    assert (the_interview(season)["SEQUENCE"], the_interview(season)["STATUS"]) == (3, "CANCELLED")
    assert the_interview(season).walk("VALARM") == []


def test_moves_from_before_changes_were_kept_go_on_counting() -> None:
    season = move_interview(booked(), "i-bright", at("2026-12-04 08:00", EASTERN), now=NOW)
    older = replace(season, interviews=(replace(season.interviews[0], touched=()),))
    assert the_interview(older)["SEQUENCE"] == 1
    assert the_interview(edit_interview(older, "i-bright", minutes=60, now=NOW))["SEQUENCE"] == 2


def test_an_interview_of_a_program_put_away_before_it_is_cancelled_in_the_calendar() -> None:
    season = booked()
    gone = replace(season, programs=(replace(season.programs[0], trashed=NOW),))
    assert the_interview(gone)["STATUS"] == "CANCELLED"
    assert the_interview(gone)["SEQUENCE"] == 1


def test_an_interview_reminds_a_day_and_an_hour_before() -> None:
    alarms = [alarm["TRIGGER"].dt for alarm in the_interview(booked()).walk("VALARM")]
    assert alarms == [timedelta(days=-1), timedelta(hours=-1)]


def test_signs_that_mean_something_to_calendars_and_long_names_come_through_whole() -> None:
    name = "Żółć, Kraków; Children’s \\ Hospital 東京 " + "ä" * 120
    text = ics(booked(name=name))
    assert the_interview(booked(name=name))["SUMMARY"] == f"Interview: {name}"
    assert max(map(len, text.split(b"\r\n"))) <= 75
    assert b"\n" not in text.replace(b"\r\n", b"")


def test_private_tells_no_program_no_zone_of_it_and_no_word_typed_by_hand() -> None:
    season = booked(CENTRAL)
    season = set_key_date(season, KeyDate("d-secret", "Call Brightwater", NOW, mark=Mark.OWN), now=NOW)
    text = ics(season, private=True)
    assert b"Brightwater" not in text
    assert b"Chicago" not in text
    assert the_interview(season, private=True)["DTSTART"].dt == at("2026-12-03 08:00", CENTRAL).at
    assert events(text).keys() == events(ics(season)).keys()


def test_the_certification_deadline_is_a_day_at_home_and_a_moment_with_both_clocks_and_how_sure_it_is() -> None:
    found = {name: one for name, one in events(ics(booked())).items() if "21:00 EST" in str(one.get("DESCRIPTION"))}
    day = next(one for name, one in found.items() if ".day@" in name)
    moment = next(one for name, one in found.items() if ".moment@" in name)
    assert day["DTSTART"].dt == date(2027, 3, 4)
    assert moment["DTSTART"].dt == datetime(2027, 3, 4, 2, tzinfo=UTC)
    assert "Thu 4 Mar 2027 03:00 CET" in moment["DESCRIPTION"]
    assert "confirm on nrmp.org" in moment["DESCRIPTION"]
    assert moment["SUMMARY"].endswith("(expected)")


def test_the_file_is_for_its_owner_alone_and_written_again_only_over_its_own(tmp_path: Path) -> None:
    path = tmp_path / "season.ics"
    write_calendar(path, calendar_entries(booked(), now=NOW))
    first = path.read_bytes()
    assert S_IMODE(path.stat().st_mode) == 0o600
    write_calendar(path, calendar_entries(booked(), now=NOW))
    assert path.read_bytes() == first
    other = tmp_path / "work.ics"
    other.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    with pytest.raises(RuleBroken, match="no calendar prematch wrote"):
        write_calendar(other, calendar_entries(booked(), now=NOW))
    assert other.read_bytes() == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_after_an_undo_the_number_goes_on_rising_so_that_calendars_take_the_earlier_form(tmp_path: Path) -> None:
    path, before = tmp_path / "season.ics", booked()
    moved = move_interview(before, "i-bright", at("2026-12-04 08:00", EASTERN), now=NOW)
    write_calendar(path, calendar_entries(moved, now=NOW))
    write_calendar(path, calendar_entries(before, now=NOW))
    assert events(path.read_bytes())["i-bright@prematch"]["SEQUENCE"] == 2
    again = path.read_bytes()
    write_calendar(path, calendar_entries(before, now=NOW))
    assert path.read_bytes() == again


def test_an_entry_the_season_no_longer_has_is_told(tmp_path: Path) -> None:
    path = tmp_path / "season.ics"
    write_calendar(path, calendar_entries(booked(), now=NOW))
    handed = write_calendar(path, calendar_entries(replace(booked(), interviews=()), now=NOW))
    assert handed.gone == ("Interview: Brightwater",)


def test_an_instant_of_a_moment_is_what_a_reader_gets_back() -> None:
    for one in calendar_entries(booked(), now=NOW):
        read = events(ics(booked()))[one.uid]["DTSTART"].dt
        assert read == (one.starts.at if isinstance(one.starts, Moment) else one.starts)
