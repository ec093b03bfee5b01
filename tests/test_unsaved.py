"""A save that fails is shown everywhere until it succeeds, tried again, kept elsewhere; only then quitting asks."""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path

import pytest

from store.disk import Disk
from store.errors import RuleBroken
from store.rules.programs import edit_program
from store.safe_write import why
from store.season import Season
from store.season_file import SeasonFile
from tests.examples import a_profile, a_program
from tests.on_screen import OnScreen, on_screen
from tui.copying_elsewhere import a_place
from tui.requests import Change
from tui.spelling import AS_SHIPPED
from tui.unsaved_copies import unsaved_copies, words_about_unsaved

SEASON = Season(profile=a_profile(), programs=(a_program("p-alder", "Alder"), a_program("p-cedar", "Cedar")))
RENAMED = Change("Renamed: Aldermoor", partial(edit_program, program_id="p-alder", name="Aldermoor"))
FIRST = Change("Renamed: Cedarwood", partial(edit_program, program_id="p-cedar", name="Cedarwood"))


class FailingDisk(Disk):
    """Fails one kind of call, in the season's own folder, while `error` is set."""

    def __init__(self, call: str, folder: Path) -> None:
        self.call, self.folder, self.error = call, folder, 0

    def _fail(self, call: str) -> None:
        if self.error and call == self.call:
            raise OSError(self.error, "refused")

    def create(self, path: Path) -> int:
        if path.parent == self.folder:
            self._fail("create")
        return super().create(path)

    def write(self, file: int, data: memoryview) -> int:
        self._fail("write")
        return super().write(file, data)

    def sync(self, file: int) -> None:
        self._fail("sync")
        super().sync(file)

    def replace(self, source: Path, target: Path) -> None:
        self._fail("replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._fail("sync_folder")
        super().sync_folder(folder)


async def a_failed_save(screen: OnScreen, disk: FailingDisk, error: int) -> None:
    disk.error = error
    assert screen.app.change_season(RENAMED)
    assert not screen.app.saver.wait(5)
    await screen.rest()


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("create", errno.EROFS),
        ("create", errno.EACCES),
        ("write", errno.ENOSPC),
        ("write", errno.EDQUOT),
        ("sync", errno.EIO),
        ("replace", errno.EIO),
        ("sync_folder", errno.EIO),
    ],
)
async def test_every_view_says_that_it_is_not_saved_until_it_is(tmp_path: Path, call: str, error: int) -> None:
    disk = FailingDisk(call, tmp_path)
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        screen.app.change_season(FIRST)
        before = screen.reloaded()
        await a_failed_save(screen, disk, error)
        for view in "123456":
            await screen.press(view)
            reason = "" if call == "sync_folder" else why(OSError(error, ""))
            assert f"NOT SAVED YET  {reason}" in screen.lines[-2]
        assert screen.season.programs[0].name == "Aldermoor"
        disk.error = 0
        screen.app.saver.retry()
        assert screen.reloaded() == screen.season
        for view in "123456":
            await screen.press(view)
            assert "NOT SAVED YET" not in screen.text
        await screen.press("1", "u")
        assert screen.reloaded() == before


async def test_quitting_asks_while_something_is_not_saved_and_trying_again_leaves(tmp_path: Path) -> None:
    disk = FailingDisk("write", tmp_path)
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        await a_failed_save(screen, disk, errno.ENOSPC)
        await screen.press("ctrl+q")
        await asked(screen)
        await screen.press("escape")
        assert screen.app.is_running and "NOT SAVED YET" in screen.lines[-2]
        await screen.press("ctrl+q")
        await asked(screen)
        disk.error = 0
        await screen.press("t")
        await ended(screen)
    assert screen.app.return_value == 0
    assert screen.reloaded().programs[0].name == "Aldermoor"


async def test_leaving_all_the_same_says_what_is_missing(tmp_path: Path) -> None:
    disk = FailingDisk("write", tmp_path)
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        await a_failed_save(screen, disk, errno.ENOSPC)
        await screen.press("ctrl+q")
        await asked(screen)
        await screen.press("l")
        await ended(screen)
    assert screen.app.return_code == 3
    assert "not in the season file" in screen.app.last_words and "the disk is full" in screen.app.last_words


async def test_everything_can_be_kept_elsewhere_on_the_way_out(tmp_path: Path) -> None:
    disk, stick = FailingDisk("create", tmp_path), tmp_path / "stick"
    stick.mkdir()
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        await a_failed_save(screen, disk, errno.EROFS)
        await screen.press("ctrl+q")
        await asked(screen)
        await screen.press("k", "ctrl+u", *str(stick / "kept.json"))
        await screen.press("enter")
        await ended(screen)
    assert screen.app.return_code == 3 and str(stick / "kept.json") in screen.app.last_words
    with SeasonFile.open(stick / "kept.json", read_only=True) as kept:
        assert kept.season.programs[0].name == "Aldermoor"
    assert (stick / "kept.json").stat().st_mode & 0o777 == 0o600


