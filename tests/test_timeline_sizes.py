"""The timeline at every size: what is given up as it gets narrow, names in their column, and storms of resizing."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from rich.cells import cell_len

from store.agenda import Agenda, agenda
from store.demo.demo_season import demo_season
from store.folds import Fold
from store.time_scale import DAY_ZOOM, ZOOMS
from store.timeline import timeline
from store.words import Status
from tests.examples import NOW, a_program, a_season, at
from tests.on_screen import OnScreen, on_screen
from tests.test_timeline_view import staged
from tui.screens.timeline import TimelineScreen
from tui.widgets.timeline_columns import LEAST_DAYS, NEXT_WORDS, Columns, columns, fitting_zoom

DEMO = demo_season(NOW)
SEASON = timeline(DEMO, agenda(DEMO, now=NOW), now=NOW)
NAMES = (
    "東京小児科医療センター病院",
    "e\u0301cole Sainte-Justine de Montre\u0301al",
    "مستشفى الأطفال الجامعي في الشمال",
    "בית חולים לילדים",
    "Fenwick 👩\u200d⚕️ Children's and Women's Hospital",
    "‏RTL mark first",
    "한국어 병원",
    "plain",
)
REST = 0.15


def given(shape: Columns) -> tuple[bool, bool, bool, bool]:
    """Whether it has the next step, its words, the tier, and the region."""
    return shape.next > 0, shape.next >= NEXT_WORDS, shape.tier > 0, shape.region > 0


@pytest.mark.parametrize("zoom", ZOOMS)
def test_as_width_shrinks_region_tier_and_words_go_in_that_order_and_none_comes_back(zoom: int) -> None:
    scale = SEASON.scale.zoomed(zoom)
    wider = (True, True, True, True)
    for width in range(300, 79, -1):
        has = given(columns(width, scale))
        assert has in {(True, *(place < left for place in range(3))) for left in range(4)}, width
        assert all(before or not now for before, now in zip(wider, has, strict=True)), f"back at {width}"
        wider = has
    assert given(columns(130, scale)) == (True, True, True, True)


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("beside_pane", [False, True])
def test_code_name_and_lane_are_never_given_up_and_every_cell_of_the_width_is_used(
    zoom: int, beside_pane: bool
) -> None:
    scale = SEASON.scale.zoomed(zoom)
    for width in range(79 if not beside_pane else 68, 301):
        shape = columns(width, scale, beside_pane=beside_pane)
        assert shape.width <= width
        assert shape.name >= 13 and shape.lane >= min(scale.cells, 28)
        if shape.next >= NEXT_WORDS:
            assert shape.width == width
        if zoom >= DAY_ZOOM and not beside_pane:
            assert shape.lane >= min(LEAST_DAYS, width - 26)


def test_once_the_whole_season_fits_by_half_weeks_it_is_shown_so_at_every_greater_width() -> None:
    zooms = [fitting_zoom(width, SEASON.scale) for width in range(80, 301)]
    assert zooms == sorted(zooms) and zooms[110 - 80] == 1 and zooms[111 - 80] == 2


def test_the_whole_season_keeps_the_words_of_the_next_step_down_to_eighty_columns() -> None:
    assert all(columns(width, SEASON.scale).next >= NEXT_WORDS for width in range(80, 301))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (300, 80)])
@pytest.mark.parametrize("zoom", ZOOMS)
async def test_names_of_every_script_leave_the_lane_in_its_column(size: tuple[int, int], zoom: int) -> None:
    programs = (
        a_program(f"p-{place}", name, Status.INVITED, at("2026-08-31 10:00"), tier="A")
        for place, name in enumerate(NAMES)
    )
    shown = timeline(a_season(*programs), Agenda(), now=NOW)
    async with staged(shown, size) as (_app, view, pilot):
        view.zoom, view.folds = zoom, {"invited": Fold.OPEN}
        view.show(shown)
        await pilot.pause()
        left = view.sheet.columns.left
        for place in range(len(NAMES) + 1):
            strip = view.render_line(place + (5 if zoom >= 3 else 3))
            assert strip.cell_length == size[0]
            assert sum(cell_len(segment.text) for segment in strip) == size[0]
            if place:
                lane = strip.crop(left, left + view.sheet.columns.lane).text
                assert len(lane) == view.sheet.columns.lane, strip.text
                assert set(lane) <= set(" ─═△<>│▼▽"), strip.text


async def test_sixty_sizes_in_a_row_end_in_the_picture_of_a_fresh_start(tmp_path: Path) -> None:
    chance = Random(4)
    keys = ("Z", "Z", *("j",) * 18)  # every row there is, and the cursor far enough down to scroll when it is low
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    async with on_screen(DEMO, fresh, size=(120, 36)) as screen:
        await screen.press(*keys)
        expected = await settled(screen)
    async with on_screen(DEMO, tmp_path, size=(120, 36)) as screen:
        await screen.press(*keys)
        for _ in range(60):
            await screen.pilot.resize_terminal(chance.randint(20, 300), chance.randint(5, 80))
        await screen.pilot.resize_terminal(120, 36)
        assert await settled(screen) == expected


async def test_a_storm_while_zoomed_keeps_row_day_and_zoom(tmp_path: Path) -> None:
    chance = Random(5)
    async with on_screen(DEMO, tmp_path, size=(120, 36)) as screen:
        await screen.press("j", "j", "plus", "plus", "plus", "l", "l")
        timeline_screen = screen.app.screen
        assert isinstance(timeline_screen, TimelineScreen)
        view = timeline_screen.view
        before = view.cursor_program_id, view.time_spot, view.zoom
        for _ in range(20):
            await screen.pilot.resize_terminal(chance.randint(80, 300), chance.randint(24, 80))
            await screen.rest()
            assert view.window is not None and view.window.place_of(*view.time_spot) is not None
            assert view._first <= view.cursor < view._first + view.body_height
        assert (view.cursor_program_id, view.time_spot, view.zoom) == before


async def settled(screen: OnScreen) -> list[str]:
    """The lines once nothing more is to come."""
    await screen.pilot.pause(REST)
    await screen.rest()
    return screen.lines
