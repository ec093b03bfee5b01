"""What makes a start quick: the first picture loads nothing that is not on it, and no letter is read for it."""

from __future__ import annotations

import json
import sys
from subprocess import run
from typing import Any

import pytest

from store.season_file import SeasonFile
from tests.examples import a_busy_season
from tests.terminal import Terminal
from tui.choices_file import keep_choices
from tui.left_at import keep_whereabouts
from tui.state import Choices, Whereabouts

SIZE = (120, 36)
PROGRAM = """
import json, sys
from pathlib import Path
import tui.entrance

leave_out = tui.entrance.leave_out_their_palette

def watched():
    leave_out()
    from tui.app import SeasonApp

    begin = SeasonApp._begin

    def told(app):
        from store.late_values import Unread
        from store.records import Letter

        slot = vars(Letter)["body"].slot
        seen = {
            "modules": sorted(sys.modules),
            "unread": [isinstance(slot.__get__(one), Unread) for one in app.state.season.letters],
            "widgets": [type(one).__name__ for one in app.screen.walk_children()],
        }
        Path(sys.argv[1]).write_text(json.dumps(seen), encoding="utf-8")
        begin(app)

    SeasonApp._begin = told

tui.entrance.leave_out_their_palette = watched
sys.exit(tui.entrance.enter(sys.argv[2:]))
"""
LOADED = """
import sys
from tui.entrance import leave_out_their_palette

leave_out_their_palette()
print([name for name in sys.modules if name.startswith(("textual.widgets._tree", "textual.widgets._option_list"))])
from textual.command import CommandPalette, Provider
from textual.theme import ThemeProvider
from textual.types import DirEntry
from textual.app import CommandPalette as Taken
print(DirEntry.__name__, CommandPalette.__mro__[-2].__name__, sys.modules["textual.command"].__file__[-10:])
print(Taken is CommandPalette, Provider in ThemeProvider.__mro__)
"""
LATER = (
    "argparse",
    "dateutil",
    "email",
    "filelock",
    "jinja2",
    "secrets",
    "store.arranging",
    "store.backups",
    "store.errands",
    "store.exchange",
    "store.filters",
    "store.history",
    "store.holding",
    "store.ids",
    "store.merging",
    "store.picture",
    "store.rules",
    "store.standing",
    "templates",
    "textual.command",
    "textual.widgets._input",
    "textual.widgets._label",
    "textual.widgets._markdown",
    "textual.widgets._option_list",
    "textual.widgets._text_area",
    "tui.asking",
    "tui.cell_story",
    "tui.command_line.desk",
    "tui.command_line.parser",
    "tui.glance_story",
    "tui.outside",
    "tui.palette",
    "tui.parting",
    "tui.program_story",
    "tui.screens.dialogs",
    "tui.screens.editor",
    "tui.screens.messages",
    "tui.screens.program",
    "tui.screens.programs",
    "tui.screens.rank",
    "tui.screens.review",
    "tui.screens.season",
    "tui.signals",
    "tui.widgets.filter_line",
)
"""What a key or a minute may ask for; each of these cost every start something once."""
MOST_MODULES = 115
"""Modules of ours behind the first picture; each takes a fifth of a millisecond."""
WIDGETS = {
    "Backdrop": 2,
    "DetailPane": 1,
    "HeadLine": 1,
    "KeyLine": 1,
    "LegendLine": 1,
    "PartsView": 1,
    "StatusLine": 1,
    "TimelineView": 1,
    "ToastRack": 1,
    "Tooltip": 1,
    "ViewBar": 1,
}
"""What the first screen is made of; no widget for a row, and none that waits for a key."""


@pytest.fixture(scope="module", params=["new here", "here before"])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What had been loaded, read and mounted when the first picture stood."""
    folder = tmp_path_factory.mktemp("start")
    path = folder / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    if request.param == "here before":
        state = folder / "prematch"
        assert keep_choices(state / "screen.json", Choices(visited=("timeline", "programs"))) == ""
        keep_whereabouts(state / "left-at.json", path, Whereabouts("timeline"))
    told = folder / "seen.json"
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    terminal = Terminal(PROGRAM, str(told), "--file", str(path), "--now", "2026-11-24T14:05+01:00", size=SIZE, **home)
    try:
        assert terminal.until(lambda: told.exists() and told.read_text(encoding="utf-8").endswith("}"))
    finally:
        terminal.close()
    found: dict[str, list[Any]] = json.loads(told.read_text(encoding="utf-8"))
    read = {"tui.choices_file", "tui.left_at"} & {*found["modules"]}
    assert bool(read) is (request.param == "here before")
    found["modules"] = [name for name in found["modules"] if name not in read]
    return found


def test_nothing_is_loaded_that_the_first_picture_does_not_show(seen: dict[str, list[Any]]) -> None:
    loaded = [name for name in seen["modules"] if name.startswith(tuple(f"{one}." for one in LATER)) or name in LATER]
    assert loaded == []


def test_few_modules_of_our_own_stand_behind_the_first_picture(seen: dict[str, list[Any]]) -> None:
    own = [name for name in seen["modules"] if name.split(".")[0] in ("store", "templates", "tui")]
    assert len(own) <= MOST_MODULES, own


def test_textual_is_loaded_without_its_palette_and_with_it_once_it_is_asked_for() -> None:
    done = run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\nDirEntry MessagePump command.py\nFalse False\n", "")


def test_a_textual_that_takes_more_from_its_palette_is_loaded_whole() -> None:
    bare = "import types, tui.entrance as E; E._switched_off_palette = lambda: types.ModuleType('bare')"
    done = run([sys.executable, "-c", f"{bare}{LOADED}"], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout.splitlines()[-1:], done.stderr) == (["True True"], "")


def test_no_letter_is_read_for_the_first_picture(seen: dict[str, list[Any]]) -> None:
    assert seen["unread"] and all(seen["unread"])


def test_the_first_screen_has_a_dozen_widgets(seen: dict[str, list[Any]]) -> None:
    assert {name: seen["widgets"].count(name) for name in sorted({*seen["widgets"]})} == WIDGETS
