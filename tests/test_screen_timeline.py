"""The timeline by its keys: which program a key means, and what the status line says of it afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from store.demo.demo_season import demo_season
from store.folds import Head, Quiet
from store.season import Season
from store.words import Kind, Status
from tests.examples import NOW, a_busy_season, a_letter, a_program, a_season, at
from tests.on_screen import OnScreen, on_screen, status
from tui.screens.dialogs.ask_day import AskDay
from tui.screens.dialogs.pick import Pick
from tui.screens.editor import EditorScreen
from tui.screens.program import ProgramScreen
from tui.screens.program_actions import FOR_ONE, NOBODY
from tui.screens.timeline import FOLDED, OPEN, TimelineScreen
from tui.spelling import AS_SHIPPED

BUSY = a_busy_season()
REST = 0.15
"""Longer than the cursor rests before words follow it."""


def timeline_screen(screen: OnScreen) -> TimelineScreen:
    assert isinstance(screen.app.screen, TimelineScreen)
    return screen.app.screen


def program_under_cursor(screen: OnScreen) -> str:
    return timeline_screen(screen).program_here


async def on_lane(screen: OnScreen, place: int) -> str:
    """Put the cursor on the lane so many from the top; its program."""
    view = timeline_screen(screen).view
    program_id = timeline_screen(screen).listed_programs()[place]
    assert view.show_program(program_id)
    await screen.pilot.pause(REST)
    return program_id


async def test_how_many_are_selected_stays_said_while_the_cursor_moves(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("space", "j")
        await screen.pilot.pause(0.2)  # longer than the cursor has to rest
        assert "1 selected." in screen.text
        await screen.press("escape")
        await screen.pilot.pause(0.2)
        assert "selected." not in screen.text


@pytest.mark.parametrize("key", ["w", "d", "s", "y"])
async def test_on_a_heading_the_words_are_that_it_is_one(key: str, tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("home")
        while not isinstance(timeline_screen(screen).view.cursor_row, Head):
            await screen.press("j")
        await screen.pilot.pause(REST)  # else the words about the row come after those about the key
        await screen.press(key)
        assert status(screen).startswith(AS_SHIPPED(OPEN))
        await screen.press("z")
        await screen.pilot.pause(REST)
        await screen.press(key)
        assert status(screen).startswith(AS_SHIPPED(FOLDED))


async def test_words_said_before_the_cursor_has_rested_stay(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("end")
        timeline_screen(screen).action_up()
        timeline_screen(screen).say("Just said.")
        await screen.pilot.pause(0.2)  # longer than the cursor has to rest
        assert status(screen) == "Just said."


async def test_the_time_of_the_cursor_never_touches_the_months(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("plus", "plus", "plus", "h")
        for _ in range(9):
            await screen.press("h")
            ruler = next(line for line in screen.lines if "Nov 2026" in line)
            assert "  Nov 2026" in ruler or "  Oct 2026" in ruler, ruler


async def test_what_was_done_to_the_selected_stays_said_once_they_are_let_go(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("space", "s", "r")
        await screen.pilot.pause(0.2)
        assert "u undo" in screen.lines[-2]


async def test_enter_opens_the_row_under_the_cursor_though_others_are_selected(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await on_lane(screen, 0)
        await screen.press("space")
        wanted = await on_lane(screen, 2)
        await screen.press("enter")
        opened = screen.app.screen
        assert isinstance(opened, ProgramScreen)
        assert opened.program_id == wanted


async def test_a_question_about_one_program_is_not_asked_while_only_others_are_selected(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        first = await on_lane(screen, 0)
        await screen.press("space")
        other = await on_lane(screen, 2)
        names = screen.season.programs_by_id
        for key in ("B", "m", "i", "e"):
            await screen.press(key)
            assert isinstance(screen.app.screen, TimelineScreen)
            assert status(screen).startswith(AS_SHIPPED(FOR_ONE))
        await on_lane(screen, 0)
        await screen.press("B")
        assert f"Which date at {names[first].name}?" in screen.text
        await screen.press("escape", "escape")
        await on_lane(screen, 2)
        await screen.press("B")
        assert f"booked: {names[other].name}" in screen.text


async def test_the_selection_is_what_a_status_is_set_for(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        first = await on_lane(screen, 0)
        await screen.press("space")
        other = await on_lane(screen, 2)
        before = screen.season.programs_by_id[other].status
        await screen.press("s", "x")
        assert screen.season.programs_by_id[first].status is Status.WITHDRAWN
        assert screen.season.programs_by_id[other].status is before


async def test_what_undo_took_back_stays_readable_though_the_cursor_follows_it(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        program_id = await on_lane(screen, 1)
        await screen.press("X")
        assert screen.season.programs_by_id[program_id].trashed is not None
        await on_lane(screen, 0)
        await screen.press("u")
        await screen.pilot.pause(REST)
        assert status(screen).startswith("Undone: In the trash")
        assert program_under_cursor(screen) == program_id


async def test_what_was_done_again_stays_readable_though_its_row_is_filtered_away(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("slash", *"status:int", "enter", "s", "w", "j", "u", "U")
        await screen.pilot.pause(0.2)
        assert status(screen).startswith("Done again: Waitlisted")
        await screen.press("j")
        await screen.pilot.pause(0.2)
        assert "Done again" not in status(screen)


async def test_undo_of_a_change_of_many_leaves_the_cursor_on_its_row(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        chosen = [await on_lane(screen, place) for place in (0, 1, 2)]
        for place in (0, 1, 2):
            await on_lane(screen, place)
            await screen.press("space")
        await screen.press("s", "x")
        assert timeline_screen(screen).view.show_program(chosen[1])
        await screen.press("u")
        await screen.pilot.pause(REST)
        assert program_under_cursor(screen) == chosen[1]


async def test_keys_that_need_a_program_say_so_on_a_heading(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("home")
        await screen.pilot.pause(REST)
        assert program_under_cursor(screen) == ""
        for key in ("y", "X", "s", "B", "m", "i", "e", "R"):
            screen.app.say("")
            await screen.press(key)
            assert status(screen) == AS_SHIPPED(OPEN), key
            assert screen.season == BUSY


async def test_with_no_program_at_all_it_says_how_to_add_one(tmp_path: Path) -> None:
    async with on_screen(Season(), tmp_path) as screen:
        await screen.press("escape", "X")
        assert status(screen) == AS_SHIPPED(NOBODY)


async def test_what_was_imported_is_said_on_the_timeline_it_leads_to(tmp_path: Path) -> None:
    sheet = tmp_path / "mine.csv"
    sheet.write_text("Program,City,State\nFenwick,Fenwick,OH\nMarrow Lake,Marrow,MN\n", encoding="utf-8")
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("I")
        dialog = screen.app.screen.query_one(Input)
        dialog.value = str(sheet)
        await screen.press("enter", "enter")
        await screen.pilot.pause(REST)
        await screen.press("escape")  # how far things have come can be said later
        await screen.pilot.pause(REST)
        assert status(screen) == "Imported mine.csv: 2 added, 0 updated"


async def test_what_a_filter_finds_is_never_folded_away(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await screen.press("slash")
        await screen.write("status:app")
        await screen.press("enter")
        waiting = [one for one in screen.season.followed if one.status is Status.APPLIED]
        assert len(timeline_screen(screen).listed_programs()) == len(waiting)
        assert f"{len(waiting)} of {len(screen.season.followed)}" in screen.lines[1]
        await screen.press("z")
        assert timeline_screen(screen).listed_programs() == ()
        await screen.press("z")
        assert len(timeline_screen(screen).listed_programs()) == len(waiting)


async def test_a_program_acted_on_stays_under_the_cursor_when_the_filter_is_cleared(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(120, 36)) as screen:
        await screen.press("slash")
        await screen.write("status:inv")
        await screen.press("enter", "s", "b")
        timeline = timeline_screen(screen)
        acted_on = timeline.view.cursor_program_id
        assert acted_on and screen.app.state.season.programs_by_id[acted_on].status is Status.BOOKED
        await screen.press("escape")
        assert timeline.view.cursor_program_id == acted_on


async def test_a_filter_that_is_cleared_leaves_the_folds_and_the_words_as_they_were(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        before = timeline_screen(screen).listed_programs()
        await screen.press("slash")
        await screen.write("status:app")
        await screen.press("enter", "escape")
        await screen.pilot.pause(REST)
        assert timeline_screen(screen).listed_programs() == before
        view = timeline_screen(screen).view
        await screen.press("home")
        while not isinstance(view.cursor_row, Head):  # the words of a heading count what it holds
            await screen.press("j")
        await screen.pilot.pause(REST)
        row = view.cursor_row
        assert status(screen).startswith(f"{row.group.title}: {len(row.group.lanes)}.")


async def test_a_message_is_to_the_program_it_was_asked_for_though_the_other_of_a_clash_has_a_draft(
    tmp_path: Path,
) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        wanted = next(one.id for one in screen.season.followed if one.name == "Marrow Lake Pediatrics")
        assert timeline_screen(screen).view.show_program(wanted)
        await screen.press("m", "enter")
        assert isinstance(screen.app.screen, EditorScreen) and screen.app.screen.letter is not None
        assert screen.app.screen.letter.program_id == wanted
        assert screen.app.screen.letter.kind is Kind.RESCHEDULE


async def test_the_palette_shows_keys_and_writes_messages(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        wanted = await on_lane(screen, 4)
        await screen.press("colon")
        assert any("Book the interview" in line and " B " in line for line in screen.lines)
        await screen.write("message: decline")
        await screen.press("enter")
        if isinstance(screen.app.screen, Pick):
            await screen.press("enter")
        assert isinstance(screen.app.screen, EditorScreen) and screen.app.screen.letter is not None
        letter = screen.app.screen.letter
        assert (letter.program_id, letter.kind) == (wanted, Kind.DECLINE)


async def test_a_sheet_without_column_names_asks_which_column_holds_the_programs(tmp_path: Path) -> None:
    sheet = tmp_path / "bare.csv"
    sheet.write_text("OH,Alder Bay Children's\nIL,Quill University\n", encoding="utf-8")
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("I")
        screen.app.screen.query_one(Input).value = str(sheet)
        await screen.press("enter")
        assert "Which column holds" in screen.text and "Alder Bay" in screen.text
        await screen.press("down", "enter", "enter")
        assert {"Alder Bay Children's", "Quill University"} <= {one.name for one in screen.season.programs}


async def test_refused_rows_come_first_and_their_refusal_goes_once_mended(tmp_path: Path) -> None:
    sheet = tmp_path / "ragged.csv"
    sheet.write_text("Program,City\nAlder Bay Children's,Alder Bay\n,Nowhere\n", encoding="utf-8")
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("I")
        screen.app.screen.query_one(Input).value = str(sheet)
        await screen.press("enter")
        refused = next(place for place, line in enumerate(screen.lines) if "Rows refused" in line)
        assert refused < next(place for place, line in enumerate(screen.lines) if "Columns" in line)
        await screen.press("enter")
        assert len(screen.app._notifications) == 1
        await screen.press("w")
        assert not screen.app._notifications
        assert "Alder Bay Children's" in {one.name for one in screen.season.programs}


@pytest.mark.parametrize("keys", [("w", "3"), ("d",)])
async def test_undo_of_a_follow_up_put_off_or_done_leads_back_to_its_program(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        program_id = await on_lane(screen, 0)
        await screen.press(*keys)
        await on_lane(screen, 5)
        await screen.press("u")
        await screen.pilot.pause(REST)
        assert status(screen).startswith("Undone: ")
        assert program_under_cursor(screen) == program_id


async def test_the_cursor_comes_back_to_its_row_when_a_filter_lets_it_through_again(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        program_id = next(one.id for one in screen.season.programs if one.name.startswith("Marrow"))
        assert timeline_screen(screen).view.show_program(program_id)
        await screen.press("slash", *"zzz", "escape")
        assert program_under_cursor(screen) == program_id
        await screen.press("slash", *"du")
        assert program_under_cursor(screen) != program_id
        await screen.press(*"e<7d", "enter")
        assert program_under_cursor(screen) == program_id
        await screen.press("j", "escape")
        assert program_under_cursor(screen) != program_id  # who has moved on since stays there


async def test_a_range_begins_where_the_range_key_was_pressed_first(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        await on_lane(screen, 0)
        await screen.press("v", "j", "j", "v")
        assert timeline_screen(screen).view.selected == {*timeline_screen(screen).listed_programs()[:3]}
        await screen.press("2", "v", "j", "j", "j", "v")
        assert "4 selected" in screen.text


async def test_a_folded_row_shows_that_something_in_it_is_selected(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path) as screen:
        while not isinstance(timeline_screen(screen).view.cursor_row, Quiet):
            await screen.press("j")
        marks = [line[:2] for line in screen.lines if "nothing due" in line]
        await screen.press("space")
        assert [line[:2] for line in screen.lines if "nothing due" in line] == ["…*", *marks[1:]]
        await screen.press("k")
        assert [line[:2] for line in screen.lines if "nothing due" in line] == [">*", *marks[1:]]
        await screen.press("escape", "j")
        assert next(line[:2] for line in screen.lines if "nothing due" in line) == "… "


async def test_messages_that_have_no_sign_in_weeks_are_told_of_and_listed(tmp_path: Path) -> None:
    season = a_season(a_program(), a_letter("l-sent22", sent=at("2026-03-03 10:00")))
    async with on_screen(season, tmp_path, size=(120, 36)) as screen:
        await screen.press("0", "minus", "left_square_bracket")
        assert "No earlier event here, only messages: +" in status(screen)
        timeline_screen(screen).view.show_day(date(2026, 3, 4))
        await screen.pilot.pause(REST)
        assert "sent: " in screen.text, screen.text
        await screen.press("t", "plus", "plus", "left_square_bracket", "left_square_bracket")
        assert "No earlier event on this row." in status(screen)


async def test_the_way_past_the_last_key_date_names_the_one_beyond(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        for _ in range(20):
            await screen.press("right_curly_bracket")
        assert status(screen) == "No later key date in these weeks.  ERAS season ends and MyERAS closes: Mon 31 May"


async def test_a_day_gone_to_is_the_nearest_of_its_name_and_is_not_kept(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path) as screen:
        await screen.press("g", "d", *"19 nov")
        question = screen.app.screen
        assert isinstance(question, AskDay) and question.half_typed() == {}
        await screen.press("enter")
        assert timeline_screen(screen).view.time_day == date(2026, 11, 19)
