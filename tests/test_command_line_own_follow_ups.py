"""Follow-ups of one's own and reasons to write, in plain commands: listed, added, changed, removed."""

from __future__ import annotations

import pytest

from store.records import Reason, Task
from store.words import ReasonKind
from tests.command_shell import Shell, no_change
from tests.examples import at
from tests.test_completion import offered


def own(shell: Shell, words: str) -> Task | None:
    return next((one for one in shell.season.tasks if one.what == words), None)


def reasons(shell: Shell, name: str) -> tuple[Reason, ...]:
    return next(one.reasons for one in shell.season.programs if name in one.name)


def added(shell: Shell, words: str = "Ask the school") -> str:
    said = shell("task", "add", words, "--due", "fri 9am", "--program", "rookery", "--json")
    assert "Understood: Fri 27 Nov 2026 09:00" in said.err
    return str(said.json["id"])


def test_one_is_added_listed_and_on_the_agenda(demo: Shell) -> None:
    task_id = added(demo)
    line = next(line for line in demo("task").out.splitlines() if task_id in line)
    assert line == (f"Fri 27 Nov 2026 09:00 CET  open        Rookery Hill Medical Center: Ask the school  ({task_id})")
    plain = demo("task", "list", "--plain").out
    assert f"open: Rookery Hill Medical Center, Ask the school, due Fri 27 Nov 2026 09:00 CET, {task_id}" in plain
    assert f"TASK:{task_id}" in demo("agenda", "all", "--plain").out


def test_those_that_are_settled_or_put_off_say_so(demo: Shell) -> None:
    done, later = added(demo, "Ask the school"), added(demo, "Ask the embassy")
    demo("done", f"TASK:{done}")
    demo("snooze", f"TASK:{later}", "2026-12-01")
    states = {one["id"]: (one["state"], one["until"]) for one in demo("task", "--json").json["tasks"]}
    assert states[done] == ("done", None)
    assert states[later] == ("snoozed", "2026-12-01T00:00:00+01:00")


def test_words_day_and_program_change_one_by_one(demo: Shell) -> None:
    added(demo)
    demo("task", "edit", "ask the school", "--what", "Ask the dean")
    task = own(demo, "Ask the dean")
    assert task is not None and task.due == at("2026-11-27 09:00") and task.program_id
    demo("task", "edit", f"TASK:{task.id}", "--due", "2026-12-02 10:00")
    demo("task", "edit", task.id, "--program", "season")
    assert own(demo, "Ask the dean") == Task(task.id, "Ask the dean", at("2026-12-02 10:00"))
    said = demo("undo")
    assert said.err.startswith("Taken back: Follow-up changed: Ask the dean.")


def test_several_go_in_one_step_with_what_was_decided(demo: Shell) -> None:
    task_id = added(demo)
    added(demo, "Ask the embassy")
    demo("done", f"TASK:{task_id}")
    before = demo.season
    said = demo("task", "remove", "the school", "the embassy", "the school")
    assert said.err.startswith("Removed: Ask the school; Ask the embassy.")
    assert own(demo, "Ask the school") is None and f"TASK:{task_id}" not in demo.season.decisions_by_id
    demo("undo")
    assert demo.season == before


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("task", "add"), "Say which: `prematch task add TEXT`."),
        (("task", "edit"), "Say which: `prematch task edit TASK`."),
        (("task", "remove"), "Say which: `prematch task remove TASK`."),
        (("task", "list", "x"), "The list takes no names."),
        (("task", "add", "Pack"), "Say by when: --due fri"),
        (("task", "add", "Pack", "--due", "whenever"), "is not a day and time"),
        (("task", "add", "Pack", "--due", "fri", "--program", "nowhere"), "No program fits “nowhere”"),
        (("task", "edit", "camera"), "Say what is to be changed: --what, --due or --program."),
        (("task", "edit", "nothing such", "--due", "fri"), "No task fits “nothing such”"),
        (("task", "remove", "the"), "fits 2 tasks. Say which one."),
        (("reason", "rookery", "--forget"), "Say which reason goes"),
        (("reason", "rookery", "x", "--forget"), "No reason to write to Rookery Hill Medical Center is recorded."),
        (("reason", "nowhere"), "No program fits “nowhere”"),
        (("reason", "rookery", "x", "--kind", "love"), "invalid choice"),
    ],
)
def test_what_is_meant_has_to_be_said(argv: tuple[str, ...], sentence: str, demo: Shell) -> None:
    before = demo.season
    said = demo(*argv)
    no_change(demo, said)
    assert sentence in said.err
    assert demo.season == before


def test_without_any_the_list_says_how_one_is_added(shell: Shell) -> None:
    said = shell("task")
    assert (said.code, said.out) == (0, "")
    assert "None yet. `prematch task add" in said.err


def test_a_reason_is_recorded_listed_and_taken_away(demo: Shell) -> None:
    assert "No reason to write to Rookery Hill Medical Center" in demo("reason", "rookery").err
    demo("reason", "rookery", "A rural clinic", "--kind", "rotation")
    demo("reason", "rookery", "A rural clinic for children")
    assert demo("reason", "rookery").out == "rotation: A rural clinic\nmission: A rural clinic for children\n"
    assert demo("reason", "rookery", "--json").json["reasons"][0] == {"kind": "rotation", "words": "A rural clinic"}
    said = demo("reason", "rookery", "clinic", "--forget")
    no_change(demo, said)
    assert "“clinic” fits 2 reasons of Rookery Hill Medical Center. Say which one." in said.err
    said = demo("reason", "rookery", "a rural clinic", "--forget")
    assert said.err.startswith("Rookery Hill Medical Center: reason removed: A rural clinic.")
    assert reasons(demo, "Rookery") == (Reason(ReasonKind.MISSION, "A rural clinic for children"),)
    said = demo("reason", "rookery", "library", "--forget")
    no_change(demo, said)
    assert "“library” is no reason of Rookery Hill Medical Center." in said.err


def test_shells_are_offered_the_ones_that_may_change(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {one.id for one in demo.season.tasks}
    assert set(offered(demo, monkeypatch, "task", "edit", "")) == known
    assert set(offered(demo, monkeypatch, "task", "remove", "t-")) == known
    assert offered(demo, monkeypatch, "task", "add", "") == []
