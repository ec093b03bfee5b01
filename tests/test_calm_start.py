"""The screen is still, without colour when that is asked for, and gives way to plain lines where those are wanted."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from store.season_file import SeasonFile
from tests.command_shell import piped
from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tests.terminal import Terminal
from tests.walking import PROGRAM, Walker
from tui import entrance
from tui.plain_start import Start
from tui.settings_file import read_settings

NOW = "2026-11-24T14:05+01:00"
COLOUR = re.compile(rb"\x1b\[[0-9;]*(?:38|48);(?:2;(\d+);(\d+);(\d+)|5;(\d+))")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, Any]:
    return dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), str(tmp_path))


def is_grey(output: bytes) -> bool:
    """Whether every colour that was asked of the terminal is a grey."""
    asked = COLOUR.findall(output)
    return all(not indexed and red == green == blue for red, green, blue, indexed in asked)


def drawn(*argv: str, **environment: Any) -> bytes:
    """What the terminal is sent until the timeline of the made-up season stands."""
    walker = Walker("demo", "--now", NOW, *argv, COLORTERM="truecolor", **environment)
    try:
        walker.sees("key dates")
        walker.sees(r"\? keys")
        return walker.output
    finally:
        walker.close()


@pytest.mark.parametrize("way", ["variable", "option", "setting"])
def test_colour_goes_by_variable_by_option_and_by_setting(way: str, home: dict[str, Any], tmp_path: Path) -> None:
    if way == "setting":
        path = tmp_path / "prematch" / "settings.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text('color = "never"\n', encoding="utf-8")
    given = {"NO_COLOR": "1"} if way == "variable" else {}
    assert is_grey(drawn(*(("--no-color",) if way == "option" else ()), **home, **given))


def test_an_empty_no_color_asks_for_nothing(home: dict[str, Any]) -> None:
    assert not is_grey(drawn(**home, NO_COLOR=""))


def test_a_wrong_word_for_colour_is_told_and_the_default_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('color = "nevr"\n', encoding="utf-8")
    found = read_settings(path)
    assert found.color == "auto" and "color" in found.troubles[0]


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    for name in ("TEXTUAL_ANIMATIONS", "TEXTUAL_SMOOTH_SCROLL", "ACCESSIBLE"):
        monkeypatch.setenv(name, "")  # so that what is set meanwhile is taken back
        monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(entrance, "_is_someone_there", lambda: True)
    yield monkeypatch


def test_nothing_moves_unless_it_is_asked_to(surroundings: pytest.MonkeyPatch) -> None:
    entrance._keep_still()
    assert (os.environ["TEXTUAL_ANIMATIONS"], os.environ["TEXTUAL_SMOOTH_SCROLL"]) == ("none", "0")
    surroundings.setenv("TEXTUAL_ANIMATIONS", "full")
    entrance._keep_still()
    assert os.environ["TEXTUAL_ANIMATIONS"] == "full"


PROBE = """
import sys
from tui import entrance
from tui.__main__ import main

keep_still = entrance._keep_still

def probed():
    keep_still()
    from textual import constants
    from tui.app import SeasonApp
    begin = SeasonApp._begin

    def told(app):
        with open(sys.argv[1], "w") as words:
            print(f"level {app.animation_level} smooth {constants.SMOOTH_SCROLL}.", file=words)
        begin(app)

    SeasonApp._begin = told

entrance._keep_still = probed
sys.exit(main(sys.argv[2:]))
"""


def test_textual_has_heard_of_it_before_the_first_picture(home: dict[str, Any], tmp_path: Path) -> None:
    told = tmp_path / "told"
    terminal = Terminal(PROBE, str(told), "demo", "--now", NOW, **home)
    try:
        assert terminal.until(lambda: told.exists() and told.read_text().endswith(".\n"))
        assert told.read_text() == "level none smooth False.\n"
    finally:
        terminal.close()


@pytest.mark.parametrize("keys", [("n",), ("slash",), ("enter", "a", "c"), ("m", "enter"), ("2", "e"), ("g", "d")])
async def test_no_cursor_blinks(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as screen:
        await screen.press(*keys)
        fields = [*screen.app.screen.query(Input), *screen.app.screen.query(TextArea)]
        assert fields and not any(one.cursor_blink for one in fields)


@pytest.mark.parametrize(
    ("environment", "start", "plain"),
    [
        ({}, Start(), False),
        ({"ACCESSIBLE": "1"}, Start(), True),
        ({"ACCESSIBLE": ""}, Start(), False),  # an empty one asks for nothing
        ({"TERM": "dumb"}, Start(), True),
        ({"ACCESSIBLE": "1"}, Start(view="review"), False),  # a view was named: the screen is meant
        ({"ACCESSIBLE": "1"}, Start(demo=True), False),
        ({"ACCESSIBLE": "1", "TEXTUAL_DRIVER": "x:Y"}, Start(), False),  # a page in a browser
    ],
)
def test_plain_lines_are_chosen_where_they_are_wanted(
    environment: dict[str, str], start: Start, plain: bool, surroundings: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        surroundings.setenv(name, value)
    assert entrance.plainly_wanted(start) is plain


@pytest.mark.parametrize("asked", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}])
def test_the_program_alone_then_goes_through_what_is_due(
    asked: dict[str, Any], home: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    terminal = Terminal(PROGRAM, "--file", str(path), "--now", NOW, **{**home, **asked})
    try:
        assert terminal.until(lambda: b"to go through" in terminal.output and b"Answer: " in terminal.output)
        terminal.send(b"q\n")
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.output
    finally:
        terminal.close()


def test_an_empty_season_is_told_how_to_begin_in_plain_lines(home: dict[str, Any], tmp_path: Path) -> None:
    terminal = Terminal(PROGRAM, "--file", str(tmp_path / "none.json"), "--now", NOW, **{**home, "ACCESSIBLE": "1"})
    try:
        assert terminal.wait() == 0
        assert b"prematch form profile" in terminal.output
    finally:
        terminal.close()


def test_a_quiet_terminal_is_told_how_the_made_up_season_is_gone_through(
    surroundings: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    surroundings.setenv("TERM", "dumb")
    surroundings.chdir(tmp_path)
    surroundings.setattr("sys.stdin", piped(b"q\n"))
    assert entrance.enter(["demo"]) == 2
    shown = re.findall(r"`prematch ([^`]+)`", capsys.readouterr().err)
    assert shown == ["demo --out demo.json", "--file demo.json review"]
    for line in shown:
        assert entrance.enter(line.split()) == 0
    assert re.search(r"^\d+ follow-ups to go through", capsys.readouterr().out, flags=re.MULTILINE)