async def test_nothing_is_asked_when_everything_is_saved(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.change_season(RENAMED)
        await screen.press("ctrl+q")
        await ended(screen)
    assert screen.app.return_value == 0


async def test_when_the_system_ends_it_what_the_disk_refused_is_kept_in_the_state_folder_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state" / "prematch"
    monkeypatch.setattr("store.places.state_folder", lambda: state)
    monkeypatch.setattr("tui.app.LAST_SAVE_SECONDS", 0.2)
    disk = FailingDisk("create", tmp_path)
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        await a_failed_save(screen, disk, errno.EROFS)
        screen.app.leave_at_once(143)
        await ended(screen)
    (kept,) = unsaved_copies(tmp_path / "season.json")
    assert kept.parent == state
    with SeasonFile.open(kept, read_only=True) as file:
        assert file.season.programs[0].name == "Aldermoor"
    assert kept.stat().st_mode & 0o777 == 0o600
    async with on_screen(SEASON, tmp_path) as screen:
        assert str(kept) in " ".join(one.message for one in screen.app._notifications)


async def test_while_it_is_not_saved_a_copy_is_confirmed_where_it_can_be_seen(tmp_path: Path) -> None:
    disk = FailingDisk("create", tmp_path)
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        await a_failed_save(screen, disk, errno.ENOSPC)
        (tmp_path / "stick").mkdir()
        await screen.press("f2", "ctrl+u", *str(tmp_path / "stick" / "a.json"), "enter")
        assert f"A copy with everything on screen is in {tmp_path}/stick/a.json" in " ".join(
            one.message for one in screen.app._notifications
        )


async def test_a_copy_is_never_written_over_a_file_without_asking(tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.write_text("mine")
    async with on_screen(SEASON, tmp_path) as screen:
        for answer, left in (("n", True), ("y", False)):
            await screen.press("f2", "ctrl+u", *str(there))
            assert "there already" in " ".join(screen.text.split())
            await screen.press("enter")
            assert "Write over" in screen.text
            await screen.press(answer)
            assert (there.read_text() == "mine") is left
    with SeasonFile.open(there, read_only=True) as kept:
        assert kept.season == SEASON


def test_a_copy_needs_a_place_of_its_own(tmp_path: Path) -> None:
    season = tmp_path / "season.json"
    season.touch()
    link = tmp_path / "link.json"
    link.symlink_to(season)
    for text, words in (
        (str(tmp_path), "a folder"),
        (str(tmp_path / "gone" / "kept.json"), "no folder"),
        (str(season), "the season file itself"),
        (str(link), "the season file itself"),
        ("a\0b", "no path"),
        ("x" * 5000, "no path"),
    ):
        with pytest.raises(RuleBroken, match=words):
            a_place(text, season)
    assert a_place(f"'{tmp_path / 'kept.json'}' ", season)[0] == tmp_path / "kept.json"


async def asked(screen: OnScreen) -> None:
    for _ in range(500):
        if "The last change is not on disk yet" in screen.text:
            return
        await screen.pilot.pause(0.01)
    raise AssertionError(screen.text)


async def ended(screen: OnScreen) -> None:
    for _ in range(500):
        if not screen.app.is_running or screen.app._exit:
            return
        await screen.pilot.pause(0.01)
    raise AssertionError(screen.text)


async def test_what_was_never_saved_of_two_seasons_of_one_name_is_kept_apart_and_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.places.state_folder", lambda: tmp_path / "state")
    monkeypatch.setattr("tui.app.LAST_SAVE_SECONDS", 0.2)
    for name in ("one", "one", "other"):
        disk = FailingDisk("create", tmp_path / name)
        async with on_screen(SEASON, tmp_path / name, disk=disk) as screen:
            await a_failed_save(screen, disk, errno.EROFS)
            screen.app.leave_at_once(143)
            await ended(screen)
    assert len(unsaved_copies(tmp_path / "one" / "season.json")) == 2
    assert len(unsaved_copies(tmp_path / "other" / "season.json")) == 1
    assert unsaved_copies(tmp_path / "third" / "season.json") == ()
    assert "1 more lies" in words_about_unsaved(unsaved_copies(tmp_path / "one" / "season.json"), AS_SHIPPED)


async def test_what_a_rule_keeps_from_the_file_goes_into_a_copy_and_saving_goes_on(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.change_season(FIRST)
        before = screen.reloaded()
        history = screen.app.file.history
        step = history.undo_step()
        assert step
        history._forget(history._link_of(step))
        screen.app.travel_by(step, back=True)
        assert not screen.app.saver.wait(5)
        await screen.rest()
        told = " ".join(one.message for one in screen.app._notifications)
        (copy,) = tmp_path.glob("season (mine*.json")
        assert copy.name in told and "F7 brings it in" in told
        assert SeasonFile.open(copy, read_only=True).season == SEASON
        assert screen.season == screen.reloaded() == before and "NOT SAVED YET" not in screen.text
        screen.app.change_season(RENAMED)
        assert screen.reloaded() == screen.season != before
