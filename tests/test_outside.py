"""What others do with the season while it is on screen: noticed, told, asked about, never overwritten."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input

from store.backups import Reason
from store.conflict_copies import own_copies
from store.disk import Disk
from store.errands import Errands, Outcome, Way, new_errand
from store.errors import FileHeld
from store.history import step_between
from store.records import Note
from store.rules.programs import edit_program
from store.season import Season
from store.season_file import SeasonFile
from tests.examples import NOW, a_letter, a_profile, a_program
from tests.on_screen import OnScreen, begun, on_screen, told
from tui.app import SeasonApp
from tui.copies_beside import words_about
from tui.requests import Change, OpenLetter
from tui.settings import Settings
from tui.spelling import AS_SHIPPED
from tui.watch import ASLEEP, LOOKS_A_LISTING, NOTHING, Sight, Watch

PROGRAMS = tuple(a_program(f"p-{name.lower()}", name) for name in ("Alder", "Brightwater", "Cedar", "Dunlin"))
SEASON = Season(profile=a_profile(), programs=PROGRAMS, letters=(a_letter("l-one", program_id="p-alder"),))


def renamed(season: Season, old: str, new: str) -> Season:
    """That season with one program called otherwise."""
    return replace(
        season, programs=tuple(replace(one, name=new) if one.name == old else one for one in season.programs)
    )


def renaming(program_id: str, name: str) -> Change:
    return Change(f"Renamed: {name}", partial(edit_program, program_id=program_id, name=name))


def written_elsewhere(path: Path, season: Season) -> None:
    """Another program, with no regard for locks, writes that season."""
    path.unlink()
    other = path.with_name("other.json")
    with SeasonFile.open(other) as file:
        file.save(season)
    other.replace(path)


def look(screen: OnScreen) -> Sight:
    """One look of the watch, as every second in a real window."""
    outside = screen.app.outside
    assert outside is not None
    sight = outside.watch.look()
    if sight != NOTHING:
        outside.saw(sight)
    return sight


QUESTION = "Another program has changed the season file"


async def asked(screen: OnScreen) -> bool:
    """Look until the question is there: it waits until no key came between two looks."""
    for _ in range(100):
        look(screen)
        await screen.rest()
        if QUESTION in screen.text:
            return True
    return False


async def stays_quiet(screen: OnScreen) -> bool:
    """Look more often than the question would wait for."""
    for _ in range(4):
        look(screen)
        await screen.rest()
    return QUESTION not in screen.text


def copies(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.glob("season (*"))


# A file changed elsewhere


async def test_a_file_changed_while_idle_is_asked_about_and_taken_with_the_cursor_on_the_same_record(
    tmp_path: Path,
) -> None:
    async with on_screen(SEASON, tmp_path, at="programs") as screen:
        await screen.press("j", "j")
        assert "> " in next(line for line in screen.lines if "Cedar" in line)
        theirs = renamed(SEASON, "Alder", "Aldermoor")
        written_elsewhere(screen.path, theirs)
        assert await asked(screen)
        await screen.press("t")
        assert screen.season == theirs
        assert "> " in next(line for line in screen.lines if "Cedar" in line)
        assert copies(screen.path) == []
        assert screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert screen.reloaded() == renamed(theirs, "Cedar", "Cedarwood")
        await screen.press("u")
        assert screen.reloaded() == theirs


async def test_what_was_not_saved_is_kept_as_a_copy_before_the_other_file_is_taken(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        theirs = renamed(SEASON, "Alder", "Aldermoor")
        written_elsewhere(screen.path, theirs)
        screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert not screen.app.saver.wait(5)
        await screen.rest()
        assert "NOT SAVED YET" in screen.text
        assert await asked(screen)
        assert "what I have not saved goes into a copy" in screen.text
        await screen.press("t")
        assert screen.season == theirs and screen.reloaded() == theirs
        assert copies(screen.path) == ["season (mine, 24 Nov 14.05).json"]
        with SeasonFile.open(tmp_path / copies(screen.path)[0], read_only=True) as mine:
            assert mine.season == renamed(SEASON, "Cedar", "Cedarwood")
        assert "NOT SAVED" not in screen.text


async def test_what_was_saved_and_is_no_longer_on_disk_is_the_newest_backup_before_the_other_file_is_taken(
    tmp_path: Path,
) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        assert screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        mine = screen.reloaded()
        written_elsewhere(screen.path, SEASON)  # an older one
        assert await asked(screen)
        assert "mine is kept among the backups" in screen.text
        await screen.press("t")
        assert screen.season == SEASON and copies(screen.path) == []
        assert "newest backup" in screen.text
        newest = screen.app.file.backups.listed()[0]
        assert newest.reason is Reason.ELSEWHERE
        with SeasonFile.open(newest.path, read_only=True) as kept:
            assert kept.season == mine
        await screen.press("6")
        assert screen.app.change_season(Change("Back", lambda season, *, now: kept.season))
        assert screen.reloaded() == mine


async def test_a_file_that_says_the_same_in_other_words_is_taken_without_a_copy(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        before = screen.app.file.backups.listed()
        screen.path.write_text(screen.path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert await asked(screen)
        await screen.press("t")
        assert screen.app.file.backups.listed() == before and copies(screen.path) == []


async def test_where_no_backup_can_be_made_the_other_file_is_not_taken(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        theirs = renamed(SEASON, "Alder", "Aldermoor")
        written_elsewhere(screen.path, theirs)
        (tmp_path / "season.json.backups").write_text("in the way")
        assert await asked(screen)
        await screen.press("t")
        assert screen.season == SEASON and "so nothing was changed" in told(screen)
        assert SeasonFile.open(screen.path, read_only=True).season == theirs


async def test_beside_an_unreadable_file_mine_is_kept_once_until_either_changes(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        for number, damage in enumerate((b"{", b"[", b"]"), 1):
            screen.path.write_bytes(damage * 400)
            os.utime(screen.path, ns=(number, number))  # the clock of the disk may be slower than this test
            assert await asked(screen)
            await screen.press("k")
            assert len(copies(screen.path)) == number
            assert await stays_quiet(screen)
        assert screen.path.read_bytes() == b"]" * 400
        screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert await asked(screen)


async def test_mine_may_be_kept_beside_it_and_never_over_another_copy(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        for name in ("Aldermoor", "Aldergate"):
            written_elsewhere(screen.path, renamed(SEASON, "Alder", name))
            assert await asked(screen)
            await screen.press("k")
        assert copies(screen.path) == ["season (mine, 24 Nov 14.05).json", "season (mine, 24 Nov 14.05, 2).json"]
        assert screen.season.programs[0].name == "Aldergate"


async def test_what_differs_is_listed_and_the_question_stays(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        note = Note("n-one", "p-cedar", NOW, "They like maps")
        written_elsewhere(screen.path, replace(renamed(SEASON, "Alder", "Aldermoor"), notes=(note,)))
        assert await asked(screen)
        await screen.press("d")
        assert "differs: program: Aldermoor" in screen.text
        assert "only on disk: note: Cedar, They like maps" in screen.text
        await screen.press("escape")
        assert QUESTION in screen.text
        assert screen.season == SEASON


async def test_a_question_put_off_comes_back_with_the_next_change_and_nothing_is_overwritten(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        theirs = renamed(SEASON, "Alder", "Aldermoor")
        written_elsewhere(screen.path, theirs)
        assert await asked(screen)
        await screen.press("escape")
        assert await stays_quiet(screen)
        screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert not screen.app.saver.wait(5)
        assert await asked(screen)
        with SeasonFile.open(screen.path, read_only=True) as file:
            assert file.season == theirs


async def test_nobody_is_asked_in_the_middle_of_a_word(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.post_message(OpenLetter("l-one"))
        await screen.rest()
        await screen.write("d k t")
        written_elsewhere(screen.path, renamed(SEASON, "Alder", "Aldermoor"))
        assert await stays_quiet(screen)
        assert "leave the text with esc" in told(screen)
        await screen.press("escape")
        assert await asked(screen)
        await screen.press("t")
        (mine,) = copies(screen.path)
        with SeasonFile.open(tmp_path / mine, read_only=True) as kept:
            assert "d k t" in kept.season.letters[0].body


async def test_a_key_between_two_looks_puts_the_question_off(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        written_elsewhere(screen.path, renamed(SEASON, "Alder", "Aldermoor"))
        for _ in range(3):
            await screen.press("j")
            look(screen)
            await screen.rest()
            assert "Another program" not in screen.text
        assert await asked(screen)


async def test_a_file_damaged_elsewhere_is_put_aside_and_mine_put_back(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.path.write_bytes(b"\0" * 400)
        assert await asked(screen)
        assert "take what is on disk" not in screen.text
        await screen.press("p")
        assert screen.reloaded() == SEASON
        (aside,) = copies(screen.path)
        assert "unreadable" in aside and (tmp_path / aside).read_bytes() == b"\0" * 400


async def test_the_same_bytes_written_anew_are_no_change(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        data = screen.path.read_bytes()
        screen.path.unlink()
        screen.path.write_bytes(data)
        assert look(screen) == NOTHING
        screen.path.unlink()  # and one that is gone is written again by the next change
        assert look(screen) == NOTHING
        screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert screen.reloaded() == renamed(SEASON, "Cedar", "Cedarwood")


async def test_undo_of_what_was_changed_elsewhere_since_is_refused_in_words(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.change_season(renaming("p-cedar", "Cedarwood"))
        assert screen.reloaded()
        text = screen.path.read_text(encoding="utf-8")
        screen.path.write_text(text.replace("Cedarwood", "Cedarhall"), encoding="utf-8")
        assert await asked(screen)
        await screen.press("t")
        await screen.press("u")
        assert "cannot be undone" in told(screen)
        assert screen.season.programs_by_id["p-cedar"].name == "Cedarhall"


# Commands beside the screen


def left(screen: OnScreen, way: Way, after: Season, label: str = "Renamed") -> tuple[Errands, str]:
    """An errand from the season on disk to that one."""
    errands = Errands(screen.path, Disk())
    with SeasonFile.open(screen.path, read_only=True) as file:
        errand = new_errand(way, step_between(file.season, after, label, at=NOW))
    errands.leave(errand)
    return errands, errand.id


async def test_a_command_s_change_is_taken_in_saved_and_answered(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        after = renamed(SEASON, "Alder", "Aldermoor")
        errands, errand_id = left(screen, Way.CHANGE, after)
        look(screen)
        assert screen.reloaded() == after == screen.season
        await screen.rest()
        reply = errands.reply_to(errand_id)
        assert reply is not None and reply.outcome is Outcome.SAVED
        assert "From the command line: Renamed" in screen.text
        await screen.press("u")
        assert screen.reloaded() == SEASON


async def test_a_command_s_change_of_what_was_changed_on_screen_is_refused(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        errands, errand_id = left(screen, Way.CHANGE, renamed(SEASON, "Alder", "Aldermoor"))
        screen.app.change_season(renaming("p-alder", "Aldergate"))
        look(screen)
        reply = errands.reply_to(errand_id)
        assert reply is not None and reply.outcome is Outcome.REFUSED and "changed since" in reply.words
        assert screen.reloaded() == renamed(SEASON, "Alder", "Aldergate")


async def test_an_undo_from_the_command_line_means_the_step_it_saw(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        screen.app.change_season(renaming("p-alder", "Aldergate"))
        assert screen.reloaded()
        step = screen.app.file.history.undo_step()
        assert step is not None
        errands = Errands(screen.path, Disk())
        for expected in (Outcome.SAVED, Outcome.REFUSED):  # the second one no longer is the newest
            errand = new_errand(Way.UNDO, step)
            errands.leave(errand)
            look(screen)
            assert screen.reloaded() == SEASON
            await screen.rest()
            reply = errands.reply_to(errand.id)
            assert reply is not None and reply.outcome is expected


async def test_while_the_disk_refuses_a_command_is_told_so(tmp_path: Path) -> None:
    disk = Refusing()
    async with on_screen(SEASON, tmp_path, disk=disk) as screen:
        disk.refuses = True
        errands, errand_id = left(screen, Way.CHANGE, renamed(SEASON, "Alder", "Aldermoor"))
        look(screen)
        assert not screen.app.saver.wait(5)
        await screen.rest()
        reply = errands.reply_to(errand_id)
        assert reply is not None and reply.outcome is Outcome.UNSAVED and "not on disk yet" in reply.words
        errands, errand_id = left(screen, Way.CHANGE, renamed(SEASON, "Cedar", "Cedarwood"))
        look(screen)
        reply = errands.reply_to(errand_id)
        assert reply is not None and reply.outcome is Outcome.REFUSED and "cannot save just now" in reply.words
        assert screen.season == renamed(SEASON, "Alder", "Aldermoor")


class Refusing(Disk):
    """A disk that takes no season while it is told so."""

    refuses = False

    def replace(self, source: Path, target: Path) -> None:
        if self.refuses and target.name == "season.json":
            raise OSError(28, "full")
        super().replace(source, target)


# Another window


@pytest.mark.parametrize(("view", "key"), [("review", "r"), ("messages", "r"), ("timeline", "r")])
async def test_a_second_window_follows_the_first_and_takes_over_with_r_on_every_view(
    tmp_path: Path, view: str, key: str
) -> None:
    async with on_screen(SEASON, tmp_path) as first:
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings(), at=view)
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            await app.workers.wait_for_complete([one for one in app.workers if one.name == "wait until free"])
            second = OnScreen(app, pilot, first.path)
            assert "read only, r takes over" in second.text
            first.app.change_season(renaming("p-cedar", "Cedarwood"))
            assert first.reloaded()
            look(second)
            await second.rest()
            assert second.season == first.season
            await second.press(key)
            assert app.mark == "READ ONLY" and "process" in told(second)
            first.app.change_season(renaming("p-alder", "Aldermoor"))
            assert first.reloaded()
            first.app.file.close()
            await second.press(key)
            assert app.mark == "" and second.season == first.season
            assert "yours to change" in second.text
            assert app.change_season(renaming("p-alder", "Aldergate"))
            assert second.reloaded().programs[0].name == "Aldergate"
        app.saver.stop()
        app.file.close()


async def test_a_window_opened_while_a_command_runs_may_change_the_season_once_the_command_is_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.outside.TRIES", 10_000)
    async with on_screen(SEASON, tmp_path) as first:  # in the place of a command
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            second = OnScreen(app, pilot, first.path)
            assert app.mark == "READ ONLY" and "process" not in told(second)
            first.app.change_season(renaming("p-cedar", "Cedarwood"))
            assert first.reloaded()
            first.app.file.close()
            await app.workers.wait_for_complete()
            assert app.mark == "" and second.season == first.season and "read only" not in second.text
            assert app.change_season(renaming("p-alder", "Aldergate"))
            assert second.reloaded().programs[0].name == "Aldergate"
        app.saver.stop()
        app.file.close()


async def test_a_window_beside_another_one_is_told_who_has_the_season(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as first:
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            await app.workers.wait_for_complete()
            assert app.mark == "READ ONLY"
            assert "process" in told(OnScreen(app, pilot, first.path))
        app.file.close()


async def test_r_keeps_its_own_meaning_where_there_is_nothing_to_take_over(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, at="messages") as screen:
        assert screen.app.check_action("take_over", ()) is False
        await screen.press("colon", *"takeover")
        assert "In a window that only reads" not in screen.text


async def test_in_a_window_that_reads_r_is_still_a_letter_in_a_filter(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as first:
        app = SeasonApp(SeasonFile.open(first.path, lock_later=True), lambda profile: NOW, Settings(), at="programs")
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            second = OnScreen(app, pilot, first.path)
            await second.press("slash", *"cedar", "enter")
            assert "Cedar" in second.text and "Alder" not in second.text
        app.file.close()


# The watch itself


def test_a_gap_that_nobody_saw_pass_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter((1000.0, 1001.0, 1001.0, 1001.0 + ASLEEP + 3600, 5000.0))
    monkeypatch.setattr("tui.watch.time.time", lambda: next(moments))
    watch = Watch(SeasonFile.open(tmp_path / "season.json", lock_later=True), lambda sight: None)
    assert watch.look() == NOTHING
    assert watch.look() == Sight(slept=True)


async def test_after_a_day_asleep_the_top_line_shows_the_new_day(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, size=(120, 36)) as screen:
        assert "Tue 24 Nov" in screen.lines[0]
        tomorrow = replace(NOW, at=NOW.at.replace(day=25))
        screen.app.clock = lambda profile: tomorrow
        assert screen.app.outside is not None
        screen.app.outside.saw(Sight(slept=True))
        await screen.rest()
        assert "Wed 25 Nov" in screen.lines[0]


async def test_conflict_copies_are_named_once_the_season_is_open(tmp_path: Path) -> None:
    copy = tmp_path / "season.sync-conflict-20261124-140500-ABCDEFG.json"
    copy.write_text("{}")
    async with on_screen(SEASON, tmp_path, size=(160, 50)) as screen:
        assert "sync-conflict-20261124" in told(screen) and "F7" in told(screen)


def with_one_more(name: str) -> Season:
    return replace(SEASON, programs=(*SEASON.programs, a_program("p-more11", name)))


async def test_a_copy_that_was_brought_in_is_not_announced_again_until_it_changes(tmp_path: Path) -> None:
    copy = tmp_path / "season (conflicted copy 2026-11-24).json"
    with SeasonFile.open(copy) as file:
        file.save(with_one_more("Otherbrook"))
    async with on_screen(SEASON, tmp_path, size=(160, 50)) as screen:
        assert copy.name in told(screen)
        await screen.press("f7", "enter")
        for _ in range(200):
            await screen.rest()
            if "enter brings all in" in screen.text:
                break
        await screen.press("enter")
        assert any(one.name == "Otherbrook" for one in screen.reloaded().programs)
    async with on_screen(SEASON, tmp_path, size=(160, 50)) as screen:
        assert copy.name not in told(screen)
        await screen.press("6", "shift+tab")
        for _ in range(200):
            await screen.rest()
            if copy.name in screen.text:
                break
        assert "A copy that waits" in screen.text
    with SeasonFile.open(copy) as file:
        file.save(with_one_more("Silverbrook"))
    async with on_screen(SEASON, tmp_path, size=(160, 50)) as screen:
        assert copy.name in told(screen)


async def test_a_copy_that_was_only_looked_at_is_announced_again(tmp_path: Path) -> None:
    copy = tmp_path / "season (conflicted copy 2026-11-24).json"
    with SeasonFile.open(copy) as file:
        file.save(renamed(SEASON, "Alder", "Aldermoor"))
    for _ in range(2):
        async with on_screen(SEASON, tmp_path, size=(160, 50)) as screen:
            assert copy.name in told(screen)
            await screen.press("f7", "enter", "escape")


async def test_a_copy_that_arrives_while_the_season_is_open_is_told_once_listed_and_proposed(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path, size=(160, 50), at="season") as screen:
        await screen.press("shift+tab")  # the data
        copy = tmp_path / "season (conflicted copy 2026-11-24).json"
        with SeasonFile.open(copy) as file:
            file.save(renamed(SEASON, "Alder", "Aldermoor"))
        told_in = [number for number in range(LOOKS_A_LISTING * 3) if look(screen).copies]
        assert len(told_in) == 1
        await screen.rest()
        assert copy.name in told(screen)
        screen.app.clear_notifications()
        for _ in range(200):
            await screen.rest()
            if copy.name in screen.text:
                break
        assert "A copy that waits" in screen.text and copy.name in screen.text
        await screen.press("f7")
        assert screen.app.screen.query_one(Input).value == str(copy)
        await screen.press("escape")
        await screen.press("j", "j", "j", "enter")
        assert screen.app.screen.query_one(Input).value == str(copy)


async def test_of_several_copies_the_one_that_was_not_compared_yet_is_proposed_and_no_notice_covers_it(
    tmp_path: Path,
) -> None:
    copies = [tmp_path / f"season (conflicted copy 2026-11-{day}).json" for day in (23, 24)]
    for copy in copies:
        with SeasonFile.open(copy) as file:
            file.save(SEASON)
    async with on_screen(SEASON, tmp_path, size=(160, 50)) as screen:
        assert "2 copies" in told(screen)
        for proposed in (*copies, copies[0]):
            await screen.press("f7")
            assert "2 copies" not in told(screen)
            assert screen.app.screen.query_one(Input).value == str(proposed)
            await screen.press("enter")
            for _ in range(200):
                await screen.rest()
                if "stands here already" in screen.text:
                    break
            await screen.press("escape")


def test_one_notice_tells_of_all_copies() -> None:
    names = tuple(Path(f"/data/season-{name}.json") for name in ("A-1", "B-2"))
    assert "2 copies" in words_about(names, AS_SHIPPED) and "“season-A-1.json” first" in words_about(names, AS_SHIPPED)
    assert "a copy beside" in words_about(names[:1], AS_SHIPPED)


# A lock file that was removed


async def test_a_lock_file_that_was_removed_while_idle_is_made_anew_and_told(tmp_path: Path) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        (tmp_path / ".season.json.lock").unlink()
        look(screen)
        await screen.rest()
        assert "lock file beside your season had been removed" in told(screen)
        assert screen.app.mark == ""
        with pytest.raises(FileHeld):
            SeasonFile.open(screen.path)


@pytest.mark.parametrize("unsaved", [False, True])
async def test_a_window_whose_season_another_has_taken_writes_no_more_and_loses_nothing(
    tmp_path: Path, unsaved: bool
) -> None:
    async with on_screen(SEASON, tmp_path) as screen:
        (tmp_path / ".season.json.lock").unlink()
        with SeasonFile.open(screen.path) as second:
            second.save(renamed(SEASON, "Cedar", "Cedarwood"))
            if unsaved:
                screen.app.change_season(renaming("p-alder", "Aldermoor"))
                assert not screen.app.saver.wait(5)
            look(screen)
            await screen.rest()
            assert screen.app.mark == "READ ONLY" and screen.season == second.season
            assert "lock file beside your season was removed" in told(screen) and "process" in told(screen)
            assert "r takes over once it is free." in told(screen) and "{" not in told(screen)
            assert not screen.app.saver.pending
            assert not screen.app.change_season(renaming("p-alder", "Alderton"))
            kept = own_copies(screen.path, Disk())
            assert len(kept) == unsaved
            for copy in kept:
                assert SeasonFile.open(copy, read_only=True).season == renamed(SEASON, "Alder", "Aldermoor")
        await screen.press("r")
        assert screen.app.mark == "" and screen.season == second.season
        assert screen.app.change_season(renaming("p-alder", "Alderton"))
        assert screen.reloaded().programs[0].name == "Alderton"
