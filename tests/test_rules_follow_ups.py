"""Rules about decisions on follow-ups and about tasks made by hand."""

from __future__ import annotations

import pytest

from store.errors import RuleBroken
from store.records import Decision, Task
from store.rules.follow_ups import (
    add_task,
    edit_task,
    mark_done,
    mark_not_needed,
    remove_tasks,
    reopen,
    snooze,
)
from store.words import Verdict
from tests.examples import NOW, a_season

KEY = "F03:i-bright:c-wexley"


def test_a_decision_is_kept_under_the_key_with_its_moment() -> None:
    season = mark_done(a_season(), (KEY, "TASK:t-second"), now=NOW)
    assert season.decisions == (
        Decision(KEY, Verdict.DONE, NOW),
        Decision("TASK:t-second", Verdict.DONE, NOW),
    )


def test_deciding_the_same_again_changes_nothing() -> None:
    season = mark_done(a_season(), (KEY, "F02:i-bright"), now=NOW)
    assert mark_done(season, (KEY, KEY), now=NOW.after(hours=1)) is season


def test_a_later_decision_takes_the_place_of_the_earlier() -> None:
    season = snooze(a_season(), (KEY,), NOW.after(days=2), now=NOW)
    later = NOW.after(hours=1)
    season = mark_not_needed(season, (KEY,), now=later)
    assert season.decisions == (Decision(KEY, Verdict.NOT_NEEDED, later),)


def test_a_snooze_ends_in_the_future() -> None:
    season = snooze(a_season(), (KEY,), NOW.after(minutes=1), now=NOW)
    assert season.decisions[0].until == NOW.after(minutes=1)
    with pytest.raises(RuleBroken, match="has passed already"):
        snooze(a_season(), (KEY,), NOW, now=NOW)


def test_reopening_takes_a_decision_back() -> None:
    season = mark_done(a_season(), (KEY, "F02:i-bright"), now=NOW)
    assert [one.id for one in reopen(season, (KEY,), now=NOW).decisions] == ["F02:i-bright"]
    assert reopen(season, ("F01:p-bright",), now=NOW) is season


@pytest.mark.parametrize("key", ["", "F03", "f03:i-bright", "F03:", "F03:i bright", "F03:\x1b[2J", "x" * 100])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(RuleBroken, match="names no follow-up"):
        mark_done(a_season(), (key,), now=NOW)


def test_a_task_is_added_changed_and_removed_with_its_decision() -> None:
    season = add_task(a_season(), Task("t-visa22", " Ask the\tschool ", NOW.after(days=2), "p-bright"), now=NOW)
    assert season.tasks[0].what == "Ask the school"
    season = edit_task(season, "t-visa22", due=NOW.after(days=3), now=NOW)
    assert season.tasks[0].due == NOW.after(days=3)
    assert edit_task(season, "t-visa22", due=NOW.after(days=3), now=NOW) is season
    season = remove_tasks(mark_done(season, ("TASK:t-visa22",), now=NOW), ("t-visa22",), now=NOW)
    assert (season.tasks, season.decisions) == ((), ())


@pytest.mark.parametrize(
    ("task", "sentence"),
    [(Task("t-visa22", " ", NOW), "is empty"), (Task("t-visa22", "Ask", NOW, "p-nobody"), "No program")],
)
def test_a_task_has_words_and_a_program_that_exists(task: Task, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        add_task(a_season(), task, now=NOW)


def test_a_task_may_concern_the_whole_season() -> None:
    season = add_task(a_season(), Task("t-visa22", "Renew the passport", NOW), now=NOW)
    season = add_task(season, Task("t-secnd1", "Pack", NOW), now=NOW)
    assert [one.what for one in edit_task(season, "t-secnd1", what="Unpack", now=NOW).tasks][1] == "Unpack"


def test_only_a_task_that_exists_can_change() -> None:
    with pytest.raises(RuleBroken, match="No task"):
        remove_tasks(a_season(), ("t-nobody",), now=NOW)
