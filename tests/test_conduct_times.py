"""Days, weekdays and clocks in a letter beside the interview on record, and how the words are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from store.moments import Moment
from store.records import Interview, Stay
from store.words import InterviewState, Kind
from templates.conduct.findings import Level
from templates.conduct.sentences import Page, flatten, split_sentences
from templates.conduct.spoken_times import spoken_clocks, spoken_days
from tests.conduct_asking import a_draft, found, said
from tests.conduct_drafts import BOOKED, NOW, OTHERS, OWN, PROFILE, SEASON, SEASONS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thursday 3 December 2026", date(2026, 12, 3)),
        ("Thursday, December 3, 2026", date(2026, 12, 3)),
        ("the 3rd of December", date(2026, 12, 3)),
        ("Thu 3 Dec 2026", date(2026, 12, 3)),
        ("Dec. 3rd", date(2026, 12, 3)),
        ("Sept. 7", date(2026, 9, 7)),
        ("2026-12-03", date(2026, 12, 3)),
        ("12/03/2026", date(2026, 12, 3)),
        ("on 12/3", date(2026, 12, 3)),
        ("May 5", date(2026, 5, 5)),
    ],
)
def test_a_day_is_read_in_every_usual_form(text: str, day: date) -> None:
    (spoken,) = spoken_days(flatten(text), text)
    assert spoken.fits(day)
    assert not spoken.fits(day.replace(day=28))


@pytest.mark.parametrize(
    "text", ["for 24/7 cover", "a 4/10 score", "I may 1 day return", "version 3.12", "3 decent tries", "45/50"]
)
def test_other_numbers_are_no_days(text: str) -> None:
    assert list(spoken_days(flatten(text), text)) == []


def test_a_day_in_another_year_is_another_day() -> None:
    (spoken,) = spoken_days("3 december 2027", "3 December 2027")
    assert not spoken.fits(date(2026, 12, 3))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("8 am", [time(8)]),
        ("8:30 p.m.", [time(20, 30)]),
        ("12 a.m.", [time(0)]),
        ("12:15pm", [time(12, 15)]),
        ("08:00", [time(8)]),
        ("9:00", [time(9), time(21)]),
        ("14:00", [time(14)]),
        ("noon", [time(12)]),
        ("midnight", [time(0)]),
    ],
)
def test_a_clock_is_read_in_every_usual_form(text: str, times: list[time]) -> None:
    (clock,) = spoken_clocks(flatten(text))
    assert list(clock.times) == times


@pytest.mark.parametrize(
    "text", ["13 am", "25:00", "noon conference", "$9.00", "3.5", "+353 1 555 0100", "a ratio of 3:1"]
)
def test_other_numbers_are_no_clocks(text: str) -> None:
    assert list(spoken_clocks(flatten(text))) == []


@pytest.mark.parametrize(
    "clock",
    [
        "08:00 CST",
        "8 a.m. Central",
        "8:00 AM CT",
        "08:00 your time",
        "14:00 in Dublin",
        "2 p.m. Dublin time",
        "14:00 my time",
        "14:00 GMT",
        "14:00 UTC",
        "15:00 UTC+1",
        "09:00 UTC-5",
        "9:00 EST",
        "7:00 Mountain Time",
        "08:00 America/Chicago",
        "08:00 in Halden",
        "08:00 (14:00 here)",
        "08:00 local time",
        "19:30 IST",
        "08:00 to 12:00 CST",
    ],
)
def test_every_right_clock_passes(clock: str) -> None:
    assert said("C26", f"Is the interview on 3 December at {clock}?", kind=Kind.LOGISTICS) == []


@pytest.mark.parametrize(
    "clock",
    [
        "09:00 CST",
        "09:00 CDT",
        "08:00 EST",
        "2 p.m. Central",
        "08:00 in Dublin",
        "14:00 your time",
        "08:00 my time",
        "14:00 UTC+1",
    ],
)
def test_every_wrong_clock_is_stopped(clock: str) -> None:
    (finding,) = found("C26", a_draft(f"Is the interview on 3 December at {clock}?", kind=Kind.LOGISTICS))
    assert finding.level is Level.STOP
    assert "Thu 3 Dec 2026 08:00 CST = 14:00 GMT here" in finding.message


def test_a_zone_nobody_knows_is_not_judged() -> None:
    assert said("C26", "Is the interview on 3 December at 11:00 Vostok time?", kind=Kind.LOGISTICS) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Is the interview on 3 December at 08:00?", 1),
        ("I could talk any day at 9:00.", 1),
        ("All times here are Central. I could talk at 9:00 any day.", 0),
        ("Your 7:00 rounds sound lively.", 0),
    ],
)
def test_a_time_without_a_zone_is_a_warning(words: str, count: int) -> None:
    findings = found("C26", a_draft(words, kind=Kind.LOGISTICS))
    assert [one.level for one in findings] == [Level.WARN] * count


@pytest.mark.parametrize(
    ("words", "text", "fix"),
    [
        ("My interview is on Friday 4 December.", "Friday 4 December", "Thursday 3 December"),
        ("My interview is on December 4, 2026.", "December 4, 2026", "December 3, 2026"),
        ("My interview is on Friday, December 4.", "Friday, December 4", "Thursday, December 3"),
        ("My interview is on Wednesday 3 December.", "Wednesday", "Thursday"),
        ("I look forward to meeting you on Tuesday.", "Tuesday", "Thursday"),
    ],
)
def test_the_fix_is_written_in_the_same_style(words: str, text: str, fix: str) -> None:
    (finding,) = found("C26", a_draft(words, kind=Kind.LOGISTICS))
    assert (finding.text, finding.instead) == (text, fix)


@pytest.mark.parametrize(
    "words",
    [
        "As you said in our conversation, I read the paper of 12 March 2024.",
        "I passed Step 2 CK on 20 November, and I interviewed with you on 3 December.",
        "The reception is on Wednesday 2 December at 6 p.m. Central.",
        "I will fly on 1 December for the interview.",
        "Since our interview on Thursday I have thought of your Friday report.",
        "Thank you for telling me about the 3 a.m. admission.",
        "After our interview I wondered who covers on Monday afternoons.",
        "In our interview you told me to send the form on Friday, which I did.",
    ],
)
def test_days_of_something_else_are_left_alone(words: str) -> None:
    assert said("C26", words, kind=Kind.THANK_YOU) == []


def test_a_subject_is_read_too() -> None:
    (finding,) = found("C26", a_draft("A word.", kind=Kind.CANCEL, subject="Cancelling my interview on 5 December"))
    assert (finding.where, finding.text) == ("subject", "5 December")


def test_quoted_mail_may_name_any_day() -> None:
    assert said("C26", "You wrote, “your interview is on Friday 4 December,” and I have 3 December.") == []


def test_days_a_program_offered_may_be_named() -> None:
    offer = Moment(datetime(2026, 12, 9, 14, 0, tzinfo=UTC), "America/Chicago")
    season = replace(SEASON, programs=(replace(OWN, offered=(offer,)), *OTHERS))
    assert said("C26", "I gladly take the date of 9 December.", season, kind=Kind.ACCEPT) == []


def test_any_other_day_is_wrong_however_it_came_about() -> None:
    words = "My interview was moved from 2 December."
    assert said("C26", words, SEASONS["moved"], kind=Kind.CANCEL) == ["2 December"]


def test_the_old_day_passes_beside_the_new_one_only() -> None:
    both = "My interview was moved from 30 November. It is on 3 December now."
    assert said("C26", both, SEASONS["moved"], kind=Kind.LOGISTICS) == []
    assert said("C26", "My interview is on 30 November.", SEASONS["moved"], kind=Kind.LOGISTICS) == ["30 November"]


def test_the_day_at_home_is_right_as_well() -> None:
    late = replace(BOOKED, starts=Moment(datetime(2026, 12, 4, 1, 0, tzinfo=UTC), "America/Chicago"))
    season = replace(SEASON, interviews=(late,))
    for words in ("My interview is on Thursday 3 December.", "My interview is on Friday 4 December."):
        assert said("C26", words, season, kind=Kind.LOGISTICS) == []


def test_home_is_where_the_applicant_will_be_that_day() -> None:
    stay = replace(PROFILE, stays=(Stay(date(2026, 12, 1), "Asia/Tokyo"),))
    words = "Is the interview on 3 December at 23:00 my time?"
    assert said("C26", words, replace(SEASON, profile=stay), kind=Kind.LOGISTICS) == []
    assert said("C26", words, kind=Kind.LOGISTICS)


def test_the_letters_own_interview_decides_among_several() -> None:
    second = Interview("i-second", OWN.id, Moment(datetime(2026, 12, 10, 14, 0, tzinfo=UTC), "America/Chicago"))
    season = replace(SEASON, interviews=(BOOKED, second))
    letter = a_draft("My interview is on 10 December.", kind=Kind.LOGISTICS)
    assert found("C26", letter, season) == []
    assert found("C26", replace(letter, interview_id=BOOKED.id), season)


def test_without_a_standing_interview_no_day_is_wrong() -> None:
    season = replace(SEASON, interviews=(replace(BOOKED, state=InterviewState.CANCELLED),))
    assert said("C26", "My interview is on 10 December.", season, kind=Kind.LOGISTICS) == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I met Dr. Ostrow at 9 a.m. Central. She was kind.", ["I met Dr. Ostrow at 9 a.m. Central.", "She was kind."]),
        ("I am a U.S. citizen. Thank you!", ["I am a U.S. citizen.", "Thank you!"]),
        ("We begin at 9 a.m. I will come.", ["We begin at 9 a.m.", "I will come."]),
        ("It is no. 1 for R. Vance. Is it?", ["It is no. 1 for R. Vance.", "Is it?"]),
        ("One\n\ntwo\nthree", ["One", "two\nthree"]),
        ("Days:\n- one\n- two", ["Days:", "- one", "- two"]),
        ("Dear Dr. Ostrow,\nThank you.", ["Dear Dr. Ostrow,", "Thank you."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [one.text for one in split_sentences(text)] == sentences


def test_a_run_without_any_stop_is_cut_and_nothing_is_lost() -> None:
    for text in ("word " * 1000, "x" * 4000):
        assert "".join(one.text for one in split_sentences(text)).replace(" ", "") == text.replace(" ", "")


def test_earlier_mail_below_an_attribution_line_is_quoted() -> None:
    page = Page("body", "Thank you.\n\nOn Tue, 24 Nov 2026, Ruth Vance wrote:\nWe rank you first.")
    assert [one.text for one in page.sentences] == ["Thank you."]
    assert page.quoted(55, 65)


@pytest.mark.parametrize(
    ("words", "caught"),
    [
        ("Our interview is on 3 December at 8:00 AM Central.", False),
        ("Our interview is on 4 December at 8:00 AM Central.", True),
        ("Our interview is on 3 December at 14:00 Dublin time.", False),
    ],
)
def test_a_day_and_its_time_meet_on_the_clock_that_is_named(words: str, caught: bool) -> None:
    assert bool(said("C26", words, kind=Kind.LOGISTICS)) is caught


def test_a_day_that_is_right_at_home_is_wrong_beside_their_clock() -> None:
    far = replace(SEASON, profile=replace(SEASON.profile, home_zone="Australia/Adelaide"))
    late = Interview("i-late00", OWN.id, Moment(datetime(2026, 12, 3, 17, 0, tzinfo=UTC), "America/Chicago"))
    season = replace(far, interviews=(late,))
    now = Moment(NOW.at, "Australia/Adelaide")
    letter = a_draft("You expect me on 4 December at 11:00 AM Central.", kind=Kind.LOGISTICS)
    assert [one.text for one in found("C26", letter, season, now)] == ["4 December at 11:00 AM"]
    right = a_draft("You expect me on 4 December at 3:30 AM my time.", kind=Kind.LOGISTICS)
    assert found("C26", right, season, now) == []
