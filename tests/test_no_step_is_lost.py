"""No step is forgotten before its time: not on a way that was left, not after an older copy came back."""

from __future__ import annotations

import errno
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from store import history_file
from store.backups import Reason
from store.checkup import look_over
from store.conflict_copies import own_copies
from store.disk import Disk
from store.errors import FileTrouble
from store.history import redone, step_between, undone
from store.places import backup_folder, history_folder
from store.repairing import bring_back, put_together
from store.season import Season
from store.season_file import SeasonFile
from tests.broken_disk import BrokenDisk
from tests.command_shell import Keyboard, Shell
from tests.examples import NOW, a_program
from tui.opening import _opened
from tui.saver import Saver


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "season.json"


@pytest.fixture
def fresh(shell: Shell) -> Shell:
    """A season in which two programs were added, one after the other."""
    for name in ("One", "Two"):
        assert shell("add", name).code == 0
    return shell


def add(file: SeasonFile, name: str) -> None:
    after = replace(file.season, programs=(*file.season.programs, a_program(f"p-{name.lower():x<6}", name)))
    file.save(after, (step_between(file.season, after, name, at=NOW),))


def undo(file: SeasonFile) -> str:
    step = file.history.undo_step()
    if step:
        file.save_undone(undone(file.season, step), step)
    return step.label if step else ""


def redo(file: SeasonFile) -> str:
    step = file.history.redo_step()
    if step:
        file.save_redone(redone(file.season, step), step)
    return step.label if step else ""


def names(season: Season) -> list[str]:
    return [program.name for program in season.programs]


def numbers(path: Path) -> list[int]:
    return sorted(int(each.name.split("-")[0]) for each in path.with_name(f"{path.name}.history").iterdir())


# A way that was left


def test_what_followed_a_step_back_is_reached_from_a_backup_made_before_it(path: Path) -> None:
    with SeasonFile.open(path) as file:
        for name in ("One", "Two", "Later"):
            add(file, name)
        backup = file.back_up(Reason.ASKED, NOW)
        undo(file)
        add(file, "Precious")
    assert backup is not None
    path.write_bytes(b'{"cut')
    bring_back(path, backup.path, now=NOW)
    with SeasonFile.open(path) as file:
        assert names(file.season) == ["One", "Two", "Later"]
        assert [undo(file), redo(file)] == ["Later", "Precious"]
        assert names(file.season) == ["One", "Two", "Precious"]


def test_a_change_after_a_rescue_deletes_no_step(path: Path) -> None:
    with SeasonFile.open(path) as file:
        for name in ("One", "Two", "Later"):
            add(file, name)
        backup = file.back_up(Reason.ASKED, NOW)
        undo(file)
        add(file, "Precious")
    assert backup is not None
    before = numbers(path)
    path.write_bytes(b'{"cut')
    bring_back(path, backup.path, now=NOW)
    with SeasonFile.open(path) as file:
        add(file, "New")
        assert [undo(file) for _ in range(5)] == ["New", "Later", "Two", "One", ""]
    assert set(numbers(path)) > set(before)


def test_a_way_that_was_left_is_never_offered_again_by_itself(path: Path) -> None:
    with SeasonFile.open(path) as file:
        for name in ("One", "Two"):
            add(file, name)
        undo(file)
        add(file, "Other")
        assert redo(file) == ""
        undo(file)
        undo(file)
    with SeasonFile.open(path) as file:
        labels = [(entry.step.label, entry.taken_back) for entry in file.history.labels()]
        assert labels == [("Other", True), ("One", True)]
        assert [redo(file) for _ in range(3)] == ["One", "Other", ""]


def test_steps_on_ways_left_count_among_those_that_are_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_file, "KEPT", 4)
    with SeasonFile.open(path) as file:
        for turn in range(12):
            add(file, f"n{turn}")
            undo(file)
        assert len(numbers(path)) == 4
        assert redo(file) == "n11"


def test_typing_that_goes_on_after_a_backup_leaves_the_step_that_the_backup_names(path: Path) -> None:
    def typed(file: SeasonFile, words: str) -> None:
        after = replace(file.season, profile=replace(file.season.profile, name=words))
        file.save(after, (step_between(file.season, after, words, at=NOW, merge="name"),))

    with SeasonFile.open(path) as file:
        add(file, "One")
        typed(file, "Le")
        backup = file.back_up(Reason.ASKED, NOW)
        typed(file, "Lena")
        typed(file, "Lena K")
    assert backup is not None
    path.write_bytes(b"")
    assert bring_back(path, backup.path, now=NOW).later_steps == 1
    with SeasonFile.open(path) as file:
        assert [redo(file), undo(file), undo(file), undo(file)] == ["Lena K", "Lena K", "Le", "One"]


