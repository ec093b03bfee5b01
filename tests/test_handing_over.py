"""Messages on their way out: files for their owner only, nothing half written, links by what the system has."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from store.errors import FileTrouble, RuleBroken
from tui import handing_over
from tui.handing_over import a_folder, open_link, usual_folder
from tui.private_files import write_private

LINK = "mailto:office@brightwater.example?subject=A%20%26%20B"


def test_a_mail_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "note.eml"
    write_private(path, b"words")
    assert path.read_bytes() == b"words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_alone_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "note.eml"
    path.write_bytes(b"old")
    with pytest.raises(FileTrouble, match="cannot be written"):
        write_private(path, b"new")
    assert path.read_bytes() == b"old"
    write_private(path, b"new", over=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    path = tmp_path / "note.eml"
    path.symlink_to(other)
    with pytest.raises(FileTrouble):
        write_private(path, b"new")
    write_private(path, b"new", over=True)
    assert (path.read_bytes(), other.read_bytes(), path.is_symlink()) == (b"new", b"mine", False)


def test_what_cannot_be_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "note.eml"
    path.mkdir()
    (path / "inside").touch()
    with pytest.raises(FileTrouble):
        write_private(path, b"words", over=True)
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_refused_by_its_name(tmp_path: Path) -> None:
    assert a_folder(f" {tmp_path} ")[0] == tmp_path.resolve()
    with pytest.raises(RuleBroken, match=r"There is no folder .*nowhere"):
        a_folder(str(tmp_path / "nowhere"))


def test_the_usual_folder_is_downloads_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert usual_folder() == tmp_path
    (tmp_path / "Downloads").mkdir()
    assert usual_folder() == tmp_path / "Downloads"


@pytest.mark.parametrize(("platform", "command"), [("linux", "xdg-open"), ("darwin", "open")])
def test_a_link_goes_to_the_opener_as_one_argument(
    platform: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[Sequence[str], dict[str, Any]]] = []
    monkeypatch.setattr(handing_over, "which", lambda name: f"/opt/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", lambda words, **options: started.append((words, options)))
    assert open_link(LINK, platform) == command
    ((words, options),) = started
    assert words == (f"/opt/bin/{command}", LINK)
    assert options["start_new_session"] is True
    assert "shell" not in options


def test_without_an_opener_the_other_ways_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_over, "which", lambda name: None)
    with pytest.raises(FileTrouble, match="xdg-open is not on this machine"):
        open_link(LINK, "linux")


def test_an_opener_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(words: Sequence[str], **options: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(handing_over, "which", lambda name: f"/opt/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", fails)
    with pytest.raises(FileTrouble, match="does not start: Permission denied"):
        open_link(LINK, "linux")


def test_windows_opens_links_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("os.startfile", opened.append, raising=False)
    assert open_link(LINK, "win32") == "Windows"
    assert opened == [LINK]
    monkeypatch.delattr("os.startfile")
    with pytest.raises(FileTrouble, match="opens no links"):
        open_link(LINK, "win32")
