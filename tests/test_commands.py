"""Every command of the full screen: declared once, with an action, a key of its own, words, a place in the README."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.keys_table import keys_table
from tui import commands
from tui.commands import EVERYWHERE, SCOPES, VIEWS, all_commands, bindings_of, commands_of, key_line_of
from tui.screens.calendar_file import CalendarScreen
from tui.screens.certifying import CertifyScreen
from tui.screens.comparing import CompareScreen
from tui.screens.editor import EditorScreen
from tui.screens.fit import FitScreen
from tui.screens.fit_weights import FitWeightsScreen
from tui.screens.import_sheet import ImportScreen
from tui.screens.merging import MergeScreen
from tui.screens.messages import MessagesScreen
from tui.screens.program import ProgramScreen
from tui.screens.programs import ProgramsScreen
from tui.screens.rank import RankScreen
from tui.screens.review import ReviewScreen
from tui.screens.season import ProfileScreen
from tui.screens.season_screen import SeasonScreen
from tui.screens.status_pass import StatusPass
from tui.screens.timeline import TimelineScreen
from tui.screens.weights import WeightsScreen
from tui.screens.welcome import WelcomeScreen

ROOT = Path(__file__).parent.parent
COMMANDS = all_commands()
SCREENS: dict[str, type[SeasonScreen]] = {
    commands.TIMELINE: TimelineScreen,
    commands.PROGRAMS: ProgramsScreen,
    commands.REVIEW: ReviewScreen,
    commands.MESSAGES: MessagesScreen,
    commands.RANK: RankScreen,
    commands.SEASON: ProfileScreen,
    commands.PROGRAM: ProgramScreen,
    commands.EDITOR: EditorScreen,
    commands.IMPORT: ImportScreen,
    commands.CALENDAR: CalendarScreen,
    commands.MERGE: MergeScreen,
    commands.COMPARE: CompareScreen,
    commands.WEIGHTS: WeightsScreen,
    commands.CERTIFY: CertifyScreen,
    commands.FIT: FitScreen,
    commands.FIT_WEIGHTS: FitWeightsScreen,
    commands.WELCOME: WelcomeScreen,
    commands.STATUSES: StatusPass,
}
FORBIDDEN = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+left_square_bracket"}


def test_every_screen_is_known() -> None:
    assert set(SCREENS) == set(SCOPES)


@pytest.mark.parametrize("screen", SCOPES)
def test_every_command_has_an_action_on_its_screen(screen: str) -> None:
    from tui.app import SeasonApp

    missing = [
        command.id
        for command in commands_of(screen)
        if not hasattr(
            SeasonApp if command.action.startswith("app.") else SCREENS[screen],
            "action_" + command.action.removeprefix("app.").split("(")[0],
        )
    ]
    assert missing == []


@pytest.mark.parametrize("screen", SCOPES)
def test_no_key_means_two_things_on_one_screen(screen: str) -> None:
    keys = [binding.key for binding in bindings_of(screen)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("screen", SCOPES)
def test_the_screen_binds_what_is_declared(screen: str) -> None:
    declared = {(binding.key, binding.action) for binding in bindings_of(screen)}
    bound = {(one.key, one.action) for one in SCREENS[screen].BINDINGS}  # type: ignore[union-attr]
    assert declared == bound


@pytest.mark.parametrize("scope", COMMANDS)
def test_every_command_is_told_in_words(scope: str) -> None:
    for command in COMMANDS[scope]:
        assert command.label and command.help.endswith("."), command.id


def test_ids_are_unique() -> None:
    ids = [command.id for scope in COMMANDS.values() for command in scope]
    assert len(ids) == len(set(ids))


def test_no_key_needs_alt_or_is_swallowed_by_terminals() -> None:
    keys = {key for scope in COMMANDS.values() for command in scope for key in command.keys}
    assert not {key for key in keys if "alt" in key or key in FORBIDDEN}


def test_what_a_ctrl_key_does_has_a_plain_key_too() -> None:
    kept = {"everywhere.quit-now"}  # q twice does the same
    for scope in COMMANDS.values():
        for command in scope:
            plain = [key for key in command.keys if not key.startswith("ctrl")]
            assert plain or command.id in kept, command.id


@pytest.mark.parametrize("screen", SCOPES)
def test_the_key_line_fits_seven(screen: str) -> None:
    assert 0 < len(key_line_of(screen)[:7]) <= 7


def test_views_have_the_digits() -> None:
    digits = [command.keys[0] for command in COMMANDS[EVERYWHERE][: len(VIEWS)]]
    assert digits == ["1", "2", "3", "4", "5", "6"]


def test_the_readme_holds_every_key() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.split("<!-- keys -->")[1].split("<!-- /keys -->")[0].strip()
    assert table == keys_table()


def test_the_first_picture_needs_no_table_of_another_screen() -> None:
    code = (
        "import sys; from tui import commands; list(commands.commands_of(commands.TIMELINE)); "
        "commands.bindings_of(commands.EVERYWHERE); print('tui.screen_commands' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"
