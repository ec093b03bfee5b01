"""Backups: a copy before the first change of a run, thinned out with care, and never in the way of a save."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import backups
from store.backup_reading import Examined, contents_in_words, examined, kept_profile
from store.backups import DAYS_KEPT, NEWEST_KEPT, READABLE_KEPT, Backup, Reason, backup_named, superfluous
from store.checkup import look_over
from store.disk import Disk
from store.errors import FileTrouble
from store.history import Step, step_between
from store.moments import Moment
from store.places import backup_folder, history_folder
from store.records import Profile
from store.repairing import bring_back
from store.season import Season
from store.season_file import SeasonFile, backups_beside
from tests.broken_disk import BrokenDisk
from tests.examples import NOW, a_letter, a_program, a_season

FIRST = a_season(profile=Profile(name="First"))
CHANGED = a_season(profile=Profile(name="Changed"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(FIRST)
    return path


def a_step(before: Season, after: Season, at: Moment = NOW) -> Step:
    return step_between(before, after, "changed", at=at)


def open_at(path: Path, now: Callable[[], Moment] = lambda: NOW, disk: Disk | None = None) -> SeasonFile:
    file = SeasonFile.open(path, disk=disk)
    file.clock = now
    return file


def change(file: SeasonFile, name: str) -> None:
    """Save another name, with the step that leads there."""
    after = replace(file.season, profile=Profile(name=name))
    file.save(after, (a_step(file.season, after),))


def kept(path: Path) -> list[str]:
    folder = backup_folder(path)
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def names_in(path: Path) -> list[str]:
    """Whose season each backup holds, newest first."""
    with SeasonFile.open(path, read_only=True) as file:
        return [SeasonFile.open(one.path, read_only=True).season.profile.name for one in file.backups.listed()]


# When a copy is made


def test_the_first_change_of_a_run_is_preceded_by_a_copy_and_the_next_is_not(path: Path) -> None:
    before = path.read_bytes()
    with open_at(path) as file:
        change(file, "second")
        change(file, "third")
    assert kept(path) == ["20261124T130500Z-00-first-change-r1.json"]
    assert (backup_folder(path) / kept(path)[0]).read_bytes() == before


def test_every_run_has_its_own_copy(path: Path) -> None:
    for name in ("second", "third"):
        with open_at(path) as file:
            change(file, name)
    assert names_in(path) == ["second", "First"]


def test_a_new_file_is_not_copied_on_its_first_day(tmp_path: Path) -> None:
    with open_at(tmp_path / "season.json") as file:
        file.save(FIRST)
        change(file, "second")
    assert kept(tmp_path / "season.json") == []


def test_a_run_that_goes_past_midnight_makes_a_copy_of_each_day(path: Path) -> None:
    now = NOW
    with open_at(path, lambda: now) as file:
        for day in range(3):
            now = NOW.after(days=day)
            change(file, f"day {day}")
            change(file, f"day {day}, later")
    assert [name.split("Z-")[1] for name in kept(path)] == [
        "00-first-change-r1.json",
        "00-new-day-r3.json",
        "00-new-day-r5.json",
    ]
    assert names_in(path) == ["day 1, later", "day 0, later", "First"]


def test_a_change_of_many_records_is_preceded_by_a_copy(path: Path) -> None:
    with open_at(path) as file:
        change(file, "second")
        many = replace(file.season, programs=tuple(a_program(f"p-{each}") for each in range(backups.MANY)))
        file.save(many, (a_step(file.season, many),))
        assert file.backups.listed()[0].reason is Reason.MANY
    assert names_in(path) == ["second", "First"]


def test_taking_back_a_change_of_many_records_is_preceded_by_a_copy_too(path: Path) -> None:
    with open_at(path) as file:
        before = file.season
        many = replace(before, programs=tuple(a_program(f"p-{each}") for each in range(backups.MANY)))
        step = a_step(before, many)
        file.save(many, (step,))
        file.save_undone(before, step)
        assert len(file.backups.listed()) == 2


def test_many_small_changes_saved_together_are_not_one_large_one(path: Path) -> None:
    with open_at(path) as file:
        change(file, "first of the run")
        steps, season = [], file.season
        for turn in range(backups.MANY * 2):
            after = replace(season, profile=Profile(name=f"typed {turn}"))
            steps.append(a_step(season, after))
            season = after
        file.save(season, tuple(steps))
    assert len(kept(path)) == 1


def test_a_link_to_the_season_has_its_backups_beside_the_real_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.json"
    link.parent.mkdir()
    link.symlink_to(path)
    with open_at(link) as file:
        change(file, "second")
    assert len(kept(path)) == 1
    assert backups_beside(link).folder == backup_folder(path)
    assert [each.name for each in link.parent.iterdir()] == ["link.json"]


def test_a_file_of_an_older_format_is_copied_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "FORMAT", 2)
    before = path.read_bytes()
    with open_at(path) as file:
        assert file.back_up(Reason.ASKED, NOW) is not None
        change(file, "second")
        newest = file.backups.listed()[0]
    assert newest.reason is Reason.UPGRADE  # though the same bytes were kept for another reason already
    assert newest.path.read_bytes() == before


def test_the_same_content_is_not_kept_twice(path: Path) -> None:
    with open_at(path) as file:
        assert file.back_up(Reason.ASKED, NOW) is not None
        assert file.back_up(Reason.ASKED, NOW.after(hours=1)) is None
        change(file, "second")
    assert len(kept(path)) == 1


def test_without_a_clock_nothing_is_kept(path: Path) -> None:
    with SeasonFile.open(path) as file:
        change(file, "second")
    assert kept(path) == []


def test_looking_makes_no_copy_and_none_can_be_asked_for(path: Path) -> None:
    with SeasonFile.open(path, read_only=True) as file:
        file.clock = lambda: NOW
        assert file.backups.listed() == ()
        with pytest.raises(FileTrouble, match="for reading only"):
            file.back_up(Reason.ASKED, NOW)
    assert kept(path) == []


def test_a_copy_is_a_file_of_its_own_for_its_owner_only(path: Path) -> None:
    with open_at(path) as file:
        change(file, "second")
    folder = backup_folder(path)
    copy = folder / kept(path)[0]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert copy.stat().st_nlink == 1


def test_names_are_safe_everywhere_and_sort_by_age(path: Path) -> None:
    with open_at(path) as file:
        for second in range(12):
            file.back_up(Reason.ASKED, NOW.after(seconds=second // 4))
            change(file, f"name {second}")
        listed = file.backups.listed()
    names = [one.name for one in listed]
    assert names == sorted(names, reverse=True)
    assert all(name.isascii() and not set(name) & set('\\/:*?"<>| ') for name in names)
    assert all(backup_named(one.path) == one for one in listed)


@pytest.mark.parametrize(
    "name", ["season.json", "20261124T130500Z-00-mood.json", "20261399T130500Z-00-daily.json", ".x.tmp-1-0a0b0c0d"]
)
def test_other_files_in_the_folder_are_passed_over_and_stay(path: Path, name: str) -> None:
    backup_folder(path).mkdir()
    other = backup_folder(path) / name
    other.write_bytes(b"mine")
    with open_at(path) as file:
        for turn in range(NEWEST_KEPT + 3):
            change(file, f"name {turn}")
            file.back_up(Reason.ASKED, NOW.after(minutes=turn))
        assert all(one.name != name for one in file.backups.listed())
    assert other.read_bytes() == b"mine"


def test_a_new_file_is_copied_once_it_has_grown_a_little_whatever_the_clock_says(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with open_at(path) as file:
        file.save(FIRST)
        for turn in range(backups.EARLY * 3):
            change(file, f"name {turn}")
    assert kept(path) == [f"20261124T130500Z-00-first-steps-r{backups.EARLY}.json"]


def test_a_first_copy_that_cannot_be_made_is_made_up_for_with_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    backup_folder(path).write_bytes(b"in the way")
    with open_at(path) as file:
        file.save(FIRST)
        for turn in range(backups.EARLY):
            change(file, f"name {turn}")
        assert "No backup could be made" in file.notice
        backup_folder(path).unlink()
        change(file, "next")
        assert file.notice == ""
    assert len(kept(path)) == 1


def test_the_newest_copy_is_the_one_that_saw_most_changes_whatever_the_clock_said(path: Path) -> None:
    with open_at(path) as file:
        for days, name in ((400, "a year ahead"), (0, "right"), (-400, "a year back")):
            file.back_up(Reason.ASKED, NOW.after(days=days))
            change(file, name)
    assert names_in(path) == ["right", "a year ahead", "First"]
    newest = look_over(path).good_backup
    assert newest is not None and newest.backup.revision == 3


def test_a_copy_whose_name_tells_no_revision_is_older_than_those_that_do(path: Path) -> None:
    with open_at(path) as file:
        made = file.back_up(Reason.ASKED, NOW.after(days=5))
        assert made is not None
        made.path.rename(made.path.with_name("20261129T130500Z-00-asked-for.json"))
        change(file, "second")
        file.back_up(Reason.ASKED, NOW)
    assert names_in(path) == ["second", "First"]


def test_a_copy_brought_back_counts_on_above_every_copy_there_is(path: Path) -> None:
    with open_at(path) as file:
        first = file.back_up(Reason.ASKED, NOW)
        for turn in range(3):
            change(file, f"name {turn}")
        file.back_up(Reason.ASKED, NOW)
    assert first is not None
    shutil.rmtree(history_folder(path))
    path.write_bytes(b"{")
    bring_back(path, first.path, now=NOW)
    with open_at(path) as file:
        change(file, "after")
        file.back_up(Reason.ASKED, NOW)
    assert names_in(path)[0] == "after"


# A copy never stands in the way


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_call_fails_the_copy_never_keeps_a_change_from_being_saved(tmp_path: Path, for_ever: bool) -> None:
    turn = 0
    while True:
        turn += 1
        path = tmp_path / f"{turn}" / "season.json"
        with SeasonFile.open(path) as file:
            file.save(FIRST)
        disk = BrokenDisk()
        with open_at(path, disk=disk) as file:
            disk.fail_at = len(disk.calls) + turn
            told = file.backups.keep_before((), found=1, now=NOW)
            failed, disk.fail_at = disk.failed, 0
            assert not told or told.startswith(("No backup could be made", "There is nothing to back up"))
            assert "\n" not in told
            change(file, "second")
            assert file.season.profile.name == "second"
            assert file.backups.listed()  # a copy that failed is made up for before the very next change
        if not failed:
            break
    assert turn > 6


def test_a_copy_that_could_not_be_made_is_told_once_saved(path: Path) -> None:
    backup_folder(path).write_bytes(b"a file where the folder should be")
    with open_at(path) as file:
        change(file, "second")
        assert "No backup could be made" in file.notice
        assert "your changes are saved all the same" in file.notice
    assert SeasonFile.open(path, read_only=True).season.profile.name == "second"


def test_a_copy_cut_short_is_never_among_the_backups(path: Path) -> None:
    disk = BrokenDisk()
    with open_at(path, disk=disk) as file:
        disk.fail_at, disk.for_ever = len(disk.calls) + 5, True
        file.backups.keep_before((), found=1, now=NOW)
        disk.fail_at = 0
    assert all(one.held for one in examined(file.backups.listed(), Disk()))


# Thinning out


def at_moment(minutes: int, reason: Reason = Reason.FIRST) -> Backup:
    made = datetime(2026, 9, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    return Backup(Path(f"{made:%Y%m%dT%H%M%S}Z-00-{reason}.json"), made, 0, reason)


many_backups = st.dictionaries(
    st.integers(0, 60 * 24 * 60), st.tuples(st.sampled_from(Reason), st.booleans()), max_size=60
).map(
    lambda found: [
        (at_moment(minutes, reason), good) for minutes, (reason, good) in sorted(found.items(), reverse=True)
    ]
)


@given(many_backups)
def test_what_is_thinned_out_is_never_what_was_promised_to_stay(found: list[tuple[Backup, bool]]) -> None:
    good = {one.path for one, readable in found if readable}
    given_backups = [one for one, _ in found]
    gone = superfluous(given_backups, lambda one: one.path in good)
    stays = [one for one in given_backups if one not in gone]
    assert given_backups[:NEWEST_KEPT] == stays[:NEWEST_KEPT]
    assert all(one in stays for one in given_backups if one.reason is Reason.UPGRADE)
    days: dict[date, Backup] = {one.made.date(): one for one in given_backups}  # the oldest of a day comes last
    assert all(days[day] in stays for day in sorted(days, reverse=True)[:DAYS_KEPT])
    assert sum(one.path in good for one in stays) >= min(READABLE_KEPT, len(good))
    promised = NEWEST_KEPT + DAYS_KEPT + READABLE_KEPT + sum(one.reason is Reason.UPGRADE for one in given_backups)
    assert len(stays) <= promised


@given(many_backups)
def test_thinning_out_twice_takes_nothing_more(found: list[tuple[Backup, bool]]) -> None:
    good = {one.path for one, readable in found if readable}
    given_backups = [one for one, _ in found]
    gone = superfluous(given_backups, lambda one: one.path in good)
    stays = [one for one in given_backups if one not in gone]
    assert superfluous(stays, lambda one: one.path in good) == ()


def test_a_season_of_daily_work_keeps_some_twenty_copies(path: Path) -> None:
    for day in range(40):
        for hour in range(3):
            now = NOW.after(days=day, hours=hour)
            with open_at(path, lambda now=now: now) as file:  # type: ignore[misc]
                change(file, f"day {day}, {hour}")
    assert len(kept(path)) == DAYS_KEPT + NEWEST_KEPT - 1  # one of the newest five begins its day


def test_the_last_two_readable_copies_stay_when_all_newer_ones_are_damaged(path: Path) -> None:
    def readable(file: SeasonFile) -> list[str]:
        return [one.backup.name for one in examined(file.backups.listed(), Disk()) if one.held]

    with open_at(path) as file:
        for turn in range(12):
            made = file.back_up(Reason.ASKED, NOW.after(seconds=turn))
            assert made is not None
            assert len(readable(file)) >= min(turn + 1, READABLE_KEPT)
            if turn > 2:
                made.path.write_bytes(b"{")
            change(file, f"name {turn}")
        assert readable(file) == ["20261124T130500Z-00-asked-for-r1.json"]
        assert len(file.backups.listed()) < 12


def test_a_clock_set_back_costs_no_copy_that_was_just_made(path: Path) -> None:
    with open_at(path) as file:
        for turn in range(NEWEST_KEPT + 2):
            file.back_up(Reason.ASKED, NOW.after(days=turn))
            change(file, f"name {turn}")
        made = file.back_up(Reason.ASKED, NOW.after(days=-400))
        assert made is not None
        assert made.path.exists()


# What is in them


def test_a_copy_tells_its_counts_its_reason_and_the_last_change(path: Path) -> None:
    with open_at(path) as file:
        season = a_season(a_program(), a_letter(), a_letter("l-sent", sent=NOW))
        file.save(season, (a_step(file.season, season),))
        file.back_up(Reason.ASKED, NOW.after(hours=1))
        newest, oldest = examined(file.backups.listed(), Disk())
    assert contents_in_words(season) == "1 program, 2 messages (1 not sent)"
    assert (newest.number, newest.reason, newest.changed) == (1, "asked for", Moment(NOW.at, "UTC"))
    assert newest.held is not None
    assert (newest.held.programs, newest.held.letters, newest.held.drafts) == (1, 2, 1)
    assert newest.size == newest.backup.path.stat().st_size
    assert (oldest.number, oldest.changed) == (2, None)  # that season was saved without a clock


def test_a_copy_that_cannot_be_read_says_why(path: Path) -> None:
    with open_at(path) as file:
        made = file.back_up(Reason.ASKED, NOW)
        assert made is not None
        made.path.write_bytes(b"")
        (found,) = examined(file.backups.listed(), Disk())
    assert found.held is None
    assert found.trouble == f"“{made.name}” is empty, as after a crash. It was left as it is."


def test_what_is_known_of_a_copy_is_not_read_again(path: Path) -> None:
    with open_at(path) as file:
        file.back_up(Reason.ASKED, NOW)
        change(file, "second")
        known = tuple(examined(file.backups.listed(), Disk()))
        file.back_up(Reason.ASKED, NOW.after(hours=1))
        disk = BrokenDisk()
        newest, oldest = examined(file.backups.listed(), disk, known)
    assert disk.calls.count("read") == 1
    assert isinstance(newest, Examined)
    assert (newest.number, oldest.number, oldest.backup) == (1, 2, known[0].backup)


def test_the_newest_readable_copy_knows_who_applies(path: Path) -> None:
    with open_at(path) as file:
        file.back_up(Reason.ASKED, NOW)
        change(file, "second")
        made = file.back_up(Reason.ASKED, NOW.after(hours=1))
        assert made is not None
        made.path.write_bytes(b"[]")
        assert kept_profile(file.backups.listed(), Disk()) == FIRST.profile
        assert kept_profile((), Disk()) == Profile()
