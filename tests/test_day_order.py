"""Days are written in the order that was chosen, and what is shown can be typed back and means the same day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.calendar_days import SEASON_DAYS
from store.dates import (
    DayOrder,
    day_order,
    days_written,
    month_letters,
    show_both,
    show_date,
    show_date_short,
    show_day,
    show_day_short,
    show_moment,
    show_moment_short,
    show_month,
    show_month_long,
    show_span,
    write_days,
)
from store.disk import Disk
from store.errors import RuleBroken, Unclear
from store.exchange.calendar_entries import calendar_entries
from store.exchange.sheet_days import moment_in
from store.moments import Moment, moment_at
from store.season_copy import name_of_copy
from store.spoken_dates import understand_day, understand_moment
from store.spoken_months import understand_month
from tests.examples import NOW, a_busy_season

ROOT = Path(__file__).parent.parent
DAY_FIRST, MONTH_FIRST, ISO = DayOrder
THIRD, MONDAY = date(2026, 12, 3), date(2026, 11, 30)
WARSAW, CHICAGO = "Europe/Warsaw", "America/Chicago"
ORDERS, DAYS = st.sampled_from(DayOrder), st.dates(date(2020, 1, 1), date(2060, 12, 31))
NEAR = st.integers(0, SEASON_DAYS)


@pytest.mark.parametrize(
    ("order", "full", "short", "moment", "month", "long", "span"),
    [
        (
            *(DAY_FIRST, "Thu 3 Dec 2026", "Thu 3 Dec", "Thu 3 Dec 2026 08:00 CST"),
            *("Dec 2026", "December 2026", "30 Nov - 3 Dec"),
        ),
        (
            *(MONTH_FIRST, "Thu Dec 3, 2026", "Thu Dec 3", "Thu Dec 3, 2026 08:00 CST"),
            *("Dec 2026", "December 2026", "Nov 30 - Dec 3"),
        ),
        (
            *(ISO, "Thu 2026-12-03", "Thu 12-03", "Thu 2026-12-03 08:00 CST"),
            *("2026-12", "2026-12", "11-30 to 12-03"),
        ),
    ],
)
def test_every_form_of_a_day_follows_the_order(
    order: DayOrder, full: str, short: str, moment: str, month: str, long: str, span: str
) -> None:
    at = moment_at(datetime.fromisoformat("2026-12-03T08:00"), CHICAGO)
    with days_written(order):
        assert (show_day(THIRD), show_day_short(THIRD)) == (full, short)
        assert (show_date(THIRD), show_date_short(THIRD)) == (full[4:], short[4:])
        assert (show_moment(at), show_moment_short(at)) == (moment, f"{short} 08:00 CST")
        assert show_both(at, WARSAW) == f"{moment} = 15:00 CET here"
        assert (show_month(THIRD), show_month_long(THIRD), month_letters(THIRD)) == (month, long, "Dec")
        assert show_span(MONDAY, THIRD) == span


def test_without_a_wish_days_come_before_months() -> None:
    assert day_order() is DAY_FIRST


# What is shown can be typed back


@given(ORDERS, DAYS, DAYS)
def test_a_day_in_full_is_read_as_the_day_it_shows(order: DayOrder, day: date, today: date) -> None:
    with days_written(order):
        for shown in (show_day(day), show_date(day), show_day(day).upper()):
            assert understand_day(shown, now=_noon(today)) == day


@given(ORDERS, DAYS, NEAR, st.booleans())
def test_a_short_day_of_the_season_is_read_as_the_day_it_shows(
    order: DayOrder, today: date, ahead: int, past: bool
) -> None:
    day = today + timedelta(days=-ahead if past else ahead)
    with days_written(order):
        for shown in (show_day_short(day), show_date_short(day)):
            assert understand_day(shown, now=_noon(today), past=past) == day


@settings(max_examples=50)
@given(ORDERS, DAYS, NEAR, st.times(), st.sampled_from([WARSAW, CHICAGO, "Asia/Kathmandu"]))
def test_a_moment_is_read_as_the_moment_it_shows(
    order: DayOrder, today: date, ahead: int, clock: datetime, zone: str
) -> None:
    day, wall = today + timedelta(days=ahead), f"{clock.hour:02}:{clock.minute:02}"
    try:
        at = moment_at(datetime.fromisoformat(f"{day} {wall}"), zone)
    except RuleBroken:  # the clocks leave it out, or show it twice
        return
    with days_written(order):
        for shown in (f"{show_day(day)} {wall}", f"{show_day_short(day)} {wall}", f"{wall} {show_date_short(day)}"):
            assert understand_moment(shown, now=_noon(today), zone=zone, need_time=True).moment == at


@given(ORDERS, DAYS)
def test_a_month_is_read_as_the_month_it_shows(order: DayOrder, day: date) -> None:
    with days_written(order):
        assert understand_month(show_month(day)) == understand_month(show_month_long(day)) == day.replace(day=1)


@given(ORDERS, DAYS, st.sampled_from(["12-03", "03-12", "3-12", "12-3", "12/03", "3.12", "12-03-26", "12-03-2026"]))
def test_every_day_that_a_question_offers_is_an_answer_to_it(order: DayOrder, today: date, typed: str) -> None:
    with days_written(order):
        try:
            understand_day(typed, now=_noon(today))
        except Unclear as question:
            for choice in question.choices:
                assert show_date(understand_day(choice, now=_noon(today))) == choice


# Numbers alone


@pytest.mark.parametrize("order", [DAY_FIRST, MONTH_FIRST])
@pytest.mark.parametrize("typed", ["12-03", "12-03 08:00", "Thu 12-03", "12/03", "3.12", "12-03-2026"])
def test_numbers_alone_are_asked_about_where_months_are_words(order: DayOrder, typed: str) -> None:
    with days_written(order), pytest.raises(Unclear, match="leaves open which number is the month") as question:
        understand_moment(typed, now=NOW, zone=CHICAGO)
    assert show_date(THIRD) not in question.value.choices or len(question.value.choices) > 1


def test_month_and_day_as_iso_shows_them_are_read_in_that_order_and_in_no_other() -> None:
    with days_written(ISO):
        assert understand_day("12-03", now=NOW) == understand_day("thu 12-03", now=NOW) == THIRD
        assert understand_day("03-12", now=NOW) == date(2027, 3, 12)
        for other in ("12/03", "12.03", "3-12", "12-3", "12-03-2027", "12-03-27"):
            with pytest.raises(Unclear, match="leaves open which number is the month"):
                understand_day(other, now=NOW)
        with pytest.raises(Unclear, match="There is no month 13"):
            understand_day("13-03", now=NOW)
        with pytest.raises(Unclear, match="2026-12-03 is a Thursday, not a Friday"):
            understand_day("fri 12-03", now=NOW)


def test_questions_name_days_as_they_are_shown() -> None:
    with days_written(MONTH_FIRST):
        with pytest.raises(Unclear, match="Did you mean Mar 12, 2027 or Dec 3, 2026"):
            understand_day("12/03", now=NOW)
        with pytest.raises(Unclear, match="Write it as Dec 2"):
            understand_day("december", now=NOW)


def _noon(day: date) -> Moment:
    return moment_at(datetime.fromisoformat(f"{day} 12:00"), WARSAW)


# For whom it holds


def test_the_order_of_the_run_holds_in_every_thread() -> None:
    seen: list[str] = []
    write_days(MONTH_FIRST)
    worker = Thread(target=lambda: seen.append(show_day(THIRD)))
    worker.start()
    worker.join()
    assert seen == ["Thu Dec 3, 2026"]


def test_the_order_of_a_block_holds_in_it_alone() -> None:
    seen: list[DayOrder] = []
    write_days(MONTH_FIRST)
    with pytest.raises(ZeroDivisionError), days_written(ISO):
        worker = Thread(target=lambda: seen.append(day_order()))
        worker.start()
        worker.join()
        seen.append(day_order())
        _ = 1 / 0
    assert [*seen, day_order()] == [MONTH_FIRST, ISO, MONTH_FIRST]


@pytest.mark.parametrize("order", DayOrder)
def test_what_others_read_is_the_same_in_every_order(order: DayOrder, tmp_path: Path) -> None:
    season = a_busy_season()
    entries, name = calendar_entries(season, now=NOW), name_of_copy(Disk(), tmp_path / "season.json", "mine", NOW)
    write_days(order)
    assert calendar_entries(season, now=NOW) == entries
    assert name_of_copy(Disk(), tmp_path / "season.json", "mine", NOW) == name


@pytest.mark.parametrize("order", DayOrder)
@pytest.mark.parametrize("cell", ["12-03", "Thu 12-03", "12-03 8:00 am", "12-03, December", "12-03 CST Dec"])
def test_a_cell_of_a_list_was_typed_elsewhere_and_says_no_more_in_iso(cell: str, order: DayOrder) -> None:
    with days_written(order):
        assert moment_in(cell, order="", zone=CHICAGO, now=NOW) is None
        assert moment_in("Dec 3, 2026 8:00", order="", zone=CHICAGO, now=NOW) is not None


# The one room


READS_MONTHS = {"store/calendar_days.py", "store/exchange/sheet_days.py"}
"""Where the names of months are read, not written."""


def test_only_one_room_writes_a_month() -> None:
    writes = re.compile(r"%[bBdmxcD]\b|%-d|\bMONTHS\.index|MONTH_NAMES|month_(name|abbr)|\{[\w.]*\.month\b")
    found = {
        str(path.relative_to(ROOT))
        for folder in ("store", "tui")
        for path in (ROOT / folder).rglob("*.py")
        if any(writes.search(line) for line in _without_exact(path.read_text(encoding="utf-8")).splitlines())
    }
    assert found - READS_MONTHS == {"store/dates.py"}
    assert found >= READS_MONTHS, "a room that no longer reads months need not stand here"


def _without_exact(text: str) -> str:
    """The code without days for machines, year first and numbers alone, which are the same in every order."""
    return re.sub(r"%Y-?%m(-?%d)?", "", text)
