"""Saving beside the screen: in order, newest wins, nothing lost when the disk refuses."""

from __future__ import annotations

import time
from threading import Event

from store.errors import FileTrouble, RuleBroken
from store.history import Step, step_between
from store.records import Profile
from store.season import Season
from tests.examples import NOW
from tui.saver import Saver, SaveReport


class Keeper:
    """A season file that notes what it is told, and refuses when asked to."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, int]] = []
        self.refusals = 0
        self.notice = ""
        self.gate = Event()
        self.gate.set()

    def save(self, season: Season, steps: tuple[Step, ...] = ()) -> None:
        self._take("save", season, len(steps))

    def save_undone(self, season: Season, step: Step) -> None:
        self._take("undone", season, 1)

    def save_redone(self, season: Season, step: Step) -> None:
        self._take("redone", season, 1)

    def _take(self, way: str, season: Season, steps: int) -> None:
        self.gate.wait(5)
        if self.refusals:
            self.refusals -= 1
            raise FileTrouble("The disk is full.")
        self.calls.append((way, season.profile.name, steps))


def named(name: str) -> Season:
    return Season(Profile(name=name))


def step(name: str) -> Step:
    return step_between(named(""), named(name), name, at=NOW)


def test_a_change_is_on_disk_once_waited_for() -> None:
    keeper, reports = Keeper(), list[SaveReport]()
    saver = Saver(keeper, reports.append)
    saver.keep(named("one"), step("one"))
    assert saver.wait(5)
    assert keeper.calls == [("save", "one", 1)]
    assert reports == [SaveReport()]
    saver.stop()


def test_changes_in_a_row_become_one_save_with_every_step() -> None:
    keeper = Keeper()
    keeper.gate.clear()
    saver = Saver(keeper, lambda report: None)
    for name in ("one", "two", "three"):
        saver.keep(named(name), step(name))
    keeper.gate.set()
    assert saver.wait(5)
    assert keeper.calls[-1][1] == "three"
    assert sum(steps for _, _, steps in keeper.calls) == 3
    saver.stop()


def test_an_undo_waits_for_the_change_before_it() -> None:
    keeper = Keeper()
    saver = Saver(keeper, lambda report: None)
    saver.keep(named("one"), step("one"))
    saver.keep_undone(named(""), step("one"))
    saver.keep_redone(named("one"), step("one"))
    assert saver.wait(5)
    assert [way for way, _, _ in keeper.calls] == ["save", "undone", "redone"]
    saver.stop()


def test_a_refused_save_is_told_kept_and_tried_again() -> None:
    keeper, reports = Keeper(), list[SaveReport]()
    keeper.refusals = 1
    saver = Saver(keeper, reports.append)
    saver.keep(named("one"), step("one"))
    assert not saver.wait(5)
    assert saver.pending and saver.trouble == "The disk is full."
    saver.retry()
    assert saver.wait(5) and not saver.pending
    assert keeper.calls == [("save", "one", 1)]
    assert [report.trouble for report in reports] == ["The disk is full.", ""]
    saver.stop()


def test_a_later_change_carries_the_refused_one_along() -> None:
    keeper = Keeper()
    keeper.refusals = 1
    saver = Saver(keeper, lambda report: None)
    saver.keep(named("one"), step("one"))
    assert not saver.wait(5)
    saver.keep(named("two"), step("two"))
    assert saver.wait(5)
    assert keeper.calls == [("save", "two", 2)]
    saver.stop()


def test_a_refused_save_is_tried_again_by_itself_until_it_succeeds() -> None:
    keeper, reports = Keeper(), list[SaveReport]()
    keeper.refusals = 3
    done = Event()

    def report(one: SaveReport) -> None:
        reports.append(one)
        if not one.trouble:
            done.set()

    saver = Saver(keeper, report, pauses=(0.01, 0.02))
    saver.keep(named("one"), step("one"))
    assert done.wait(10)
    assert [bool(one.trouble) for one in reports] == [True, True, True, False]
    assert keeper.calls == [("save", "one", 1)] and not saver.pending
    saver.stop()


def test_pauses_grow_to_a_minute_and_begin_anew_after_a_success() -> None:
    keeper = Keeper()
    saver = Saver(keeper, lambda report: None)
    rests = []
    for failed in range(9):
        saver._failed = failed
        rests.append(saver._pause())
    assert rests == [None, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 60.0, 60.0]
    saver.keep(named("one"), step("one"))
    assert saver.wait(5) and saver._pause() is None
    saver.stop()


def test_while_it_is_held_nothing_is_written_and_what_waits_can_be_dropped() -> None:
    keeper = Keeper()
    saver = Saver(keeper, lambda report: None)
    with saver.held(5) as is_idle:
        assert is_idle
        saver.keep(named("one"), step("one"))
        assert not saver.wait(0.1) and keeper.calls == []
        saver.drop()
    assert saver.wait(5) and keeper.calls == []
    saver.keep(named("two"), step("two"))
    assert saver.wait(5) and keeper.calls == [("save", "two", 1)]
    saver.stop()


def test_a_write_under_way_is_waited_for_before_anything_is_dropped() -> None:
    keeper = Keeper()
    keeper.gate.clear()
    saver = Saver(keeper, lambda report: None)
    saver.keep(named("one"), step("one"))
    while not saver._busy:
        Event().wait(0.001)
    with saver.held(0.05) as is_idle:
        assert not is_idle
    keeper.gate.set()
    assert saver.wait(5)
    with saver.held(5) as is_idle:
        assert is_idle
    assert keeper.calls == [("save", "one", 1)]
    saver.stop()


def test_a_step_that_is_forgotten_is_told_once_and_does_not_end_the_saving() -> None:
    class Forgetful(Keeper):
        def save_undone(self, season: Season, step: Step) -> None:
            self.calls.append(("refused", "", 1))
            raise RuleBroken("It is no longer among the steps.")

    keeper, reports = Forgetful(), list[SaveReport]()
    saver = Saver(keeper, reports.append, pauses=(0.0,))
    saver.keep_undone(named(""), step("one"))
    assert not saver.wait(5) and saver.trouble == "It is no longer among the steps."
    time.sleep(0.1)  # enough for thousands of tries
    assert keeper.calls == [("refused", "", 1)], "no second try changes what a rule says"
    assert reports == [SaveReport("It is no longer among the steps.", refused=True)]
    keeper.calls.clear()
    saver.drop()
    saver.keep(named("two"), step("two"))
    assert saver.wait(5) and keeper.calls == [("save", "two", 1)]
    saver.stop()
