"""Saving beside the screen: in order, newest wins, nothing lost when the disk refuses."""

from __future__ import annotations

from threading import Event

from store.errors import FileTrouble
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
