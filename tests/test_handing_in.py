"""A change of a season that is held goes through its holder, or is not made: never lost, never made twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from store.disk import Disk
from store.errands import Errand, Errands, Outcome, Reply, Way
from store.history import redone, undone
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tui.command_line import handing_in


class Holder:
    """Whoever has the season open; acts while the command pauses, as told by the test."""

    def __init__(self, shell: Shell) -> None:
        self.file = SeasonFile.open(shell.path)
        self.errands = Errands(self.file.path, Disk())
        self.acts: list[Callable[[], object]] = []

    def pause(self, disk: Disk, seconds: float) -> None:
        if self.acts:
            self.acts.pop(0)()

    def take(self) -> Errand:
        (errand_id,) = self.errands.waiting()
        errand = self.errands.take(errand_id)
        assert errand is not None
        self.errand = errand
        return errand

    def save(self) -> None:
        """Take the errand in and put it on disk, without a word."""
        errand = self.take()
        if errand.way is Way.CHANGE:
            self.file.save(redone(self.file.season, errand.step), (errand.step,))
        elif errand.way is Way.UNDO:
            self.file.save_undone(undone(self.file.season, errand.step), errand.step)
        else:
            self.file.save_redone(redone(self.file.season, errand.step), errand.step)

    def tell(self, outcome: Outcome = Outcome.SAVED, words: str = "") -> None:
        self.errands.reply(self.errand.id, Reply(outcome, words))


@pytest.fixture
def holder(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> Iterator[Holder]:
    holder = Holder(demo)
    monkeypatch.setattr(Disk, "pause", lambda disk, seconds: holder.pause(disk, seconds))
    yield holder
    holder.file.close()


def names(shell: Shell) -> list[str]:
    return [one.name for one in shell.season.programs]


def left_over(shell: Shell) -> list[str]:
    return [one.name for one in shell.path.with_name("season.json.errands").iterdir()]


def test_a_change_the_holder_takes_in_is_done(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.save, holder.tell]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 0 and "The open window has taken it in." in said.err and "`prematch undo`" in said.err
    assert names(demo).count("Zephyr Hollow") == 1
    assert left_over(demo) == []


def test_a_draft_made_through_the_holder_is_printed_like_any_other(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.save, holder.tell]
    said = demo("draft", "rookery", "--kind", "thank-you")
    assert "The open window has taken it in." in said.err and "Subject: Thank you" in said.out


def test_undo_and_redo_go_through_the_holder_too(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.save, holder.tell]
    demo("add", "Zephyr Hollow")
    holder.acts = [holder.save, holder.tell]
    said = demo("undo")
    assert said.code == 0 and "Taken back" in said.err and "Zephyr Hollow" not in names(demo)
    holder.acts = [holder.save, holder.tell]
    said = demo("redo")
    assert said.code == 0 and "Done again" in said.err and names(demo).count("Zephyr Hollow") == 1


def test_nothing_to_undo_needs_no_holder(demo: Shell, holder: Holder) -> None:
    assert demo("undo").code == 1
    assert not demo.path.with_name("season.json.errands").exists()


def test_a_change_nobody_takes_in_is_withdrawn_and_told(demo: Shell, holder: Holder) -> None:
    said = demo("add", "Zephyr Hollow")
    assert said.code == 3
    assert "process" in said.err and "nothing was changed" in said.err
    assert "Zephyr Hollow" not in names(demo) and left_over(demo) == []


def test_a_refusal_is_told_in_the_holder_s_words(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.take, lambda: holder.tell(Outcome.REFUSED, "It was changed since.")]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 2 and "It was changed since." in said.err
    assert left_over(demo) == []


def test_what_the_holder_cannot_save_is_not_called_saved(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.take, lambda: holder.tell(Outcome.UNSAVED, "Not on disk yet.")]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 3 and "Not on disk yet." in said.err


def test_a_change_taken_in_without_a_word_is_told_as_such(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.take]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 3 and "prematch history" in said.err and "nothing was changed" not in said.err


def test_a_season_that_becomes_free_is_changed_by_the_command_itself(demo: Shell, holder: Holder) -> None:
    holder.acts = [lambda: None, holder.file.close]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 0 and "open window" not in said.err
    assert names(demo).count("Zephyr Hollow") == 1 and left_over(demo) == []


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_undo_of_a_season_that_becomes_free_is_done_by_the_command_itself(
    demo: Shell, holder: Holder, command: str
) -> None:
    holder.acts = [holder.save, holder.tell]
    demo("add", "Zephyr Hollow")
    if command == "redo":
        holder.acts = [holder.save, holder.tell]
        demo("undo")
    holder.acts = [holder.file.close]
    assert demo(command).code == 0
    assert names(demo).count("Zephyr Hollow") == (1 if command == "redo" else 0)


def test_a_holder_that_saved_and_died_without_a_word_is_not_repeated(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.save, holder.file.close]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 0
    assert names(demo).count("Zephyr Hollow") == 1
    assert demo("undo").code == 0 and "Zephyr Hollow" not in names(demo)


def test_a_holder_that_died_with_the_change_in_hand_loses_nothing(demo: Shell, holder: Holder) -> None:
    holder.acts = [holder.take, holder.file.close]
    said = demo("add", "Zephyr Hollow")
    assert said.code == 0
    assert names(demo).count("Zephyr Hollow") == 1


def test_what_was_saved_before_the_season_became_free_is_kept(demo: Shell, holder: Holder) -> None:
    def other_change() -> None:
        from dataclasses import replace

        season = holder.file.season
        first = replace(season.programs[0], name="Renamed in the window")
        holder.file.save(replace(season, programs=(first, *season.programs[1:])))
        holder.file.close()

    holder.acts = [other_change]
    assert demo("add", "Zephyr Hollow").code == 0
    assert {"Renamed in the window", "Zephyr Hollow"} <= set(names(demo))


def test_what_needs_the_season_for_itself_says_who_has_it(demo: Shell, holder: Holder) -> None:
    holder.file.close()
    assert demo("backup").code == 0
    holder.file.take_over()
    before = demo.path.read_bytes()
    said = demo("restore", "1", "--yes")
    assert said.code == 3 and "is open in another program (process" in said.err
    assert demo.path.read_bytes() == before


def test_breaking_off_withdraws_the_change(demo: Shell, holder: Holder) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    holder.acts = [interrupt]
    assert demo("add", "Zephyr Hollow").code == 130
    assert holder.errands.waiting() == () and left_over(demo) == []


def test_looking_needs_no_lock_and_asks_nobody(demo: Shell, holder: Holder) -> None:
    for argv in (("agenda", "all"), ("list",), ("show", "rookery"), ("history",), ("ledger",), ("profile",)):
        assert demo(*argv).code in (0, 1)
    assert not demo.path.with_name("season.json.errands").exists()


def test_waiting_is_bounded() -> None:
    assert handing_in.UNTAKEN < handing_in.UNTOLD <= 30
