"""The promise ledger on the command line: what was told, what was told later, what cannot be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_shell import Shell, no_change


def the_first(demo: Shell) -> dict[str, object]:
    (found,) = [one for one in demo("ledger", "--json").json["promises"] if one["program"] == "Thistledown University"]
    assert isinstance(found, dict)
    return found


def test_a_promise_is_withdrawn_with_how_they_were_told_and_one_undo_takes_that_back(demo: Shell) -> None:
    said = demo("promise", "thistledown", "--withdraw", "--words", "By telephone, to the office.")
    assert said.code == 0
    assert "Promise to Thistledown University: withdrawn" in said.err and "`prematch undo`" in said.err
    found = the_first(demo)
    assert (found["level"], found["stands"]) == ("first", "none")
    assert found["corrections"] == [
        {
            "level": "none",
            "at": "2026-11-24T14:05:00+01:00",
            "at_zone": "Europe/Warsaw",
            "words": "By telephone, to the office.",
            "letter_id": None,
        }
    ]
    lines = demo("ledger").out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("first: Thistledown"))
    assert lines[place + 1] == "  withdrawn Tue 24 Nov 2026: By telephone, to the office."
    assert demo("undo").code == 0
    assert the_first(demo)["stands"] == "first"


def test_a_promise_can_go_on_with_less(demo: Shell) -> None:
    letter_id = str(the_first(demo)["letter_id"])
    assert demo("promise", letter_id, "--only", "high", "--words", "In a call with Dr. Voight.").code == 0
    assert the_first(demo)["stands"] == "high"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("thistledown", "--withdraw"), "Say how the program was told"),
        (("rookery", "--withdraw", "--words", "x"), "No promise to"),
        (("thistledown", "--words", "x"), "--withdraw"),
        (("thistledown", "--withdraw", "--only", "high", "--words", "x"), "not allowed with"),
        (("nowhere at all", "--withdraw", "--words", "x"), "nowhere at all"),
        (("thistledown", "--withdraw", "--words", "x", "--at", "2026-12-01T09:00"), "still to come"),
    ],
)
def test_what_makes_no_correction_changes_nothing(demo: Shell, argv: tuple[str, ...], said: str) -> None:
    refused = demo("promise", *argv)
    no_change(demo, refused)
    assert said in refused.err
    assert the_first(demo)["corrections"] == []


FIRST = """Subject: Quillmere is my first choice, Lena Korvath

Dear Dr. Amari,

I will rank Quillmere University Children's first.

Sincerely,
Lena Korvath, MD
AAMC ID 10099001
"""


def test_a_second_first_waits_for_the_withdrawal_of_the_first_one(demo: Shell, tmp_path: Path) -> None:
    text = tmp_path / "first.txt"
    text.write_text(FIRST, encoding="utf-8")
    going_out = ("sent", "quillmere", "--kind", "first-rank", "--text", str(text), "--accept-stops")
    stopped = demo(*going_out)
    assert stopped.code == 2
    assert "C04" in stopped.err and "I will rank Thistledown University first." in stopped.err
    assert demo("promise", "thistledown", "--withdraw", "--words", "By telephone, to the office.").code == 0
    sent = demo(*going_out)
    assert sent.code == 0 and "C04" not in sent.err
    assert (
        "! You told Quillmere University Children's on Tue 24 Nov 2026 that it is first, and it is number 5" in sent.err
    )
    firsts = [one["program"] for one in demo("ledger", "--json").json["promises"] if one["level"] == "first"]
    assert firsts == ["Thistledown University", "Quillmere University Children's"]
