"""Follow-ups of one's own and reasons to write are changed and removed where they stand, each in one step of undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.moments import Moment
from store.records import Reason, Task
from store.rules.follow_ups import mark_done, snooze
from store.season import Season
from store.words import Kind, ReasonKind
from tests.examples import NOW, a_program, a_season, at
from tests.on_screen import OnScreen, on_screen
from tests.test_screen_program import go_to, opened
from tui.command_table import REVIEW
from tui.program_sections import FOLLOW_UP, REASON
from tui.screens.editor import EditorScreen
from tui.widgets.row_table import RowTable
from tui.widgets.status_line import StatusLine

DUE = at("2026-11-24 09:00")
TWICE = at("2026-10-25 00:30", "UTC").seen_from("Europe/Warsaw")
"""An hour that comes twice at home."""
PACK = Task("t-pack22", "Pack", DUE, "p-bright")
CAMERA = Task("t-camera", "Try the camera", DUE.after(minutes=5))
FIRST, SECOND = Reason(ReasonKind.MISSION, "Their clinic"), Reason(ReasonKind.ROTATION, "I rotated there")


def own(*tasks: Task) -> Season:
    """Two programs, one with a rule's follow-up, and these tasks."""
    return replace(a_season(a_program(), a_program("p-fenwck", "Fenwick")), tasks=tasks)


def status(screen: OnScreen) -> str:
    return screen.app.screen.query_one(StatusLine).words


def under_cursor(screen: OnScreen) -> str:
    return screen.app.screen.query_one(RowTable).key


async def erased(screen: OnScreen) -> None:
    await screen.press("end", *["backspace"] * 30)


# In the review


async def test_it_gets_other_words_another_day_and_another_program(tmp_path: Path) -> None:
    async with on_screen(own(PACK, CAMERA), tmp_path, at=REVIEW) as screen:
        await screen.press("e")
        assert "A follow-up of your own" in screen.text
        await erased(screen)
        await screen.write("Pack shoes")
        await screen.press("tab")
        await erased(screen)
        await screen.write("fri 10am")
        await screen.press("tab", "right")
        await screen.press("ctrl+s")
        assert screen.reloaded().tasks == (Task("t-pack22", "Pack shoes", at("2026-11-27 10:00"), "p-fenwck"), CAMERA)
        assert status(screen) == "Follow-up changed: Pack shoes"
        assert under_cursor(screen) == "TASK:t-pack22"
        await screen.press("u")
        assert screen.reloaded().tasks == (PACK, CAMERA)


@pytest.mark.parametrize("due", [DUE, DUE.seen_from("America/New_York"), TWICE])
async def test_what_is_left_as_it_stands_stays_to_the_minute_and_the_zone(tmp_path: Path, due: Moment) -> None:
    task = replace(PACK, due=due, kind=Kind.QUESTION)
    async with on_screen(own(task), tmp_path, at=REVIEW) as screen:
        await screen.press("e", "ctrl+s")
        assert screen.season.tasks == (task,)
        assert screen.reloaded().tasks == (task,)
        assert not screen.app.file.history.labels()


async def test_one_for_a_program_may_become_one_for_the_season(tmp_path: Path) -> None:
    async with on_screen(own(PACK), tmp_path, at=REVIEW) as screen:
        await screen.press("e", "tab", "tab", "left", "ctrl+s")
        assert screen.reloaded().tasks == (replace(PACK, program_id=""),)


async def test_all_selected_go_in_one_step_and_come_back_with_the_cursor(tmp_path: Path) -> None:
    season = snooze(own(PACK, CAMERA), ("TASK:t-camera",), at("2026-12-01 08:00"), now=NOW)
    season = replace(season, decisions=())
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("A", "X")
        assert screen.reloaded().tasks == ()
        assert status(screen) == "Removed: 2 follow-ups"
        await screen.press("u")
        assert screen.reloaded() == season
        await screen.press("X")
        assert len(screen.reloaded().tasks) == 1


