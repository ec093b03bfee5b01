"""Sorting, grouping, saved filters and actions on many, by keys; and no row moves under the cursor."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.folds import Head
from store.words import Status
from tests.examples import NOW, a_busy_season
from tests.on_screen import OnScreen, on_screen, status
from tui.choices_file import kept_choices
from tui.commands import MESSAGES, PROGRAMS, REVIEW, TIMELINE
from tui.opening import recall_choices
from tui.screens.programs import ProgramsScreen
from tui.screens.timeline import TimelineScreen
from tui.widgets.filter_line import FilterLine

BUSY = a_busy_season()
DEMO = demo_season(NOW)
REST = 0.15
"""Longer than the cursor rests before words follow it."""


def timeline(screen: OnScreen) -> TimelineScreen:
    assert isinstance(screen.app.screen, TimelineScreen)
    return screen.app.screen


def keys(screen: OnScreen) -> list[str]:
    return [row.key for row in timeline(screen).view.rows]


def titles(screen: OnScreen) -> list[str]:
    return [row.group.title for row in timeline(screen).view.rows if isinstance(row, Head)]


async def on(screen: OnScreen, program_id: str) -> None:
    assert timeline(screen).view.show_program(program_id)
    await screen.rest()


# Sorting and grouping


async def test_the_sort_menu_orders_the_lanes_and_the_same_again_turns_them_round(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(120, 36)) as screen:
        await screen.press("b", "n", "z", "z", "Z", "Z", "S", "a")
        once = timeline(screen).listed_programs()
        names = [screen.season.programs_by_id[one].name for one in once]
        assert names == sorted(names) and len(names) > 1
        assert "sort: name" in screen.lines[1]
        await screen.press("S", "enter")
        assert timeline(screen).listed_programs() == once[::-1]
        assert "sort: name, turned" in screen.lines[1]


async def test_the_group_menu_groups_by_each_of_its_letters(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 36)) as screen:
        by_status = titles(screen)
        for letter, title in (("w", "No interview"), ("r", "Midwest"), ("t", "Tier A"), ("n", "All programs")):
            await screen.press("b", letter)
            assert title in titles(screen), letter
        await screen.press("b", "s")
        assert titles(screen) == by_status


async def test_groups_fold_in_every_grouping_and_the_heading_carries_count_and_first_step(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 36)) as screen:
        for letter in "swrtn":
            await screen.press("b", letter, "home")
            row = timeline(screen).view.cursor_row
            assert isinstance(row, Head)
            if any(key in keys(screen) for key in (lane.program_id for lane in row.group.lanes)):
                await screen.press("z")
            assert f"{row.group.title} {len(row.group.lanes)}" in screen.text
            await screen.pilot.pause(REST)
            if row.group.urgent.next:
                assert row.group.urgent.next.words in status(screen)


async def test_sort_and_group_are_kept_for_the_next_run_and_the_season_is_not_touched(tmp_path: Path) -> None:
    kept = tmp_path / "state" / "screen.json"
    async with on_screen(BUSY, tmp_path) as screen:
        recall_choices(screen.app, kept)
        await screen.press("b", "t", "S", "a")
        assert screen.season == BUSY and screen.app.file.history.undo_step() is None
        chosen = screen.app.choices
    assert kept_choices(kept) == chosen
    async with on_screen(BUSY, tmp_path) as screen:
        recall_choices(screen.app, kept)
        timeline(screen).rearrange()
        await screen.rest()
        assert titles(screen)[0] == "Tier A"


async def test_the_cursor_stays_on_its_program_when_sorted_or_grouped_afresh(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        wanted = next(one.id for one in DEMO.followed if one.status is Status.BOOKED)
        await on(screen, wanted)
        for key in ("S", "t", "b", "r", "b", "n", "S", "q"):
            await screen.press(key)
        assert timeline(screen).program_here == wanted


# Nothing moves under the cursor


async def test_a_row_acted_on_keeps_its_place_until_the_cursor_leaves_it(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        wanted = next(one.id for one in DEMO.followed if one.status is Status.INVITED)
        await on(screen, wanted)
        before, place = keys(screen), timeline(screen).view.cursor
        await screen.press("s", "r")
        assert screen.season.programs_by_id[wanted].status is Status.REJECTED
        assert keys(screen) == before and timeline(screen).view.cursor == place
        assert "REJ" in next(line for line in screen.lines if line.startswith(">"))
        below = before[place + 1]
        await screen.press("j")
        assert wanted not in keys(screen)  # it has joined the closed ones, which are folded
        row = timeline(screen).view.cursor_row
        assert row is not None and row.key == below


async def test_a_row_that_the_filter_no_longer_lets_through_stays_until_the_cursor_leaves_it(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("slash")
        await screen.write("status:inv")
        await screen.press("enter", "home", "j")
        wanted = timeline(screen).program_here
        assert wanted
        await screen.press("s", "x")
        assert timeline(screen).program_here == wanted
        assert timeline(screen).chosen_programs() == (wanted,)
        await screen.press("k")
        assert wanted not in keys(screen)


async def test_undo_brings_a_row_back_to_where_it_belongs_with_the_cursor_on_it(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        wanted = next(one.id for one in DEMO.followed if one.status is Status.INVITED)
        await on(screen, wanted)
        before = keys(screen)
        await screen.press("s", "r", "j", "j", "u")
        assert timeline(screen).program_here == wanted
        assert keys(screen) == before


def cursor_line(screen: OnScreen) -> int:
    return next(place for place, text in enumerate(screen.lines) if text.startswith(">"))


async def test_the_line_of_the_cursor_stays_though_the_row_it_left_moves_away(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("b", "n", "S", "s", "Z", "Z", *"jjjjjjjjjjjjjjjjjjjjjjjjkkkkkk")
        left, line = timeline(screen).program_here, cursor_line(screen)
        place = keys(screen).index(left)
        await screen.press("s", "x", "j")
        assert keys(screen).index(left) > place + 1  # withdrawn programs come last in this order
        assert cursor_line(screen) == line + 1


async def test_programs_keep_their_places_in_the_table_too(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=PROGRAMS) as screen:
        assert isinstance(screen.app.screen, ProgramsScreen)
        table = screen.app.screen.table
        await screen.press("S", "s", "home")
        before, wanted = table.keys, table.key
        await screen.press("s", "x")
        assert table.keys == before and table.key == wanted
        await screen.press("j")
        assert table.key == before[1]
        assert table.keys.index(wanted) > len(before) // 2


# Saved filters


async def test_a_filter_is_saved_under_a_name_applied_by_its_digit_and_removed(tmp_path: Path) -> None:
    kept = tmp_path / "state" / "screen.json"
    async with on_screen(DEMO, tmp_path) as screen:
        recall_choices(screen.app, kept)
        await screen.press("f")
        assert status(screen).startswith("No filter is saved yet")
        await screen.press("slash")
        await screen.write("status:bkd")
        await screen.press("enter", "f", "s")
        await screen.write("booked ones")
        await screen.press("enter", "escape")
        every = timeline(screen).listed_programs()
        await screen.press("f")
        assert "booked ones" in screen.text and "status:bkd" in screen.text
        await screen.press("1")
        booked = timeline(screen).listed_programs()
        assert booked and booked != every
        assert all(screen.season.programs_by_id[one].status is Status.BOOKED for one in booked)
        assert [(one.name, one.text) for one in kept_choices(kept).filters] == [("booked ones", "status:bkd")]
        await screen.press("f", "delete", "1")
        assert "status:bkd" in status(screen)  # so that it can be typed again
        assert kept_choices(kept).filters == ()


@pytest.mark.parametrize("view", [PROGRAMS, REVIEW, MESSAGES])
async def test_every_view_that_filters_applies_the_same_saved_filters(tmp_path: Path, view: str) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("slash")
        await screen.write("tier:a")
        await screen.press("enter", "f", "s", "enter")
        assert [one.name for one in screen.app.choices.filters] == ["tier:a"]  # called what it looks for
        screen.app.action_view(view)
        await screen.rest()
        assert "tier:a" not in screen.text
        await screen.press("f", "1")
        assert screen.app.screen.query_one(FilterLine).text == "tier:a"
        assert "tier:a" in screen.text


@pytest.mark.parametrize("view", [TIMELINE, PROGRAMS, REVIEW, MESSAGES])
async def test_a_filter_that_cannot_be_understood_keeps_nothing_back_and_says_why(tmp_path: Path, view: str) -> None:
    async with on_screen(BUSY, tmp_path, size=(120, 36), at=view) as screen:
        whole = screen.lines[2:20]
        await screen.press("slash")
        await screen.write("zzz")
        assert screen.lines[2:20] != whole
        await screen.write(" status:q")
        assert status(screen).startswith("“q” is no status.")
        assert [line[:60] for line in screen.lines[2:20]] == [line[:60] for line in whole]


@pytest.mark.parametrize(("key", "left"), [("alt+left", "bo"), ("alt+backspace", "bo"), ("alt+enter", "")])
async def test_esc_glued_to_the_next_key_clears_a_filter_and_no_other_alt_does(
    tmp_path: Path, key: str, left: str
) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("slash", "b", "o", key)
        assert screen.app.screen.query_one(FilterLine).text == left


async def test_saving_under_a_name_that_is_there_takes_its_place(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        for text in ("late", "clash"):
            await screen.press("slash", "ctrl+u")
            await screen.write(text)
            await screen.press("enter", "f", "s")
            await screen.write("mine")
            await screen.press("enter")
        assert [(one.name, one.text) for one in screen.app.choices.filters] == [("mine", "clash")]


@pytest.mark.parametrize("typed", ["", "?"])
async def test_an_empty_filter_line_or_a_question_mark_tells_the_language(tmp_path: Path, typed: str) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        every = timeline(screen).listed_programs()
        await screen.press("slash")
        if typed:
            await screen.press("question_mark")
        assert "kind: has:" in status(screen)
        await screen.press("enter")
        assert timeline(screen).listed_programs() == every
        assert screen.app.screen.query_one(FilterLine).text == ""
