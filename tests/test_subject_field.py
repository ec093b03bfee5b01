"""The subject line: what was changed in it can be taken back and done again."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from templates.conduct.findings import Fix
from tui.widgets.line_history import MOST, LineHistory
from tui.widgets.subject_field import SubjectField


class Line(App[None]):
    """One subject line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield SubjectField("Thank you!!", limit=80)


async def test_a_fix_is_one_step_that_undo_takes_back() -> None:
    async with Line().run_test() as pilot:
        line = pilot.app.query_one(SubjectField)
        line.focus()
        assert line.take_fix(Fix("leave one", "subject", 9, 11, "!!", "!"))
        await pilot.pause()
        assert line.value == "Thank you!"
        await pilot.press("ctrl+z")
        assert line.value == "Thank you!!"
        await pilot.press("ctrl+y")
        assert line.value == "Thank you!"


async def test_letters_typed_in_a_run_go_together_and_a_paste_goes_alone() -> None:
    async with Line().run_test() as pilot:
        line = pilot.app.query_one(SubjectField)
        line.focus()
        line.cursor_position = len(line.value)
        await pilot.press("a", "b")
        line.post_message(events.Paste("pasted"))
        await pilot.pause()
        assert line.value == "Thank you!!abpasted"
        said = []
        for _ in range(3):
            await pilot.press("ctrl+z")
            said.append(line.value)
        assert said == ["Thank you!!ab", "Thank you!!", "Thank you!!"]


async def test_typing_after_an_undo_leaves_nothing_to_do_again() -> None:
    async with Line().run_test() as pilot:
        line = pilot.app.query_one(SubjectField)
        line.focus()
        await pilot.press("x", "ctrl+z", "y", "ctrl+y")
        assert line.value.count("y") == 2 and "x" not in line.value


@pytest.mark.parametrize("changes", [MOST, MOST + 40])
def test_only_so_many_steps_are_kept(changes: int) -> None:
    history, now = LineHistory(), ""
    for number in range(changes):
        history.note(now, now := f"{number} pasted words")
    taken = 0
    while (before := history.back(now)) is not None:
        now, taken = before, taken + 1
    assert taken == MOST
