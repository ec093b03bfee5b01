"""The timeline with three cells to a day, and what the pane tells of a cell."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from store.agenda import Agenda
from store.folds import Fold
from store.records import StatusChange
from store.season import Season
from store.timeline import timeline
from store.words import Status
from tests.examples import NOW, a_program, a_season, an_interview, at
from tests.on_screen import OnScreen, on_screen
from tests.test_timeline_view import staged
from tui.glyphs import LEGEND, UNICODE
from tui.ruler_words import day_numbers
from tui.screens.timeline import TimelineScreen
from tui.widgets.detail_pane import DetailPane
from tui.widgets.time_window import TimeWindow

BOOKED = (StatusChange(Status.BOOKED, at("2026-09-01 10:00")),)
DAY = date(2026, 12, 3)
REST = 0.15


def crowded() -> Season:
    """Two interviews of one morning that overlap, one of the afternoon, and one program with two on a day."""
    hours = {"Alder": ["08:00"], "Birch": ["09:30"], "Cedar": ["14:00"], "Dover": ["08:00", "19:00"]}
    programs = [a_program(f"p-{name}", name, statuses=BOOKED) for name in hours]
    interviews = [
        an_interview(
            f"i-{name}-{place}", f"p-{name}", at(f"2026-12-{'10' if name == 'Dover' else '03'} {hour}"), minutes=180
        )
        for name, own in hours.items()
        for place, hour in enumerate(own)
    ]
    return a_season(*programs, *interviews)


async def test_each_interview_of_a_day_stands_in_its_third_under_the_number_of_the_day() -> None:
    async with staged(timeline(crowded(), Agenda(), now=NOW), (120, 30)) as (app, view, pilot):
        view.zoom = 4
        view.folds = {"booked": Fold.OPEN}
        view.show(app.shown)
        await pilot.pause()
        lines, left = app.lines(), view.sheet.columns.left
        place = left + lines[1][left:].index("T3 ")
        assert lines[2][place : place + 3] == "ape"
        assert lines[4][place : place + 3] == "21·"
        lanes = {line[6:11]: line[place : place + 3] for line in lines[5:] if line[2:5] == "BKD"}
        assert lanes == {"Alder": "!  ", "Birch": "!  ", "Cedar": "·◇ ", "Dover": "···"}


async def test_the_time_cursor_goes_through_the_thirds_of_a_day() -> None:
    async with staged(timeline(crowded(), Agenda(), now=NOW)) as (_app, view, pilot):
        view.zoom = 4
        view.show_day(DAY)
        seen = []
        for _ in range(4):
            seen.append(view.time_spot)
            view.pan(1)
        await pilot.pause()
        assert seen == [(DAY, 0), (DAY, 1), (DAY, 2), (date(2026, 12, 4), 0)]
        view.pan(-4)
        assert view.time_spot == (DAY, 0)


async def test_two_events_of_one_day_are_two_steps_where_the_day_is_cut_and_one_where_it_is_not() -> None:
    async with staged(timeline(crowded(), Agenda(), now=NOW)) as (_app, view, _pilot):
        assert view.show_program("p-Dover")
        for zoom, steps in ((3, 1), (4, 2)):
            view.today()
            view.zoom = zoom
            walked = 0
            while view.next_event():
                walked += 1
            assert walked == steps, zoom


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (300, 80)])
async def test_zooming_keeps_the_place_of_the_time_cursor_in_view_and_else_today(size: tuple[int, int]) -> None:
    async with staged(timeline(crowded(), Agenda(), now=NOW), size) as (_app, view, pilot):
        for spot in (None, (DAY, 1), (date(2026, 9, 1), 2), (date(2027, 3, 31), 0)):
            view.today() if spot is None else view.show_day(*spot)
            for zoom in (1, 2, 3, 4, 3, 2, 1, 0):
                view.zoom = zoom
                await pilot.pause()
                assert view.window is not None
                assert view.window.place_of(*(spot or app_spot(view.time_spot))) is not None, (spot, zoom)
                assert (view.time_day is None) if spot is None else (view.time_spot == spot)


def app_spot(spot: tuple[date, int]) -> tuple[date, int]:
    """That place, which is today."""
    assert spot == (NOW.day, 1)
    return spot


def pane_text(screen: OnScreen) -> str:
    """What the pane says, the lines of the screen right of it."""
    pane = screen.app.screen.query_one(DetailPane)
    return " ".join(line[pane.region.x :].strip(" │") for line in screen.lines[pane.region.y :])


async def test_the_pane_tells_everything_in_the_cell_of_the_time_cursor(tmp_path: Path) -> None:
    async with on_screen(crowded(), tmp_path, size=(120, 36)) as screen:
        timeline_screen = screen.app.screen
        assert isinstance(timeline_screen, TimelineScreen)
        assert timeline_screen.view.show_program("p-Dover")
        timeline_screen.view.show_day(date(2026, 12, 10))
        for zoom, told in (("0", 2), ("plus", 2), ("plus", 2), ("plus", 1)):
            await screen.press(zoom)
            await screen.pilot.pause(REST)
            await screen.rest()
            before_the_story = pane_text(screen).split("Next")[0].split("Interview ")[0]
            assert before_the_story.count("interview, Thu 10 Dec") == told, zoom
        await screen.press("z")  # folded, the heading tells of its programs
        timeline_screen.view.show_day(DAY)
        await screen.pilot.pause(REST)
        await screen.rest()
        assert "Alder: interview, clash with Birch" in pane_text(screen)


async def test_keys_step_to_the_finest_zoom_and_back(tmp_path: Path) -> None:
    async with on_screen(crowded(), tmp_path, size=(80, 24)) as screen:
        await screen.press("plus", "plus", "plus", "plus")
        assert "3 cells a day" in screen.text
        assert "apeape" in screen.text
        await screen.press("minus")
        assert "a day a cell" in screen.text
        await screen.press("0")
        assert "a week a cell" in screen.text


async def test_every_sign_is_explained_among_the_keys_at_eighty_columns(tmp_path: Path) -> None:
    async with on_screen(crowded(), tmp_path) as screen:
        await screen.press("question_mark")
        await screen.write("signs")
        for mark, meaning in LEGEND:
            assert re.search(rf"{re.escape(UNICODE.marks[mark])} +{meaning}", screen.text), meaning
        await screen.press("pagedown", "pagedown")
        for words in ("morning, afternoon, evening", "beyond the edge", "several in one cell", "not late yet"):
            assert words in screen.text
        await screen.press("enter")  # a sign is no command
        assert "signs" in screen.text.lower()


@pytest.mark.parametrize("count", [4, 31, 49, 50, 62, 120])
def test_a_day_cut_by_the_edge_has_no_number_that_could_be_misread(count: int) -> None:
    scale = timeline(crowded(), Agenda(), now=NOW).scale.zoomed(4)
    for first in range(100):
        window = TimeWindow(scale, first, count)
        numbers = day_numbers(window)
        assert len(numbers) == count
        for found in re.finditer(r"[MTWFs](\d+)", numbers):
            (day,) = scale.days_of(first + found.start())
            assert scale.part_of(first + found.start()) == 0
            assert int(found[1]) == day.day
        assert not re.search(r"(^| )\d", numbers)


def test_moving_on_through_the_season_days_stay_whole_at_the_left_edge() -> None:
    scale = timeline(crowded(), Agenda(), now=NOW).scale.zoomed(4)
    window = TimeWindow(scale, 0, 50).around(NOW.day, 1)
    spot = (NOW.day, 1)
    for _ in range(120):
        spot = window.moved(*spot, 1)
        window = window.revealing(*spot)
        assert window.place_of(*spot) is not None
        assert window.first % 3 == 0
