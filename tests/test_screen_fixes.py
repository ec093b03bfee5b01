"""F8 and then enter: the fix of a finding on screen, one step of undo, and never by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.on_screen import OnScreen
from tests.test_screen_editor import FINE, kept, opened, rested, short_pauses, thanked
from tui.screens.editor import EditorScreen

__all__ = ["short_pauses"]
LOUD = FINE.replace("Thank you for the talk on Monday.", "Thank you for the talk! What a day! I loved it!")


async def test_enter_behind_f8_mends_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    async with opened(thanked(body=LOUD), tmp_path, size=(120, 36)) as (seen, screen):
        await to_check(seen, screen, "C15")
        assert "enter: turn 2 exclamation marks into full stops" in seen.text
        await seen.press("enter")
        await rested(seen)
        assert "talk! What a day. I loved it." in kept(seen).body
        assert "C15" not in [one.finding.check for one in screen.pane.findings]
        await seen.press("ctrl+z")
        await rested(seen)
        assert kept(seen).body == LOUD


async def test_any_other_key_in_between_makes_enter_a_new_line_again(tmp_path: Path) -> None:
    async with opened(thanked(body=LOUD), tmp_path, size=(120, 36)) as (seen, screen):
        await to_check(seen, screen, "C15")
        await seen.press("right", "enter")
        await rested(seen)
        assert kept(seen).body.count("!") == 3 and kept(seen).body.count("\n") == LOUD.count("\n") + 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_missing_subject_is_written_by_enter(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(thanked(subject=""), tmp_path, size=size) as (seen, screen):
        await to_check(seen, screen, "C25")
        assert screen.focused is screen.subject
        await seen.press("enter")
        await rested(seen)
        assert kept(seen).subject.startswith("Thank you for the interview")


async def test_a_fix_whose_words_have_changed_is_not_applied(tmp_path: Path) -> None:
    async with opened(thanked(body=LOUD), tmp_path, size=(120, 36)) as (seen, screen):
        await to_check(seen, screen, "C15")
        fix = screen._offered
        assert fix is not None
        assert not screen.area.take_fix(type(fix)(fix.does, "body", fix.start, fix.end, "other words", "."))
        assert screen.area.text == LOUD


async def to_check(seen: OnScreen, screen: EditorScreen, check: str) -> None:
    """Press F8 until the finding of that check is the current one."""
    for _ in range(len(screen.pane.findings)):
        await seen.press("f8")
        if screen.pane.findings[screen.pane.current].finding.check == check:
            return
    raise AssertionError(f"{check} is not among {[one.finding.check for one in screen.pane.findings]}")
