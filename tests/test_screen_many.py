"""What is done to a selection is one step, and `.` does it again to another row or another selection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.records import Program
from store.season import Season
from store.words import ContactRuleName, LetterState, Status
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tui.commands import MESSAGES, PROGRAMS
from tui.screens.messages import MessagesScreen
from tui.screens.program_actions import ProgramActions
from tui.widgets.status_line import StatusLine

DEMO = demo_season(NOW)
Told = Callable[[Season, Program], object]


def actions(screen: OnScreen) -> ProgramActions:
    assert isinstance(screen.app.screen, ProgramActions)
    return screen.app.screen


def decided(season: Season, program: Program) -> object:
    """What was decided about the follow-ups of that program."""
    return tuple(
        one
        for one in season.decisions
        if program.id in one.id
        or any(letter.id in one.id for letter in season.letters_of.get(program.id, ()))
        or any(held.id in one.id for held in season.interviews_of.get(program.id, ()))
    )


ACTIONS: tuple[tuple[str, tuple[str, ...], str, Told], ...] = (
    ("status", ("s", "w"), "", lambda season, one: one.status is Status.WAITLISTED),
    ("tier", ("T", "ctrl+u"), "z", lambda season, one: one.tier == "Z"),
    ("tags", ("#",), "brandnew", lambda season, one: "brandnew" in one.tags),
    ("contact rule", ("R", "n"), "", lambda season, one: one.rule.name is ContactRuleName.THANKS_NOT_NEEDED),
    ("reason", ("a", "r", "t"), "kin", lambda season, one: any(reason.words == "kin" for reason in one.reasons)),
    ("done", ("d",), "", lambda season, one: bool(decided(season, one))),
    ("snooze", ("w", "3"), "", lambda season, one: bool(decided(season, one))),
    ("trash", ("X",), "", lambda season, one: one.trashed is not None),
)


async def act(screen: OnScreen, keys: tuple[str, ...], typed: str) -> None:
    await screen.press(*keys)
    if typed:
        await screen.write(typed)
    if typed or keys[0] == "R":
        await screen.press("ctrl+s" if keys[0] in "aR" else "enter")


def due_programs(screen: OnScreen) -> list[str]:
    """Programs in view that have something to do and nothing decided yet, top to bottom."""
    upcoming, known = screen.app.state.agenda.next_of, screen.season.programs_by_id
    return [one for one in actions(screen).listed_programs() if one in upcoming and not decided(DEMO, known[one])]


@pytest.mark.parametrize("view", ["", PROGRAMS])
@pytest.mark.parametrize(("name", "keys", "typed", "told"), ACTIONS, ids=[one[0] for one in ACTIONS])
async def test_an_action_on_many_is_one_step_and_is_repeated_on_another_row(
    tmp_path: Path, view: str, name: str, keys: tuple[str, ...], typed: str, told: Told
) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 36), at=view) as screen:
        wanted = [one for one in due_programs(screen) if not told(DEMO, DEMO.programs_by_id[one])][:3]
        for program_id in wanted[:2]:
            actions(screen).follow(frozenset((program_id,)))
            await screen.press("space")
        await act(screen, keys, typed)
        season = screen.season
        assert [bool(told(season, season.programs_by_id[one])) for one in wanted] == [True, True, False], name
        actions(screen).follow(frozenset(wanted[2:]))
        await screen.rest()
        assert actions(screen).program_here == wanted[2]
        await screen.press("full_stop")
        season = screen.season
        assert [bool(told(season, season.programs_by_id[one])) for one in wanted] == [True, True, True], name
        await screen.press("u", "u")
        assert screen.season == DEMO, name


async def test_repeating_on_a_row_with_nothing_due_says_so_and_changes_nothing(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=PROGRAMS) as screen:
        first = due_programs(screen)[0]
        actions(screen).follow(frozenset((first,)))
        await screen.press("d")
        calm = next(one.id for one in DEMO.followed if one.id not in screen.app.state.agenda.next_of)
        actions(screen).follow(frozenset((calm,)))
        before = screen.season
        await screen.press("full_stop")
        assert screen.season is before
        assert any("Nothing is due here." in one.message for one in screen.app._notifications)


async def test_messages_are_made_ready_together_and_repeat_does_the_next(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=MESSAGES) as screen:
        view = screen.app.screen
        assert isinstance(view, MessagesScreen)
        await screen.press("full_stop")
        assert screen.app.screen.query_one(StatusLine).words == "There is nothing to repeat yet."
        first, second = view.table.keys[:2]
        await screen.press("X")
        assert screen.season.letters_by_id[first].trashed is not None
        view.table.show_key(second)
        await screen.press("full_stop")
        assert screen.season.letters_by_id[second].trashed is not None
        await screen.press("u", "u")
        assert screen.season == DEMO
        assert screen.season.letters_by_id[first].state is not LetterState.SENT
