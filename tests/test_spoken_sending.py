"""Messages in the spoken review: what was copied is kept as it left, what went out is recorded on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Letter, Task
from store.rules.handing_over import HANDED, handed_over
from store.words import Kind, LetterState, Promise
from tests.command_shell import Shell
from tests.examples import a_contact, a_letter, a_program, a_season, at
from tests.test_spoken_review import Reviewed

BODY = "Dear Dr. Wexley,\n\nMay I ask how residents choose their continuity clinic?\n\nLena Korvath, MD\n"


@pytest.fixture
def reviewed(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Reviewed:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Reviewed(shell, monkeypatch)


def keep(reviewed: Reviewed, body: str = BODY) -> None:
    letter = a_letter("l-ready1", kind=Kind.QUESTION, body=body, contact_ids=("c-wexley",))
    reviewed.keep(a_season(a_program(), a_contact(), replace(letter, state=LetterState.READY)))


def kept(reviewed: Reviewed) -> Letter:
    return reviewed.shell.season.letters_by_id["l-ready1"]


def test_a_copied_draft_is_kept_as_it_left(reviewed: Reviewed) -> None:
    keep(reviewed)
    said = reviewed("c", "c", "q").out
    assert said.count("opied") >= 2
    assert [one.name for one in kept(reviewed).revisions] == [f"{HANDED}: copied"]
    assert kept(reviewed).state is LetterState.READY


def test_m_records_that_it_went_out_now_and_goes_on(reviewed: Reviewed) -> None:
    keep(reviewed)
    said = reviewed("m").out.splitlines()
    assert said[2].startswith("Marked as sent, ")
    assert said[-1] == "1 follow-up cleared here. Left: nothing due."
    assert kept(reviewed).state is LetterState.SENT


def test_m_takes_when_it_went_out_and_refuses_what_has_not_come(reviewed: Reviewed) -> None:
    keep(reviewed)
    assert "still to come" in reviewed("m tomorrow 09:00", "q").out
    assert kept(reviewed).state is LetterState.READY
    assert "Marked as sent, Mon 23 Nov 2026 18:00" in reviewed("m yesterday 18:00").out
    assert kept(reviewed).at == at("2026-11-23 18:00")


def test_one_undo_takes_the_sending_back_and_returns_to_it(reviewed: Reviewed) -> None:
    keep(reviewed)
    reviewed.keep(
        replace(reviewed.shell.season, tasks=(Task("t-later1", "Later", at("2026-11-24 23:00"), "p-bright"),))
    )
    said = reviewed("c", "m", "u", "q").out
    assert said.count("1 of 2. Due today: Brightwater, send the question message") >= 2
    assert "Taken back: Sent: question to Brightwater" in said
    assert said.splitlines()[-1].startswith("0 follow-ups cleared here.")
    assert kept(reviewed).state is LetterState.READY


def test_a_stop_keeps_it_from_counting_as_sent(reviewed: Reviewed) -> None:
    keep(reviewed, f"{BODY}[one detail]")
    said = reviewed("m", "q").out
    assert "Not marked as sent: 1 stop in it." in said
    assert kept(reviewed).state is LetterState.READY


def test_of_two_texts_it_asks_which_went_out(reviewed: Reviewed) -> None:
    keep(reviewed)
    reviewed("c", "q")
    season = reviewed.shell.season
    reviewed.keep(replace(season, letters=(replace(kept(reviewed), body=f"{BODY}PS: Thank you.\n"),)))
    assert "Nothing was recorded." in reviewed("m", "what?", "q").out
    assert kept(reviewed).state is LetterState.READY
    said = reviewed("m", "h").out
    assert "changed since it left" in said
    assert (kept(reviewed).state, kept(reviewed).body) == (LetterState.SENT, BODY)
    assert handed_over(kept(reviewed)) is not None and kept(reviewed).promise is Promise.NONE


def test_what_no_message_answers_cannot_be_sent(reviewed: Reviewed) -> None:
    from tests.test_spoken_review import tasks

    reviewed.keep(tasks(1))
    assert "No message answers that." in reviewed("m", "q").out
