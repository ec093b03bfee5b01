"""What the timeline says in words: how much a cell holds, which key dates and events fall there, and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.agenda import agenda
from store.demo.demo_season import demo_season
from store.folds import Head
from store.key_dates import next_key_date
from store.lanes import Lane
from store.records import StatusChange
from store.time_scale import ZOOMS
from store.timeline import FOREMOST, timeline
from store.words import Status
from tests.examples import NOW, a_program, a_season, at
from tests.on_screen import OnScreen, on_screen
from tui.ruler_words import UNLETTERED, key_letters, key_names
from tui.screens.timeline import CELL_WORDS, OPEN, TimelineScreen
from tui.spelling import AS_SHIPPED
from tui.widgets.status_line import StatusLine
from tui.widgets.time_window import TimeWindow
from tui.widgets.timeline_view import TimelineView

DEMO = demo_season(NOW)
REST = 0.15
"""Longer than the cursor rests before words follow it."""


def view_of(screen: OnScreen) -> TimelineView:
    assert isinstance(screen.app.screen, TimelineScreen)
    return screen.app.screen.view


async def told(screen: OnScreen) -> str:
    """The status line once the cursor has rested."""
    await screen.pilot.pause(REST)
    await screen.rest()
    return screen.app.screen.query_one(StatusLine).words


def zoom_words(screen: OnScreen) -> str:
    """What the head line has to say of the cells that are drawn."""
    scale = view_of(screen).scale
    assert scale is not None
    return CELL_WORDS[scale.zoom]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (300, 80)])
async def test_the_head_says_what_a_cell_holds_as_it_is_drawn(size: tuple[int, int], tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=size) as screen:
        assert screen.lines[1].rstrip().endswith(f"  {zoom_words(screen)}")
        if size[0] > 80:
            await screen.press("p")
            assert screen.lines[1].rstrip().endswith(f"  {zoom_words(screen)}")
        await screen.pilot.resize_terminal(*((200, 50) if size[0] == 80 else (80, 24)))
        await told(screen)
        assert screen.lines[1].rstrip().endswith(f"  {zoom_words(screen)}")


async def test_the_whole_season_takes_more_room_when_there_is_more(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(300, 80)) as screen:
        beside = zoom_words(screen)
        await screen.press("p")
        assert (beside, zoom_words(screen)) == ("half a week a cell", "a day a cell")


@pytest.mark.parametrize("zooms", range(4))
async def test_a_key_date_gone_to_is_named_for_as_long_as_the_cursor_is_on_it(zooms: int, tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press(*["plus"] * zooms)
        ahead = next_key_date(DEMO, NOW)
        assert ahead is not None
        for keys in (("right_curly_bracket",), ("t", "g", "k")):
            await screen.press(*keys)
            assert (await told(screen)).endswith(ahead.name), keys
        shown = view_of(screen).timeline
        assert shown is not None
        own = next(one for one in shown.key_days if one.id == ahead.id)
        assert view_of(screen).time_spot == (own.day, own.part)
        await screen.press("j")
        here = view_of(screen).cursor_row
        assert isinstance(here, Lane)
        assert here.name in await told(screen) and ahead.name in await told(screen)


async def test_the_next_interview_is_gone_to_at_its_own_time_of_day(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("plus", "plus", "plus", "g", "i")
        assert "interview" in await told(screen)
        assert [event.words for event in view_of(screen).events_here] == ["interview"]


async def test_a_folded_group_tells_what_its_counts_stand_for(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        view = view_of(screen)
        while not (isinstance(view.cursor_row, Head) and view.cursor_row.group.key == "booked"):
            await screen.press("j")
        await screen.press("z", "exclamation_mark")  # the next clash opens the group and shows its day
        day = view.time_day
        await screen.press("z")
        assert day is not None and isinstance(view.cursor_row, Head)
        words = await told(screen)
        assert words.startswith("Booked: ") and "Marrow Lake Pediatrics, interview, clash with" in words


async def test_at_either_end_of_the_zooms_it_says_so(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("minus")
        assert await told(screen) == "Nothing is wider than a week a cell."
        await screen.press("j", *["plus"] * 4)
        assert await told(screen) == "Nothing is closer than 3 cells a day."


async def test_another_order_ends_what_was_said_before(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("escape")
        assert (await told(screen)).startswith("Nothing to go back from here.")
        await screen.press("S", "a")
        row = view_of(screen).cursor_row
        assert isinstance(row, Lane) and (await told(screen)).startswith(row.name)


async def test_a_row_acted_on_stays_though_a_question_was_opened_and_left(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        view = view_of(screen)
        nettlecombe = next(one.id for one in DEMO.programs if one.name == "Nettlecombe University")
        assert view.show_program(nettlecombe)
        await screen.press("d", "n", "escape")
        await told(screen)
        assert view.cursor_program_id == nettlecombe


async def test_a_filter_that_cannot_be_understood_hides_nothing_and_says_why(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        before = view_of(screen).rows
        await screen.press("slash")
        await screen.write("statu")
        await screen.press("colon", "enter")
        assert (await told(screen)).startswith("“statu” is nothing to filter by.")
        assert [row.key for row in view_of(screen).rows] == [row.key for row in before]
        assert "/statu" not in screen.lines[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_how_a_closed_group_divides_stands_under_the_words_of_what_comes_next(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with on_screen(DEMO, tmp_path, size=size) as screen:
        await screen.press("end")
        assert "3 rejected" in screen.text
        lines = {words: line for line in screen.lines for words in ("3 rejected", "now ") if words in line[50:]}
        closed, now = (line.rindex(words) for words, line in sorted(lines.items()))
        assert closed == now


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_key_date_stands_on_the_ruler_and_a_letter_goes_before_a_tick(zoom: int) -> None:
    shown = timeline(DEMO, agenda(DEMO, now=NOW), now=NOW)
    scale = shown.scale.zoomed(zoom)
    letters = key_letters(shown, TimeWindow(scale, 0, scale.cells))
    inside = [one for one in shown.key_days if scale.first <= one.day <= scale.last]
    assert {one.letter for one in inside} > {""}
    for one in inside:
        cell = scale.cell_of(one.day, one.part)
        same = [other for other in inside if scale.cell_of(other.day, other.part) == cell]
        same.sort(key=lambda other: other.id not in FOREMOST)
        lettered = [other.letter for other in same if other.letter]
        assert letters[cell] == (lettered[0] if lettered else UNLETTERED, len(same) > 1)


async def test_where_months_come_twice_the_day_says_its_year(tmp_path: Path) -> None:
    season = a_season(a_program(statuses=(StatusChange(Status.APPLIED, at("2025-10-10 10:00")),)))
    async with on_screen(season, tmp_path, size=(120, 36)) as screen:
        assert screen.lines[2].startswith(" Tue 24 Nov 2026 ")
        await screen.press("right_curly_bracket", "minus")
        day = screen.app.screen.query_one(TimelineView).time_day
        assert day is not None and f" {day.year} " in screen.lines[2][:24]
    async with on_screen(DEMO, tmp_path / "a year", size=(120, 36)) as screen:
        assert screen.lines[2].startswith(" Tue 24 Nov  ")


@pytest.mark.parametrize("width", range(11, 60))
def test_match_day_and_the_day_to_certify_keep_their_names_where_any_have_room(width: int) -> None:
    shown = timeline(DEMO, agenda(DEMO, now=NOW), now=NOW)
    told = key_names(shown, TimeWindow(shown.scale, 0, shown.scale.cells), width)
    assert len(told) == 2 and all(len(line) <= width for line in told)
    assert "C certify" in "".join(told) and "M match" in "".join(told)


async def test_what_a_key_says_right_after_a_move_stays(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await told(screen)
        await screen.pilot.press("home", "w")
        assert await told(screen) == AS_SHIPPED(OPEN)


async def test_a_day_outside_the_season_leads_to_its_nearest_and_says_how_far_it_goes(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("g", "d")
        await screen.write("2028-08-02")
        await screen.press("enter")
        scale = view_of(screen).scale
        assert scale is not None and view_of(screen).time_day == scale.last
        assert await told(screen) == "This season goes from Mon 31 Aug to Sun 4 Apr."
