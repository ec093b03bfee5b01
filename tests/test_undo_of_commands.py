"""Every plain command that writes is one step: taken back and done again, the file is the same to the letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.agenda import agenda
from store.record_json import season_to_tables
from store.season_file import SeasonFile
from store.words import InterviewState, Status
from tests.command_shell import Shell
from tests.examples import NOW
from tests.writing_commands import ABOUT_STEPS, ASKING, LOOKING, MAKING_FILES, WRITING, spelled
from tui.command_line.parser import command_parser


def text_of(shell: Shell) -> str:
    return json.dumps(season_to_tables(shell.season))


def names_in(shell: Shell) -> dict[str, str]:
    """Names that the commands need, found in the season."""
    season = shell.season
    applied = next(one.name for one in season.followed if one.status is Status.APPLIED)
    booked = next(
        season.programs_by_id[one.program_id].name
        for one in season.interviews
        if one.state is InterviewState.BOOKED and one.starts > NOW
    )
    return {"applied": applied, "booked": booked, "follow-up": agenda(season, now=NOW).open[0].key}


@pytest.mark.parametrize("name", WRITING)
def test_a_command_is_taken_back_and_done_again_to_the_letter(name: str, demo: Shell, tmp_path: Path) -> None:
    before = text_of(demo)
    said = demo(*spelled(WRITING[name], tmp_path, **names_in(demo)))
    after = text_of(demo)
    assert after != before, said.err
    with SeasonFile.open(demo.path, read_only=True) as file:
        assert len(file.history.labels()) == 1
    assert demo("undo").code == 0
    assert text_of(demo) == before
    assert demo("redo").code == 0
    assert text_of(demo) == after


def test_all_commands_in_a_row_are_taken_back_to_the_first_file(demo: Shell, tmp_path: Path) -> None:
    names, states = names_in(demo), [text_of(demo)]
    for argv in WRITING.values():
        demo(*spelled(argv, tmp_path, **names))
        if text_of(demo) != states[-1]:
            states.append(text_of(demo))
    assert len(states) > 10
    for before in reversed(states[:-1]):
        assert demo("undo").code == 0
        assert text_of(demo) == before
    assert demo("undo").code == 1
    for after in states[1:]:
        assert demo("redo").code == 0
        assert text_of(demo) == after


def test_no_command_that_writes_is_missing_here() -> None:
    (commands,) = [each for each in command_parser()._actions if isinstance(each.choices, dict)]
    assert set(commands.choices or ()) - LOOKING - ASKING - ABOUT_STEPS - MAKING_FILES == set(WRITING)
