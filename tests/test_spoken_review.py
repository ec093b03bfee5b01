"""The review in plain words: every answer does one thing, one step of undo, and the input may end anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store.moments import Moment
from store.records import Interview, Task
from store.season import Season
from store.season_file import SeasonFile
from store.words import Kind, LetterState, Status, Verdict
from tests.command_shell import Keyboard, Said, Shell, piped
from tests.examples import EASTERN, a_contact, a_letter, a_program, a_season, an_interview, at

MORNING = at("2026-11-24 09:00")
BEFORE = at("2026-11-22 08:00")


def tasks(count: int, *more: Task | Interview) -> Season:
    own = (Task(f"t-task{one:02}", f"Task {one:02}", MORNING.after(minutes=one), "p-bright") for one in range(count))
    return a_season(a_program(), *own, *more)


class Reviewed:
    """Answers a review of one season, a line after the other."""

    def __init__(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shell = shell
        self._monkeypatch = monkeypatch

    def keep(self, season: Season) -> None:
        with SeasonFile.open(self.shell.path) as file:
            file.save(season)

    def __call__(self, *answers: str, span: str = "today") -> Said:
        self._monkeypatch.setattr("sys.stdin", piped("".join(f"{one}\n" for one in answers).encode()))
        return self.shell("review", span)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        return {one.id.removeprefix("TASK:t-"): one.verdict for one in self.shell.season.decisions}


@pytest.fixture
def reviewed(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Reviewed:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Reviewed(shell, monkeypatch)


def test_it_says_what_is_due_one_after_the_other_and_what_is_left(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(3))
    said = reviewed("d", "k", "q")
    assert said.out.splitlines() == [
        "3 follow-ups to go through. ? lists the answers.",
        "1 of 3. Due today: Brightwater, Task 00.",
        "Done.",
        "2 of 3. Due today: Brightwater, Task 01.",
        "3 of 3. Due today: Brightwater, Task 02.",
        "Left.",
        "1 follow-up cleared here. Left: 2 due today.",
    ]
    assert (said.code, said.err) == (0, "")
    assert reviewed.verdicts == {"task00": Verdict.DONE}


def test_late_ones_come_first(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(1, Task("t-late01", "Late one", BEFORE)))
    lines = reviewed("q").out.splitlines()
    assert lines[1] == "1 of 2. Late for 2 days: Late one."
    assert lines[-1] == "0 follow-ups cleared here. Left: 1 late, 1 due today."


@pytest.mark.parametrize(
    ("answers", "verdict", "until"),
    [
        (("d",), Verdict.DONE, None),
        (("D",), Verdict.DONE, None),
        (("done",), Verdict.DONE, None),
        (("n",), Verdict.NOT_NEEDED, None),
        (("not needed",), Verdict.NOT_NEEDED, None),
        (("s fri",), Verdict.SNOOZED, at("2026-11-27 00:00")),
        (("s 3d",), Verdict.SNOOZED, at("2026-11-27 00:00")),
        (("s tomorrow",), Verdict.SNOOZED, at("2026-11-25 00:00")),
        (("s next week",), Verdict.SNOOZED, at("2026-11-30 00:00")),
        (("s 2 dec",), Verdict.SNOOZED, at("2026-12-02 00:00")),
        (("snooze 2026-12-04",), Verdict.SNOOZED, at("2026-12-04 00:00")),
        (("s after next interview",), Verdict.SNOOZED, at("2026-12-02 00:00")),
        (("s", "fri"), Verdict.SNOOZED, at("2026-11-27 00:00")),
    ],
)
def test_each_answer_decides_and_is_one_step(
    reviewed: Reviewed, answers: tuple[str, ...], verdict: Verdict, until: Moment | None
) -> None:
    interview = an_interview(starts=at("2026-12-01 09:00", EASTERN))
    reviewed.keep(tasks(1, interview))
    assert reviewed(*answers).code == 0
    (decision,) = [one for one in reviewed.shell.season.decisions if one.id == "TASK:t-task00"]
    assert (decision.verdict, decision.until) == (verdict, until)
    assert reviewed.shell("undo").code == 0
    assert reviewed.shell.season.decisions == ()


@pytest.mark.parametrize("answer", ["maybe", "d3", "s someday", "s yesterday", "x", "[/b]\x1b[31m"])
def test_what_is_no_answer_is_asked_again_and_changes_nothing(reviewed: Reviewed, answer: str) -> None:
    reviewed.keep(tasks(1))
    said = reviewed(answer, "?", "q")
    assert said.code == 0
    assert "d done" in said.out.splitlines()
    assert "\x1b" not in said.out
    assert reviewed.shell.season.decisions == ()


def test_undo_goes_back_to_what_was_decided_last(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(3))
    lines = reviewed("d", "n", "u", "d", "u", "u", "u", "q").out.splitlines()
    assert lines.count("1 of 3. Due today: Brightwater, Task 00.") == 2
    assert "Taken back: Not needed: Brightwater, Task 01." in lines
    assert "Nothing was changed in this review yet." in lines
    assert reviewed.shell.season.decisions == ()


@pytest.mark.parametrize("answers", [(), ("d",), ("d", "s"), ("?",)])
def test_the_input_may_end_anywhere(reviewed: Reviewed, answers: tuple[str, ...]) -> None:
    reviewed.keep(tasks(3))
    said = reviewed(*answers)
    assert said.code == 0
    assert said.out.splitlines()[-2] == "The input has ended."
    assert len(reviewed.shell.season.decisions) == answers.count("d")


def test_bytes_that_are_no_text_are_no_answer(reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch) -> None:
    reviewed.keep(tasks(1))
    monkeypatch.setattr("sys.stdin", piped(b"\xff\xfe\nd\n"))
    assert reviewed.shell("review").code == 0
    assert reviewed.verdicts == {"task00": Verdict.DONE}


def test_the_reason_is_read_out(reviewed: Reviewed) -> None:
    over = an_interview(starts=at("2026-11-22 09:00", EASTERN), contact_ids=("c-wexley",))
    reviewed.keep(a_season(a_program(status=Status.INTERVIEWED), a_contact(), over))
    assert "The interview ended Sun 22 Nov 2026" in reviewed("w", "w", "q").out


THANKS = a_season(
    a_program(status=Status.INTERVIEWED),
    a_contact(),
    an_interview(starts=at("2026-11-22 09:00", EASTERN), contact_ids=("c-wexley",)),
)


def test_the_message_is_read_with_its_checks_and_nothing_is_kept(reviewed: Reviewed) -> None:
    reviewed.keep(THANKS)
    out = reviewed("k", "k", "k", "k", "q").out
    at_thanks = next(place for place, line in enumerate(out.splitlines()[1:]) if "thank-you" in line)
    said = reviewed(*("k",) * at_thanks, "o", "c", "q").out
    assert "Dear Dr. Wexley," in said
    assert "STOP C01" in said
    assert "Not copied: " in said
    assert reviewed.shell.season.letters == ()


def test_a_draft_is_copied_once_no_stop_is_in_it(reviewed: Reviewed, tmp_path: Path) -> None:
    body = "Dear Dr. Wexley,\n\nMay I ask how residents choose their continuity clinic?\n\nLena Korvath, MD\n"
    ready = a_letter("l-ready1", kind=Kind.QUESTION, body=body, contact_ids=("c-wexley",))
    season = a_season(a_program(), a_contact(), replace(ready, state=LetterState.READY))
    reviewed.keep(season)
    said = reviewed("o", "c", "q").out
    assert "Your draft. `prematch form message l-ready1` goes on with it." in said
    assert "continuity clinic?" in said
    (copied,) = tmp_path.rglob("last-copy.txt")
    assert copied.read_text(encoding="utf-8") == body
    reviewed.keep(replace(season, letters=(replace(season.letters[0], body=f"{body}[one detail]"),)))
    assert "Not copied: 1 stop in it." in reviewed("c", "q").out
    assert copied.read_text(encoding="utf-8") == body


def test_what_no_message_answers_says_so(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(1))
    lines = reviewed("o", "c", "q").out.splitlines()
    assert lines.count("No message answers that.") == 2


def test_what_is_done_by_a_command_is_told_with_it(reviewed: Reviewed) -> None:
    held = replace(an_interview(starts=at("2026-11-23 08:00", EASTERN)), minutes=60)
    reviewed.keep(a_season(a_program(status=Status.BOOKED), a_contact(), held))
    assert "No message answers that. `prematch debrief Brightwater` asks for it" in reviewed("o", "q", span="all").out
    said = reviewed(*("k", "o") * 4, "q", span="all").out
    assert re.search(r"Not begun yet; `prematch draft Brightwater --kind [a-z-]+` begins it", said), said


def test_it_goes_on_while_a_window_has_the_season(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(2))
    with SeasonFile.open(reviewed.shell.path):
        assert reviewed("k", "k").out.splitlines()[-1] == "0 follow-ups cleared here. Left: 2 due today."


def test_nothing_due_says_so(reviewed: Reviewed) -> None:
    reviewed.keep(a_season(a_program()))
    assert reviewed().out.splitlines()[0] == "Nothing to go through."


def test_a_wider_span_has_more(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(1, Task("t-later1", "Later one", at("2026-11-27 09:00"))))
    assert "1 of 1. " in reviewed("q").out
    assert "1 of 2. " in reviewed("q", span="week").out


def test_it_is_no_data(reviewed: Reviewed) -> None:
    said = reviewed.shell("review", "--json")
    assert (said.code, said.out) == (2, "")


def test_only_a_terminal_is_prompted(reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch) -> None:
    reviewed.keep(tasks(1))
    assert "Answer:" not in reviewed("q").out
    monkeypatch.setattr("sys.stdin", Keyboard("s\nfri\n"))
    out = reviewed.shell("review").out
    assert "Answer: Until when? " in out


def test_late_ones_put_off_are_told_at_the_end(reviewed: Reviewed) -> None:
    reviewed.keep(tasks(0, Task("t-late01", "Late one", BEFORE)))
    assert reviewed("s fri").out.splitlines()[-1] == "1 follow-up cleared here. Left: nothing due. 1 late put off."


def test_what_was_done_elsewhere_under_the_same_words_is_not_taken_back_from_here(
    reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed.keep(tasks(2))

    def answers() -> Iterator[str]:
        yield "d"
        reviewed.shell("undo")
        reviewed.shell("done", "TASK:t-task00")
        yield "u"
        yield "q"

    said = answers()
    monkeypatch.setattr("tui.command_line.spoken_review.heard", lambda prompt: next(said))
    assert "Something else was changed since “Done: Brightwater, Task 00”" in reviewed.shell("review").out
    assert reviewed.verdicts == {"task00": Verdict.DONE}