# An older copy in the season's place


def test_an_older_copy_put_back_keeps_every_later_step_whatever_is_done_next(path: Path) -> None:
    older = path.with_name("older.json")
    with SeasonFile.open(path) as file:
        for name in ("One", "Two"):
            add(file, name)
        shutil.copy(path, older)
        for name in ("Three", "Four"):
            add(file, name)
    shutil.copy(older, path)
    with SeasonFile.open(path) as file:
        assert redo(file) == ""
        add(file, "New")
    assert numbers(path) == [1, 2, 3, 4, 5]
    with SeasonFile.open(path) as file:
        assert [undo(file) for _ in range(4)] == ["New", "Two", "One", ""]


def test_the_doctor_lets_redo_reach_the_steps_after_an_older_copy(fresh: Shell) -> None:
    older = fresh.path.with_name("older.json")
    shutil.copy(fresh.path, older)
    for name in ("Three", "Four"):
        fresh("add", name)
    shutil.copy(older, fresh.path)
    assert "2 changes were made after the season as it stands" in fresh("doctor").out
    assert fresh("redo").code != 0
    repaired = fresh("doctor", "--repair")
    assert repaired.code == 0
    assert "2 later changes wait in the undo history" in repaired.out
    assert names(fresh.season) == ["One", "Two"]
    for _ in range(2):
        assert fresh("redo").code == 0
    assert names(fresh.season) == ["One", "Two", "Three", "Four"]
    assert "made after the season" not in fresh("doctor").out


def test_the_doctor_says_nothing_of_later_steps_when_there_are_none(fresh: Shell) -> None:
    fresh("undo")
    fresh("add", "Other")
    found = fresh("doctor", "--json").json["findings"]
    assert [one["id"] for one in found if one["id"] == "later"] == []


def an_older_copy_worked_on(fresh: Shell) -> None:
    older = fresh.path.with_name("older.json")
    shutil.copy(fresh.path, older)
    for name in ("Three", "Four"):
        fresh("add", name)
    shutil.copy(older, fresh.path)
    older.unlink()
    fresh("add", "Five")


def test_what_was_done_before_an_older_copy_was_put_back_and_worked_on_is_told_and_listed(fresh: Shell) -> None:
    assert fresh("history", "--others").out == ""
    an_older_copy_worked_on(fresh)
    said = fresh("doctor")
    assert said.code == 0 and "2 changes stand on ways left" in said.out and "history --others" in said.out
    listed = fresh("history", "--others").out
    assert listed.index("Four") < listed.index("Three") and "Five" not in listed
    (way,) = fresh("history", "--others", "--json").json["ways"]
    assert (way["number"], way["changes"]) == (1, 2)


def test_such_a_way_is_written_as_a_copy_and_brought_in_without_a_question(fresh: Shell) -> None:
    an_older_copy_worked_on(fresh)
    before = fresh.season
    path = Path(fresh("history", "--others", "1", "--json").json["path"])
    assert fresh.season == before
    with SeasonFile.open(path, read_only=True) as copy:
        assert names(copy.season) == ["One", "Two", "Three", "Four"]
    assert path in own_copies(fresh.path, Disk())
    assert fresh("merge", str(path)).code == 0
    assert sorted(names(fresh.season)) == ["Five", "Four", "One", "Three", "Two"]
    assert fresh("history", "--others", "--json").json["ways"] == []
    assert "ways left" not in fresh("doctor").out
    fresh("undo")
    assert len(fresh("history", "--others", "--json").json["ways"]) == 1


def test_ways_that_branch_off_one_another_are_each_reached(fresh: Shell) -> None:
    for name in ("Three", "Four"):
        fresh("add", name)
    for name in ("Five", "Six"):
        fresh("undo")
        fresh("add", name)
    fresh("undo")
    fresh("undo")
    fresh("add", "Seven")
    found = []
    for number in range(1, len(fresh("history", "--others", "--json").json["ways"]) + 1):
        path = Path(fresh("history", "--others", str(number), "--json").json["path"])
        with SeasonFile.open(path, read_only=True) as copy:
            found.append(names(copy.season)[2:])
    assert found == [["Three", "Six"], ["Three", "Five"], ["Three", "Four"]]


def test_a_way_that_is_not_there_is_a_sentence_and_writes_nothing(fresh: Shell) -> None:
    before = sorted(fresh.path.parent.iterdir())
    for number in ("1", "-1"):
        said = fresh("history", f"--others={number}")
        assert said.code == 2 and "Nothing was written" in said.err
    assert sorted(fresh.path.parent.iterdir()) == before


