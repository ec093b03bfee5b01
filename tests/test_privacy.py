"""What is written is its owner's alone, in folders of its owner's alone, and nothing leaves the machine."""

from __future__ import annotations

import os
import socket
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.places import choices_path
from tests.command_shell import Shell
from tests.examples import a_busy_season
from tests.on_screen import on_screen
from tests.test_crash import a_fault
from tests.test_undo_of_commands import names_in
from tests.writing_commands import WRITING, spelled
from tui import kept_questions, typed_words
from tui.choices_file import keep_choices
from tui.command_line.drafting import edited
from tui.crash import write_log
from tui.private_files import write_private
from tui.state import Choices
from tui.typed_words import TypedWords

AF_UNIX = getattr(socket, "AF_UNIX", None)
"""What the event loop wakes itself with; it reaches no other machine."""

_heard: list[str] | None = None
_HEARS: list[bool] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _heard is None or not event.startswith("socket."):
        return
    if event == "socket.gethostname" or (event == "socket.__new__" and arguments[1] == AF_UNIX):
        return
    _heard.append(f"{event} {arguments!r}")


@contextmanager
def nothing_leaves() -> Iterator[None]:
    """Python itself tells of every socket that is made, connected or bound meanwhile; none may be."""
    global _heard
    if not _HEARS:  # such a hook stays for the life of the process
        sys.addaudithook(_hear)
        _HEARS.append(True)
    heard = _heard = list[str]()
    try:
        yield
    finally:
        _heard = None
    assert heard == []


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home of a person whose new files would be open to everybody, without a clipboard program."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    before = os.umask(0)
    yield home
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """Everything in there that somebody else might read, the files of the test itself left out."""
    own = {"programs.csv", "letter.txt", "older.json"}
    found = [each for each in folder.rglob("*") if each.name not in own and not each.is_symlink()]
    assert found
    return [f"{each.name} {each.stat().st_mode:o}" for each in found if stat.S_IMODE(each.stat().st_mode) & 0o077]


def test_whatever_the_commands_write_is_private_and_stays_here(demo: Shell, home: Path, tmp_path: Path) -> None:
    demo.path.rename(home / "season.json")
    demo.path = home / "deep" / "er" / "season.json"
    out = tmp_path / "out"
    out.mkdir(mode=0o700)
    with nothing_leaves():
        assert demo("demo", "--out", str(demo.path)).code == 0
        names = names_in(demo)
        demo("draft", "pellam", "--kind", "decline", "--copy")
        demo("draft", "rookery", "--kind", "decline", "--eml", str(out / "x.eml"))
        demo("outbox", "--eml", str(out))
        for argv in WRITING.values():
            demo(*spelled(argv, tmp_path, **names))
        demo("backup")
        demo("undo")
        demo("undo")
        for what in ("csv", "json", "md"):
            assert demo("export", what, "--out", str(out)).code == 0
    assert (home / ".local/state/prematch/last-copy.txt").exists()
    assert len(list(out.iterdir())) >= 5
    assert len(list((demo.path.parent / "season.json.history").iterdir())) > 10
    assert open_to_others(home / "deep") + open_to_others(home / ".local") + open_to_others(out) == []


async def test_whatever_the_screen_writes_is_private_and_stays_here(home: Path) -> None:
    (home / "Downloads").mkdir(mode=0o700)
    with nothing_leaves():
        async with on_screen(a_busy_season(), home, at="messages") as seen:
            await seen.press("tab", "W", "y", "enter", "y")
            await seen.press("2", "s", "w", "u", "U")
            seen.reloaded()
    assert list((home / "Downloads").glob("*.eml"))
    assert (home / ".local/state/prematch/last-copy.txt").exists()
    assert open_to_others(home) == []


def a_choice() -> None:
    assert keep_choices(choices_path(), Choices()) == ""


def a_message(season: Path) -> None:
    words = TypedWords(typed_words.place_of(season))
    words.note("l-letter", "", "zeal", on_disk=a_busy_season(), on_screen=a_busy_season())
    words.close()


def a_question(season: Path) -> None:
    kept_questions.write_half_typed(kept_questions.place_of(season), {"A question": {"": "zeal"}})


@pytest.mark.parametrize("write", [lambda _: a_choice(), a_message, a_question], ids=["choice", "message", "question"])
def test_whatever_is_written_first_in_an_empty_home_makes_folders_for_its_owner_alone(
    home: Path, write: Callable[[Path], None]
) -> None:
    write(home / "season.json")
    assert open_to_others(home) == []


def test_a_socket_would_be_heard() -> None:
    with pytest.raises(AssertionError, match=r"socket\.__new__"), nothing_leaves():
        socket.socket(socket.AF_INET).close()


def test_the_log_of_a_fault_is_private_even_where_an_open_one_lay(home: Path) -> None:
    folder = home / "state" / "prematch"
    write_log(a_fault(), folder)
    log = folder / "last-crash.txt"
    log.chmod(0o666)
    write_log(a_fault(), folder)
    assert open_to_others(home) == []
    log.unlink()
    log.symlink_to(home / "other")
    write_log(a_fault(), folder)
    assert not (home / "other").exists() and not log.is_symlink()


def test_a_mail_file_that_is_written_over_is_private(home: Path) -> None:
    (home / "x.eml").touch(mode=0o666)
    write_private(home / "x.eml", b"words", over=True)
    assert open_to_others(home) == []


def test_the_text_in_the_editor_is_private(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = home / "editor"
    script.write_text(f'#!/bin/sh\n/usr/bin/stat -c %a "$1" > {home}/seen\n', encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr(sys, "stdin", None)
    edited(a_busy_season().letters[2])
    assert (home / "seen").read_text().strip() == "600"
