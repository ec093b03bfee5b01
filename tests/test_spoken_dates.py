"""What people type is understood in one way and said back, or asked about in one sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates import show_moment
from store.errors import RuleBroken, SeasonError, Unclear
from store.moments import Moment, moment_at
from store.spoken_dates import understand_day, understand_moment, understand_until

WARSAW, CHICAGO = "Europe/Warsaw", "America/Chicago"
NOW = moment_at(datetime.fromisoformat("2026-11-24T14:00"), WARSAW)
"""A Tuesday afternoon at home."""

GIVEN, NOT_GIVEN = True, False


def heard(text: str, *, past: bool = False) -> str:
    """What is understood of a text about a program in Chicago."""
    return show_moment(understand_moment(text, now=NOW, zone=CHICAGO, past=past).moment)


def asked(text: str, *, past: bool = False) -> Unclear:
    """The question a text leads to."""
    with pytest.raises(Unclear) as raised:
        understand_moment(text, now=NOW, zone=CHICAGO, past=past)
    return raised.value


@pytest.mark.parametrize(
    ("text", "moment", "zone_given"),
    [
        ("2026-12-03 08:00", "Thu 3 Dec 2026 08:00 CST", NOT_GIVEN),
        ("2026-12-03T08:00:30", "Thu 3 Dec 2026 08:00 CST", NOT_GIVEN),
        ("2026-12-03T08:00-06:00", "Thu 3 Dec 2026 08:00 CST", GIVEN),
        ("2026-12-03T14:00Z", "Thu 3 Dec 2026 08:00 CST", GIVEN),
        ("2026-12-03T08:00-06:00[America/Chicago]", "Thu 3 Dec 2026 08:00 CST", GIVEN),
        ("2026-12-03 09:00 America/New_York", "Thu 3 Dec 2026 09:00 EST", GIVEN),
        ("2026-12-03 09:00 america/new york", "Thu 3 Dec 2026 09:00 EST", GIVEN),
        ("fri 14:00", "Fri 27 Nov 2026 14:00 CST", NOT_GIVEN),
        ("on fri at 2 pm", "Fri 27 Nov 2026 14:00 CST", NOT_GIVEN),
        ("14:00 friday", "Fri 27 Nov 2026 14:00 CST", NOT_GIVEN),
        ("2 dec 9am", "Wed 2 Dec 2026 09:00 CST", NOT_GIVEN),
        ("Dec 2 9:30 pm", "Wed 2 Dec 2026 21:30 CST", NOT_GIVEN),
        ("December 2nd, 2026 at 9.30 p.m.", "Wed 2 Dec 2026 21:30 CST", NOT_GIVEN),
        ("2-dec-2026 14h30", "Wed 2 Dec 2026 14:30 CST", NOT_GIVEN),
        ("2nd of December noon", "Wed 2 Dec 2026 12:00 CST", NOT_GIVEN),
        ("2 dec 12am", "Wed 2 Dec 2026 00:00 CST", NOT_GIVEN),
        ("2 dec 12pm", "Wed 2 Dec 2026 12:00 CST", NOT_GIVEN),
        ("tomorrow 8am", "Wed 25 Nov 2026 08:00 CST", NOT_GIVEN),
        ("next mon 8:00", "Mon 30 Nov 2026 08:00 CST", NOT_GIVEN),
        ("3d 9:00", "Fri 27 Nov 2026 09:00 CST", NOT_GIVEN),
        ("thu 3 dec 2026 08:00 America/Chicago", "Thu 3 Dec 2026 08:00 CST", GIVEN),
        ("thu, 3 dec, 8:00 a.m., Chicago", "Thu 3 Dec 2026 08:00 CST", GIVEN),
        ("thu 3 dec 08:00 in Chicago", "Thu 3 Dec 2026 08:00 CST", GIVEN),
        ("2 dec 9am eastern", "Wed 2 Dec 2026 09:00 EST", GIVEN),
        ("2 dec 9am Central Time", "Wed 2 Dec 2026 09:00 CST", GIVEN),
        ("2 dec 9am mountain", "Wed 2 Dec 2026 09:00 MST", GIVEN),
        ("2 dec 9am pacific time", "Wed 2 Dec 2026 09:00 PST", GIVEN),
        ("2 dec 9am Portland, OR", "Wed 2 Dec 2026 09:00 PST", GIVEN),
        ("2 dec 9am Washington, D.C.", "Wed 2 Dec 2026 09:00 EST", GIVEN),
        ("2 dec 9am Poland", "Wed 2 Dec 2026 09:00 CET", GIVEN),
        ("2 dec 9am here", "Wed 2 Dec 2026 09:00 CET", GIVEN),
        ("2 dec 9am my time", "Wed 2 Dec 2026 09:00 CET", GIVEN),
        ("2 dec 9am utc", "Wed 2 Dec 2026 09:00 UTC", GIVEN),
        ("2 dec 15:00 UTC+1", "Wed 2 Dec 2026 08:00 CST", GIVEN),
        ("2 dec 9am est", "Wed 2 Dec 2026 09:00 EST", GIVEN),
        ("1 nov 2026 01:30 EST", "Sun 1 Nov 2026 01:30 EST", GIVEN),  # the letters settle which of the two
        ("1 nov 2026 01:30 EDT", "Sun 1 Nov 2026 01:30 EDT", GIVEN),
        ("2026-11-01T01:30-06:00 America/Chicago", "Sun 1 Nov 2026 01:30 CST", GIVEN),
        ("now", "Tue 24 Nov 2026 07:00 CST", GIVEN),
        ("5h", "Tue 24 Nov 2026 12:00 CST", GIVEN),
        ("in 90 minutes", "Tue 24 Nov 2026 08:30 CST", GIVEN),
        ("2 hours ago", "Tue 24 Nov 2026 05:00 CST", GIVEN),
        ("٢ dec ١٤:٣٠", "Wed 2 Dec 2026 14:30 CST", NOT_GIVEN),  # Arabic digits are digits
        ("\u200e2 dec\t9am\u202c", "Wed 2 Dec 2026 09:00 CST", NOT_GIVEN),  # pasted direction marks
    ],
)
def test_a_moment_with_one_meaning_is_understood(text: str, moment: str, zone_given: bool) -> None:
    understood = understand_moment(text, now=NOW, zone=CHICAGO)
    assert show_moment(understood.moment) == moment
    assert understood.zone_given is zone_given
    assert understood.time_given
    assert understood.said.startswith(moment)


def test_what_was_understood_is_said_with_the_name_of_the_zone() -> None:
    understood = understand_moment("2 dec 9am eastern", now=NOW, zone=CHICAGO)
    assert understood.said == "Wed 2 Dec 2026 09:00 EST (America/New_York)"
    assert understood.moment.zone == "America/New_York"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "2 jul 2027 9am EST",
            "Fri 2 Jul 2027 09:00 EDT (America/New_York). EST on 2 Jul means New York time, which is EDT then.",
        ),
        (
            "2 dec 9am EDT",
            "Wed 2 Dec 2026 09:00 EST (America/New_York). EDT on 2 Dec means New York time, which is EST then.",
        ),
    ],
)
def test_eastern_letters_of_the_other_season_mean_new_york_and_that_is_said(text: str, said: str) -> None:
    assert understand_moment(text, now=NOW, zone=CHICAGO).said == said


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("CST", ("America/Chicago", "Asia/Shanghai", "America/Havana")),
        ("ist", ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin")),
        ("AST", ("America/Puerto_Rico", "America/Halifax", "Asia/Riyadh")),
        ("PST", ("America/Los_Angeles", "Asia/Manila")),
        ("ET", ("America/New_York",)),
        ("GMT", ("Europe/London", "Africa/Accra", "UTC")),
        ("chicag", ("America/Chicago",)),
    ],
)
def test_bare_letters_and_half_names_are_answered_with_places(text: str, choices: tuple[str, ...]) -> None:
    question = asked(f"2 dec 9am {text}")
    assert question.choices == choices
    assert choices[0] in str(question)


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("2 dec 9am Portland", ("America/Los_Angeles", "America/New_York")),
        ("2 dec 9am Birmingham", ("America/Chicago", "Europe/London")),
        ("2 dec 9am Tennessee", ("America/Chicago", "America/New_York")),
        ("2 dec 9am Nowhere Creek, TX", ("America/Chicago", "America/Denver")),
    ],
)
def test_a_place_with_several_clocks_is_asked_about_and_each_answer_can_be_typed(
    text: str, zones: tuple[str, ...]
) -> None:
    choices = asked(text).choices
    assert [understand_moment(choice, now=NOW, zone=CHICAGO).moment.zone for choice in choices] == list(zones)


def test_a_name_shared_by_places_on_one_clock_is_no_question() -> None:
    assert heard("2 dec 9am Richmond") == "Wed 2 Dec 2026 09:00 EST"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("1.2.2027 9:00", ("1 Feb 2027", "2 Jan 2027")),
        ("01/02/03", ("1 Feb 2003", "2 Jan 2003", "3 Feb 2001")),
        ("12/3 9am", ("12 Mar 2027", "3 Dec 2026")),
        ("fri 12/3", ("12 Mar 2027", "3 Dec 2026")),
        ("25.12.2026", ("25 Dec 2026",)),
        ("2027/02/01", ("1 Feb 2027",)),
        ("99/99", ()),
    ],
)
def test_numbers_alone_never_name_a_day(text: str, choices: tuple[str, ...]) -> None:
    question = asked(text)
    assert question.choices == choices
    assert "word" in str(question)
    assert all(choice in str(question) for choice in choices)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Nothing was typed"),
        ("   \t ", "Nothing was typed"),
        ("9" * 5000, "5,000 characters"),
        ("9" * 100, "is not a day and time"),
        ("soon", "is not a day and time"),
        ("31 april", "April 2027 has 30 days"),
        ("29 feb 2027", "February 2027 has 28 days"),
        ("2027-02-29 10:00", "February 2027 has 28 days"),
        ("2026-13-01", "no month 13"),
        ("0 dec", "no day 0"),
        ("0001-01-01 10:00", "year 1 lies outside"),
        ("9999-12-31", "year 9999 lies outside"),
        ("10000-01-01", "year 10000 lies outside"),
        ("3 dec 99999999999999999999", "99999999…"),
        ("2 dec 26", "neither a full year nor a time"),
        ("2 dec 24:00", "00:00 of the next day"),
        ("2 dec 25:00", "hours run to 23"),
        ("2 dec 9:75", "minutes to 59"),
        ("2 dec 13pm", "from 1 to 12"),
        ("2 dec midnight", "two days"),
        ("dec", "Which day of December"),
        ("fri 3 dec", "3 Dec 2026 is a Thursday, not a Friday"),
        ("mon 2026-12-02 9:00", "2 Dec 2026 is a Wednesday, not a Monday"),
        ("9am", "on which day"),
        ("2 dec 9am Mars/Phobos", "not a time or a place"),
        ("2 dec 9am ../../etc/passwd", "not a time or a place"),
        ("2 dec 9am Europe", "no single place"),
        ("2 dec 9am +25:00", "no distance from UTC"),
        ("2 dec 9am +01:00 +02:00", "two distances"),
        ("2 dec 9am +01:00 Portland", "Which zone is meant"),
        ("2026-12-03T08:00-05:00 America/Chicago", "keeps UTC-06:00 then"),
        ("2 dec 9am 10am", "not a time or a place"),
        ("2 dec +01:00", "At what time"),
        ("9999d", "too far away"),
        ("in 3 days ago", "points both ways"),
        ("in 3 hours ago", "points both ways"),
    ],
)
def test_what_has_no_single_meaning_is_one_sentence(text: str, says: str) -> None:
    sentence = str(asked(text))
    assert says in sentence
    assert len(sentence) < 320
    assert "\n" not in sentence


def test_a_skipped_hour_offers_the_hours_beside_it() -> None:
    question = asked("14 mar 2027 02:30 New York")
    assert "does not exist" in str(question)
    assert [heard(choice) for choice in question.choices] == ["Sun 14 Mar 2027 01:30 EST", "Sun 14 Mar 2027 03:30 EDT"]


def test_an_hour_that_comes_twice_offers_both() -> None:
    question = asked("2026-11-01 01:30")
    assert "first CDT, then CST" in str(question)
    assert [heard(choice) for choice in question.choices] == ["Sun 1 Nov 2026 01:30 CDT", "Sun 1 Nov 2026 01:30 CST"]


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("next fri 9am", ("Fri 27 Nov 2026", "Fri 4 Dec 2026")),  # of this week or of the next
        ("last mon", ("Mon 16 Nov 2026", "Mon 23 Nov 2026")),
        ("tue 18:00", ("today", "Tue 1 Dec 2026")),  # said on a Tuesday
        ("20 nov", ("20 Nov 2026", "20 Nov 2027")),  # four days ago, and far ahead
    ],
)
def test_a_day_with_two_readings_is_asked_about(text: str, choices: tuple[str, ...]) -> None:
    assert asked(text).choices == choices


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 25)),
        ("yesterday", date(2026, 11, 23)),
        ("3d", date(2026, 11, 27)),
        ("+3d", date(2026, 11, 27)),
        ("in 3 days", date(2026, 11, 27)),
        ("2w", date(2026, 12, 8)),
        ("in 1 month", date(2026, 12, 24)),
        ("3 months", date(2027, 2, 24)),
        ("3 days ago", date(2026, 11, 21)),
        ("mon", date(2026, 11, 30)),
        ("Weds", date(2026, 11, 25)),
        ("thursday", date(2026, 11, 26)),
        ("this sun", date(2026, 11, 29)),
        ("coming tue", date(2026, 12, 1)),
        ("next tue", date(2026, 12, 1)),
        ("last tue", date(2026, 11, 17)),
        ("on 2 dec", date(2026, 12, 2)),
        ("2dec", date(2026, 12, 2)),
        ("sept. 2 2026", date(2026, 9, 2)),
        ("24 nov", date(2026, 11, 24)),
        ("1 mar", date(2027, 3, 1)),  # the next one, within the season
        ("2026-1-5", date(2026, 1, 5)),
    ],
)
def test_a_day_is_counted_from_today_at_home(text: str, day: date) -> None:
    assert understand_day(text, now=NOW) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20 nov", date(2026, 11, 20)),
        ("12 sep", date(2026, 9, 12)),
        ("fri", date(2026, 11, 20)),
        ("thu 19 nov", date(2026, 11, 19)),
        ("24 nov", date(2026, 11, 24)),
        ("2 weeks ago", date(2026, 11, 10)),
    ],
)
def test_what_has_happened_is_looked_for_behind_today(text: str, day: date) -> None:
    assert understand_day(text, now=NOW, past=True) == day


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("2 dec", ("2 Dec 2025", "2 Dec 2026")),
        ("3d", ("3 d ago",)),
        ("5h", ("5h ago",)),
        ("9am", ("today 09:00", "yesterday 09:00")),
        ("tue", ("today", "Tue 17 Nov 2026")),
        ("12/3", ("12 Mar 2026",)),
    ],
)
def test_what_has_happened_cannot_lie_ahead(text: str, choices: tuple[str, ...]) -> None:
    assert asked(text, past=True).choices == choices


def test_over_new_year_the_past_is_in_the_old_year_and_the_future_in_the_new() -> None:
    january = moment_at(datetime.fromisoformat("2027-01-05T09:00"), WARSAW)
    assert understand_day("28 dec", now=january, past=True) == date(2026, 12, 28)
    assert understand_day("19 mar", now=january) == date(2027, 3, 19)


def test_today_is_the_day_at_home_even_while_the_program_has_another() -> None:
    after_midnight = moment_at(datetime.fromisoformat("2026-11-25T01:00"), WARSAW)
    understood = understand_moment("today 9am", now=after_midnight, zone=CHICAGO)
    assert show_moment(understood.moment) == "Wed 25 Nov 2026 09:00 CST"


@pytest.mark.parametrize("text", ["2 dec 9am", "2 dec Chicago", "fri 14:00"])
def test_a_day_takes_no_clock_and_no_zone(text: str) -> None:
    with pytest.raises(Unclear, match="Only a day"):
        understand_day(text, now=NOW)


def test_nonsense_is_no_day() -> None:
    with pytest.raises(Unclear, match="is not a day"):
        understand_day("whenever", now=NOW)


def test_a_day_alone_is_its_noon_and_says_that_no_time_was_given() -> None:
    understood = understand_moment("2 dec", now=NOW, zone=CHICAGO)
    assert show_moment(understood.moment) == "Wed 2 Dec 2026 12:00 CST"
    assert not understood.time_given
    assert understood.said == "Wed 2 Dec 2026, no time given (America/Chicago)"


def test_where_the_start_counts_a_day_alone_is_not_enough() -> None:
    with pytest.raises(Unclear, match="At what time on Wed 2 Dec 2026"):
        understand_moment("2 dec", now=NOW, zone=CHICAGO, need_time=True)


def test_today_alone_is_never_later_than_now_for_what_has_happened() -> None:
    morning = moment_at(datetime.fromisoformat("2026-11-24T09:00"), WARSAW)
    assert understand_moment("today", now=morning, zone=WARSAW, past=True).moment == morning
    assert understand_moment("today", now=NOW, zone=WARSAW, past=True).moment.local.hour == 12


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03T08:00-06:00",
        "2026-12-03 08:00-0600",
        "2026-12-03T14:00:00Z",
        "2026-12-03 08:00 America/Chicago",
        "2026-12-03T08:00:00-06:00[America/Chicago]",
        "2026-12-03T14:00 UTC",
    ],
)
def test_scripts_may_use_iso_with_offset_or_zone(text: str) -> None:
    understood = understand_moment(text, now=NOW, zone=WARSAW, strict=True)
    assert understood.moment.at == datetime(2026, 12, 3, 14, tzinfo=UTC)
    assert understood.zone_given


@pytest.mark.parametrize(
    "text",
    [
        "fri 14:00",
        "3d",
        "now",
        "2026-12-03",
        "2026-12-03T08:00",
        "2026-12-03 08:00 CST",
        "2026-12-03 08:00 EST",
        "2026-12-03 08:00 Chicago",
        "2026-12-03 America/Chicago",
        "3 dec 2026 08:00 America/Chicago",
    ],
)
def test_scripts_may_use_nothing_that_depends_on_today_or_on_words(text: str) -> None:
    with pytest.raises(Unclear, match="not exact enough"):
        understand_moment(text, now=NOW, zone=WARSAW, strict=True)


def test_an_exact_form_with_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(Unclear, match="mars/phobos"):
        understand_moment("2026-12-03 08:00 Mars/Phobos", now=NOW, zone=WARSAW, strict=True)


@pytest.mark.parametrize("zone", ["", "CST", "Mars/Phobos"])
def test_the_zone_to_fall_back_on_must_be_one(zone: str) -> None:
    with pytest.raises(RuleBroken, match="not a time zone"):
        understand_moment("2 dec 9am", now=NOW, zone=zone)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("3", "Fri 27 Nov 2026 00:00 CET"),
        ("3d", "Fri 27 Nov 2026 00:00 CET"),
        ("tomorrow", "Wed 25 Nov 2026 00:00 CET"),
        ("fri", "Fri 27 Nov 2026 00:00 CET"),
        ("tue", "Tue 1 Dec 2026 00:00 CET"),  # today cannot be meant
        ("next week", "Mon 30 Nov 2026 00:00 CET"),
        ("2 dec", "Wed 2 Dec 2026 00:00 CET"),
        ("2 dec 9am", "Wed 2 Dec 2026 09:00 CET"),
        ("2026-12-02", "Wed 2 Dec 2026 00:00 CET"),
        ("5h", "Tue 24 Nov 2026 19:00 CET"),
        ("interview", "Thu 3 Dec 2026 15:00 CET"),
        ("after the next interview", "Fri 4 Dec 2026 00:00 CET"),
    ],
)
def test_putting_off_lasts_until_the_first_minute_of_a_day_at_home(text: str, until: str) -> None:
    interview = moment_at(datetime.fromisoformat("2026-12-03T08:00"), CHICAGO)
    assert show_moment(understand_until(text, now=NOW, next_interview=interview)) == until


@pytest.mark.parametrize("text", ["today", "yesterday", "0", "now", "2 hours ago", "3 days ago", "2026-11-24"])
def test_nothing_is_put_off_into_the_past(text: str) -> None:
    with pytest.raises(Unclear, match="not ahead"):
        understand_until(text, now=NOW, next_interview=None)


def test_without_an_interview_ahead_nothing_waits_for_one() -> None:
    with pytest.raises(Unclear, match="No interview lies ahead"):
        understand_until("interview", now=NOW, next_interview=None)


instants = st.datetimes(datetime(1990, 1, 1), datetime(2199, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 bounds
zones = st.sampled_from(
    ["America/New_York", "Europe/Dublin", "Asia/Kathmandu", "America/Phoenix", "Australia/Lord_Howe"]
)


@given(instants, zones)
def test_a_moment_written_in_iso_comes_back_the_same(at: datetime, zone: str) -> None:
    moment = Moment(at, zone)
    written = moment.local.isoformat()
    for strict in (False, True):
        named = understand_moment(f"{written} {zone}", now=NOW, zone=WARSAW, strict=strict)
        assert named.moment == moment
        assert understand_moment(written, now=NOW, zone=zone, strict=strict).moment == moment


@given(instants, zones)
def test_what_is_shown_can_be_typed_or_leads_to_two_choices(at: datetime, zone: str) -> None:
    moment = Moment(at.replace(second=0, microsecond=0), zone)
    shown = show_moment(moment)
    day_and_clock = " ".join(shown.split()[:5])
    try:
        understood = understand_moment(f"{day_and_clock} {zone}", now=NOW, zone=WARSAW).moment
    except Unclear as question:
        found = [understand_moment(choice, now=NOW, zone=WARSAW).moment for choice in question.choices]
        assert moment in found
        assert len(found) == 2
    else:
        assert understood == moment


@given(instants, zones, st.integers(0, 500))
def test_hours_from_now_are_real_hours_whatever_the_clocks_do(at: datetime, zone: str, hours: int) -> None:
    now = Moment(at, zone)
    assert understand_moment(f"in {hours} hours", now=now, zone=zone).moment - now == timedelta(hours=hours)


VOCABULARY = (
    "2 dec 31 feb fri next last in ago d 3d 14:00 9am 24:00 EST CST Chicago Portland, OR 2026 2026-12-02 "
    "T Z +01:00 - / . 1.2 noon of the at today ٣ \x1b[ ( [UTC] mon 1/2/3"
)
words = st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=6).map(" ".join)


@given(st.one_of(words, st.text(max_size=150)), st.booleans(), st.booleans())
def test_no_text_does_anything_but_be_understood_or_asked_about(text: str, past: bool, strict: bool) -> None:
    try:
        understood = understand_moment(text, now=NOW, zone=CHICAGO, past=past, strict=strict)
    except SeasonError as question:
        assert str(question).endswith((".", "?", ")"))
    else:
        assert show_moment(understood.moment)[:10] in understood.said
    for understand in (
        lambda: understand_day(text, now=NOW),
        lambda: understand_until(text, now=NOW, next_interview=None),
    ):
        try:
            understand()
        except SeasonError as question:
            assert str(question)


@pytest.mark.parametrize(
    ("text", "forms"),
    [("tomorrow 8", "8am, 8pm or 8:00"), ("dec 2 at 8", "8am, 8pm or 8:00"), ("tomorrow 17", "17:00")],
)
def test_an_hour_alone_is_asked_about(text: str, forms: str) -> None:
    with pytest.raises(Unclear, match=rf"is not a clock time yet\. Write {forms}\."):
        understand_moment(text, now=NOW, zone=CHICAGO)


def test_a_sign_that_only_looks_like_a_digit_is_no_hour() -> None:
    with pytest.raises(Unclear):
        understand_moment("tomorrow \u1369", now=NOW, zone=CHICAGO)
