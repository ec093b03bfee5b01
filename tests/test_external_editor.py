"""What the person's own editor leaves behind is taken over only when it ended well, and never lost."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from textual.app import App

from store.errors import FileTrouble, RuleBroken
from tui.external_editor import edit_outside, editor_command
from tui.terminal_lending import lent_by

TEXT = "Dear Dr. Ashby,\nthank you"


class Desk:
    """A fake editor, the text it is given, and what comes back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: list[str] = []
        self.suspended: list[str] = []
        self.files_while_keeping: list[list[Path]] = []

    @contextmanager
    def suspend(self) -> Iterator[None]:
        self.suspended.append("out")
        yield
        self.suspended.append("back")

    def keep(self, text: str) -> None:
        self.files_while_keeping.append(self.files())
        self.kept.append(text)

    def files(self) -> list[Path]:
        return sorted((self.folder / "tmp").iterdir())

    def editor(self, code: str) -> str:
        script = self.folder / "my editor.py"
        script.write_text(f"import os, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n")
        return f"{sys.executable} '{script}'"

    def edits(self, code: str, *, text: str = TEXT, no_color: bool = False) -> str:
        given = {"VISUAL": self.editor(code), "PATH": "/bin:/usr/bin"}
        return edit_outside(text, self.keep, suspend=self.suspend, no_color=no_color, environment=given)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "nano", "EDITOR": "vi"}, ("nano",)),
        ({"VISUAL": " ", "EDITOR": "vi -u NONE"}, ("vi", "-u", "NONE")),
        ({"EDITOR": "'/Applications/My Editor/bin/code' -n"}, ("/Applications/My Editor/bin/code", "-n", "--wait")),
        ({"EDITOR": "code --wait"}, ("code", "--wait")),
        ({"EDITOR": "subl -w"}, ("subl", "-w")),
        ({"EDITOR": "cursor"}, ("cursor", "--wait")),
        ({"EDITOR": "emacsclient -t"}, ("emacsclient", "-t")),
    ],
)
def test_the_command_is_read_from_visual_then_editor(environment: dict[str, str], command: tuple[str, ...]) -> None:
    assert editor_command(environment) == command


@pytest.mark.parametrize("environment", [{}, {"EDITOR": ""}, {"VISUAL": "vi 'half"}])
def test_no_editor_is_said_and_nothing_is_opened(environment: dict[str, str], desk: Desk) -> None:
    with pytest.raises(RuleBroken):
        editor_command(environment)
    words = edit_outside(TEXT, desk.keep, suspend=desk.suspend, environment=environment)
    assert ("VISUAL" in words or "EDITOR" in words) and desk.kept == [] and desk.suspended == [] and desk.files() == []


def test_what_was_written_is_kept_before_the_file_goes(desk: Desk) -> None:
    words = desk.edits("path.write_text(path.read_text() + ' very much')")
    assert desk.kept == [TEXT + " very much"] and desk.suspended == ["out", "back"]
    assert len(desk.files_while_keeping[0]) == 1 and desk.files() == []
    assert words == "Taken over from the editor."


def test_the_editor_sees_the_text_in_a_file_of_the_owner_only(desk: Desk) -> None:
    desk.edits("path.write_text(f'{path.read_text()!r} {oct(path.stat().st_mode & 0o777)}')")
    assert desk.kept == [f"{TEXT!r} 0o600"]


@pytest.mark.parametrize("code", ["pass", "path.write_text(path.read_text() + chr(10))"])
def test_no_change_but_the_last_line_break_is_no_change(code: str, desk: Desk) -> None:
    assert desk.edits(code) == "Nothing was changed."
    assert desk.kept == [] and desk.files() == []


def test_an_editor_that_fails_keeps_the_old_text(desk: Desk) -> None:
    words = desk.edits("sys.exit(1)")
    assert desk.kept == [] and "ended with 1" in words and desk.files() == []


def test_what_a_failing_editor_wrote_is_not_thrown_away(desk: Desk) -> None:
    words = desk.edits("path.write_text('half a thought'); sys.exit(3)")
    (left,) = desk.files()
    assert desk.kept == [] and str(left) in words and left.read_text() == "half a thought"


def test_text_that_cannot_be_kept_stays_in_the_file(desk: Desk) -> None:
    def refuse(text: str) -> None:
        raise FileTrouble("The disk is full.")

    given = {"EDITOR": desk.editor("path.write_text('new words')")}
    words = edit_outside(TEXT, refuse, suspend=desk.suspend, environment=given)
    (left,) = desk.files()
    assert words.startswith("The disk is full.") and str(left) in words and left.read_text() == "new words"


def test_text_beyond_the_limits_is_refused_and_stays_in_the_file(desk: Desk) -> None:
    words = desk.edits("path.write_text('x' * 10_001)")
    assert desk.kept == [] and "10,000" in words and len(desk.files()) == 1


def test_what_comes_back_is_cleaned(desk: Desk) -> None:
    desk.edits("path.write_bytes('one\\r\\n\\x1b[31mtwo\\u202e'.encode())")
    assert desk.kept == ["one\n[31mtwo"]


@pytest.mark.parametrize("code", ["path.write_bytes(bytes([0xff, 0xfe, 0]))", "path.unlink()"])
def test_a_file_that_cannot_be_read_changes_nothing(code: str, desk: Desk) -> None:
    words = desk.edits(code)
    assert desk.kept == [] and "stays as it was" in words


def test_an_editor_that_is_not_there_is_named(desk: Desk) -> None:
    given = {"EDITOR": "/nowhere/pico"}
    words = edit_outside(TEXT, desk.keep, suspend=desk.suspend, environment=given)
    assert words.startswith("/nowhere/pico could not be started") and desk.kept == [] and desk.files() == []


def test_no_room_for_the_file_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere at all")
    assert "could be written" in desk.edits("pass") and desk.suspended == []


def test_an_interrupt_in_the_editor_does_not_end_the_app(desk: Desk) -> None:
    before = signal.getsignal(signal.SIGINT)
    desk.edits("import signal, time; os.kill(os.getppid(), signal.SIGINT); time.sleep(0.1); path.write_text('more')")
    assert desk.kept == ["more"] and signal.getsignal(signal.SIGINT) is before


async def test_a_terminal_that_cannot_be_lent_is_said(desk: Desk) -> None:
    app: App[None] = App()
    async with app.run_test():  # a headless app has no terminal to give away
        words = edit_outside(TEXT, desk.keep, suspend=partial(lent_by, app), environment={"EDITOR": "vi"})
    assert "cannot be handed" in words and desk.kept == [] and desk.files() == []


@pytest.mark.parametrize(("no_color", "seen"), [(True, "1"), (False, "none")])
def test_no_color_is_handed_on(no_color: bool, seen: str, desk: Desk) -> None:
    desk.edits("path.write_text(os.environ.get('NO_COLOR', 'none'))", no_color=no_color)
    assert desk.kept == [seen]
