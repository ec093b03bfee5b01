"""What holds on machines other than Linux: no call that Windows lacks, names every system takes, its own places."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from store.disk import Disk
from store.season_file import SeasonFile
from tests.command_shell import NOW, Shell
from tests.examples import a_busy_season
from tui import signals
from tui.opening import driver_for_here

ROOT = Path(__file__).parent.parent
UNIX_ONLY = ("termios", "pty", "tty", "pwd", "grp", "resource", "curses", "readline")
"""`fcntl` stays: filelock takes it here and `msvcrt` there, and none of our own code may name either."""
WITHOUT_UNIX = f"""
import importlib, json, pkgutil, signal, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in {UNIX_ONLY!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

for name in {UNIX_ONLY!r}:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
for name in ("SIGHUP", "SIGTSTP", "SIGCONT", "SIGKILL"):
    delattr(signal, name)
"""
IMPORTS = """
import store, templates, tui
rooms = (store, templates, tui)
names = [one.name for room in rooms for one in pkgutil.walk_packages(room.__path__, room.__name__ + ".")]
loaded = [name for name in names if name != "tui.safe_driver" and importlib.import_module(name)]
print(json.dumps(loaded))
"""
COMMANDS = """
from tui.__main__ import main
for argv in json.loads(sys.argv[1]):
    code = main(argv)
    assert code == (2 if "draft" in argv else 0), (argv, code)  # 2: blanks are left
print("all carried out")
"""
SCREEN = """
import asyncio
from pathlib import Path
from store.places import config_path
from store.season_file import SeasonFile
from tui import signals
from tui.opening import driver_for_here
from tui.app import SeasonApp
from tui.clock import the_clock
from tui.settings_file import read_settings

async def walk():
    with SeasonFile.open(Path(sys.argv[1]), lock_later=True) as file:
        app = SeasonApp(file, the_clock(now=sys.argv[2], home=""), read_settings(config_path()))
        async with app.run_test(size=(80, 24)) as pilot:
            signals.install(app.leave_at_once, asyncio.get_running_loop())
            for key in "23456?":
                await pilot.press(key)
            await pilot.pause()
        app.saver.stop()

asyncio.run(walk())
print("all shown")
"""


def said_without_unix(program: str, home: Path, *argv: str, **more: str) -> str:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    environment = {**os.environ, **places, "PYTHONPATH": str(ROOT), "PREMATCH_NOW": NOW, **more}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_UNIX + program, *argv],
        cwd=home, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.splitlines()[-1]


def test_every_room_opens_without_what_only_unix_has(tmp_path: Path) -> None:
    """The driver for Unix terminals alone is never loaded there."""
    loaded = json.loads(said_without_unix(IMPORTS, tmp_path))
    assert "tui.signals" in loaded and "store.season_lock" in loaded and len(loaded) > 300


def test_no_room_locks_files_by_itself() -> None:
    named = re.compile(r"^\s*(?:import|from) (?:fcntl|msvcrt)\b", re.MULTILINE)
    rooms = (path for room in ("store", "templates", "tui") for path in (ROOT / room).rglob("*.py"))
    assert [path.name for path in rooms if named.search(path.read_text(encoding="utf-8"))] == []


def test_commands_are_carried_out_without_what_only_unix_has(tmp_path: Path) -> None:
    season = ["--file", str(tmp_path / "season.json")]
    argvs = [
        ["demo", "--out", season[1]],
        [*season, "agenda", "all"],
        [*season, "add", "Foxglove Mill"],
        [*season, "undo"],
        [*season, "draft", "fenwick", "--kind", "question", "--copy"],
        [*season, "backup"],
        [*season, "doctor"],
        [*season, "export", "csv", "--out", str(tmp_path / "out.csv")],
    ]
    assert said_without_unix(COMMANDS, tmp_path, json.dumps(argvs)) == "all carried out"


def test_the_screen_opens_and_hears_of_its_end_without_what_only_unix_has(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    driver = "textual.drivers.headless_driver:HeadlessDriver"
    assert said_without_unix(SCREEN, tmp_path, str(path), NOW, TEXTUAL_DRIVER=driver) == "all shown"


def test_the_driver_for_unix_terminals_is_left_to_unix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    chosen = driver_for_here()
    monkeypatch.undo()
    assert chosen is None


def test_a_folder_is_not_synced_where_it_cannot_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda *given: opened.append(given))
    monkeypatch.setattr(os, "name", "nt")
    Disk().sync_folder(tmp_path)
    monkeypatch.undo()
    assert opened == []


RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{name}{digit}" for name in ("COM", "LPT") for digit in range(1, 10))}


def test_every_name_the_program_makes_is_one_windows_takes(
    demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    out = tmp_path / "out"
    out.mkdir()
    demo("add", "CON: a/b? *University*")
    demo("backup")
    demo("archive", "--out", str(out))
    demo("outbox", "--eml", str(out / "mail"))
    demo("rank", "sheet", "--out", str(out))
    made = [each.relative_to(tmp_path) for each in tmp_path.rglob("*")]
    assert len(made) > 20
    for path in made:
        for part in path.parts:
            assert not set(part) & set('<>:"/\\|?*') and not part.endswith((" ", ".")) and part.isprintable(), part
            assert PureWindowsPath(part).stem.split(".")[0].upper() not in RESERVED, part
        assert len(str(path)) < 160


def test_nothing_is_put_right_in_a_terminal_that_is_no_unix_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    monkeypatch.setattr(os, "write", lambda *given: written.append(given))
    monkeypatch.setattr(os, "name", "nt")
    signals.put_terminal_right()
    monkeypatch.undo()
    assert written == []


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("darwin", "Library/Application Support/prematch"), ("linux", ".local/share/prematch")],
)
def test_the_season_lies_where_that_system_keeps_such_files(platform: str, folder: str, tmp_path: Path) -> None:
    code = (
        f"import sys, sysconfig; sysconfig.get_config_vars(); sys.platform = {platform!r}; "
        "from store.places import season_path; print(season_path().as_posix())"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {**kept, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == f"{tmp_path.as_posix()}/{folder}/season.json"