def test_a_way_whose_beginning_was_forgotten_is_not_offered(fresh: Shell) -> None:
    an_older_copy_worked_on(fresh)
    for step in history_folder(fresh.path).iterdir():
        if step.name.startswith("00000003-"):
            step.unlink()
    assert fresh("history", "--others", "--json").json["ways"] == []


# A season file that is gone


def test_a_missing_file_is_not_begun_anew_over_its_steps(fresh: Shell) -> None:
    shutil.rmtree(backup_folder(fresh.path))
    fresh.path.unlink()
    for command in (("list",), ("add", "New")):
        said = fresh(*command)
        assert said.code != 0
        assert "is missing, but the changes made in it are kept" in said.err
    assert not fresh.path.exists()
    assert numbers(fresh.path) == [1, 2]


def test_the_doctor_puts_a_missing_season_together_from_its_steps(fresh: Shell) -> None:
    season = fresh.season
    shutil.rmtree(backup_folder(fresh.path))
    fresh.path.unlink()
    seen = fresh("doctor")
    assert seen.code == 1
    assert "Put what its undo steps lead to, from the first to the last, in its place: 2 programs" in seen.out
    assert fresh("doctor", "--repair").code == 0
    assert fresh.season == season
    for _ in range(2):
        assert fresh("undo").code == 0
    assert fresh.season.programs == ()
    for _ in range(2):
        assert fresh("redo").code == 0
    assert fresh.season == season


def test_what_the_steps_lead_to_is_offered_before_the_screen_opens(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with SeasonFile.open(path) as file:
        for name in ("One", "Two"):
            add(file, name)
    path.write_bytes(b"")
    monkeypatch.setattr(sys, "stdin", Keyboard("y\n"))
    file = _opened(path, lambda profile: NOW)
    assert "a season with 2 programs" in capsys.readouterr().err
    assert names(file.season) == ["One", "Two"]
    assert "The damaged file is kept" in file.notice


def test_steps_that_do_not_reach_back_to_the_beginning_are_not_taken_for_a_season(path: Path) -> None:
    with SeasonFile.open(path) as file:
        file.save(Season(programs=(a_program("p-before", "Before"),)))
        for name in ("One", "Two"):
            add(file, name)
    path.unlink()
    assert look_over(path).put_together is None
    with pytest.raises(FileTrouble, match="do not reach back"):
        put_together(path, now=NOW)


def test_a_damaged_step_ends_what_is_put_together_before_it(path: Path) -> None:
    with SeasonFile.open(path) as file:
        for name in ("One", "Two", "Three"):
            add(file, name)
    (history_folder(path) / "00000002-00000001.json").write_bytes(b"{")
    path.unlink()
    assert names(put_together(path, now=NOW).season) == ["One"]
    with SeasonFile.open(path) as file:
        add(file, "New")
    assert numbers(path) == [1, 2, 3, 4]


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_call_fails_putting_together_harms_no_step(tmp_path: Path, for_ever: bool) -> None:
    turn = 0
    while True:
        turn += 1
        path = tmp_path / str(turn) / "season.json"
        with SeasonFile.open(path) as file:
            for name in ("One", "Two"):
                add(file, name)
        path.write_bytes(b"{")
        disk = BrokenDisk(turn, for_ever=for_ever)
        try:
            put_together(path, now=NOW, disk=disk)
        except FileTrouble as trouble:
            assert "\n" not in str(trouble)
        failed, disk.fail_at = disk.failed, 0
        seen = look_over(path)
        assert numbers(path) == [1, 2]
        assert path.read_bytes() == b"{" or seen.season is not None
        if not failed:
            break
    assert turn > 10


# A save that was not confirmed


class Unconfirmed(Disk):
    """A disk that does not give its word for the season's folder while `silent`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.silent = folder, False

    def sync_folder(self, folder: Path) -> None:
        if self.silent and folder == self.folder:
            raise OSError(errno.EIO, "fault")
        super().sync_folder(folder)


def test_a_save_asked_for_again_with_the_next_change_writes_no_step_twice(path: Path) -> None:
    disk = Unconfirmed(path.parent)
    with SeasonFile.open(path, disk=disk) as file:
        add(file, "One")
        saver = Saver(file, lambda report: None, pauses=(600.0,))
        seasons = [file.season]
        for name in ("Two", "Three", "Four"):
            disk.silent = name != "Four"
            before, program = seasons[-1], a_program(f"p-{name.lower():x<6}", name)
            seasons.append(replace(before, programs=(*before.programs, program)))
            saver.keep(seasons[-1], step_between(before, seasons[-1], name, at=NOW))
            assert saver.wait(5) is not disk.silent
        saver.stop()
    assert numbers(path) == [1, 2, 3, 4]
    with SeasonFile.open(path) as file:
        assert [undo(file) for _ in range(5)] == ["Four", "Three", "Two", "One", ""]
        assert file.season == Season()
