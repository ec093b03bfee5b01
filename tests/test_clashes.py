"""Clashes: interviews that overlap on any clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.clashes import clashes
from store.season import Season
from store.words import InterviewState, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_program, a_season, an_interview, at
from tui.program_story import clash_lines
from tui.state import state_of

FIRST = an_interview(starts=at("2026-12-03 09:00", EASTERN))


def with_second(wall: str, zone: str = EASTERN, *, status: Status = Status.BOOKED, **fields: object) -> Season:
    second = replace(an_interview("i-second", "p-second", at(wall, zone)), **fields)  # type: ignore[arg-type]
    return a_season(a_program(status=Status.BOOKED), a_program("p-second", "Alder Ridge", status), FIRST, second)


@pytest.mark.parametrize(
    ("wall", "zone", "start", "end"),
    [
        ("2026-12-03 08:30", CENTRAL, "2026-12-03 08:30", "2026-12-03 12:00"),  # 09:30 in New York
        ("2026-12-03 07:00", CENTRAL, "2026-12-03 08:00", "2026-12-03 11:00"),  # begins an hour before
        ("2026-12-03 22:59", "Asia/Tokyo", "2026-12-03 08:00", "2026-12-03 11:59"),  # the same morning
    ],
)
def test_the_overlap_is_found_across_zones(wall: str, zone: str, start: str, end: str) -> None:
    (clash,) = clashes(with_second(wall, zone))
    assert clash.start.at == at(start, CENTRAL).at
    assert (clash.first.starts.at <= clash.second.starts.at, clash.end.at) == (True, at(end, CENTRAL).at)


@pytest.mark.parametrize("wall", ["2026-12-03 13:00", "2026-12-03 05:00", "2026-12-04 09:00"])
def test_touching_is_no_clash_and_neither_is_another_day(wall: str) -> None:
    assert clashes(with_second(wall)) == ()


def test_one_minute_is_enough() -> None:
    assert len(clashes(with_second("2026-12-03 12:59"))) == 1
    assert len(clashes(with_second("2026-12-03 05:01"))) == 1


def test_a_short_interview_inside_a_long_one_clashes() -> None:
    (clash,) = clashes(with_second("2026-12-03 10:00", minutes=30))
    assert (clash.end - clash.start).total_seconds() == 30 * 60


@pytest.mark.parametrize("status", [Status.REJECTED, Status.WITHDRAWN, Status.MATCHED])
def test_interviews_of_closed_programs_do_not_count(status: Status) -> None:
    assert clashes(with_second("2026-12-03 09:00", status=status)) == ()


def test_cancelled_interviews_and_those_in_the_trash_do_not_count() -> None:
    assert clashes(with_second("2026-12-03 09:00", state=InterviewState.CANCELLED)) == ()
    season = with_second("2026-12-03 09:00")
    trashed = replace(season, programs=(season.programs[0], replace(season.programs[1], trashed=NOW)))
    assert clashes(trashed) == ()
    assert clashes(replace(season, programs=season.programs[:1])) == ()


def test_three_at_once_are_three_pairs_in_order() -> None:
    season = with_second("2026-12-03 10:00")
    third = an_interview("i-third1", "p-third1", at("2026-12-03 11:00", EASTERN))
    season = replace(
        season,
        programs=(*season.programs, a_program("p-third1", "Fenwick")),
        interviews=(third, *season.interviews),
    )
    pairs = [(clash.first.id, clash.second.id) for clash in clashes(season)]
    assert pairs == [("i-bright", "i-second"), ("i-bright", "i-third1"), ("i-second", "i-third1")]


def test_a_clash_that_lies_behind_is_no_alarm_beside_its_program() -> None:
    programs = [a_program(f"p-{name}", name, Status.INTERVIEWED) for name in ("alders", "birchs")]
    for days, shown in ((-7, False), (7, True)):
        starts = NOW.after(days=days)
        season = a_season(*programs, *(an_interview(f"i-{one.name}", one.id, starts) for one in programs))
        assert bool(clash_lines(state_of(season, NOW), season.programs[0])) is shown


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        ((), "free that week: Mon 30, Tue 1, Wed 2, Fri 4"),
        ((0, 1, 2), "free that week: Fri 4"),
        ((0, 1, 2, 4), "free that week: no workday"),
    ],
)
def test_beside_a_clash_stands_when_one_of_them_could_move_to(taken: tuple[int, ...], told: str) -> None:
    monday = at("2026-11-30 15:00")
    starts = [monday.after(days=3), monday.after(days=3), *(monday.after(days=day) for day in taken)]
    programs = [a_program(f"p-{place}", f"Fern {place}", Status.BOOKED) for place in range(len(starts))]
    held = [an_interview(f"i-{place}", f"p-{place}", one) for place, one in enumerate(starts)]
    lines = clash_lines(state_of(a_season(*programs, *held), NOW), programs[0])
    assert lines[-1] == told


def test_they_are_worked_out_once_for_the_same_programs_and_interviews() -> None:
    season = with_second("2026-12-03 08:30", CENTRAL)
    assert clashes(replace(season, letters=())) is clashes(season) != ()
    closed = tuple(replace(one, trashed=NOW) for one in season.programs)
    assert clashes(replace(season, programs=closed)) == ()
    assert clashes(season) != ()
