"""The season at a glance: each number is the one a person would count by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from store.agenda import agenda
from store.counts import counts
from store.dates import home_of
from store.demo.demo_season import demo_season
from store.glance import Glance, glance
from store.how_far import Amount
from store.key_dates import days_ahead
from store.moments import Moment
from store.records import KeyDate, RankList, StatusChange
from store.season import Season
from store.words import Mark, Status
from tests.examples import EASTERN, NOW, a_busy_season, a_program, a_season, an_interview, at
from tests.on_screen import on_screen
from tests.strategies import moments, seasons
from tui.glance_story import BAR, GLANCE, PANE, bars, glance_parts
from tui.screens.dialogs.reading import Reading
from tui.screens.timeline import TimelineScreen
from tui.state import state_of

BUSY = a_busy_season()
NAMED = "Wed 25 Nov 15:00 CET  Brightwater Children's Hospital"


def seen(season: Season, now: Moment = NOW) -> Glance:
    return glance(season, agenda(season, now=now), now=now)


def funnel(season: Season) -> list[int]:
    return [one.count for one in seen(season).funnel]


def course(*steps: Status) -> tuple[StatusChange, ...]:
    return tuple(StatusChange(status, at(f"2026-10-{day:02} 10:00")) for day, status in enumerate(steps, 1))


@pytest.mark.parametrize(
    ("steps", "counted"),
    [
        ((), [0, 0, 0, 0]),
        ((Status.PLANNED,), [0, 0, 0, 0]),
        ((Status.PLANNED, Status.APPLIED), [1, 0, 0, 0]),
        ((Status.APPLIED, Status.REJECTED), [1, 0, 0, 0]),
        ((Status.APPLIED, Status.WAITLISTED), [1, 0, 0, 0]),
        ((Status.APPLIED, Status.INVITED), [1, 1, 0, 0]),
        ((Status.APPLIED, Status.INVITED, Status.WITHDRAWN), [1, 1, 0, 0]),
        ((Status.BOOKED,), [1, 1, 0, 0]),
        ((Status.INTERVIEWED,), [1, 1, 1, 0]),
        ((Status.APPLIED, Status.INTERVIEWED, Status.REJECTED), [1, 1, 1, 0]),
        ((Status.APPLIED, Status.MATCHED), [1, 1, 1, 0]),
    ],
)
def test_each_program_counts_as_far_as_it_ever_came(steps: tuple[Status, ...], counted: list[int]) -> None:
    assert funnel(a_season(replace(a_program(), statuses=course(*steps)))) == counted


def test_an_interview_that_is_over_counts_though_nobody_set_the_status() -> None:
    season = a_season(a_program(statuses=course(Status.BOOKED)), an_interview(starts=at("2026-11-20 09:00")))
    assert funnel(season) == [1, 1, 1, 0]


def test_a_date_that_stands_counts_as_invited_though_nobody_set_the_status() -> None:
    season = a_season(a_program(statuses=course(Status.APPLIED)), an_interview(starts=at("2026-12-20 09:00")))
    assert funnel(season) == [1, 1, 0, 0]


def test_ranked_are_those_on_the_list_that_are_still_followed() -> None:
    season = replace(BUSY, rank_list=RankList(order=("p-fenwck", "p-aldrid", "p-gone00")))
    assert funnel(season)[3] == 2


def test_this_week_ends_on_sunday_and_what_is_over_is_not_in_it() -> None:
    season = a_season(
        a_program(),
        an_interview("i-monday", starts=at("2026-11-23 09:00")),
        an_interview("i-today1", starts=at("2026-11-24 16:00")),
        an_interview("i-sunday", starts=at("2026-11-29 09:00")),
        an_interview("i-nextmo", starts=at("2026-11-30 09:00")),
    )
    assert [one.id for one in seen(season).interviews] == ["i-today1", "i-sunday"]


def test_what_is_due_holds_the_late_and_all_until_sunday_in_order() -> None:
    found = seen(BUSY)
    assert found.late == counts(BUSY, agenda(BUSY, now=NOW), NOW).overdue > 0
    assert all(one.due.day_in(NOW.zone) <= date(2026, 11, 29) for one in found.due)
    assert [one.due.at for one in found.due] == sorted(one.due.at for one in found.due)
    later = [one for one in agenda(BUSY, now=NOW).open if one not in found.due]
    assert all(one.due.day_in(NOW.zone) > date(2026, 11, 29) for one in later)


def test_the_busiest_weeks_tell_the_workdays_without_an_interview() -> None:
    season = a_season(
        a_program(),
        an_interview("i-aaaaaa", starts=at("2026-12-03 09:00")),
        an_interview("i-bbbbbb", starts=at("2026-12-04 22:00")),
        an_interview("i-cccccc", starts=at("2026-12-15 09:00")),
    )
    (week,) = seen(season).busy
    assert (week.monday, week.interviews) == (date(2026, 11, 30), 2)
    assert [day.day for day in week.free] == [30, 1, 2]


def test_days_behind_today_are_not_free_and_a_day_an_interview_runs_into_is_taken() -> None:
    season = a_season(
        a_program(),
        an_interview("i-aaaaaa", starts=at("2026-12-01 22:00")),  # goes on past midnight
        an_interview("i-bbbbbb", starts=at("2026-12-04 09:00")),
    )
    (week,) = seen(season, NOW.after(days=7)).busy
    assert [day.day for day in week.free] == [3]


def test_no_more_than_three_weeks_and_the_busiest_of_them_by_their_day() -> None:
    starts = {
        f"i-{week}{place}xxxx": at(f"2026-12-{1 + 7 * week + place:02} 09:00")
        for week in range(4)
        for place in range(2 + (week == 3))
    }
    season = a_season(a_program(), *(an_interview(key, starts=when) for key, when in starts.items()))
    assert [(one.monday.day, one.interviews) for one in seen(season).busy] == [(30, 2), (7, 2), (21, 3)]


def test_silence_is_told_in_bands_of_those_who_owe_a_word() -> None:
    found = seen(BUSY)
    assert [one.count for one in found.silence] == [1, 1, 1]  # Fenwick, Tamsin Bay, Gorse Landing
    assert found.longest is not None and found.longest[0].name == "Gorse Landing"
    assert seen(a_season(a_program(status=Status.REJECTED))).longest is None


def test_the_next_key_date_is_told_on_both_clocks_and_counts_days_at_home() -> None:
    night = KeyDate("own-1", "Certify", at("2026-11-24 21:00", EASTERN), mark=Mark.OWN)
    season = replace(BUSY, key_dates=(night,))
    parts = {part.title: part.lines for part in glance_parts(state_of(season, NOW))}
    assert parts["Next key date, tomorrow"] == ("Certify", "Tue 24 Nov 2026 21:00 EST", "= Wed 25 Nov 03:00 CET here")
    assert days_ahead(night, NOW, home_of(season.profile, NOW)) == 1


def test_bars_are_plain_characters_in_proportion_and_none_that_counts_is_empty() -> None:
    lines = bars((Amount("applied", 200), Amount("ranked", 1), Amount("none", 0)))
    assert lines == (f"applied  200  {'#' * BAR}", "ranked     1  #", "none       0")
    assert bars((Amount("applied", 0),)) == ("applied  0",)


def test_every_line_fits_the_narrowest_pane_and_is_plain() -> None:
    for season in (demo_season(NOW), BUSY, Season()):
        for part in glance_parts(state_of(season, NOW)):
            assert all(len(line) <= PANE for line in part.lines), part


@given(seasons(), moments)
@settings(max_examples=40)
def test_any_season_has_a_glance_whose_funnel_narrows(season: Season, now: Moment) -> None:
    found = seen(season, now)
    applied, invited, interviewed, ranked = (one.count for one in found.funnel)
    assert len(season.followed) >= applied >= invited >= interviewed and ranked <= len(season.followed)
    assert found.late <= len(found.due)
    assert all(day >= now.day for week in found.busy for day in week.free)
    glance_parts(state_of(season, now))


async def test_the_pane_shows_it_on_a_heading_and_the_program_on_a_lane(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(120, 36)) as screen:
        await screen.press("home")
        await screen.pilot.pause(0.15)
        assert GLANCE in screen.text and "How far they came" in screen.text
        await screen.press("j")
        await screen.pilot.pause(0.15)
        assert GLANCE not in screen.text


@pytest.mark.parametrize(("width", "told"), [(120, "Wed 25 Nov 15:00 CET  Brightwater…"), (200, NAMED), (300, NAMED)])
async def test_a_name_is_cut_only_where_the_pane_has_no_room_for_it(width: int, told: str, tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(width, 40)) as screen:
        await screen.press("home")
        await screen.pilot.pause(0.2)
        assert any(line.rstrip().endswith(told) for line in screen.lines)


async def test_without_room_for_a_pane_p_shows_it_over_the_lanes_and_no_key_passes_through(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        before = screen.season
        await screen.press("p")
        assert isinstance(screen.app.screen, Reading) and GLANCE in screen.text
        await screen.press("j", "j", "d", "X", "s")
        assert screen.season is before and isinstance(screen.app.screen, Reading)
        await screen.press(*"jjjjjjjjjjjjjjjjjjjj")
        assert "longest" in screen.text  # the last line of it
        await screen.press("escape")
        assert isinstance(screen.app.screen, TimelineScreen)