async def test_a_snoozed_one_is_removed_with_its_snooze(tmp_path: Path) -> None:
    season = snooze(own(PACK), ("TASK:t-pack22",), at("2026-12-01 08:00"), now=NOW)
    async with on_screen(season, tmp_path, at=REVIEW) as screen:
        await screen.press("tab", "tab", "tab", "tab", "X")
        assert (screen.reloaded().tasks, screen.reloaded().decisions) == ((), ())
        await screen.press("u")
        assert screen.reloaded() == season


async def test_what_a_rule_made_or_is_cleared_is_not_ones_own(tmp_path: Path) -> None:
    async with on_screen(mark_done(own(PACK), ("TASK:t-pack22",), now=NOW), tmp_path, at=REVIEW) as screen:
        for section in range(6):
            await screen.press("e")
            assert status(screen).startswith("Only a follow-up of your own"), section
            await screen.press("X")
            assert status(screen).startswith("Only a follow-up of your own"), section
            await screen.press("tab")
        assert screen.season.tasks == (PACK,)


# On the program's screen


async def test_enter_changes_it_on_the_screen_of_its_program(tmp_path: Path) -> None:
    async with opened(own(PACK), tmp_path) as (seen, screen):
        await seen.press("j", "k")
        await go_to(seen, screen, FOLLOW_UP)
        assert "Your own: enter changes or removes it.  You put it down yourself, due Tue" in seen.text
        await seen.press("enter", "e")
        await erased(seen)
        await seen.write("Pack shoes")
        await seen.press("ctrl+s")
        assert seen.reloaded().tasks == (replace(PACK, what="Pack shoes"),)


async def test_enter_removes_it_on_the_screen_of_its_program(tmp_path: Path) -> None:
    async with opened(own(PACK), tmp_path) as (seen, screen):
        await go_to(seen, screen, FOLLOW_UP)
        await seen.press("enter", "escape")
        assert seen.season.tasks == (PACK,)
        await seen.press("enter", "x")
        assert seen.reloaded().tasks == ()
        assert status(seen) == "Removed: Pack"
        await seen.press("u")
        assert seen.reloaded().tasks == (PACK,)


async def test_one_that_a_message_answers_still_opens_the_message(tmp_path: Path) -> None:
    async with opened(own(replace(PACK, kind=Kind.QUESTION)), tmp_path) as (seen, screen):
        await seen.press("j", "k")
        await go_to(seen, screen, FOLLOW_UP)
        assert status(seen).startswith("You put") and "enter changes" not in status(seen)
        await seen.press("enter")
        assert isinstance(seen.app.screen, EditorScreen)


# Reasons


def reasoned() -> Season:
    return a_season(replace(a_program(), reasons=(FIRST, SECOND)))


async def test_a_reason_gets_other_words_where_it_stands(tmp_path: Path) -> None:
    async with opened(reasoned(), tmp_path) as (seen, screen):
        await go_to(seen, screen, REASON)
        assert status(seen) == "enter changes or removes it"
        await seen.press("enter", "e")
        await erased(seen)
        await seen.write("Their night clinic")
        await seen.press("ctrl+s")
        reworded = replace(FIRST, words="Their night clinic")
        assert seen.reloaded().programs_by_id["p-bright"].reasons == (reworded, SECOND)
        assert "reason to write: Their night clinic" in seen.text


async def test_a_reason_is_taken_away_and_comes_back(tmp_path: Path) -> None:
    async with opened(reasoned(), tmp_path) as (seen, screen):
        await go_to(seen, screen, REASON)
        await seen.press("j", "enter", "x")
        assert seen.reloaded().programs_by_id["p-bright"].reasons == (FIRST,)
        assert status(seen) == "Reason removed: Brightwater"
        await seen.press("u")
        assert seen.reloaded() == reasoned()
        await seen.press("enter", "escape")
        assert seen.season == reasoned()
