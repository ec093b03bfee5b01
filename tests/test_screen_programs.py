"""Programs as rows: in which order, in which columns, which of them, and what keys do to them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from store.demo.demo_season import demo_season
from store.season import Season
from store.words import Status
from tests.examples import EASTERN, NOW, a_busy_season, a_program, a_season, an_interview, at
from tests.on_screen import SIZES, OnScreen, cursor_line, on_screen, status
from tui.commands import PROGRAMS
from tui.empty_lists import EMPTY, NO_MATCH
from tui.screens.programs import ProgramsScreen
from tui.settings import Settings
from tui.spelling import AS_SHIPPED
from tui.widgets.detail_pane import DetailPane
from tui.widgets.row_table import RowTable

BUSY = a_busy_season()
HOSTILE = "[/b][red]Fenwick[@click=app.quit]x[/]"
BODY = slice(3, -2)
"""The lines of the rows: below bar, counts and titles, above the status line and the keys."""


def table(screen: OnScreen) -> RowTable:
    return screen.app.screen.query_one(RowTable)


def names(screen: OnScreen) -> list[str]:
    """The names in view, top to bottom."""
    known = [program.name for program in screen.season.programs]
    shown = (next((name for name in known if name in line[7:36]), "") for line in screen.lines[BODY])
    return [name for name in shown if name]


def statuses(season: Season) -> dict[str, Status]:
    return {program.name: program.status for program in season.programs}


# What is shown


async def test_every_program_followed_has_a_row_with_the_most_pressing_first(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        assert isinstance(screen.app.screen, ProgramsScreen)
        assert set(names(screen)) == {program.name for program in BUSY.programs}
        assert names(screen)[0] in ("Alder Ridge", "Brightwater")  # their clash is the oldest thing to settle
        assert "! clash with" in screen.lines[3]


@pytest.mark.parametrize("size", SIZES)
async def test_titles_and_codes_are_whole_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=size, at=PROGRAMS) as screen:
        titles = screen.lines[2].split("│")[0].split()
        assert titles[:1] == ["program"]
        assert {"state", "tier", "next"} <= set(titles)
        assert ("city" in titles) == (size[0] == 200)
        assert all(len(line) == size[0] for line in screen.lines)


async def test_columns_come_in_with_the_width(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        assert "interview" not in screen.lines[2] and "quiet" not in screen.lines[2]
        await screen.pilot.resize_terminal(108, 24)
        await screen.pilot.pause(0.3)
        assert "interview" in screen.lines[2] and "quiet" in screen.lines[2]
        assert "Thu 3 Dec" in screen.text


async def test_hostile_words_stay_words(tmp_path: Path) -> None:
    season = a_season(
        a_program(name=HOSTILE, city="[bold]", tags=("[/]",), tier="["), a_program("p-two222", "界" * 300)
    )
    for size in SIZES:
        async with on_screen(season, tmp_path / str(size[0]), size=size, at=PROGRAMS) as screen:
            assert "[/b][red]Fenwick" in screen.text
            assert all(len(line) >= 3 for line in screen.lines)


async def test_an_empty_season_says_what_to_do(tmp_path: Path) -> None:
    season = replace(a_season(), programs=())
    async with on_screen(season, tmp_path, at=PROGRAMS) as screen:
        assert "No programs yet." in screen.text
        assert AS_SHIPPED(EMPTY).split(",")[0] in screen.text
        await screen.press("s", "d", "m", "X", "enter", ".", "y", "j", "G", "space", "v", "A")
        assert screen.season == season


async def test_ascii_settings_draw_ascii_alone(tmp_path: Path) -> None:
    settings = Settings(glyphs="ascii")
    async with on_screen(a_season(a_program(name="Łąka " * 20)), tmp_path, at=PROGRAMS, settings=settings) as screen:
        assert "Laka" in screen.text
        assert all(line.isascii() for line in screen.lines[BODY])


# Order


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("a", "Alder Ridge", "Tamsin Bay"),
        ("s", "Marrow Lake", "Quill Harbor"),
        ("t", "Alder Ridge", "Quill Harbor"),
        ("p", "Fenwick", "Tamsin Bay"),
    ],
)
async def test_the_sort_menu_puts_them_in_order(tmp_path: Path, key: str, first: str, last: str) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", key)
        assert (names(screen)[0], names(screen)[-1]) == (first, last)


async def test_the_same_sort_again_turns_it_round_and_what_is_unknown_stays_last(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "i")
        forward = names(screen)
        assert forward[0] == "Fenwick" and "sort: interview" in screen.lines[1]
        await screen.press("S", "enter")
        assert "turned" in screen.lines[1]
        assert names(screen)[:3] == ["Alder Ridge", "Brightwater", "Fenwick"]
        assert names(screen)[3:] == forward[3:]
        await screen.press("S", "i")
        assert names(screen) == forward


async def test_the_longest_silence_comes_first_and_what_is_closed_is_not_quiet(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(108, 24), at=PROGRAMS) as screen:
        await screen.press("S", "q")
        assert names(screen)[0] == "Gorse Landing"
        assert " 57 " in screen.lines[3]


# Filter


async def test_the_filter_narrows_with_every_letter_and_counts(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("slash")
        await screen.write("tier:a")
        assert set(names(screen)) == {"Alder Ridge", "Marrow Lake"}
        assert "2 of 8 match" in status(screen)
        await screen.press("enter")
        assert "2 of 8  /tier:a" in screen.lines[1]
        await screen.press("escape")
        assert len(names(screen)) == 8


async def test_a_filter_that_cannot_be_read_says_why_and_keeps_the_rows(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("slash")
        await screen.write("status:xyz")
        assert "xyz" in status(screen)
        assert names(screen)


async def test_a_filter_nothing_matches_says_so(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("slash")
        await screen.write("zzz")
        assert AS_SHIPPED(NO_MATCH).split(".")[0] in screen.text
        await screen.press("enter", "s", "enter", "escape")
        assert len(names(screen)) == 8


# Acting


async def test_a_status_is_set_for_all_that_are_selected_in_one_step(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a", "space", "space")
        assert "2 selected" in status(screen)
        assert [line[1] for line in screen.lines[3:6]] == ["*", "*", " "]
        await screen.press("s", "w")
        found = statuses(screen.reloaded())
        assert found["Alder Ridge"] is found["Brightwater"] is Status.WAITLISTED
        assert not table(screen).selected
        assert "2 programs" in status(screen)
        await screen.press("u")
        assert statuses(screen.reloaded()) == statuses(BUSY)


async def test_a_range_and_all_can_be_selected_and_let_go(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a", "space", "j", "j", "v")
        assert len(table(screen).selected) == 4
        await screen.press("A")
        assert len(table(screen).selected) == 8
        await screen.press("escape")
        assert not table(screen).selected


async def test_the_cursor_stays_on_its_program_when_the_order_changes(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a", "j", "j")
        assert "Fenwick" in cursor_line(screen)
        await screen.press("S", "s")
        assert "Fenwick" in cursor_line(screen)


async def test_the_trash_takes_a_program_and_undo_brings_it_back_under_the_cursor(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a", "j", "X")
        trashed = [program.name for program in screen.reloaded().programs if program.trashed is not None]
        assert trashed == ["Brightwater"]
        assert "Brightwater" not in names(screen)
        assert "In the trash: Brightwater" in status(screen)
        await screen.press("G", "u")
        assert "Brightwater" in cursor_line(screen)
        assert status(screen).startswith("Undone")
        assert not [program for program in screen.reloaded().programs if program.trashed is not None]


async def test_the_next_thing_is_done_with_one_key_and_again_on_another_row(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a")
        before = screen.app.state.agenda.next_of["p-aldrid"].key
        await screen.press("d", "j", "j", ".")
        decided = {one.id for one in screen.reloaded().decisions}
        assert before in decided and len(decided) == 2


async def test_going_to_a_program_by_name(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("g", "p")
        await screen.write("tamsin")
        await screen.press("enter")
        assert "Tamsin Bay" in cursor_line(screen)
        await screen.press("g", "g")
        assert cursor_line(screen) == screen.lines[3]
        await screen.press("G")
        assert table(screen).cursor == 7


async def test_going_to_the_next_interview(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("G", "g", "i")
        assert "Brightwater" in cursor_line(screen)


async def test_enter_opens_the_program(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a", "enter")
        assert type(screen.app.screen).__name__ == "ProgramScreen"
        assert "Alder Ridge" in screen.text


async def test_the_pane_tells_of_the_row_and_can_be_hidden(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, size=(120, 36), at=PROGRAMS) as screen:
        await screen.press("S", "a")
        await screen.pilot.pause(0.2)
        assert "Clash" in screen.text and "Alder Ridge  A  MW  BKD" in screen.text
        await screen.press("p")
        assert not screen.app.screen.query_one(DetailPane).display
        assert "interview" in screen.lines[2]


async def test_the_pane_needs_room(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("p")
        assert "110 columns" in status(screen)


async def test_the_mouse_moves_and_opens(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        await screen.press("S", "a")
        await screen.pilot.click(RowTable, offset=(10, 3))
        assert "Fenwick" in cursor_line(screen)
        await screen.pilot.click(RowTable, offset=(10, 0))
        assert "Fenwick" in cursor_line(screen)


async def test_a_key_redraws_two_rows_and_no_more(tmp_path: Path) -> None:
    async with on_screen(BUSY, tmp_path, at=PROGRAMS) as screen:
        drawn: list[int] = []
        plain = table(screen).render_line
        table(screen).render_line = lambda y: drawn.append(y) or plain(y)  # type: ignore[method-assign, func-returns-value]
        await screen.press("j")
        await screen.pilot.pause(0.2)
        assert set(drawn) == {1, 2}


async def test_two_thousand_programs_stay_usable(tmp_path: Path) -> None:
    programs = (a_program(f"p-{place:06}", f"Program {place}", state="OH", tags=("far",)) for place in range(2000))
    held = an_interview("i-000005", "p-000005", at("2026-12-03 09:00", EASTERN))
    async with on_screen(a_season(*programs, held), tmp_path, at=PROGRAMS) as screen:
        began = perf_counter()
        await screen.press("G")
        assert table(screen).cursor == 1999
        await screen.press("g", "g", "j", "j")
        assert table(screen).cursor == 2
        assert perf_counter() - began < 5
