"""The month beside a typed day: what it marks, in plain characters, and what it tells of the day that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.month import day_marks, weeks_of
from store.records import KeyDate, StatusChange
from store.season import Season
from store.words import InterviewState, Mark, Status
from tests.examples import CENTRAL, NOW, a_busy_season, a_program, a_season, an_interview, at
from tests.on_screen import OnScreen, on_screen
from tui.glyphs import ASCII, UNICODE
from tui.month_words import MONTH_LINES, MONTH_WIDTH, month_lines
from tui.screens.timeline import TimelineScreen
from tui.settings import Settings

MARKS = day_marks(a_busy_season(), NOW)
DECEMBER = date(2026, 12, 3)


def test_december_with_its_clash_its_free_days_and_the_day_meant() -> None:
    assert month_lines(MARKS, DECEMBER, DECEMBER, UNICODE)[:5] == (
        "              December 2026",
        " Mo    Tu    We    Th    Fr    Sa    Su",
        "        1 ·   2 · [ 3 !]  4 ·   5     6",
        "  7 ·   8 ·   9 ·  10 ·  11 ·  12    13",
        " 14 ·  15 ·  16 ·  17 ·  18 ·  19    20",
    )


def test_what_is_past_is_done_and_today_has_its_line() -> None:
    lines = month_lines(MARKS, NOW.day, None, UNICODE)
    assert lines[6].startswith(" 23 ◆ │24 ·")
    assert "·" not in "".join(lines[2:6])


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_takes_as_many_lines_and_no_more_room(month: int) -> None:
    day = date(2026, month, 1)
    for glyphs in (UNICODE, ASCII):
        lines = month_lines(MARKS, day, day, glyphs)
        assert len(lines) == MONTH_LINES
        assert max(map(len, lines)) <= MONTH_WIDTH
    assert "".join(month_lines(MARKS, day, day, ASCII)).isascii()


def test_weeks_hold_every_day_of_a_month_once() -> None:
    for year, month, days in ((2027, 2, 28), (2028, 2, 29), (2026, 11, 30), (2026, 3, 31)):
        found = [day for week in weeks_of(date(year, month, 9)) for day in week if day]
        assert found == [date(year, month, number) for number in range(1, days + 1)]


def test_key_dates_show_their_letter_and_several_interviews_their_number() -> None:
    programs = [a_program(f"p-{n}", f"N{n}", statuses=(StatusChange(Status.BOOKED, NOW),)) for n in (1, 2)]
    interviews = [
        an_interview(f"i-{n}", f"p-{n}", at(f"2027-01-12 {hour}:00"), minutes=60) for n, hour in ((1, "09"), (2, "16"))
    ]
    marks = day_marks(a_season(*programs, *interviews), NOW)
    january = "\n".join(month_lines(marks, date(2027, 1, 1), None, UNICODE))
    assert " 12 2" in january
    letters = [(one.day, one.letter) for own in marks.key_days.values() for one in own if one.letter]
    day, letter = next(one for one in letters if one[0].month == 3)
    assert f"{day.day:>2} {letter}" in "\n".join(month_lines(marks, day, None, UNICODE))


def test_a_key_date_of_ones_own_without_a_letter_is_no_free_day() -> None:
    own = KeyDate("d-flight", "Flight home", at("2026-12-21 10:00"), all_day=True, mark=Mark.OWN)
    marks = day_marks(replace(a_busy_season(), key_dates=(own,)), NOW)
    assert " 21 ' " in month_lines(marks, DECEMBER, None, UNICODE)[5]


def test_a_day_is_told_in_words_on_the_clock_at_home() -> None:
    assert MARKS.facts(DECEMBER) == ("15:00 CET Brightwater", "16:30 CET Alder Ridge")
    assert MARKS.clash_days == {DECEMBER}


@pytest.mark.parametrize(
    ("day", "free"),
    [("2026-11-23", False), ("2026-11-24", True), ("2026-11-28", False), ("2026-12-03", False), ("2026-12-04", True)],
)
def test_free_are_workdays_ahead_with_nothing_booked(day: str, free: bool) -> None:
    assert MARKS.is_free(date.fromisoformat(day)) is free


def test_a_day_into_which_an_interview_runs_is_not_free() -> None:
    late = an_interview(starts=at("2026-12-02 15:00", CENTRAL), minutes=240)  # at home from 22:00 to 02:00
    marks = day_marks(a_season(a_program(), late), NOW)
    assert [marks.is_free(date(2026, 12, day)) for day in (1, 2, 3, 4)] == [True, False, False, True]
    assert marks.facts(date(2026, 12, 3)) == ()


def test_an_interview_that_ends_at_midnight_leaves_the_day_behind_it_free() -> None:
    until_midnight = an_interview(starts=at("2026-12-02 13:00", CENTRAL), minutes=240)  # at home from 20:00 to 00:00
    marks = day_marks(a_season(a_program(), until_midnight), NOW)
    assert [marks.is_free(date(2026, 12, day)) for day in (2, 3)] == [False, True]


def test_every_day_of_an_interview_of_three_days_is_taken() -> None:
    long = an_interview(starts=at("2026-12-01 09:00"), minutes=3 * 24 * 60 - 600)
    marks = day_marks(a_season(a_program(), long), NOW)
    assert [marks.is_free(date(2026, 12, day)) for day in (1, 2, 3, 4)] == [False, False, False, True]


def test_cancelled_interviews_leave_their_day_free() -> None:
    season = a_season(
        a_program(), replace(an_interview(starts=at("2026-12-03 09:00", CENTRAL)), state=InterviewState.CANCELLED)
    )
    assert day_marks(season, NOW).is_free(DECEMBER)


async def ask_for(screen: OnScreen, typed: str) -> None:
    await screen.press("g")
    await screen.press("d")
    await screen.write(typed)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_month_follows_what_is_typed_and_enter_goes_there(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(a_busy_season(), tmp_path, size=size) as screen:
        await ask_for(screen, "")
        assert "November 2026" in screen.text
        await screen.write("3 dec")
        assert "December 2026" in screen.text
        assert "[ 3 !]" in screen.text
        assert "15:00 CET Brightwater" in screen.text
        await screen.write(" rubbish")
        assert "December 2026" in screen.text  # what was shown stays while the words make no day
        await screen.press(*["backspace"] * 8, "enter")
        timeline = screen.app.screen
        assert isinstance(timeline, TimelineScreen)
        assert timeline.view.time_day == DECEMBER


async def test_names_with_brackets_and_wide_names_are_text_beside_the_month(tmp_path: Path) -> None:
    season: Season = a_season(
        a_program(name="[b]東京[/b] " * 6, statuses=(StatusChange(Status.BOOKED, NOW),)), an_interview()
    )
    async with on_screen(season, tmp_path, settings=Settings(glyphs="ascii")) as screen:
        await ask_for(screen, "3 dec")
        assert "15:00 CET [b]??[/b]" in screen.text
        assert screen.text.isascii()
