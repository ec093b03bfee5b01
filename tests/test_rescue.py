"""A damaged or missing season file at a terminal: the newest good backup is offered before the screen opens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from store.ailments import findings
from store.backups import Reason
from store.checkup import look_over
from store.disk import Disk
from store.errors import Damaged, FileHeld, FileTrouble
from store.moments import Moment
from store.records import Profile
from store.repairing import bring_back
from store.season_file import SeasonFile
from store.season_lock import SeasonLock
from tests.broken_disk import BrokenDisk
from tests.command_shell import Keyboard, Shell
from tests.examples import NOW, a_profile, a_program, a_season
from tests.terminal import Terminal
from tui.opening import _opened

SEASON = a_season(a_program(), profile=a_profile())
CUT = b'{"cut'
PROGRAM = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"


def clock(profile: Profile) -> Moment:
    return NOW.seen_from(profile.home_zone or "UTC")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A season with one backup, and then damaged."""
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(SEASON)
        assert file.back_up(Reason.ASKED, NOW)
    path.write_bytes(CUT)
    return path


def typing(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard(text))


def test_a_yes_puts_the_newest_good_backup_in_place(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "y\n")
    file = _opened(path, clock)
    said = capsys.readouterr().err
    assert "is damaged at line 1" in said
    assert "The newest good backup, of Tue 24 Nov 2026 14:05 CET: 1 program, 0 messages" in said
    assert file.season == SEASON
    aside = path.with_name("season.damaged-20261124-130500.json")
    assert aside.read_bytes() == CUT
    assert str(aside) in file.notice


@pytest.mark.parametrize("typed", ["n\n", "\n", "", "x\n"])
def test_anything_else_leaves_everything(path: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    typing(monkeypatch, typed)
    with pytest.raises(FileTrouble, match="Nothing was changed"):
        _opened(path, clock)
    assert path.read_bytes() == CUT


def test_a_missing_file_is_answered_the_same_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.unlink()
    typing(monkeypatch, "yes\n")
    file = _opened(path, clock)
    assert file.season == SEASON
    assert "kept as" not in file.notice


def test_without_a_good_backup_nothing_is_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in path.with_name("season.json.backups").glob("*"):
        each.write_bytes(b"")
    typing(monkeypatch, "y\n")
    with pytest.raises(Damaged, match="is damaged at line 1"):
        _opened(path, clock)
    assert path.read_bytes() == CUT


def test_while_another_program_has_the_file_it_is_told_instead(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = SeasonLock(path, Disk())
    lock.take()
    typing(monkeypatch, "y\n")
    with pytest.raises(FileHeld, match="is open in another program"):
        _opened(path, clock)
    assert path.read_bytes() == CUT
    lock.release()


def test_a_file_that_is_whole_is_opened_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _opened(tmp_path / "season.json", clock)
    assert file.notice == ""
    assert capsys.readouterr().err == ""


def test_at_a_real_terminal_the_season_is_on_screen_after_a_yes(demo: Shell) -> None:
    assert demo("backup").code == 0
    demo.path.write_bytes(b"")
    terminal = Terminal(PROGRAM, "--file", str(demo.path), "--now", "2026-11-24T14:05+01:00")
    try:
        assert terminal.until(lambda: b"[y/N]" in terminal.output)
        assert b"54 programs" in terminal.output
        terminal.send(b"y\n")
        assert terminal.until(lambda: b"Kettle" in terminal.output)
        assert b"Traceback" not in terminal.output
    finally:
        terminal.close()
    assert len(demo.season.followed) == 54


# Whichever call fails, the damaged file and the backup are there


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_call_fails_bringing_back_loses_neither_file(tmp_path: Path, for_ever: bool) -> None:
    turn = 0
    while True:
        turn += 1
        path = tmp_path / str(turn) / "season.json"
        path.parent.mkdir()
        with SeasonFile.open(path) as file:
            file.save(SEASON)
            backup = file.back_up(Reason.ASKED, NOW)
        assert backup is not None
        path.write_bytes(CUT)
        disk = BrokenDisk(turn, for_ever=for_ever)
        try:
            bring_back(path, backup.path, now=NOW, disk=disk)
        except FileTrouble as trouble:
            assert "\n" not in str(trouble)
        failed, disk.fail_at = disk.failed, 0
        assert backup.path.exists()
        whole = look_over(path, disk=Disk()).trouble is None
        kept = [each.read_bytes() for each in path.parent.iterdir() if "damaged" in each.name]
        assert whole or path.read_bytes() == CUT
        assert not whole or kept == [CUT]
        if not failed:
            break
    assert turn > 15


def test_a_folder_in_which_nothing_can_be_written_is_found(tmp_path: Path) -> None:
    class ReadOnly(Disk):
        def may_write(self, folder: Path) -> bool:
            return False

    found = findings(look_over(tmp_path / "deeper" / "season.json", disk=ReadOnly()))
    assert [one.id for one in found] == ["new", "folder"]
    assert f"Nothing can be written in “{tmp_path}”" in found[1].what


def test_whichever_call_fails_looking_over_ends_in_findings_or_one_sentence(path: Path) -> None:
    turn = 0
    while True:
        turn += 1
        disk = BrokenDisk(turn)
        try:
            seen = look_over(path, disk=disk)
        except FileTrouble as trouble:
            assert "\n" not in str(trouble)
        else:
            assert findings(seen)
        if not disk.failed:
            break
    assert turn > 8
    assert path.read_bytes() == CUT
