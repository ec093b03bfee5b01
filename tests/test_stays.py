"""Where the applicant is, day by day, and every clock that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.agenda import Agenda, agenda
from store.courtesy import notice_words
from store.dates import home_at, home_of, home_zone_on, show_for
from store.errors import RuleBroken
from store.filters import parse_filter
from store.glance import glance
from store.key_dates import days_ahead
from store.lanes import EventKind, SpanKind
from store.moments import Moment, zone_named
from store.month import day_marks
from store.picture.page import page_of
from store.ranking.sheet import deadline_words
from store.records import KeyDate, Profile, Stay, Task
from store.rules.profile import begin_stay, end_stay
from store.season import Season
from store.season_file import SeasonFile
from store.timeline import timeline
from store.words import Status
from tests.command_shell import Shell, piped
from tests.examples import EASTERN, NOW, a_program, a_season, an_interview, at, items
from tui.clock import the_clock
from tui.command_line.agenda_words import ahead, urgent_words
from tui.key_date_lines import key_date_section
from tui.message_table import ago
from tui.program_story import next_lines
from tui.review_sections import LATER, OPEN_SECTIONS, SNOOZED, review
from tui.review_table import table_of
from tui.state import state_of

PHOENIX, TOKYO = "America/Phoenix", "Asia/Tokyo"
TO_TOKYO = Stay(date(2026, 11, 30), TOKYO, date(2026, 12, 20))
TRIP = Stay(date(2026, 11, 30), PHOENIX, date(2026, 12, 6))
ZONES = ("Europe/Warsaw", "Europe/Dublin", "America/Grenada", PHOENIX, "Pacific/Auckland", "Asia/Kolkata", "UTC")


def abroad(wall: str = "2026-12-03 16:00") -> Season:
    """An interview in an afternoon in the East, taken from Tokyo, where it is the next morning."""
    program = a_program(status=Status.BOOKED, since=at("2026-11-20 10:00"))
    return begin_stay(a_season(program, an_interview(starts=at(wall, EASTERN))), TO_TOKYO, now=NOW)


def travelling() -> Season:
    season = a_season(a_program(status=Status.BOOKED, since=at("2026-11-20 10:00")), an_interview())
    return begin_stay(season, TRIP, now=NOW)


class TestStays:
    """Rules about them."""

    def test_a_trip_ends_and_home_is_home_again(self) -> None:
        profile = travelling().profile
        days = [date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 7)]
        assert [home_zone_on(profile, day, "UTC") for day in days] == [
            "Europe/Warsaw",
            PHOENIX,
            PHOENIX,
            "Europe/Warsaw",
        ]

    def test_a_trip_inside_an_open_stay_leads_back_to_that_stay(self) -> None:
        season = begin_stay(travelling(), Stay(date(2026, 11, 1), "Europe/Dublin"), now=NOW)
        assert home_zone_on(season.profile, date(2026, 12, 1), "UTC") == PHOENIX
        assert home_zone_on(season.profile, date(2026, 12, 9), "UTC") == "Europe/Dublin"

    @pytest.mark.parametrize("start", [date(2026, 12, 1), date(2026, 12, 6)])
    def test_being_in_two_places_at_once_is_refused_with_a_sentence(self, start: date) -> None:
        with pytest.raises(RuleBroken, match=r"at once\. End the one before the other begins; nothing was changed"):
            begin_stay(travelling(), Stay(start, "Asia/Tokyo"), now=NOW)

    def test_an_end_before_the_beginning_is_refused(self) -> None:
        with pytest.raises(RuleBroken, match="before it begins"):
            begin_stay(a_season(), Stay(date(2026, 12, 2), PHOENIX, date(2026, 12, 1)), now=NOW)

    def test_the_day_after_a_trip_another_may_begin(self) -> None:
        season = begin_stay(travelling(), Stay(date(2026, 12, 7), "Asia/Tokyo"), now=NOW)
        assert home_zone_on(season.profile, date(2026, 12, 7), "UTC") == "Asia/Tokyo"

    def test_a_stay_that_begins_on_the_same_day_takes_its_place(self) -> None:
        season = begin_stay(travelling(), replace(TRIP, zone="Asia/Tokyo"), now=NOW)
        assert season.profile.stays == (replace(TRIP, zone="Asia/Tokyo"),)

    def test_a_stay_is_forgotten_by_its_first_day(self) -> None:
        assert end_stay(travelling(), TRIP.start, now=NOW).profile.stays == ()
        with pytest.raises(RuleBroken, match="No stay begins on Tue 1 Dec 2026"):
            end_stay(travelling(), date(2026, 12, 1), now=NOW)


class TestClocks:
    """What is shown."""

    def test_an_interview_is_shown_on_the_clock_of_where_one_will_be(self) -> None:
        season = travelling()
        starts = season.interviews[0].starts
        assert show_for(season.profile, starts, NOW) == "Thu 3 Dec 2026 09:00 EST = 07:00 MST for you"
        assert show_for(season.profile, starts, NOW.seen_from("Asia/Tokyo")).endswith("23:00 JST here")

    def test_the_reason_of_a_follow_up_shows_it_too(self) -> None:
        season, then = travelling(), at("2026-11-28 12:00")
        assert "09:00 EST = 07:00 MST for you" in items(season, "F04", then)[0].why

    def test_the_month_has_the_hour_of_that_day_s_clock(self) -> None:
        assert day_marks(travelling(), NOW).interviews[date(2026, 12, 3)] == ("07:00 MST Brightwater",)

    def test_lane_ruler_and_next_step_have_the_day_it_is_there(self) -> None:
        season = abroad()
        shown = timeline(season, agenda(season, now=NOW), now=NOW)
        lane, fourth = shown.every_lane[0], date(2026, 12, 4)
        (interview,) = (event for event in lane.events if event.kind is EventKind.BOOKED)
        assert (interview.day, lane.spot_of(interview)) == (fourth, (fourth, 0))
        assert dict(shown.load) == {fourth: 1} and dict(shown.load_by_spot) == {(fourth, 0): 1}
        alone = timeline(season, Agenda(), now=NOW).every_lane[0]
        assert alone.next and (alone.next.day, alone.next.signed, alone.next.words) == (fourth, "+10d", "interview Fri")
        (lead,) = (span for span in lane.spans if span.kind is SpanKind.LEAD)
        assert (lead.last, lead.ends) == (fourth, 0)

    def test_lane_review_glance_and_command_count_the_days_until_it_alike(self) -> None:
        season = abroad()
        task = Task("t-call01", "Call them", at("2026-12-03 16:00", EASTERN), "p-bright")
        season = replace(season, interviews=(), tasks=(task,))
        found, state = agenda(season, now=NOW), state_of(season, NOW)
        step = timeline(season, found, now=NOW).every_lane[0].next
        assert step is not None and step.signed == "+10d"
        items = review(state, parse_filter("")).sections[LATER]
        assert table_of(LATER, items, state, 80)[1][0].cells[0][0] == "+10d"
        assert next_lines(state, season.programs[0]) == ("+10d Call them",)
        assert parse_filter("due<11d").matches(season, found, season.programs[0], NOW)
        assert not parse_filter("due<10d").matches(season, found, season.programs[0], NOW)
        (item,) = found.open
        assert urgent_words(season, item, NOW) == "due in 10 days"

    def test_notice_key_date_and_deadline_count_the_days_where_one_is_by_then(self) -> None:
        starts, profile = at("2026-12-03 16:00", EASTERN), abroad().profile
        assert "it begins in 10 days." in notice_words(profile, starts, NOW)
        assert notice_words(profile, starts.after(days=14), NOW).endswith("06:00 JST for you, in 10 days.")
        certify = KeyDate("rank-deadline", "Certify", starts)
        assert days_ahead(certify, NOW, home_of(profile, NOW)) == 10
        assert deadline_words(replace(abroad(), key_dates=(certify,)), NOW).endswith(", in 10 days")

    def test_what_is_behind_keeps_the_day_it_was_at_home(self) -> None:
        then = at("2026-12-10 12:00").seen_from(TOKYO)
        program = a_program(status=Status.APPLIED, since=at("2026-11-20 20:00"))
        season = begin_stay(a_season(program), TO_TOKYO, now=NOW)
        (lane,) = timeline(season, Agenda(), now=then).every_lane
        assert lane.spans[0].first == date(2026, 11, 20)
        assert ago(at("2026-11-20 20:00"), then, home_of(season.profile, then)) == "Fri 20 Nov"

    def test_where_another_home_is_asked_for_the_lane_has_its_days(self) -> None:
        season = abroad()
        (lane,) = timeline(season, Agenda(), now=NOW.seen_from("Europe/Dublin")).every_lane
        assert lane.events[-1].day == date(2026, 12, 3)

    def test_clashes_key_dates_and_the_month_fall_on_the_same_day_as_the_lane(self) -> None:
        season = abroad()
        season = replace(
            season, interviews=(*season.interviews, replace(season.interviews[0], id="i-2", program_id="p-2"))
        )
        other = replace(season.programs[0], id="p-2", name="Fenwick")
        season = replace(season, programs=(*season.programs, other))
        shown, marks = timeline(season, Agenda(), now=NOW), day_marks(season, NOW)
        assert shown.clash_days == marks.clash_days == {date(2026, 12, 4)}
        assert shown.clash_spots == {(date(2026, 12, 4), 0)}
        assert set(marks.key_days) == {one.day for one in shown.key_days}

    def test_the_glance_counts_it_in_the_week_it_falls_in_there(self) -> None:
        season = begin_stay(abroad("2026-12-06 16:00"), TO_TOKYO, now=NOW)
        held = glance(season, Agenda(), now=at("2026-12-02 12:00").seen_from(TOKYO)).interviews
        assert held == ()

    def test_the_picture_has_its_day_and_says_whose_clock_it_is(self) -> None:
        season = abroad()
        page = page_of(season, agenda(season, now=NOW), now=NOW, private=False)
        assert "<td>Fri 4 Dec 2026</td><td>06:00 JST</td>" in page

    def test_a_zone_that_a_file_holds_and_nobody_knows_is_passed_over(self) -> None:
        profile = Profile(home_zone="Europe/Warsaw", stays=(Stay(date(2026, 12, 1), "Mars/Base"),))
        assert home_at(profile, at("2026-12-05 10:00"), NOW) == "Europe/Warsaw"

    def test_the_agenda_the_interviews_and_show_agree_in_the_command_line(self, demo: Shell) -> None:
        assert demo("where", PHOENIX, "--from", "2026-11-25", "--until", "2026-12-31").code == 0
        (one,) = (
            each for each in demo("agenda", "30d", "--json").json["interviews"] if "Brightwater" in each["program"]
        )
        assert one["home_zone"] == PHOENIX and one["starts_home"].endswith("-07:00")
        assert "MST for you" in demo("show", "brightwater").out and "MST for you" in demo("agenda", "30d").out
        assert "MST for you" not in demo("agenda", "30d", "--home", "Asia/Tokyo").out


class TestWhere:
    """`prematch where`."""

    def test_it_tells_today_home_and_what_is_to_come(self, demo: Shell) -> None:
        said = demo("where").out
        assert said.startswith("today, Tue 24 Nov 2026: Europe/Warsaw\nat home: Europe/Warsaw\n")
        assert "from Tue 2 Feb 2027 on in America/New_York" in said
        assert demo("where", "--json").json["stays"][0]["until"] is None

    def test_a_trip_is_kept_undone_and_forgotten(self, demo: Shell) -> None:
        assert demo("where", "Phoenix", "--from", "2026-12-10", "--until", "2026-12-12").code == 0
        assert "from Thu 10 Dec 2026 until Sat 12 Dec 2026 in America/Phoenix" in demo("where").out
        assert demo("where", "--forget", "2026-12-10").code == 0 and "Phoenix" not in demo("where").out
        assert demo("undo").code == 0 and "Phoenix" in demo("where").out

    @pytest.mark.parametrize(
        "argv",
        [
            ("where", "--from", "2026-12-10"),
            ("where", "CST"),
            ("where", PHOENIX, "--forget", "2026-12-10"),
            ("where", "--forget", "2026-12-10"),
            ("where", PHOENIX, "--from", "2026-12-10", "--until", "2026-12-09"),
        ],
    )
    def test_what_makes_no_sense_is_refused_and_changes_nothing(self, demo: Shell, argv: tuple[str, ...]) -> None:
        before = demo.season
        said = demo(*argv)
        assert said.code == 2 and said.err and demo.season == before


days = st.dates(date(2026, 9, 1), date(2027, 3, 31))


@given(st.sampled_from(ZONES), st.sampled_from(ZONES), days, st.integers(0, 40), st.integers(0, 212 * 1440))
def test_screen_and_command_agree_wherever_and_whenever(
    home: str, away: str, start: date, length: int, minute: int
) -> None:
    season = a_season(
        a_program(status=Status.BOOKED, since=at("2026-11-20 10:00")),
        an_interview(),
        profile=Profile(home_zone=home, stays=(Stay(start, away, start + timedelta(days=length)),)),
    )
    instant = at("2026-09-01 00:00").after(minutes=minute)
    now = the_clock(now=instant.at.isoformat())(season.profile)
    found = agenda(season, now=now)
    sections = review(state_of(season, now), parse_filter("")).sections
    shown = {one.follow_up.key for name in (*OPEN_SECTIONS, SNOOZED) for one in sections[name] if one.follow_up}
    assert shown == {one.key for one in ahead(season, found, "all", now=now).items}
    assert {one.follow_up.key for name in OPEN_SECTIONS for one in sections[name] if one.follow_up} == {
        one.key for one in found.open
    }
    assert home_at(season.profile, now, now) == now.zone
    starts = season.interviews[0].starts
    here = Moment(starts.at, home_at(season.profile, starts, now))
    assert here.local == starts.at.astimezone(zone_named(here.zone))


def test_the_data_of_an_interview_name_the_zone_its_hour_at_home_is_told_in(shell: Shell) -> None:
    shell("add", "Fenwick", "--status", "INV")
    shell("book", "fenwick", "2026-12-03 08:00", "--zone", "America/Chicago")
    shell("where", PHOENIX, "--from", "2026-11-30", "--until", "2026-12-06")
    (told,) = shell("show", "fenwick", "--json").json["interviews"]
    assert (told["home_zone"], told["starts_home"]) == (PHOENIX, "2026-12-03T07:00:00-07:00")


def test_the_stays_a_profile_shows_can_be_typed_as_they_stand(demo: Shell) -> None:
    assert demo("where", "America/Phoenix", "--from", "2027-01-10", "--until", "2027-01-20").code == 0
    assert demo("where", "Asia/Tokyo", "--from", "2026-11-20", "--until", "2026-11-25").code == 0
    before = demo.season.profile.stays
    (line,) = (line for line in demo("profile").out.splitlines() if line.startswith("stays="))
    assert "2027-01-10 America/Phoenix until 2027-01-20" in line
    assert "it is so already" in demo("profile", line).err
    assert demo("profile", "stays=").code == 0
    assert demo("profile", line).code == 0
    assert demo.season.profile.stays == before


def test_lanes_and_forms_tell_the_clock_where_the_applicant_will_be(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_offer = a_program("p-thimble", "Thimble Rock", Status.INVITED, offered=(at("2026-12-04 09:00", EASTERN),))
    season = travelling()
    with SeasonFile.open(shell.path) as file:
        file.save(replace(season, programs=(*season.programs, on_offer)))
    assert "interview, Thu 3 Dec 2026 09:00 EST = 07:00 MST for you" in shell("timeline", "--plain").out
    monkeypatch.setattr("sys.stdin", piped(b"thimble\n?\n1\nq\n"))
    said = shell("form", "interview").out
    assert said.count("Fri 4 Dec 2026 09:00 EST = 07:00 MST for you") == 2


def test_a_key_date_is_as_many_days_away_in_every_list_as_where_the_applicant_is_by_then() -> None:
    profile = Profile(home_zone="Europe/Warsaw", stays=(Stay(date(2027, 2, 1), "America/Phoenix", date(2027, 4, 1)),))
    state = state_of(replace(Season(), profile=profile), at("2026-11-24T14:00", "Europe/Warsaw"))
    rows = {row.key: row.cells[0][0] for row in key_date_section(state, 120).rows if row.key}
    assert rows["rank-deadline"].strip() == "+99d"  # 21:00 EST is the same Wednesday in Phoenix
